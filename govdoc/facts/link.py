"""Linking (关联): each amount with its subject, measure, change, scope, period, status and indicator.

For each amount, in text order: the words before it say how it changed and what it measures
(``preface``), the rules of ``naming`` find its subject, and scope (``scoping``), time (``period``) and
status are read from its clause or taken from what stands around it.
"""

from __future__ import annotations

from govdoc.facts.case import Memory, Named
from govdoc.facts.change import Peeled
from govdoc.facts.clause import Slot, slots
from govdoc.facts.course import rises
from govdoc.facts.indicator import indicator
from govdoc.facts.measure import direction, stated
from govdoc.facts.mention import Amount, Context, Found, Place, Time
from govdoc.facts.models import quantity
from govdoc.facts.naming import name
from govdoc.facts.period import Clock
from govdoc.facts.phrase import Range, forms
from govdoc.facts.preface import Preface
from govdoc.facts.scoping import Scopes
from govdoc.facts.section import homes
from govdoc.facts.status import Judge
from govdoc.facts.table import Cell, cells
from govdoc.facts.times import Dates
from govdoc.facts.unit import rule
from govdoc.model.fact import Change, Fact, Measure, Status
from govdoc.text.normal import NormalText
from govdoc.text.pattern import pattern
from govdoc.text.record import changed

_PROJECTS = ("项目", "工程", "生产线", "装置", "机组", "电站")
_BUILT = tuple(f"{what}{part}" for what in _PROJECTS for part in ("", "主体", "一期", "二期", "三期"))  # 乙烯项目主体
_BUILT_ENDS = frozenset(what[-1] for what in _BUILT)
_ALIKE = f"等(?:重大|重点)?(?:{'|'.join(_PROJECTS)})"
_SUCH, _LISTED = pattern(_ALIKE), pattern(f"、[^，]*{_ALIKE}")  # 2万吨仓储|等项目, 年产3万吨板材|、热电联产等项目
_ANNIVERSARY = "周年"  # 建县|70周年| comes with the year, planned or not
_EXTENTS = ("person", "money", "ratio", "area", "length", "number")  # 40万亩农田项目 is as large as what was done
_GENERAL = ("一般在", "一般为", "一般是")  # 年降水量一般在|400毫米以下
_stating = Fact.trusted
_CHANGE = Measure.CHANGE  # bound once: Python 3.11 looks members up slowly
_PLANNED, _ACTUAL = Status.PLANNED, Status.ACTUAL  # bound once: Python 3.11 looks members up slowly


def link(normal: NormalText, found: Found, context: Context, dates: Dates) -> tuple[Fact, ...]:
    """One fact an amount, in text order."""
    return tuple(_Linker(normal, found, context, dates).facts(context.places))


def _floor(amount: Amount, home: Place | None) -> int:
    """Where the words that may speak of an amount begin: behind its heading, or with it when it stands there."""
    if home is None:
        return 0
    return home.title_end if home.title_end <= amount.start else home.title


class _Linker:
    """The thread of one text: what earlier clauses said, while the amounts go by."""

    def __init__(self, normal: NormalText, found: Found, context: Context, dates: Dates) -> None:
        self.normal, self.text, self.amounts = normal, normal.text, found.amounts
        self.memory = Memory()
        self.preface = Preface(self.text, found, self.memory)
        self.scopes = Scopes(self.text, found.amounts)
        self.clock = Clock(normal, found, context.places, dates)
        self.judge = Judge(normal, context, dates)

    def facts(self, places: tuple[Place, ...]) -> list[Fact]:
        """The facts, in text order."""
        table = cells(self.text, self.amounts)
        around = homes([a.start for a in self.amounts], places)
        floors = [_floor(a, home) for a, home in zip(self.amounts, around, strict=True)]
        found = slots(self.text, self.amounts, self.normal.gaps, floors)
        return [self._fact(a, found[i], around[i], table.get(i)) for i, a in enumerate(self.amounts)]

    def _fact(self, amount: Amount, slot: Slot, home: Place | None, cell: Cell | None) -> Fact:
        case = self.preface.case(amount, slot)
        named = Named(cell.subject, "subject.cell") if cell else name(case)
        self.memory.keep(named if cell else self.memory.go_on(case, named), slot.size, amount)
        where = cell.scope if cell else self.scopes.scope(case, named)
        path = home.path if home else ()
        time = self.clock.time(amount, slot, home, cell.times if cell else ())
        if time and case.cue.basis and case.cue.basis[0] <= time.start < case.cue.basis[1]:
            time = None  # 比“十三五”时期增长: no time of the amount
        near = changed(slot, sentence=min(slot.sentence, time.start)) if cell and time else slot
        capacity = self._capacity(amount, named, slot.stop)
        judged = self.judge.status(amount, near, home, named, case.cue, time, cell)
        status = self._status(amount, near, judged, capacity)
        first, last = self._hull(amount, slot, named.range, where, case.cue.basis)
        span, text = self.normal.words(first, last)
        subject = self.normal.phrase(*named.range) if named.range else None
        timeless = capacity or self._lasting(amount, named, slot, time)
        kind = stated(self.text, amount, case.kind, named.range, celled=cell is not None)
        return _stating(
            span=span,
            text=text,
            subject=subject,
            indicator=indicator(subject.value) if subject else None,
            quantity=quantity(self.normal, amount),
            measure=kind,
            change=self._change(amount, case.cue) if kind is _CHANGE else None,
            scope=self.normal.phrase(*where) if where else None,
            period=None if timeless else self.clock.period(amount, slot, time, status, path),
            status=_ACTUAL if amount.unit.symbol == _ANNIVERSARY and status is _PLANNED else status,
            section=path,
            rules=(*amount.rules, *rule(amount.unit.symbol), named.rule, *case.cue.rules),
        )

    def _status(self, amount: Amount, slot: Slot, judged: Status, capacity: bool) -> Status:
        """The capacity of a project under way is planned, where a plan sets out from is not."""
        if judged is _PLANNED and rises(self.text, amount, slot):
            return _ACTUAL  # 由450吨提高到1000吨
        built = judged is not _ACTUAL or not capacity or amount.unit.dimension == "voltage"
        return _PLANNED if not built and self.judge.unfinished(slot) else judged

    def _capacity(self, amount: Amount, named: Named, stop: int) -> bool:
        """120万吨乙烯项目, 年产3万吨板材、热电联产等项目: the size of a project is of no year."""
        if named.rule != "subject.after" or named.range is None or amount.unit.dimension in _EXTENTS:
            return False
        end = named.range[1]
        yearly = self.text.endswith("年产", 0, amount.start)
        ended = self.text[end - 1] in _BUILT_ENDS and self.text.endswith(_BUILT, *named.range)
        built = ended or _SUCH.match(self.text, end)
        if not built:
            return yearly and _LISTED.search(self.text, amount.end, stop) is not None
        products = amount.unit.symbol != "条" and "生产线" in self.text[slice(*named.range)]  # 3万只|生产线, but 2条
        return yearly or amount.unit.dimension != "count" or products

    def _lasting(self, amount: Amount, named: Named, slot: Slot, time: Time | None) -> bool:
        """境内最高海拔1200米, 年降水量一般在400毫米以下, 每年可节电3万度: of no year but one that the sentence says."""
        if time is not None and time.start >= slot.sentence:
            return False
        if named.range and self.text.endswith(forms("nature"), *named.range):
            return True
        return self.text.startswith("每年", slot.left) or self.text.endswith(_GENERAL, slot.left, amount.start)

    def _change(self, amount: Amount, cue: Peeled) -> Change:
        basis = self.normal.phrase(*cue.basis) if cue.basis else None
        return Change.trusted(direction=direction(self.text, amount, cue), basis=basis)

    @staticmethod
    def _hull(amount: Amount, slot: Slot, *said: Range | None) -> Range:
        """The range of an amount and of what was said of it in its sentence."""
        first, last = amount.start, amount.end
        for words in said:
            if words and words[0] >= slot.sentence:
                start, end = words
                first, last = min(first, start), max(last, end)
        return first, last
