"""Status (状态): whether it happened, is intended, or is a norm.

A time beside the amount and words beside it decide first (2027年, 力争, 已建), then the labels of the
section (2026年重点工作) or the head of the column (招生任务), then a sentence that turned the text (一年来，我们…), then the
kind of text (``genre``).
"""

from __future__ import annotations

from bisect import bisect_right

from govdoc.facts import expected, happened, intent, norm, section
from govdoc.facts.case import Named
from govdoc.facts.change import Peeled
from govdoc.facts.clause import Slot
from govdoc.facts.genre import genre, title, titled
from govdoc.facts.mention import Amount, Context, Place, Time
from govdoc.facts.section import said
from govdoc.facts.table import Cell
from govdoc.facts.times import Dates
from govdoc.facts.year import ending
from govdoc.model.fact import Status
from govdoc.model.quantity import Bound
from govdoc.text.normal import NormalText
from govdoc.text.pattern import pattern

_PLANNED, _HOPED = said("planned"), said("estimate")
_ESTIMATED, _INTENDED = said("estimate", "expected"), said("estimate", "expected", "planned")
_ACTUAL, _PASSED, _FINISHED = said("actual"), said("actual", "lapse"), said("finished")
_NORM, _RULED = said("norm"), said("rule", "norm")
_DEMANDS = {"section_demand": Status.PLANNED}
_DECIDING = ("函", "批复", "请示", "纪要")
_BELOW = ("以下", "如下", "下列")  # 特制定以下|十项举措
_INTENT = 90  # 力争 is remembered so many characters
_UNTIL = pattern(r"(?:\A|[，。；：、（）”\n]|力争|争取|确保|计划|目标|预计)到$")  # |到|2030年, but not 增加到2024年的
_BEFORE = 3  # characters of 力争到
_HENCE = pattern("，(?:即|视为|视同|方可)")  # 经过60日|，即视为送达
_YEAR_AGO = ("去年", "上年")
_YEAR, _MONTH = len("2021"), len("2021-11")
_DUE = pattern("[底末]|.[底末]?前")  # 6月底前
_AT_MOST = Bound.AT_MOST
PLANNED, ACTUAL, RULE = Status.PLANNED, Status.ACTUAL, Status.RULE  # bound once: Python 3.11 looks members up slowly


def local(text: str, low: int, high: int, default: Status, kind: Status) -> Status:
    """The words of the clause around an amount against the default of its surroundings; 应当 wins over 召开.

    >>> local("力争接待游客90万人次", 0, 11, Status.ACTUAL, Status.ACTUAL)
    <Status.PLANNED: 'planned'>
    """
    if _PLANNED.search(text, low, high):
        return PLANNED
    if default is ACTUAL:
        return default
    past = _PASSED if default is RULE and not _HENCE.match(text, high) else _ACTUAL
    if past.search(text, low, high) and not _NORM.search(text, low, high):
        return ACTUAL
    if default is PLANNED and kind is not ACTUAL and _RULED.search(text, low, high):
        return RULE
    return default


class Judge:
    """Status for the amounts of one text."""

    def __init__(self, normal: NormalText, context: Context, dates: Dates, terms: int) -> None:
        self._text, self._base, self._date = normal.text, dates.base, context.date or ""
        self._genre = genre(normal, context)
        self._loose = self._genre is RULE and titled(title(normal, context)) is None
        self._title = context.title[1] if context.title else 0
        self._terms = terms  # where the terms of a report are explained
        self._labels = {place.path[0] for place in context.places if len(place.path) == 1}
        self._after = dates.after
        self._open_year = expected.year_is_open(dates.base, self._date)
        self._letter = title(normal, context).endswith(_DECIDING)
        self._plans, self._quotas = intent.labelled(self._text), intent.quotas(self._text)
        self._orders: dict[str, int] = {}
        self._sections: dict[tuple[str, ...], tuple[Status, Status | None, Status | None]] = {}
        turns = list(intent.turns(self._text)) if self._genre is ACTUAL else []
        self._turns, self._turned = [at for at, _ in turns], [status for _, status in turns]
        self._next = next((at for at, status in turns if status is PLANNED), len(self._text))  # the first of 下一步

    def status(
        self,
        amount: Amount,
        slot: Slot,
        home: Place | None,
        named: Named,
        cue: Peeled,
        time: Time | None,
        cell: Cell | None = None,
    ) -> Status:
        """The first that speaks: what the amount is, its time, the words of its clause, its table, its surroundings."""
        if said := norm.by_itself(self._text, amount, slot, named):
            return said
        kind, heading, default = self._around(home)
        if amount.start >= self._terms:
            default = self._explained(slot)
        elif default is None or (default is ACTUAL and amount.start > self._next):
            default = self._turned_at(amount, home, told=default) or default or kind  # 二、存在的问题…下一步，将培训2次
        if cell:
            default = self._headed(cell, time, default)
        if default is ACTUAL and (
            (self._plans and intent.within(self._plans, amount.start))
            or (self._quotas and intent.within(self._quotas, amount.start))
        ):
            default = PLANNED
        if self._letter and default is PLANNED:
            kind = default  # what minutes and letters decide may be a norm
        if (kind is not ACTUAL or amount.bound is _AT_MOST) and norm.limit(
            self._text, amount, slot, told=kind is ACTUAL
        ):
            return RULE
        if default is kind and (
            (cue.basis and happened.compared(self._text, amount, slot, cue.basis))
            or (kind is not ACTUAL and happened.measured(self._text, amount, slot))
            or (kind is not ACTUAL and happened.conveyed(self._text, amount, slot))
        ):
            return ACTUAL
        if (time and happened.since(self._text, time, slot)) or (
            default is PLANNED and norm.divided(self._text, amount)
        ):
            return ACTUAL
        if (default is RULE and norm.summed(self._text, amount)) or (
            norm.measures(self._text, amount) and self._set_out(amount, default)
        ):
            return ACTUAL
        if default is RULE and (self._relative(amount, slot, cue) or norm.ordered(self._text, amount, slot)):
            return PLANNED
        return self._timed(amount, slot, time, default) or self._worded(amount, slot, heading, default, kind)

    def _explained(self, slot: Slot) -> Status:
        """Where the terms of a report are explained: “百千万”工程：培育企业10家左右 is a task, 三网：三类管网 stands."""
        return PLANNED if norm.tasked(self._text, slot) else ACTUAL

    def _set_out(self, amount: Amount, default: Status) -> bool:
        """Whether measures stand: those that a norm sets out, in a plan those of its title and 以下十项举措."""
        return default is RULE or amount.end <= self._title or self._text.endswith(_BELOW, 0, amount.start)

    def _headed(self, cell: Cell, time: Time | None, default: Status) -> Status:
        """The head of a column says that it is a task; where heads name years, a cell is no norm."""
        said = titled(self._text[slice(*cell.head)])
        dated = time is not None and any(time.start == first for first, _ in cell.times)
        return said or (PLANNED if dated and default is RULE else default)

    def unfinished(self, slot: Slot) -> bool:
        """年产3万吨的项目开工: a capacity that nobody yet has."""
        return not _FINISHED.search(self._text, slot.clause, slot.stop)

    def _around(self, home: Place | None) -> tuple[Status, Status | None, Status | None]:
        """What the text around a section says: its document, the labels over it, and both together.

        Where the last is None, the last turn of the text says it, else the document.
        """
        path = home.path if home else ()
        said = self._sections.get(path)
        if said is None:
            kind = self._kind(path)
            labels = section.status(path[path[0] not in self._labels :] if path else path, self._base)
            said = self._sections[path] = kind, labels, self._default(path, kind, labels)
        return said

    def _kind(self, path: tuple[str, ...]) -> Status:
        """What the document, or the enclosure a section stands in, says by its title."""
        enclosed = path and path[0] not in self._labels
        return (titled(path[0]) if enclosed else None) or self._genre

    def _default(self, path: tuple[str, ...], kind: Status, labels: Status | None) -> Status | None:
        """What the labels of the section say; those of a norm plan nothing, in a report what stands behind plans does."""
        if labels and (kind is not RULE or labels is not PLANNED or self._loose):
            return labels
        demands = path and (path[0] in self._after or section.last_said("".join(path), _DEMANDS))
        return PLANNED if kind is ACTUAL and demands else None

    def _turned_at(self, amount: Amount, home: Place | None, told: Status | None) -> Status | None:
        """What the last sentence says that turned the section; one that is told turns with a sentence: 。|下一步，将培训2次."""
        last = bisect_right(self._turns, amount.start) - 1
        if last < 0 or self._turns[last] < (home.start if home else 0):
            return None
        opens = self._text[self._turns[last] - 1] in "。；\n"
        return self._turned[last] if opens or told is None else None

    def _worded(self, amount: Amount, slot: Slot, heading: Status | None, default: Status, kind: Status) -> Status:
        """The words of the clause; 力争 holds for the sentence, 预计 where no heading says that it is past."""
        if default is RULE and self._text.startswith(_YEAR_AGO, slot.sentence):
            default = ACTUAL  # 去年入学7932名，其中随迁子女2146名
        low = max(slot.sentence, amount.start - _INTENT)
        if not _INTENDED.search(self._text, low, slot.stop):
            if default is ACTUAL:
                soon = self._text.startswith(intent.SOON, slot.stop) and intent.to_be_paid(self._text, amount, slot)
                return PLANNED if soon else default
            return local(self._text, slot.clause, slot.stop, default, kind)
        if self._estimated(low, amount, slot, heading, default):
            return PLANNED
        if default is RULE:
            ruled = _RULED.search(self._text, slot.clause, slot.stop)
            intended = not ruled and _PLANNED.match(self._text, slot.sentence)  # 力争招引项目12个，新建充电桩6个
        else:
            done = _ACTUAL.search(self._text, slot.left, amount.start)  # 需资金3500万元，已筹措|1200万元
            intended = not done and _PLANNED.search(self._text, low, amount.start)
            if intended and intent.ended(self._text, _PLANNED, low, amount.start):
                intended = None
        if intended:
            return PLANNED
        return local(self._text, slot.clause, slot.stop, default, kind)

    def _estimated(self, low: int, amount: Amount, slot: Slot, heading: Status | None, default: Status) -> bool:
        """Whether an estimate is of what is to come; a report whose year is nearly over estimates what has happened."""
        if default is ACTUAL and not _HOPED.search(self._text, low, amount.start):
            return expected.ahead(self._text, low, amount, slot, open_year=self._open_year)
        return heading is None and _ESTIMATED.search(self._text, low, amount.start) is not None

    def _timed(self, amount: Amount, slot: Slot, time: Time | None, default: Status) -> Status | None:
        """A time after that of speaking is a plan, one before it has happened."""
        now = self._base.now
        if time is None:
            return None
        if default is not RULE and self._until(time) and (now is None or int(time.value[:_YEAR]) >= now):
            return self._ahead(amount, slot, default)
        if now is None:
            return None
        order = self._orders.get(time.value)
        if order is None:
            order = self._orders[time.value] = self._order(time, now)
        if default is RULE:
            return self._norm_at(slot, time, order)
        if order <= 0:
            return self._past(slot, time, default, order, now)
        return ACTUAL if self._told_later(amount, time, default) else self._ahead(amount, slot, default)

    def _told_later(self, amount: Amount, time: Time, default: Status) -> bool:
        """2019年7月至2020年6月，共查出|20个 in a report on 2019 without a date: it was written after that."""
        told = self._base.told if self._base.told == self._base.now and not self._date else None
        if default is not ACTUAL or told is None or int(ending(time.value)[:_YEAR]) != told + 1:
            return False
        return not _PLANNED.search(self._text, time.end, amount.start) and intent.happened(
            self._text, time.end, amount.start
        )

    def _until(self, time: Time) -> bool:
        """|到|2030年, 力争到2030年: up to which something is meant to be."""
        text, start = self._text, time.start
        return text.endswith("到", 0, start) and _UNTIL.search(text, max(0, start - _BEFORE), start) is not None

    def _ahead(self, amount: Amount, slot: Slot, default: Status) -> Status | None:
        """A time to come: a plan, but for 老年人占比已达22%, and in a plan for 原则上不超过3年."""
        if _ACTUAL.search(self._text, slot.left, amount.start):
            return ACTUAL
        normed = default is PLANNED and _NORM.search(self._text, slot.clause, slot.stop)
        return None if normed else PLANNED

    def _past(self, slot: Slot, time: Time, default: Status, order: int, now: int) -> Status | None:
        """A time before that of speaking, or about it: in a report on 2025, 2026年 is a plan."""
        here = time.start >= slot.sentence or self._text.startswith("其中", slot.sentence)
        if default is PLANNED and not here and int(time.value.rpartition("/")[2][:_YEAR]) == now:
            return None
        if order == 0 and here and self._base.told == now - 1 and time.value == str(now):
            return PLANNED
        clause = self._text[slot.clause : slot.stop]  # 去年开工，5000户的住房将得到改善
        if order >= 0 or (time.start < slot.clause and "将" in clause and _PLANNED.search(clause)):
            return None
        return ACTUAL if self._base.told or here else None

    def _norm_at(self, slot: Slot, time: Time, order: int) -> Status | None:
        """A time in the sentence of a norm makes it a plan (6月底前建成) or a report (截至6月底，建成), unless its words are a norm's."""
        if time.start < slot.sentence or _RULED.search(self._text, slot.clause, slot.stop):
            return None
        if order < 0:
            return ACTUAL if time.frame and self._text.startswith("，", time.end) else None
        due = len(time.value) == _MONTH and _DUE.match(self._text, time.end - 1)
        return PLANNED if due or len(time.value) == _YEAR else None

    def _order(self, time: Time, now: int) -> int:
        """Before (-1), at (0) or after (1) the time of speaking, as exactly as both are said."""
        last = ending(time.value)
        spoken = self._date if len(last) > _YEAR and self._date[:_YEAR] == str(now) else str(now)
        size = min(len(last), len(spoken), _MONTH)
        return (last[:size] > spoken[:size]) - (last[:size] < spoken[:size])

    def _relative(self, amount: Amount, slot: Slot, cue: Peeled) -> bool:
        """比上年增长5% in a norm is an aim; 在现行水平上提高50% and 比上年增长5%的企业 are a norm."""
        if cue.basis is None or self._text.startswith("的", amount.end) or self._text[cue.basis[0]] == "在":
            return False
        if happened.each(self._text, cue.basis, amount):
            return False
        return not _RULED.search(self._text, slot.clause, slot.stop)
