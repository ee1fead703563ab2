"""Sections (章节): what a heading says of the time and the status of all that stands under it.

二、2026年重点工作 is of 2026 and planned, 一、2025年工作回顾 of 2025 and past; the innermost heading
that names a time wins, for the status the outermost.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from govdoc.facts.mention import Moment, Place
from govdoc.facts.moment import date
from govdoc.facts.moment.reckoned import reckoned
from govdoc.facts.time.year import YEAR, Years, completed, meaning, relative
from govdoc.facts.words.telling import alternatives, last_said
from govdoc.model.fact import Status
from govdoc.rulebook import forms_of
from govdoc.text.pattern import pattern

_MEANINGS = {
    "section_planned": Status.PLANNED,
    "section_actual": Status.ACTUAL,
    "section_rule": Status.RULE,
}
_GROUND = pattern(  # 第一章发展基础, 一、基本现状; but not （三）夯实发展基础
    lambda: (
        rf"(?:\A|[、章节篇）.．])(?:{alternatives('ground_of')}){{0,2}}{alternatives('ground')}(?:[与和及][^，。]{{0,8}})?\Z"
    )
)
# （二）秋粮生产|情况|, but not 紧急情况
_WORK = pattern("(?:[一二三四五六七八九十]{1,2}、)?重点工作")
_STATE = pattern(lambda: f"(?<!{'|'.join(forms_of('status', 'not_state'))})情况[:：]?\\Z")
_YEAR = pattern("(?:19|20)[0-9]{2}(?=年)")
_FIVE = "五"  # “十五五”
_BASIS = ("比", "较")  # （二）投资增长6%，较|去年同期加快2个百分点
_DATED = pattern("[年季月0-9]")  # one of them stands in every time below, and in few headings
_TIMES = pattern(  # 2026年重点工作, 上半年, 前三季度, 今后五年, 1—5月经济运行情况
    f"(?P<year>{YEAR.pattern})|(?P<half>[上下]半年)|前(?P<led>[一二三]季度)|(?P<count>[二三四五])(?=年)"
    "|(?P<season>[一二三四]季度|(?<![0-9])[0-9]{1,2}月?[-—－~～至到][0-9]{1,2}月)"
)


def homes(starts: Iterable[int], places: Sequence[Place]) -> list[Place | None]:
    """The innermost section of each of the places ``starts``, which are in text order."""
    made: list[Place | None] = []
    stack: list[Place] = []
    at = 0
    for start in starts:
        while at < len(places) and places[at].start <= start:
            stack.append(places[at])
            at += 1
        while stack and stack[-1].end <= start:
            stack.pop()
        made.append(stack[-1] if stack else None)
    return made


def status(path: tuple[str, ...], base: Years) -> Status | None:
    """What the labels of a section say, the outermost first: in 一、工作回顾 even （六）办好民生实事 is past.

    >>> status(("二、2026年重点工作", "（一）稳增长"), Years(2025, 2026, 2026))
    <Status.PLANNED: 'planned'>
    """
    told, now = base.told or 0, base.now or 0
    if 0 < told < now and any(int(y) >= now for label in path[1:] for y in _YEAR.findall(label)[-1:]):
        return Status.PLANNED  # 2.2026年改进措施 in a report on 2025
    years = [int(y) for y in _YEAR.findall(path[0])] if path else []
    over = 0 < told < now and bool(years) and max(years) <= told
    for depth, label in enumerate(path):
        said = last_said(label, _MEANINGS) or (Status.ACTUAL if _tells(label) else None)
        if said is Status.PLANNED and _WORK.fullmatch(label) and any(map(_STATE.search, path[depth + 1 :])):
            said = Status.ACTUAL  # 二、重点工作 over （一）热线办理情况
        if said:
            return Status.ACTUAL if over and said is Status.PLANNED else said  # 2025年民生实事, told in 2026
    if years and 0 < told < now:
        return Status.PLANNED if years[-1] >= now else Status.ACTUAL
    return Status.PLANNED if 0 < told < now and path and _to_come(path[0], base) else None


def _to_come(label: str, base: Years) -> bool:
    """二、“十五五”规划 in a report on 2025: whether all the years that a label names are to come."""
    said = times(label, base) if _FIVE in label else []
    return bool(said) and min(said) > str(base.told)


def _tells(label: str) -> bool:
    """发展基础, 秋粮生产情况: whether a label without a word of the table says how things stand."""
    return _GROUND.search(label) is not None or _STATE.search(label) is not None


def after_plans(places: Sequence[Place], base: Years) -> frozenset[str]:
    """The parts without a word of their own behind the plans of a report: 三、加强政府自身建设."""
    found: list[str] = []
    planned = False
    for place in places:
        if len(place.path) == 1:
            said = status(place.path, base)
            planned = said is Status.PLANNED or (planned and said is None)
            if planned and said is None:
                found.append(place.path[0])
    return frozenset(found)


def turn(places: Sequence[Place], base: Years, end: int) -> int:
    """Where the plans of a summary begin, ``end`` in one that has none: 二、2023年工作打算."""
    return next((place.start for place in places if status(place.path, base) is Status.PLANNED), end)


def times(label: str, base: Years) -> list[str]:
    """The times a heading names, in order.

    >>> times("二、2016—2018年投资计划", Years(2015, 2016, 2016)), times("三、上半年工作", Years(2025, 2025, None))
    (['2016/2018'], ['2025-H1'])
    """
    pattern, by_form = relative()
    if not (pattern.search(label) or _DATED.search(label)):
        return []  # as most do
    found = [(m.start(), meaning(by_form[m.group()].value, base)) for m in pattern.finditer(label)]
    end = -1
    for match in _TIMES.finditer(label) if _DATED.search(label) else ():
        moment = _moment(label, match) if match.start() >= end else None
        if moment:
            end = moment.end
            found.append((match.start(), moment.value or completed(moment.form, base.told or base.now, base)))
    found.sort(key=lambda pair: pair[0])
    return [value for start, value in found if value and not label.endswith(_BASIS, 0, start)]


def _moment(label: str, match: re.Match[str]) -> Moment | None:
    if match["half"]:
        return date.half(label, match.start() + 1)
    if match["led"]:
        return date.led(label, 0, match.start("led"), len(label))
    if match["count"]:
        return reckoned(label, 0, match.start(), match.end(), match.end() + 1)
    return date.moment(label, match.start(), len(label))


def time(path: tuple[str, ...], base: Years, status: Status) -> str | None:
    """The time a section's labels name, the innermost first; of 过去五年和2021年 a plan takes the last."""
    for label in reversed(path):
        said = times(label, base)
        if said:
            return said[-1 if status is Status.PLANNED else 0]
    return None


def year(path: tuple[str, ...], base: Years, after: Collection[str] = ()) -> int | None:
    """The one year under whose heading 6月底 stands: that of its labels, else the year of the plans in a planned part.

    ``after`` are the parts behind the plans of a report (:func:`after_plans`).
    """
    for label in reversed(path):
        said = YEAR.findall(label)
        if said:
            return int(said[-1])
    planned = status(path, base) is Status.PLANNED or (bool(path) and path[0] in after)
    return base.planned if planned else None


def inherited(status: Status, base: Years, path: tuple[str, ...]) -> str | None:
    """What the headings, the title and the date say, when the text around an amount that is no norm says nothing."""
    named = time(path, base, status)
    if named:
        return named
    year = base.part or base.told if status is Status.ACTUAL else base.span or base.planned
    return str(year) if year else None
