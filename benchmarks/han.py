"""Numbers → Chinese numerals (汉字数字), the inverse of ``govdoc.number``; GB/T 15835-2011."""

from __future__ import annotations

from decimal import Decimal

SMALL, CAPITAL = "零一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖"
_SIZES = ((10**8, "亿", "亿"), (10**4, "万", "万"), (1000, "千", "仟"), (100, "百", "佰"), (10, "十", "拾"))


def han(number: int, *, capital: bool = False) -> str:
    """An integer in words.

    >>> han(12300), han(10), han(20_0005), han(101), han(3_0000_0010), han(0), han(-7)
    ('一万二千三百', '十', '二十万零五', '一百零一', '三亿零一十', '零', '负七')
    >>> han(164, capital=True), han(1_0001_0000_0000), han(10, capital=True)
    ('壹佰陆拾肆', '一万零一亿', '壹拾')
    """
    if number < 0:
        return "负" + han(-number, capital=capital)
    words = _words(number, capital=capital)
    return words[1:] if words.startswith("一十") else words


def _words(number: int, *, capital: bool) -> str:
    for size, small, large in _SIZES:
        if number >= size:
            head, rest = divmod(number, size)
            zero = "零" if rest * 10 < size else ""
            tail = zero + _words(rest, capital=capital) if rest else ""
            return _words(head, capital=capital) + (large if capital else small) + tail
    return (CAPITAL if capital else SMALL)[number]


def han_decimal(number: Decimal) -> str:
    """A decimal in words.

    >>> han_decimal(Decimal("7.9")), han_decimal(Decimal("-0.05"))
    ('七点九', '负零点零五')
    """
    sign = "负" if number < 0 else ""
    whole, _, part = f"{abs(number):f}".partition(".")
    return sign + han(int(whole)) + ("点" + "".join(SMALL[int(d)] for d in part) if part else "")
