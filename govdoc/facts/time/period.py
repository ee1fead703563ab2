"""Periods (时期): the time an amount is about, said in its clause or inherited.

Clause, sentence, paragraph, heading, title, date: the nearest that says a time wins.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from govdoc.facts.mention import Amount, Found, Place, Time
from govdoc.facts.time import section
from govdoc.facts.time.course import Course, rises
from govdoc.facts.time.deadline import NEXT, due
from govdoc.facts.time.lead import Leads
from govdoc.facts.time.reported import Reported, stretch
from govdoc.facts.time.resolved import Dates
from govdoc.facts.time.respective import in_turn
from govdoc.facts.time.times import UNTOLD, times
from govdoc.facts.time.value import Values, last_month, yearly
from govdoc.facts.time.year import SPAN, worded
from govdoc.facts.words import plan
from govdoc.facts.words.clause import Slot, goes_on
from govdoc.facts.words.phrase import Range
from govdoc.model.date import Period
from govdoc.model.fact import Status
from govdoc.text.normal import NormalText
from govdoc.text.pattern import pattern

_PART = pattern("-[QH]")
# 自2月1日起至6月30日止，按95%结算; 4—6月份，每辆车奖励500元
_DAYS = pattern("[0-9]{4}-[0-9-]{2,5}/[0-9]{4}-[0-9-]{2,5}")
_THIS_MONTH = "当月"  # 1—3月产值6亿元，其中，|当月增长5%
_YEAR = len("2021")
_DAY = len("2021-11-23")
_AGAINST = pattern("[比较](?:上年|去年|上一年)")
_ANNUAL = pattern("(?<![占完成])(?:当年|年度|全年)(?:计划|目标|任务|预算)")  # 1—6月完成投资3亿元。年度计划|投资5亿元
_YEARLY = pattern("年|预算")  # 完成|年|计划6亿元的83%
_REACH = 2000  # characters; in one-line documents nothing else ends a paragraph
_START = attrgetter("start")
RULE, PLANNED, ACTUAL = Status.RULE, Status.PLANNED, Status.ACTUAL  # bound once: Python 3.11 looks members up slowly


class Clock:
    """The times of one text, told to its amounts in text order."""

    def __init__(self, normal: NormalText, found: Found, places: tuple[Place, ...], dates: Dates, terms: int) -> None:
        self._times, base = times(normal, found, places, dates), dates.base
        self.normal = normal
        first = found.amounts[0].start if found.amounts else 0
        self.base = base._replace(part=stretch(normal.text, self._times, first, places, base) or base.part)
        self._reported = Reported(normal.text, self._times)
        self._course = Course(normal.text, self.base)
        self._leads = Leads(normal.text, places, self._times, base)
        self._terms = terms  # where the terms of a report are explained
        self._at = 0  # so many times stand before the latest amount
        self._next = self._times[0].start if self._times else len(normal.text)  # where the next of them begins
        self._frame: Time | None = None
        self._wide: Time | None = None
        self._term: Time | None = None  # the latest span of years
        self._spans: dict[int, list[str]] = {}  # where a section begins → the spans of years in its heading
        self._home: Place | None = None  # the section of the latest amount
        self._around: Time | None = None  # what its paragraph says
        self._over: Time | None = None  # what anything around its clause says
        self._whole = self._present = 0
        self._sentence = self._since = 0  # where the sentence begins, and where the first that 其中 goes on with
        self._untold = False  # whether the time said for the amount is of no known year
        self._defaults: dict[tuple[Status, tuple[str, ...]], str | None] = {}
        self._values = Values(normal)
        self._turns: Sequence[Time] = ()  # the years of the latest list, one for each of its amounts
        self._own: Time | None = None  # what the clause of the latest amount says
        self._stop = -1  # where that ends
        self._starts = {m.start: m for m in self._times if m.value and m.value != UNTOLD}

    def time(
        self, amount: Amount, slot: Slot, home: Place | None, heads: Sequence[Range] = (), *, bare: bool = False
    ) -> Time | None:
        """The time said for an amount: by the heads of its cell, in its clause, by what opens its section.

        ``bare`` is a change that has no words before it but those.
        """
        passed = self._next < amount.start
        own = self._advance(amount, slot) if passed else None
        if own is None and (slot.place or self._goes_on(amount, slot, bare)):
            own = self._own  # 2014年贫困户96户、|98户
        self._own, self._stop = own, slot.stop
        sentence = slot.sentence
        if sentence != self._sentence:
            self._since = self._since if goes_on(self.normal.text, self._since, sentence) else sentence
        if passed or sentence != self._sentence or home is not self._home:
            self._sentence, self._home = sentence, home
            self._surround(amount, home)
        headed = self._headed(heads) if heads else None
        time = headed or (self._in_turn(amount, slot) if slot.size > 1 else None) or own or self._over
        self._untold = time is not None and time.value == UNTOLD
        return None if self._untold else time

    def _goes_on(self, amount: Amount, slot: Slot, bare: bool) -> bool:
        """2014年贫困户96户|475人; 投资上半年完成3亿元，增长|5%: what the words before say holds of this amount too."""
        return slot.clause < slot.left == amount.start or (bare and slot.clause == self._stop + 1)

    def _surround(self, amount: Amount, home: Place | None) -> None:
        """What stands around a clause says the same of all amounts of a sentence, until a time or a section comes between."""
        self._around = self._wide if self._wide and self._reaches(self._wide, amount, home) else None
        if self._frame and self._reaches(self._frame, amount, home):
            self._over = self._frame
            return
        lead = self._around or self._leads.time(amount.start, home) or (self._turned(home) if home else None)
        self._over = None if lead and self._later(amount, lead.value) != lead.value else lead

    def _turned(self, home: Place) -> Time | None:
        """Under “十四五”时期成就和“十五五”时期目标: the one of the two that the text spoke of last."""
        if self._term is None or self._term.start < home.start:
            return None
        if home.start not in self._spans:
            named = section.times(home.path[-1], self.base)
            self._spans[home.start] = named if len(named) > 1 and all(map(SPAN.fullmatch, named)) else []
        return self._term if self._term.value in self._spans[home.start] else None

    def _headed(self, heads: Sequence[Range]) -> Time | None:
        """The time that begins where the head of a cell does, or that lasts from one head to another."""
        for first, last in heads:
            one, other = self._starts.get(first), self._starts.get(last)
            if one and other:
                return one if one is other else Time(one.start, other.end, f"{one.value}/{other.value}", one.frame)
        return None

    def _in_turn(self, amount: Amount, slot: Slot) -> Time | None:
        """2023年、2024年|分别增长3%和5%: the one of them that is said for an amount of a list."""
        if slot.place == 0:
            self._turns = in_turn(self.normal.text, amount, slot, self._times[max(0, self._at - slot.size) : self._at])
        return self._turns[slot.place] if self._turns else None

    def _reaches(self, frame: Time, amount: Amount, home: Place | None) -> bool:
        """What opens a sentence holds for its paragraph, a day and what opens a clause for the sentence."""
        if frame.start >= self._since:
            return True
        if not frame.wide or amount.start - frame.end > _REACH or (home and frame.start < home.start):
            return False
        if len(frame.value) >= _DAY and "/" not in frame.value:
            return False
        return self.normal.text.find("\n", frame.end, amount.start) < 0

    def _advance(self, amount: Amount, slot: Slot) -> Time | None:
        """Past the times that stand before an amount; the last of its clause."""
        own: Time | None = None
        first, self._at = self._at, bisect_left(self._times, amount.start, self._at, key=_START)
        self._next = self._times[self._at].start if self._at < len(self._times) else len(self.normal.text)
        for time in self._times[first : self._at]:
            if not time.value:
                own = self._frame = None
                self._end(time)
                continue
            if SPAN.fullmatch(time.value):
                self._term = time
            if time.frame:
                self._frame = time
            if time.wide or (time.frame and self._series(time, slot)):
                self._wide = time if time.wide else None
            if time.start >= slot.clause:
                own = time
        return own

    def _end(self, time: Time) -> None:
        """目前, 全年 and a 今年 of an unknown year end the times said before; 全年 goes on with the year of its paragraph."""
        if self.normal.text.startswith(worded("present"), time.start):
            self._present = time.end
        else:
            self._whole = time.end
        whole = (
            self._wide and len(self._wide.value) == _YEAR and self.normal.text.startswith(worded("year"), time.start)
        )
        self._wide = self._wide if whole else None

    def _series(self, time: Time, slot: Slot) -> bool:
        """一季度增长4%，上半年增长6%: parts of the year in turn, none of which holds for the paragraph."""
        wide = self._wide
        return (
            wide is not None
            and wide.start >= slot.sentence
            and bool(_PART.search(wide.value) and _PART.search(time.value))
        )

    def period(
        self, amount: Amount, slot: Slot, time: Time | None, status: Status, path: tuple[str, ...]
    ) -> Period | None:
        """The period of an amount; a norm has none but one said in its own clause, or the days for which it holds."""
        if self._untold:
            return None
        if status is RULE:
            near = time and time.start >= slot.clause and (time.frame or time.end == amount.start)
            held = time and time.frame and time.start >= slot.sentence and _DAYS.fullmatch(time.value)
            if time and (near or held):
                return self._values.said(time, False)
            return self._rate(amount, slot) if self.base.rates else None
        if status is PLANNED and (time is None or time.start < slot.sentence):
            time = self._due(amount, headed=bool(path)) or time
        value, inherited = self._value(amount, slot, time, status, path)
        if value == UNTOLD:
            return None  # the section is of 近几年
        value = self._course.years(amount, slot, time, value, self._around, path)
        if not value:
            return None
        if status is ACTUAL and self.normal.text.startswith(_THIS_MONTH, slot.clause):
            value = last_month(value)
        if time and time.value == value:
            return self._values.said(time, inherited)
        return self._values.unsaid(value)

    def _rate(self, amount: Amount, slot: Slot) -> Period | None:
        """清溪县2023年低保标准: the sums that it sets are of that year, but not what they were before."""
        sums = amount.unit.dimension.startswith("money") and not rises(self.normal.text, amount, slot)
        return self._values.unsaid(self.base.rates) if sums and self.base.rates else None

    def _due(self, amount: Amount, *, headed: bool) -> Time | None:
        """The deadline that the words behind a task set, in its section."""
        text, times = self.normal.text, self._times[self._at : self._at + NEXT]
        stop = min(self._home.end if self._home else len(text), amount.end + _REACH)
        return due(text, amount, times, stop, headed=headed) if times else None

    def _value(
        self, amount: Amount, slot: Slot, time: Time | None, status: Status, path: tuple[str, ...]
    ) -> tuple[str | None, bool]:
        """The ISO value that its time or what stands around says, and whether it was inherited."""
        text = self.normal.text
        met = plan.met(text, amount) if status is PLANNED else None  # 完成年计划|6亿元|的83%: of the year told
        annual = status is PLANNED and (
            (met and _YEARLY.search(met[0])) or _ANNUAL.search(text, slot.left, amount.start)
        )
        if time:
            return yearly(time.value) if annual and time.start < slot.left else time.value, time.start < slot.sentence
        if amount.start >= self._terms:
            return None, True
        year = self.base.told or self.base.now
        yearlong = annual or (self._whole > slot.sentence and not text.startswith("每", amount.start))
        value = self._later(amount, self._default(amount, ACTUAL if met else status, path))
        if (
            value is None
            and status is PLANNED
            and year
            and (yearlong or _AGAINST.search(text, slot.left, amount.start))
        ):
            return str(year), True  # 预计全年增长6%, 融资成本较上年下降0.5个百分点
        if value and met and not annual and yearly(value) != value:
            return None, True  # 上半年完成计划|6亿元|的43%: the plan of the half or of the year
        return yearly(value) if value and yearlong and _PART.search(value) else value, True

    def _default(self, amount: Amount, status: Status, path: tuple[str, ...]) -> str | None:
        """What its headings, 现将…如下 before it, the title or the date say, where nothing nearer does."""
        reported = self._reported.at(amount.start) if status is ACTUAL else None
        if reported:
            return section.time(path, self.base, status) or reported
        key = status, path
        if key not in self._defaults:
            self._defaults[key] = section.inherited(status, self.base, path)
        return self._defaults[key]

    def _later(self, amount: Amount, value: str | None) -> str | None:
        """目前建成3所 under “十一五”发展情况 is of the year the document speaks of, not of the years of its heading."""
        year = self.base.told or self.base.now
        if not value or not year or not self._present or amount.start - self._present > _REACH:
            return value
        first, _, last = value.partition("/")
        if not last or first[:_YEAR] < str(year) <= last[:_YEAR]:
            return value
        return value if "\n" in self.normal.text[self._present : amount.start] else str(year)
