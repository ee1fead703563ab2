"""Numerals (数词): Arabic, Chinese small and capital, and the mixtures of both, read exactly.

GB/T 15835-2011 allows 12,300 · 1.23万 · 一万二千三百 · 壹万贰仟叁佰 for one number, and documents
mix them (3千5百, 1万6千). Values are :class:`~decimal.Decimal`; no float, no decimal context of
the caller is ever used. Words are in ``rules/numeral.tsv``.
"""

from __future__ import annotations

import re
from decimal import Context, Decimal
from functools import lru_cache

from govdoc.rulebook import rows
from govdoc.text.pattern import pattern

EXACT = Context(prec=50)  # the caller's decimal context must not change what a document says
_WORDS = {form: row for row in rows("numeral") for form in row.forms}
_DIGIT = {f: int(r.value) for f, r in _WORDS.items() if r.id.startswith("digit.")}
_SCORE = {f: int(r.value) for f, r in _WORDS.items() if r.id.startswith("score.")}
_SMALL = {f: int(r.value) for f, r in _WORDS.items() if r.id in ("ten", "hundred", "thousand")}
_LARGE = {f: int(r.value) for f, r in _WORDS.items() if r.id in ("myriad", "hundred_million", "billion_billion")}
POINT = "".join(f for f, r in _WORDS.items() if r.id == "point")
MINUS = "".join(f for f, r in _WORDS.items() if r.id == "minus")
BELOW = "零下"  # degrees below zero: 零下5℃
DIGITS = frozenset("0123456789" + "".join(_DIGIT)) - {""}  # a numeral may go on with one of these
_MINUSES = frozenset(MINUS)
_TRUE_MINUS = "−"  # no hyphen: 利润−3.1%
_SHARE = pattern("[0-9.]{1,8}[%‰]")
_NO_MINUS = frozenset("正减担肩背抱胜自")  # 减负30亿元, 正负5%
_BEFORE_SIGN = frozenset("为长降是别、，：（(\n至到~～—差达度计比温率速幅 ")  # 增速-1.2%, 气温-5℃, 分别-6.2%、-1%
HAN = "".join((*_DIGIT, *_SCORE, *_SMALL, *_LARGE))  # every Chinese numeral character
CAPITALS = frozenset("壹贰叁肆伍陆柒捌玖拾佰仟貳參叄陸弌")  # also surnames, places and verbs: 陆河, 拾金, 登陆
POWER = {f: len(str(v)) - 1 for f, v in (*_SMALL.items(), *_LARGE.items())}  # 万 → 4

_KILO = r"(?![瓦克伏卡帕赫安焦牛]|分[点點]|米(?!饭)|字节|比特|牛顿)"  # 5千瓦 is five kilowatts, not five thousand watts
_HECTO = "(?!分[之点點]|帕)"  # 百分点, 百帕
MULTIPLIER = f"(?:[十拾]|[百佰]{_HECTO}|[千仟]{_KILO}|[万萬亿億])"
ARABIC = (  # 1,234.5 · 1 250.3 · 2021 · 0.3 · 2e5
    r"(?:[0-9]{1,3}+(?:[,，'][0-9]{3})+(?![0-9])|[1-9][0-9]{0,2}+(?:\ [0-9]{3})+(?=[.%万亿一-龥])|[0-9]+)"
    r"(?:\.[0-9]+)?+(?:[eE][+-]?[0-9]{1,2}(?![0-9A-Za-z]))?+"
)
_HAN_UNIT = f"(?:[十拾廿卅卌]|[百佰](?!分[点點]|帕)|[千仟]{_KILO}|[万萬亿億]|兆(?=[零〇一二三四五六七八九十百千万亿萬億壹贰叁肆伍陆柒捌玖元圆]))"
_HAN_DIGIT = "[" + "".join(d for d in _DIGIT if d not in "两兩") + "]"
_TWO = f"(?:[两兩](?=[百千万亿佰仟萬億])|(?<![{HAN}])[两兩])"  # 两千, 两个; 三十两 weighs thirty 两
CHINESE = f"(?:{_HAN_DIGIT}|{_TWO}|{_HAN_UNIT})+(?:[{POINT}](?:{_HAN_DIGIT}|[0-9])++(?![十拾]){_HAN_UNIT}*)?"  # 一万二千三百, 七点九; 十一点|三十分
TAIL = (  # the rest of 1万6千, 3千5百, 2万600, 200亿零四千230: each step a digit and its place
    f"(?=[0-9零{_HAN_DIGIT[1:]})(?:零?[0-9]{{1,4}}(?:\\.[0-9]+)?{MULTIPLIER}+|零?{_HAN_DIGIT}{MULTIPLIER}+|零[0-9]{{1,4}}(?![0-9.年月日号])|[0-9]{{3,4}}(?![0-9.年月日号])){{1,6}}"
)
RUN_ON = (  # the rest of a run of Chinese numerals; the 两 of 三十两 and the 兆 of 万兆 are units
    "(?:[" + "".join(c for c in HAN if c not in "兆两兩") + f"]|[兆两兩](?=[{HAN}]))*+"
)
_TOKEN = pattern(rf"[0-9]+(?:\.[0-9]+)?|[{HAN}]|(.)", re.DOTALL)
_DECIMAL = pattern(r"([0-9]*)(?:\.([0-9]+))?((?:[十拾百佰千仟万萬亿億])*)\Z")
_LONGEST = 80  # the longest numeral of any standard or test is half as long; longer runs are art or attack
_FRACTION = pattern(r"(?:分之|份之)")
_NARROW = str.maketrans("０１２３４５６７８９．，－", "0123456789.,-")  # the whole text of parse() is narrowed before


def number(text: str) -> Decimal:
    """The value of a numeral, strictly: the whole text must be one well-formed number, else :class:`ValueError`.

    What is no ``str`` is a :class:`TypeError`.

    >>> number("一万二千三百"), number("壹佰"), number("廿三"), number("3千5百"), number("1.2万")
    (Decimal('12300'), Decimal('100'), Decimal('23'), Decimal('3500'), Decimal('12000'))
    >>> number("负七点五"), number("四分之一"), number("百分之七点九"), number("７３．５亿")
    (Decimal('-7.5'), Decimal('0.25'), Decimal('0.079'), Decimal('7350000000'))
    >>> number("二十三十")
    Traceback (most recent call last):
    ValueError: 二十三十: 十 at 3 stands after a smaller or equal place
    """
    if not isinstance(text, str):
        raise TypeError(f"expected str, not {type(text).__name__}")
    bare = text.strip().translate(_NARROW)
    if not bare:
        raise ValueError("empty numeral")
    if bare[0] in MINUS and bare[1:2] not in _MINUSES:
        return EXACT.minus(number(bare[1:]))
    whole, mixed, rest = bare.rpartition("又")
    value = _fraction(rest, text) if _FRACTION.search(rest) else _plain(rest, text)
    return EXACT.add(_plain(whole, text), value) if mixed else value


def _fraction(bare: str, text: str) -> Decimal:
    below, above = _FRACTION.split(bare, maxsplit=1)
    base = _plain(below, text, bare_unit=True)
    if not base:
        raise ValueError(f"{text}: a fraction of zero parts at 0")
    return EXACT.divide(_plain(above, text, bare_unit=True), base)


def _plain(bare: str, text: str, *, bare_unit: bool = False) -> Decimal:
    """An integer or decimal without sign; ``bare_unit`` allows 百 alone for 一百."""
    try:
        return read(bare, bare_unit=bare_unit)
    except ValueError as fault:
        raise ValueError(f"{text}: {fault}") from None


@lru_cache(maxsize=4096)
def read(numeral: str, *, bare_unit: bool = True) -> Decimal:
    """The value of an :data:`ARABIC` or :data:`CHINESE` numeral with its multipliers; ValueError when it is malformed.

    >>> read("5.67万亿"), read("两千四百五"), read("二〇二一")
    (Decimal('5670000000000'), Decimal('2450'), Decimal('2021'))
    """
    if len(numeral) > _LONGEST:
        raise ValueError(f"{len(numeral)} characters are no number")
    simple = _DECIMAL.match(numeral)
    if simple and (simple[1] or simple[2]):
        return scaled(simple[1], simple[2] or "", sum(map(POWER.__getitem__, simple[3])))
    if "," in numeral or "，" in numeral or "'" in numeral:
        return read(_grouped(numeral))
    for point in POINT:
        if point in numeral:
            return _pointed(*numeral.split(point, 1), bare_unit=bare_unit)
    return Decimal(_integer(numeral, bare_unit))


def scaled(whole: str, fraction: str, power: int) -> Decimal:
    """``whole.fraction`` × 10^power, by moving the point: exact whatever its length.

    >>> scaled("5", "67", 12), scaled("0", "3", 0)
    (Decimal('5670000000000'), Decimal('0.3'))
    """
    if len(fraction) <= power:
        return Decimal((whole + fraction.ljust(power, "0")) or "0")
    return Decimal(f"{whole}{fraction[:power]}.{fraction[power:]}")


def shifted(value: Decimal, power: int) -> Decimal:
    """``value`` × 10^power, written without an exponent.

    >>> shifted(Decimal("10"), 4)
    Decimal('100000')
    """
    if not power:
        return value
    moved = EXACT.multiply(value, Decimal(10**power))
    whole = moved.to_integral_value(context=EXACT)
    return whole if whole == moved else moved


def neighbours(han: str) -> tuple[Decimal, Decimal] | None:
    """八九亿 is eight to nine, 三五 three to five: two digits side by side before the places.

    >>> neighbours("八九亿"), neighbours("二三十"), neighbours("三五"), neighbours("二〇")
    ((Decimal('800000000'), Decimal('900000000')), (Decimal('20'), Decimal('30')), (Decimal('3'), Decimal('5')), None)
    """
    low, high = (_DIGIT.get(c, 0) for c in han[:2]) if len(han) > 1 else (0, 0)
    if not low or not (high == low + 1 or (low, high) == (3, 5)) or any(c not in POWER for c in han[2:]):
        return None
    power = sum(POWER[c] for c in han[2:])
    return shifted(Decimal(low), power), shifted(Decimal(high), power)


def sign(text: str, low: int, at: int) -> int:
    """Where the amount begins with its minus sign: 增速为-1.2%, 零下5℃; a dash after a digit or unit is no sign, nor is 正负 or 减负."""
    if at <= low or text[at - 1] not in _MINUSES:
        return at - len(BELOW) if text.endswith(BELOW, low, at) else at
    before = text[at - 2] if at > 1 else "\n"
    if text[at - 1] == _TRUE_MINUS:
        return at if before in "0123456789%）" else at - 1
    if text[at - 1] == "-" and (before == "]" or "一" <= before <= "龥") and _SHARE.match(text, at):
        return at - 1  # 综合能耗-3.3%
    if before in _BEFORE_SIGN or (text[at - 1] in "负負" and before not in _NO_MINUS):
        return at - 1
    return at


def _grouped(numeral: str) -> str:
    head, *groups = re.split("[,，']", numeral)
    if not 1 <= len(head) <= 3 or any(len(_leading(g)) != 3 for g in groups):
        raise ValueError(f"digit groups of {numeral} are not of three")
    return head + "".join(groups)


def _leading(group: str) -> str:
    return group[: len(group) - len(group.lstrip("0123456789"))]


def _pointed(whole: str, rest: str, *, bare_unit: bool) -> Decimal:
    """七点九, 零点77, 一千五百点五, 六点一三万."""
    digits = "".join(c if c.isascii() else str(_DIGIT.get(c, "")) for c in rest)
    tail = rest[len(digits) :]
    if not digits or any(c not in POWER for c in tail):
        raise ValueError(f"no digits after the point at {len(whole)}")
    power = sum(POWER[c] for c in tail)
    return scaled(str(_integer(whole, bare_unit) if whole else 0), digits, power)


def _integer(numeral: str, bare_unit: bool) -> int:
    """二百三十万零五 → 2300005, by the places of the numeral."""
    if numeral and all(c in _DIGIT for c in numeral):
        return int("".join(str(_DIGIT[c]) for c in numeral))
    return _Places(bare_unit).read(numeral)


class _Places:
    """The sum being built: closed groups (万, 亿), the open group, and the digit waiting for its place."""

    def __init__(self, bare_unit: bool) -> None:
        self.groups: list[tuple[int, int]] = []  # (value, place), places falling
        self.open = 0
        self.place = 10_000  # the last small place used in the open group
        self.digit: int | None = None
        self.zero = False
        self.bare_unit = bare_unit

    def read(self, numeral: str) -> int:
        for match in _TOKEN.finditer(numeral):
            self.take(match)
        return self.total()

    def take(self, match: re.Match[str]) -> None:
        word, at = match.group(), match.start()
        if match[1] is not None or "." in word:
            raise ValueError(f"{word} at {at} is no part of a number")
        if word in _LARGE:
            self.large(_LARGE[word], word, at)
        elif word in _SMALL:
            self.small(_SMALL[word], word, at)
        elif word in _SCORE:
            self.digit = _SCORE[word] // 10
            self.small(10, word, at)
        else:
            self.unit(_DIGIT[word] if word in _DIGIT else int(word), word, at)

    def unit(self, value: int, word: str, at: int) -> None:
        if word in "零〇○":
            self.zero = True
            return
        if self.digit is not None:
            raise ValueError(f"{word} at {at} stands after a digit")
        self.digit = value

    def small(self, place: int, word: str, at: int) -> None:
        if place >= self.place:
            raise ValueError(f"{word} at {at} stands after a smaller or equal place")
        if self.digit is None and at and not self.bare_unit and place > 10:
            raise ValueError(f"{word} at {at} has no digit")
        self.open += (1 if self.digit is None else self.digit) * place
        self.place, self.digit, self.zero = place, None, False

    def large(self, place: int, word: str, at: int) -> None:
        below = self.open + (self.digit or 0)
        while self.groups and self.groups[-1][1] < place:
            below += self.groups.pop()[0]
        if not below and self.groups and not self.zero:
            below = self.groups.pop()[0]  # 万万
        if not below and not at and not self.bare_unit:
            raise ValueError(f"{word} at {at} has no digit")
        self.groups.append(((below or 1) * place, place))
        self.open, self.digit, self.place, self.zero = 0, None, 10_000, False

    def total(self) -> int:
        last = self.digit or 0
        if 0 < last < 10 and not self.zero:  # 三万五 is 35,000; 三万零五 is 30,005
            place = self.place if self.place < 10_000 else (self.groups[-1][1] if self.groups else 10)
            last *= place // 10
        return sum(value for value, _ in self.groups) + self.open + last
