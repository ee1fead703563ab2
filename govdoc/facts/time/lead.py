"""Leads (引语): 刚刚过去的2021年，我们主要做了以下工作： — the time said there holds for the items that follow.

Items are the sections below, or the paragraphs that a dash opens (——产业提质。…) below their paragraph.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from govdoc.facts.mention import Place, Time
from govdoc.facts.time import section
from govdoc.facts.time.year import SPAN, Years
from govdoc.facts.words.clause import clause_start
from govdoc.text.pattern import pattern

_FULL_STOPS = "。！？\n"
_YEARS = pattern("[0-9]{4}(?:/[0-9]{4})?")
_LONGEST = 4000  # characters of a paragraph
_YEAR, _DAY = len("2021"), len("2021-11-23")
_LATELY = pattern("过去的|过去一年")  # 刚刚过去的2025年 · 过去的一年
_NEAR = 12  # characters of ⏎各位代表！回顾|过去五年
_DASH = "\n—"
_NUMBERED = pattern("[（(]?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})[）)、.．是]")
_DASHED = pattern(rf"{_DASH}[^\n]*(?:{_DASH}[^\n]*)*")  # ⏎——产业提质。… ⏎——民生改善。…


class Leads:
    """What the words before its items say of the time of a section; what few texts need is made when it is asked for."""

    def __init__(self, text: str, places: Sequence[Place], times: Sequence[Time], base: Years) -> None:
        self._text, self._base, self._sections, self._times = text, base, places, times
        self._frames = [t for t in times if t.frame and t.value and (len(t.value) < _DAY or "/" in t.value)]
        self._starts = [t.start for t in self._frames]
        self._found: dict[int, Time | None] = {}
        self._led: dict[int, Time | None] = {}
        self._said: dict[int, Time | None] = {}
        self._heard: dict[int, Time | None] = {}

    @cached_property
    def _places(self) -> list[int]:
        return [p.start for p in self._sections]

    @cached_property
    def _above(self) -> dict[int, Place | None]:
        return dict(zip(self._places, _parents(self._sections), strict=True))

    @cached_property
    def _behind(self) -> dict[int, tuple[Place, int] | None]:
        return dict(zip(self._places, _turns(self._sections, self._above), strict=True))

    @cached_property
    def _lists(self) -> list[tuple[int, int]]:
        return _lists(self._text)

    @cached_property
    def _ends(self) -> list[int]:
        return [end for _, end in self._lists]

    @cached_property
    def _reviews(self) -> list[tuple[Time, int]]:
        return _reviews(self._text, self._times)

    def time(self, at: int, home: Place | None) -> Time | None:
        """What the words before its items say of an amount at ``at``; nothing in a text that frames nothing by a time."""
        if not self._frames:
            return None
        return self._listed(at, home) or self._lately(at, home) or (self._over(home) if home else None)

    def _listed(self, at: int, home: Place | None) -> Time | None:
        """五年来，成就显著。⏎——新修公路30公里: the time said in the paragraph that a list of dashes follows."""
        after = bisect_left(self._ends, at) if self._lists else 0
        if after == len(self._lists) or (first := self._lists[after][0]) >= at:
            return None
        if first not in self._heard:
            self._heard[first] = self._before(max(0, first - _LONGEST), first)
        time = self._heard[first]
        return None if time and home and time.start < home.start else time

    def _lately(self, at: int, home: Place | None) -> Time | None:
        """过去五年，…⏎刚刚过去的2025年，…⏎新修公路30公里: the year told behind the years, until 回顾过去五年."""
        if not self._reviews:
            return None
        low = home.start if home else at  # without sections nothing says where the plans begin
        return next((time for time, end in reversed(self._reviews) if low <= time.start < at < end), None)

    def _over(self, home: Place) -> Time | None:
        """The time said in the lead of a section around ``home``; None when a label nearer names one."""
        if home.start not in self._found:
            self._found[home.start] = self._nearest(home)
        return self._found[home.start]

    def _nearest(self, home: Place) -> Time | None:
        if section.times(home.path[-1], self._base):
            return None
        above = self._above[home.start]
        if above is None:
            return self._line(home, 0)
        if above.start not in self._led:
            self._led[above.start] = self._lead(above)
        return self._line(home, above.title_end) or self._turned(home) or self._led[above.start] or self._over(above)

    def _turned(self, home: Place) -> Time | None:
        """这五年，成绩显著⏎…⏎2025年，我们迎难而上。⏎（一）…: what is said before numbers begin among sections without."""
        behind = self._behind[home.start]
        if behind is None:
            return None
        last, first = behind
        if first not in self._said:
            self._said[first] = self._before(last.title_end, first)
        return self._said[first]

    def _line(self, home: Place, floor: int) -> Time | None:
        """过去五年，成就显著。一是…；二是…: what opens a sentence of the paragraph before its first item.

        ``floor`` is where the section above begins: a text without line ends has no other paragraphs.
        """
        low = max(floor, home.start - _LONGEST)
        line = self._text.rfind("\n", low, home.start) + 1
        if not line and (low > floor or not floor):
            return None
        line = max(line, floor)
        first = self._places[bisect_left(self._places, line)]
        said = self._frames[bisect_left(self._starts, line) : bisect_left(self._starts, first)]
        return next((time for time in reversed(said) if time.wide), None)

    def _lead(self, place: Place) -> Time | None:
        return self._before(place.title_end, self._places[bisect_right(self._places, place.start)])

    def _before(self, low: int, first: int) -> Time | None:
        """What opens the last sentence before the first item, or a year that opens one of the paragraph before it."""
        stop = low + len(self._text[low:first].rstrip(_FULL_STOPS + _DASH))
        line = max(low, self._text.rfind("\n", low, stop) + 1)
        last = clause_start(self._text, line, stop, _FULL_STOPS)
        said = self._frames[bisect_left(self._starts, line) : bisect_left(self._starts, first)]
        near = [time for time in said if time.start >= last or (time.wide and _YEARS.fullmatch(time.value))]
        return near[-1] if near else None


def _reviews(text: str, times: Sequence[Time]) -> list[tuple[Time, int]]:
    """The years that 刚刚过去的 leads in at the head of a sentence, each with the end of what is told of it."""
    said = [t for t in times if t.wide and len(t.value) == _YEAR and _LATELY.search(text, max(0, t.start - 3), t.end)]
    if not said:
        return []
    spans = [t.start for t in times if SPAN.fullmatch(t.value) and "\n" in text[max(0, t.start - _NEAR) : t.start]]
    ends = [bisect_left(spans, t.start) for t in said]
    return [(t, spans[at] if at < len(spans) else len(text)) for t, at in zip(said, ends, strict=True)]


def _lists(text: str) -> list[tuple[int, int]]:
    """The lists of dashes; most texts have none, and a plain search says so at once."""
    first = text.find(_DASH)
    return [match.span() for match in _DASHED.finditer(text, first)] if first >= 0 else []


def _turns(places: Sequence[Place], above: dict[int, Place | None]) -> list[tuple[Place, int] | None]:
    """For each numbered section behind sections without numbers the last of those, and where the numbers begin."""
    # where the parent begins → its latest section without a number, None behind one with it, and where the numbers began
    latest: dict[int, tuple[Place | None, tuple[Place, int] | None]] = {}
    made: list[tuple[Place, int] | None] = []
    for place in places:
        parent = above[place.start]
        around = parent.start if parent else -1
        plain, turn = latest.get(around, (None, None))
        if not _NUMBERED.match(place.path[-1]):
            plain, turn = place, None
        elif plain:
            turn, plain = (plain, place.start), None
        latest[around] = plain, turn
        made.append(turn)
    return made


def _parents(places: Sequence[Place]) -> list[Place | None]:
    """The section around each."""
    made: list[Place | None] = []
    stack: list[Place] = []
    for place in places:
        while stack and stack[-1].end <= place.start:
            stack.pop()
        made.append(stack[-1] if stack else None)
        stack.append(place)
    return made
