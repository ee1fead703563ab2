"""Years (年份): the one a document tells of, the one it speaks in, the one its plans are for, and what words mean by them.

今年 is the year it speaks in, 上年 the one before the year it tells of, 五年来 the five up to that.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from govdoc.rulebook import Row, forms_of, rows
from govdoc.text.lexicon import alternation
from govdoc.text.pattern import pattern

YEAR = pattern("(?:19|20)[0-9]{2}(?=年|—|-|年度)")
SPAN = pattern("[0-9]{4}/[0-9]{4}")  # the value of a span of years: 2021/2025
_MONTHS = pattern("-(?:Q[1-4]|H[12])")
_LAST_MONTH = {"-Q1": "-03", "-Q2": "-06", "-Q3": "-09", "-Q4": "-12", "-H1": "-06", "-H2": "-12"}
_STEPS = {  # 季度, 月: how a text says it, how many make a year, how its value is written
    "quarter": (pattern("([0-9]{4})-Q([1-4])"), 4, "{}-Q{}"),
    "month": (pattern("([0-9]{4})-([0-9]{2})"), 12, "{}-{:02}"),
}
_SO_FAR, _YEAR = "past+0", len("2021")
_SPRING = 3  # a report signed by March tells of the year before


@cache
def relative() -> tuple[re.Pattern[str], dict[str, Row]]:
    """The words of rules/period.tsv: 今年, 全年, 五年来."""
    by_form = {form: row for row in rows("period") for form in row.forms}
    return alternation(by_form), by_form


@cache
def worded(value: str) -> tuple[str, ...]:
    """The words of a value: 目前 and 当前 are ``present``, 全年 and 年末 of the ``year`` spoken of."""
    return forms_of("period", value)


class Years(NamedTuple):
    """The year the document tells of, the year it speaks in, and the year its plans are for."""

    told: int | None
    now: int | None
    planned: int | None
    span: str | None = None  # 2016/2018 of a plan（2016—2018年）
    part: str | None = None  # 2023-H1 of a report on 2023年上半年
    day: str | None = None  # the document's date, of which 3月5日 alone speaks too
    rates: str | None = None  # the year for which 2023年低保标准 sets sums
    this: int | None = None  # what 今年 is in a summary of the year that is over, before its plans


def meaning(value: str, base: Years) -> str | None:
    """What the row of 今年 (+0), 去年 (-1), 上年 (told-1), 五年来 (five), “十四五” (2021/2025) means here.

    It is "" for 全年 (year) and 目前 (present), which end the times said before.

    >>> meaning("-1", Years(2025, 2026, 2026)), meaning("five", Years(2025, 2026, 2026))
    ('2025', '2021/2025')
    """
    if "/" in value:
        return value
    if value in ("year", "present"):
        return ""
    if value == "five":
        return f"{base.told - 4}/{base.told}" if base.told else _counted("past", 5, base)
    if value in ("", "?"):
        return None
    if value[:-2] in _STEPS:
        return _stepped(value[:-2], int(value[-2:]), base)
    if value == _SO_FAR and base.part and not base.day and ending(base.part)[:_YEAR] == base.part[:_YEAR]:
        return base.part  # 截至目前 in a text on a quarter that has no date
    told = base.told or base.now
    year = {"told": told, "past": min(told, base.now or told) if told else None}.get(value[:-2], base.this or base.now)
    return str(year + int(value[-2:])) if year else None


def _stepped(unit: str, back: int, base: Years) -> str | None:
    """本季度, 上季度 in a text on a quarter, 本月 in one on a month or dated so; None where it tells of no such part.

    >>> _stepped("quarter", -1, Years(2025, 2025, None, part="2025-Q1"))
    '2024-Q4'
    """
    part, count, form = _STEPS[unit]
    said = part.fullmatch(base.part or "") or part.match(base.day or "")
    if said is None:
        return None
    at = int(said[1]) * count + int(said[2]) - 1 + back
    return form.format(at // count, at % count + 1)


def ending(value: str) -> str:
    """The year, the month or the day in which a time ends.

    >>> ending("2021/2025"), ending("2025-Q3"), ending("2025-01/2025-11")
    ('2025', '2025-09', '2025-11')
    """
    return _MONTHS.sub(lambda part: _LAST_MONTH[part[0]], value.rpartition("/")[2])


def completed(form: str, year: int | None, base: Years) -> str | None:
    """The value of a moment whose words do not say the year (see :class:`Moment`), ``year`` being the one spoken of.

    >>> completed("?-06", 2025, Years(2025, 2026, 2026)), completed("past:3", 2025, Years(2025, 2026, 2026))
    ('2025-06', '2023/2025')
    """
    if not form or "??" in form:
        return None
    kind, _, count = form.partition(":")
    if count:
        return _counted(kind, int(count), base)
    return form.replace("?", str(year)) if year else None


def _counted(kind: str, count: int, base: Years) -> str | None:
    """The years that a word counts from those of the text: 近三年 (past), 这五年 (these), 今后五年 (next), 十年前 (ago)."""
    if kind == "next":
        return f"{base.now}/{base.now + count - 1}" if base.now else None
    if kind == "these" and base.span:  # 三年新增20所 in a plan（2021—2023年）, but some three years of a longer one
        return base.span if _years_of(base.span) == count else None
    last = base.told or base.now
    if not last:  # 五年来 beside 十二五时期，是快速发展的五年
        reviewed = kind != "ago" and base.part and SPAN.fullmatch(base.part) and _years_of(base.part) == count
        return base.part if reviewed else None
    if kind == "ago":
        return str(last - count)
    if count == 1:
        return str(last - (base.told is None and in_spring(base.day)))  # 过去的一年 of a speech of February
    return f"{last - count + 1}/{last}"


def _years_of(span: str) -> int:
    """How many years 2021/2023 lasts."""
    first, _, last = span.partition("/")
    return int(last) - int(first) + 1


def in_spring(date: str | None) -> bool:
    """Whether a date tells a month in which people speak of the year before."""
    return date is not None and len(date) > len("2021") and int(date[5:7]) <= _SPRING
