"""Periods (时期): the time an amount is about, said in its clause or inherited.

Clause, sentence, paragraph, heading, title, date: the nearest that says a time wins. 今年, 去年,
全年, 五年来 are counted from the year the document speaks in.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from govdoc.facts.mention import Context, Found, Moment
from govdoc.model.fact import Status
from govdoc.rulebook import Row, rows
from govdoc.text.normal import NormalText

_YEAR = re.compile("(?:19|20)[0-9]{2}(?=年|—|-|年度)")
_PLAN = re.compile("十[二三四五]五")
_SPEECH = "政府工作报告"
_REPORT = ("报告", "公报", "总结", "年报")
_SPRING = 3  # a report signed by March tells of the year before
_OPENERS = frozenset("，。；：！？\n在至到自")
_BEFORE_FRAME = ("截至", "截止", "截止到", "截至到")


class Years(NamedTuple):
    """The year the document tells of, and the year it speaks in."""

    told: int | None
    now: int | None


class Time(NamedTuple):
    """A time in the text: ``frame`` when it stands at the head of a clause and holds for what follows."""

    start: int
    end: int
    value: str
    frame: bool


def years(normal: NormalText, context: Context) -> Years:
    """From the title and the document's date."""
    title = normal.text[slice(*context.title)].replace("\n", "") if context.title else ""
    said = [int(m.group()) for m in _YEAR.finditer(title)]
    dated = int(context.date[:4]) if context.date else None
    if len(set(said)) > 1:
        return Years(said[0], said[-1])
    if _SPEECH in title:
        now = dated or (said[0] if said else None) or _labelled(context)
        return Years(now - 1 if now else None, now)
    if said:
        return Years(said[0], dated or said[0])
    if dated and context.date and any(word in title for word in _REPORT):
        spring = len(context.date) > 4 and int(context.date[5:7]) <= _SPRING
        return Years(dated - 1 if spring else dated, dated)
    return Years(None, dated)


def _labelled(context: Context) -> int | None:
    found = [int(y) for place in context.places for y in _YEAR.findall(place.path[-1])]
    return max(found, default=None)


@cache
def _relative() -> tuple[re.Pattern[str], dict[str, Row]]:
    by_form = {form: row for row in rows("period") for form in row.forms}
    return re.compile("|".join(sorted(map(re.escape, by_form), key=len, reverse=True))), by_form


def _value(word: str, base: Years) -> str | None:
    """What 今年 (+0), 去年 (-1), 全年 (year), 五年来 (five), “十四五” (2021/2025) mean here."""
    if "/" in word:
        return word
    if word == "year":
        return None
    if word == "five":
        return f"{base.told - 4}/{base.told}" if base.told else None
    return str(base.now + int(word)) if base.now else None


def resolve(normal: NormalText, found: Found, context: Context) -> dict[int, str]:
    """Start → ISO of the moments whose own words do not say the year (6月底, 一季度, 近三年)."""
    return _resolve(found, years(normal, context))


def _resolve(found: Found, base: Years) -> dict[int, str]:
    made: dict[int, str] = {}
    year = base.told or base.now
    for moment in found.moments:
        if moment.value is not None:
            year = int(moment.value[:4]) if moment.value[:4].isdigit() else year
            continue
        value = _completed(moment, year, base)
        if value:
            made[moment.start] = value
    return made


def _completed(moment: Moment, year: int | None, base: Years) -> str | None:
    form = moment.form
    if not form or "??" in form:
        return None
    kind, _, count = form.partition(":")
    if count:
        return _counted(kind, int(count), base)
    return form.replace("?", str(year)) if year else None


def _counted(kind: str, count: int, base: Years) -> str | None:
    if kind == "next":
        return f"{base.now}/{base.now + count - 1}" if base.now else None
    last = base.told or base.now
    return f"{last - count + 1}/{last}" if last else None


def times(normal: NormalText, found: Found, base: Years) -> list[Time]:
    """All times of the text in order: dates and periods with a value, and the words of rules/period.tsv."""
    text, resolved = normal.text, _resolve(found, base)
    made = [
        Time(m.start, m.end, value, _frames(text, m.start, m.end))
        for m in found.moments
        if (value := m.value or resolved.get(m.start))
    ]
    taken = [m.start for m in found.moments]
    pattern, by_form = _relative()
    for match in pattern.finditer(text):
        at = bisect_left(taken, match.start())
        near = found.moments[max(0, at - 1) : at + 1]
        value = _value(by_form[match.group()].value, base)
        if value and not any(m.start < match.end() and match.start() < m.end for m in near):
            made.append(Time(*match.span(), value, _frames(text, *match.span())))
    made.sort()
    return made


def _frames(text: str, start: int, end: int) -> bool:
    if text[end : end + 1] == "的" or text[max(0, start - 1) : start] in ("比", "较", "从", "由"):
        return False
    return start == 0 or text[start - 1] in _OPENERS or text[max(0, start - 2) : start] in _BEFORE_FRAME


def label_period(path: tuple[str, ...], base: Years) -> str | None:
    """The time a section's labels name, the innermost first."""
    pattern, by_form = _relative()
    for label in reversed(path):
        said = _YEAR.findall(label)
        if said:
            return str(said[0]) if len(set(said)) == 1 else None
        match = pattern.search(label)
        value = _value(by_form[match.group()].value, base) if match else None
        if value:
            return value
    return None


def default_period(status: Status, base: Years, path: tuple[str, ...]) -> str | None:
    """What the headings, the title and the date say, when the text around the amount says nothing."""
    if status is Status.RULE:
        return None
    named = label_period(path, base)
    if named:
        return named
    year = base.told if status is Status.ACTUAL else base.now if base.told and base.told != base.now else None
    return str(year) if year else None
