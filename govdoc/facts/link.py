"""Linking (关联): each amount with its subject, measure, change, scope, period, status and indicator.

For each amount, in text order: the words before it are read backwards (``change.peel``), they and
its shape say what it measures (``measure``), the rules of ``naming`` find its subject, and scope,
time and status are read from its clause or taken from what stands around it.
"""

from __future__ import annotations

from govdoc.facts.case import BORROWED, Case, Memory, Named
from govdoc.facts.change import Peeled, Word, charged, leading, peel
from govdoc.facts.clause import Slot, slots
from govdoc.facts.indicator import indicator
from govdoc.facts.measure import direction, measure
from govdoc.facts.mention import Amount, Context, Found, Place, Shape, Time
from govdoc.facts.models import quantity
from govdoc.facts.naming import name
from govdoc.facts.object import after
from govdoc.facts.period import Clock, rises
from govdoc.facts.phrase import Range
from govdoc.facts.scope import holds_on, ranked, scope
from govdoc.facts.section import homes
from govdoc.facts.status import Judge
from govdoc.facts.subject import before
from govdoc.facts.table import Cell, cells
from govdoc.facts.unit import rule
from govdoc.facts.year import years
from govdoc.model.fact import Change, Fact, Measure, Status
from govdoc.model.quantity import Role
from govdoc.text.normal import NormalText
from govdoc.text.pattern import pattern

_TAKES = pattern("占(?![比用道有]|地(?![方区]))")  # 外资占比 and 占地面积 are names, 教师占总人数 a statement
_THAN = pattern("(?<![占对同环之入百可])[比较](?![重例率值价])[^，]{2,14}$")  # 从业人员|比“四经普”|增长8%
_PACE = pattern("[^，。]{0,8}(?:增速|增幅|涨幅)(?:[是由]|$)")
_MODALS = "应须要可"
_PROJECTS = ("项目", "工程", "生产线", "装置", "机组", "电站")
_EXTENTS = ("person", "money", "ratio", "area", "length")  # 40万亩农田项目 is as large as what was done
_LOWER = ("降低", "减少", "下降")


def link(normal: NormalText, found: Found, context: Context) -> tuple[Fact, ...]:
    """One fact an amount, in text order."""
    return tuple(_Linker(normal, found, context).facts(context.places))


def _moved(word: Word, amount: Amount) -> bool:
    """降低用电成本30亿元 and 提高待遇5% are changes; 提升改造道路3公里 and 压减文件12份 are counts."""
    return amount.shape is Shape.PERCENT or (word.kind == "down" and word.form in _LOWER)


def _floor(amount: Amount, home: Place | None) -> int:
    """Where the words that may speak of an amount begin: behind its heading, or with it when it stands there."""
    if home is None:
        return 0
    return home.title_end if home.title_end <= amount.start else home.title


class _Linker:
    """The thread of one text: what earlier clauses said, while the amounts go by."""

    def __init__(self, normal: NormalText, found: Found, context: Context) -> None:
        self.normal, self.text, self.amounts = normal, normal.text, found.amounts
        self.starts = {m.start: m.end for m in found.moments}
        self.starts |= {o.start: o.end for o in found.others if o.role is Role.MARKER}
        self.ends = {m.end: m.start for m in found.moments}
        base = years(normal, context)
        self.clock = Clock(normal, found, context.places, base)
        self.judge = Judge(normal, context, base)
        self.memory = Memory()
        self.left: tuple[Peeled, Range | None] = peel("", 0, 0, {}), None
        self.scope: tuple[Range | None, int] = (None, -1)
        self.among: Range | None = None

    def facts(self, places: tuple[Place, ...]) -> list[Fact]:
        """The facts, in text order."""
        table = cells(self.text, self.amounts)
        around = homes((a.start for a in self.amounts), places)
        floors = [_floor(a, home) for a, home in zip(self.amounts, around, strict=True)]
        found = slots(self.text, self.amounts, self.normal.gaps, floors)
        return [self._fact(a, found[i], around[i], table.get(i)) for i, a in enumerate(self.amounts)]

    def _fact(self, amount: Amount, slot: Slot, home: Place | None, cell: Cell | None) -> Fact:
        case = self._case(amount, slot)
        named = Named(cell.subject, "subject.cell") if cell else name(case)
        self.memory.keep(named if cell else self.memory.go_on(case, named), slot.size, amount)
        where = cell.scope if cell else self._scope(case, named)
        path = home.path if home else ()
        time = self.clock.time(amount, slot, home, (cell.label[0], cell.head[0]) if cell else ())
        if time and case.cue.basis and case.cue.basis[0] <= time.start < case.cue.basis[1]:
            time = None  # 比“十三五”时期增长: no time of the amount
        near = slot._replace(sentence=min(slot.sentence, time.start)) if cell and time else slot
        status = self._status(amount, near, home, named, case.cue, time)
        kind = self._stated(amount, case.kind, named, cell)
        return Fact.trusted(
            **self._words(amount, slot, case.cue, named, where),
            quantity=quantity(self.normal, amount),
            measure=kind,
            change=self._change(amount, case.cue) if kind is Measure.CHANGE else None,
            scope=self.normal.phrase(*where) if where else None,
            period=None if self._capacity(amount, named) else self.clock.period(amount, slot, time, status, path),
            status=status,
            section=path,
            rules=(*amount.rules, *rule(amount.unit.symbol), named.rule, *case.cue.rules),
        )

    def _status(
        self, amount: Amount, slot: Slot, home: Place | None, named: Named, cue: Peeled, time: Time | None
    ) -> Status:
        """What the judge says; the capacity of a project under way is planned, where a plan sets out from is not."""
        status = self.judge.status(amount, slot, home, named, cue, time)
        if status is Status.PLANNED and rises(self.text, amount, slot):
            return Status.ACTUAL  # 由450吨提高到1000吨
        built = status is not Status.ACTUAL or not self._capacity(amount, named) or amount.unit.dimension == "voltage"
        return Status.PLANNED if not built and self.judge.unfinished(slot) else status

    def _capacity(self, amount: Amount, named: Named) -> bool:
        """120万吨乙烯项目: the size of a project is of no year."""
        if named.rule != "subject.after" or named.range is None or amount.unit.dimension in _EXTENTS:
            return False
        yearly = self.text.startswith("年产", max(0, amount.start - 2))
        if not self.text.endswith(_PROJECTS, *named.range):
            return False
        return yearly or amount.unit.dimension != "count" or "生产线" in self.text[slice(*named.range)]

    def _stated(self, amount: Amount, kind: Measure, named: Named, cell: Cell | None) -> Measure:
        """A column headed 占比 holds shares; 经济增速是…，目标为6% tells a growth."""
        if cell:
            return Measure.SHARE if "占" in self.text[slice(*cell.subject)] else kind
        paced = kind is Measure.LEVEL and amount.unit.symbol == "%" and named.range and _PACE.match(self.text, *named.range)
        return Measure.CHANGE if paced else kind

    def _case(self, amount: Amount, slot: Slot) -> Case:
        """What the rules of naming see."""
        text = self.text
        if slot.place == 0:
            low = max(slot.clause, self.amounts[slot.head - 1].end if slot.head else 0)
            cue = peel(text, low, amount.start, self.ends)
            self.left = cue, before(text, low, cue.end, self.starts)
        cue, own = self.left
        if own and cue.verb and text[own[1]] in _MODALS:
            own = None  # 各乡镇应组建不少于30人的队伍: whoever has to do it is not counted
        if own and slot.size == 1 and text[amount.start - 1] in "和及与" and after(text, amount.end, slot.right):
            own = None
        if own and not cue.direction and (word := leading(text, *own)) and _moved(word, amount):
            cue, own = (
                cue._replace(direction=word.kind, rules=(*cue.rules, word.rule)),
                (own[0] + len(word.form), own[1]),
            )
        if not cue.direction and amount.shape is Shape.PERCENT and (fee := charged(text, slot.left, cue.end)):
            cue, own = cue._replace(direction=fee[0].kind, rules=(*cue.rules, fee[0].rule)), own or (fee[1], cue.end)
        if cue.direction and not cue.basis:
            cue, own = self._against(slot, cue, own)
        last = self.memory.last
        going_on = last is not None and last[0] >= slot.sentence
        kind = measure(text, slot.clause, amount, slot.right, cue, own is not None, going_on)
        if kind is Measure.SHARE and own:
            own = self._whole(own)
        return Case(text, self.amounts, amount, slot, cue, own, kind, self.starts, self.ends, self.memory)

    def _against(self, slot: Slot, cue: Peeled, own: Range | None) -> tuple[Peeled, Range | None]:
        """从业人员|比“四经普”|增长8%, 办理时间|在10个工作日的基础上|再缩短20%: a basis that is no date."""
        text = self.text
        if own and (than := _THAN.search(text, *own)):
            subject = before(text, own[0], than.start(), self.starts) if than.start() > own[0] else None
            return cue._replace(basis=than.span()), subject
        at = text.rfind("在", slot.clause, cue.end) if text.endswith("基础上", slot.clause, cue.end) else -1
        if at < 0:
            return cue, own
        low = slot.left if at >= slot.left else slot.clause
        return cue._replace(basis=(at, cue.end)), before(text, low, at, self.starts)

    def _whole(self, own: Range) -> Range | None:
        """What has the share: 教师 of 教师占总人数."""
        takes = _TAKES.search(self.text, *own)
        if takes is None:
            return own
        return before(self.text, own[0], peel(self.text, own[0], takes.start(), self.ends).end, self.starts)

    def _scope(self, case: Case, named: Named) -> Range | None:
        """Said in the clause, or, with a borrowed subject, in the clause it is borrowed from."""
        slot, start = case.slot, case.amount.start
        if case.kind is Measure.RANK:
            place, _ = ranked(self.text, slot.left, start)
            if place or slot.left > slot.clause:
                self.among = place or (self.among if self.among and self.among[0] >= slot.sentence else None)
                return self.among
        own = scope(self.text, max(slot.clause, self.amounts[slot.head - 1].end if slot.head else 0), start)
        if not own and named.rule in BORROWED and named.range:
            own = scope(self.text, *named.range)
            if not own and self.scope[1] == slot.sentence:
                return self.scope[0]
        if not own and self.scope[0] and self.scope[1] == slot.sentence and holds_on(self.text, self.scope[0]):
            return self.scope[0]
        if own and named.rule == "subject.list" and named.range:
            own = scope(self.text, *named.range) or (own if holds_on(self.text, own) else None)
        if own and self.text[start - 1] == "等" and not holds_on(self.text, own):
            own = None  # 全社会固定资产投资等6项指标
        self.scope = (own, slot.sentence)
        return own

    def _change(self, amount: Amount, cue: Peeled) -> Change:
        basis = self.normal.phrase(*cue.basis) if cue.basis else None
        return Change.trusted(direction=direction(self.text, amount, cue), basis=basis)

    def _words(self, amount: Amount, slot: Slot, cue: Peeled, named: Named, where: Range | None) -> dict[str, object]:
        """The hull of the fact's words in its sentence, and the subject with its indicator."""
        first, last = amount.start, amount.end
        for words in (named.range, where, cue.basis):
            if words and words[0] >= slot.sentence:
                first = min(first, words[0])
                last = max(last, words[1])
        subject = self.normal.phrase(*named.range) if named.range else None
        span, text = self.normal.words(first, last)
        return {
            "span": span,
            "text": text,
            "subject": subject,
            "indicator": indicator(subject.value) if subject else None,
        }
