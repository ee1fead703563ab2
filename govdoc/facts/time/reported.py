"""Reporting time (报告期): what a text says before its sections that it tells of.

1—4月，全县生产总值102亿元。⏎一、农业… tells of those months in its sections too; 现将2020年11月1日零时
人口情况公布如下 of that day, until another is said so.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from govdoc.facts.mention import Place, Time
from govdoc.facts.time.year import Years, ending
from govdoc.text.pattern import pattern

_HEAD = 600  # characters of a title, its addressees and the first sentences
_STRETCH = pattern("-[QH]|-[0-9]{2}/[0-9]{4}-[0-9]{2}$")  # a quarter, 1—5月; no year, no days
_NOW = "现将"
_TOLD = (_NOW, "现将截至", "现将截止")
_BELOW = pattern("[^。；！？\n]{0,60}如下(?!工作)")  # 现将2020年11月1日零时|人口情况公布如下
_YEAR, _DAY = len("2021"), len("2021-11-23")
_HEADLINE = pattern("[^，。；：、\n]{0,24}(?:情况|通报|动态|小结|汇报|简报|周报)\n")  # \n8月21日—8月27日|督导检查情况
_ROUND = pattern("(第[0-9一二三四五六七八九十]{1,3}[轮期次批])（$")  # 本年度第三轮（|5—6月|）考评
_ROUND_AT_MOST = 6
_STOP = "。"
_HOURS = "时"  # 零时: what is counted on a day, not what is done on it


def stretch(text: str, said: list[Time], first: int, places: tuple[Place, ...], base: Years) -> str | None:
    """2023年第一季度，我局组织抽检…: the stretch of time before the headings of a text, or at its head.

    No sentence counts before it (``first`` is where the first amount stands). Where the title names a month, a stretch
    that ends in it (2021年4月: 1—4月); where it names none, a stretch of the document's year.
    """
    head = places[0].start if places else _HEAD
    early = [time for time in said if time.start <= head]
    behind = {time.start for time in early}
    wide = [time for time in early if time.wide and time.end not in behind]  # not 今年 of 今年1—5月
    lined = [time for time in wide if text[time.start - 1 : time.start] == "\n" and _HEADLINE.match(text, time.end)]
    if lined and "/" in lined[0].value and first >= lined[0].end:
        return lined[0].value
    of_round = _of_round(text, early)
    if of_round and (base.part or of_round[:_YEAR]) == of_round[:_YEAR]:
        return of_round
    found = [time for time in wide if _STRETCH.search(time.value)]
    if not found or _STOP in text[first : found[0].start]:
        return None
    only = found[0].value
    if base.told is None:
        return only if found[0] is wide[0] else None
    named = base.part or str(base.told)
    if any(time.value != only for time in found) or only[:_YEAR] != named[:_YEAR] or base.part == named[:_YEAR]:
        return None
    return only if base.part is None or ending(only) == ending(named) else None


def _of_round(text: str, said: list[Time]) -> str | None:
    """关于第三轮考评的通报…第三轮（5—6月）考评: the months of the round that the title, or what stands first, names."""
    for time in said:
        months = text[time.start - 1] == "（" and _STRETCH.search(time.value)
        named = _ROUND.search(text, max(0, time.start - _ROUND_AT_MOST), time.start) if months else None
        if named and text.find(named[1], 0, named.start()) >= 0:
            return time.value
    return None


class Reported:
    """The times of which 现将…如下 says that what follows is told."""

    def __init__(self, text: str, times: list[Time]) -> None:
        said = list(_announced(text, times)) if _NOW in text else []
        self._starts, self._values = [t.start for t in said], [t.value for t in said]

    def at(self, start: int) -> str | None:
        """The time told at a place, None where the text announced none before it."""
        last = bisect_right(self._starts, start) - 1
        return self._values[last] if last >= 0 else None


def _announced(text: str, times: list[Time]) -> Iterator[Time]:
    for time in times:
        if not text.endswith(_TOLD, 0, time.start) or not _BELOW.match(text, time.end):
            continue
        counted = text[time.end - 1] == _HOURS or not text.endswith(_NOW, 0, time.start)
        if time.value and (counted or len(time.value) < _DAY or "/" in time.value):
            yield time
