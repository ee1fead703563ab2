"""Status (状态): whether it happened, is intended, or is a norm.

The surroundings of an amount give its default: the kind of text (``genre``), a sentence that turned it (一年来，我们…),
the labels of the section (2026年重点工作), the head of the column (招生任务), each stronger than the one before. What
stands beside the amount overrules them: what it is (a limit, a step of a scale), its time (2027年), the words of its
clause (力争, 已建).
"""

from __future__ import annotations

from bisect import bisect_right

from govdoc.facts.mention import Amount, Context, Place, Time
from govdoc.facts.status import expected, happened, intent, norm, standing
from govdoc.facts.status.genre import genre, title, titled
from govdoc.facts.status.tense import Tense
from govdoc.facts.table.meaning import Cell
from govdoc.facts.time import section
from govdoc.facts.time.resolved import Dates
from govdoc.facts.words import telling
from govdoc.facts.words.case import Named
from govdoc.facts.words.change import Peeled
from govdoc.facts.words.clause import Slot
from govdoc.facts.words.telling import said
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
_HENCE = pattern("，(?:即|视为|视同|方可)")  # 经过60日|，即视为送达
_AIMS = ("目标", "目标任务")  # 一、总体|目标 of a norm
_YEAR_AGO = ("去年", "上年")
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
        self._text, self._base = normal.text, dates.base
        self._genre = genre(normal, context)
        self._untitled = titled(title(normal, context)) is None  # its title does not say what kind of text it is
        self._loose = self._genre is RULE and self._untitled
        self._title = context.title[1] if context.title else 0
        self._terms = terms  # where the terms of a report are explained
        self._labels = {place.path[0] for place in context.places if len(place.path) == 1}
        self._after = dates.after
        self._open_year = expected.year_is_open(dates.base, context.date or "")
        self._tense = Tense(normal.text, dates.base, context.date or "")
        self._letter = title(normal, context).endswith(_DECIDING)
        self._plans, self._quotas = intent.labelled(self._text), intent.quotas(self._text)
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
        text = self._text
        if said := norm.by_itself(text, amount, slot, named):
            return said
        kind, heading, default = self._surroundings(amount, slot, home, time, cell)
        if (kind is not ACTUAL or amount.bound is _AT_MOST) and norm.limit(text, amount, slot, told=kind is ACTUAL):
            return RULE
        if default is PLANNED and norm.defined(text, amount, named):
            return RULE
        if self._measured(amount, slot, cue, kind, default) or self._stands(amount, slot, time, default):
            return ACTUAL
        if default is PLANNED and self._untitled and heading is None and home and standing.listed(text, amount, home):
            return ACTUAL
        if default is RULE and (self._relative(amount, slot, cue) or norm.ordered(text, amount, slot)):
            return PLANNED
        return (time and self._tense.status(amount, slot, time, default)) or self._worded(
            amount, slot, heading, default, kind
        )

    def _surroundings(
        self, amount: Amount, slot: Slot, home: Place | None, time: Time | None, cell: Cell | None
    ) -> tuple[Status, Status | None, Status]:
        """What the kind of text, the labels over an amount, and all that stands around it say."""
        kind, heading, default = self._section(home)
        at = amount.start
        if at >= self._terms:
            default = self._explained(slot)
        elif default is None or (default is ACTUAL and at > self._next):
            default = self._turned_at(amount, home, told=default) or default or kind  # 二、存在的问题…下一步，将培训2次
        if cell:
            default = self._headed(cell, time, default)
        if default is ACTUAL and (
            (self._plans and intent.within(self._plans, at)) or (self._quotas and intent.within(self._quotas, at))
        ):
            default = PLANNED
        # what minutes and letters decide may be a norm
        return (default if self._letter and default is PLANNED else kind), heading, default

    def _measured(self, amount: Amount, slot: Slot, cue: Peeled, kind: Status, default: Status) -> bool:
        """Whether words beside an amount say that it has been measured; a heading that says otherwise wins."""
        if default is not kind:
            return False
        if cue.basis and happened.compared(self._text, amount, slot, cue.basis):
            return True
        return kind is not ACTUAL and (
            happened.measured(self._text, amount, slot) or happened.conveyed(self._text, amount, slot)
        )

    def _stands(self, amount: Amount, slot: Slot, time: Time | None, default: Status) -> bool:
        """Whether what an amount counts is there already: since a time, as parts of a whole, as measures that are set out."""
        if time and happened.since(self._text, time, slot):
            return True
        if default is PLANNED and (
            standing.divided(self._text, amount)
            or ((time is None or time.start < slot.sentence) and standing.there(self._text, amount))
        ):
            return True
        if default is RULE and standing.summed(self._text, amount):
            return True
        return standing.measures(self._text, amount) and self._set_out(amount, default)

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

    def _section(self, home: Place | None) -> tuple[Status, Status | None, Status | None]:
        """What a section says: by its document, by the labels over it, and by both together.

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
        if labels and (kind is not RULE or labels is not PLANNED or self._loose or path[-1].endswith(_AIMS)):
            return labels
        demands = path and (path[0] in self._after or telling.last_said("".join(path), _DEMANDS))
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
                if intent.opens(self._text, slot.clause):
                    return PLANNED
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

    def _relative(self, amount: Amount, slot: Slot, cue: Peeled) -> bool:
        """比上年增长5% in a norm is an aim; 在现行水平上提高50% and 比上年增长5%的企业 are a norm."""
        if cue.basis is None or self._text.startswith("的", amount.end) or self._text[cue.basis[0]] == "在":
            return False
        if happened.each(self._text, cue.basis, amount):
            return False
        return not _RULED.search(self._text, slot.clause, slot.stop)
