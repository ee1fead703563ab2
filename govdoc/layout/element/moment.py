"""成文日期 as it is written in header and closing: 2021年11月23日, 二〇二一年十一月二十三日, without a day or a month.

GB/T 9704-2012 wants Arabic digits; before 2012 Chinese ones were the rule. Offices also write 2021年元月5日 and 2021.11.23.
"""

from __future__ import annotations

from govdoc.facts.number.numeral import read
from govdoc.model.date import Date
from govdoc.text.normal import NormalText
from govdoc.text.pattern import pattern

_ZERO = "〇○Ｏ零0OＯo"
_YEAR = rf"(?:[12][0-9]{{3}}|[一二][{_ZERO}一二三四五六七八九]{{3}})"
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[元一二三四五六七八九])"
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9]|三十一?|二十[一二三四五六七八九]?|廿[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])"
DAY = rf"{_YEAR}年{_MONTH}月{_DAY}日"
MONTH = rf"{_YEAR}年{_MONTH}月"
PRINTED = (
    rf"(?:{DAY}|(?<![0-9年]){_MONTH}月{_DAY}日(?=印))"  # 2021年11月25日印发; 11月25日印 leaves the year to the 成文日期
)
BLANK = rf"{_YEAR}年(?:{_MONTH})?月日"  # a date left open: 2020年 月 日
ANY = rf"(?:{DAY}|{BLANK}|{MONTH}(?!份|底|初|末|上|中|下|至|[—-]))"
POINTED = r"20[0-9]{2}(?P<point>[./-])(?:1[0-2]|0?[1-9])(?P=point)(?:3[01]|[12][0-9]|0?[1-9])(?![0-9./-])"  # 2021.11.23
_READ = pattern(rf"(?P<year>{_YEAR})[年./-](?P<month>{_MONTH})?[月./-]?(?P<day>{_DAY})?")
_SHORT = pattern(rf"(?P<month>{_MONTH})月(?P<day>{_DAY})日")
_SPELLED = str.maketrans(dict.fromkeys(_ZERO, "〇") | {"元": "一"})


def iso(text: str) -> str | None:
    """The ISO form of a date as written.

    >>> iso("2021年3月1日"), iso("二○○六年十二月三十日"), iso("2020年月日"), iso("待定")
    ('2021-03-01', '2006-12-30', '2020', None)
    >>> iso("2021年元月5日"), iso("2021.11.3")
    ('2021-01-05', '2021-11-03')
    """
    match = _READ.match(text)
    if not match:
        return None
    parts = [f"{_number(match['year']):04d}"]
    for part in (match["month"], match["day"]):
        if part is None:
            break
        parts.append(f"{_number(part):02d}")
    return "-".join(parts)


def _number(digits: str) -> int:
    return int(digits) if digits.isascii() and digits.isdigit() else int(read(digits.translate(_SPELLED)))


def _from(since: str | None, words: str) -> str | None:
    """The first day from ``since`` on that a month and a day tell.

    >>> _from("2023-12-30", "1月4日"), _from("2023-05-04", "5月5日"), _from(None, "5月5日")
    ('2024-01-04', '2023-05-05', None)
    """
    match = _SHORT.match(words)
    if match is None or since is None or len(since) < len("2023-12-30"):
        return None
    day = f"{_number(match['month']):02d}-{_number(match['day']):02d}"
    return f"{int(since[:4]) + (day < since[5:])}-{day}"


def date_model(normal: NormalText, start: int, end: int, *, since: str | None = None) -> Date:
    """The date at a range; one without a year is the first from ``since`` on."""
    words = normal.text[start:end].lstrip("（")
    return Date.trusted(
        span=normal.span(start, end), text=normal.verbatim(start, end), value=iso(words) or _from(since, words)
    )
