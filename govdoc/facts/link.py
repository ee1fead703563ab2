"""Linking (关联): each amount with its subject, measure, change, scope, period, status and indicator.

The rules, in the order they are asked:

1. ``subject.rank``    居全省第3位: the words before 居, or the subject before
2. ``subject.list``    A、B分别下降4%、5%: one member a value; without members the subjects before
3. ``subject.before``  a change (增长5.2%) or a rate belongs to the words before it
4. ``subject.after``   72名安置帮教人员: a noun behind the amount
5. ``subject.left``    信访案件34宗: the noun before it
6. ``subject.carried`` ，增长8%: the subject of an earlier clause
7. ``subject.verb``    减负超3300亿元: nothing but its verb
"""

from __future__ import annotations

from collections import deque
from typing import NamedTuple

from govdoc.facts.change import Peeled, peel
from govdoc.facts.clause import Slot, slots
from govdoc.facts.indicator import indicator
from govdoc.facts.measure import direction, measure
from govdoc.facts.mention import Amount, Context, Found, Place, Shape
from govdoc.facts.period import Time, Years, default_period, times, years
from govdoc.facts.scope import ranked, scope
from govdoc.facts.status import Turns, genre, local, section
from govdoc.facts.table import Cell, cells
from govdoc.facts.subject import Range, after, award, before, generic, parts, task, verb, weak
from govdoc.model.date import Period
from govdoc.model.fact import Change, Fact, Measure, Status
from govdoc.model.quantity import Bound, Quantity, Role
from govdoc.model.span import Span
from govdoc.text.normal import NormalText

_ANCHORS = ("后", "前", "起")  # 解除后三十天内: a deadline, what is due follows
_OWN_FIRST = (Shape.PERCENT, Shape.SPAN)
_AGES = ("岁", "周岁", "年")
_LIMITS = (Bound.AT_LEAST, Bound.AT_MOST, Bound.UNDER)
_MEMORY = 4  # no list takes more subjects from earlier clauses


class Named(NamedTuple):
    """A subject and the rule that found it."""

    range: Range | None
    rule: str


def link(normal: NormalText, found: Found, context: Context) -> tuple[Fact, ...]:
    """One fact an amount, in text order."""
    return tuple(_Linker(normal, found, context).facts())


class _Linker:
    """The thread of one document: what earlier clauses said, while the amounts go by."""

    def __init__(self, normal: NormalText, found: Found, context: Context) -> None:
        self.normal, self.text, self.amounts, self.context = normal, normal.text, found.amounts, context
        self.starts = {m.start: m.end for m in found.moments}
        self.starts |= {o.start: o.end for o in found.others if o.role is Role.MARKER}
        self.ends = {m.end: m.start for m in found.moments}
        self.base: Years = years(normal, context)
        self.times: list[Time] = times(normal, found, self.base)
        self.genre = genre(normal, context)
        self.turns = Turns(self.text) if self.genre is Status.ACTUAL else None
        self.sections: dict[tuple[str, ...], Status | None] = {}
        self.subjects: deque[Range] = deque(maxlen=_MEMORY)
        self.scope: tuple[Range, int] | None = None
        self.cells: dict[int, Cell] = cells(self.text, self.amounts)
        self.time = 0
        self.frame: Time | None = None
        self.place = 0

    def facts(self) -> list[Fact]:
        made = []
        places = self._places()
        for i, (amount, slot) in enumerate(zip(self.amounts, slots(self.text, self.amounts), strict=True)):
            made.append(self._fact(amount, slot, places[i], self.cells.get(i)))
        return made

    def _places(self) -> list[Place | None]:
        """The innermost section of each amount."""
        made: list[Place | None] = []
        stack: list[Place] = []
        places, at = self.context.places, 0
        for amount in self.amounts:
            while at < len(places) and places[at].start <= amount.start:
                stack.append(places[at])
                at += 1
            while stack and stack[-1].end <= amount.start:
                stack.pop()
            made.append(stack[-1] if stack else None)
        return made

    def _fact(self, amount: Amount, slot: Slot, place: Place | None, cell: Cell | None) -> Fact:
        text = self.text
        low = slot.left if slot.place == 0 else max(slot.clause, self.amounts[slot.head - 1].end if slot.head else 0)
        end = self.amounts[slot.head].start
        cue = peel(text, low, end, self.ends)
        own = before(text, low, cue.end, self.starts)
        kind = measure(text, slot.clause, amount, slot.right, cue, own is not None)
        named = Named(cell.subject, "subject.cell") if cell else self._subject(amount, slot, cue, own, kind)
        time = self._time(amount, slot)
        status = self._status(amount, slot, place, named, time)
        if named.range and named.rule not in ("subject.carried", "subject.remembered"):
            if named.range in self.subjects:
                self.subjects.remove(named.range)
            self.subjects.append(named.range)
        where = cell.scope if cell else self._scope(amount, slot, named, kind)
        period = self._period(slot, place, status, time)
        return self._made(amount, slot, cue, kind, named, where, period, status, place)

    def _subject(self, amount: Amount, slot: Slot, cue: Peeled, own: Range | None, kind: Measure) -> Named:
        """The first rule that finds one."""
        if kind is Measure.RANK:
            return self._ranked(amount, slot)
        if slot.size > 1:
            return self._member(slot, own, kind)
        given = award(self.text, amount.end, slot.right) if kind is not Measure.CHANGE else None
        if given:
            return Named(given, "subject.award")
        if amount.shape is Shape.SPAN and self.text[slot.left : amount.start].endswith(_ANCHORS):
            due = task(self.text, amount.end, slot.stop)
            return Named(due or own, "subject.task")
        if own and weak(self.text, own):
            own = self._topic(slot) or own
        if own and (kind is Measure.CHANGE or amount.shape in _OWN_FIRST or amount.unit.symbol == "折"):
            return Named(own, "subject.before")
        follows = self._follows(amount, slot, own)
        if follows:
            return Named(follows, "subject.after")
        if own:
            return Named(own, "subject.left")
        alone = verb(self.text, slot.left, self.amounts[slot.head].start) if kind is not Measure.CHANGE else None
        if alone:
            return Named(alone, "subject.verb")
        return self._carried(slot)

    def _follows(self, amount: Amount, slot: Slot, own: Range | None) -> Range | None:
        """The noun behind an amount, or behind the amounts that touch it: 最高500万元最长3年的担保贷款."""
        text, at, right = self.text, amount.end, slot.right
        for touching in self.amounts[slot.last + 1 : slot.last + 3]:
            if touching.start != at or own:
                break
            at, right = touching.end, slot.stop
        if own and text.startswith("的", at):
            return None
        if text.startswith("的", at) and generic(text, at + 1):
            return None
        return after(text, at, right)

    def _ranked(self, amount: Amount, slot: Slot) -> Named:
        _, end = ranked(self.text, slot.left, amount.start)
        cue = peel(self.text, slot.left, end, self.ends)
        own = before(self.text, slot.left, end if cue.direction else cue.end, self.starts)
        return Named(own, "subject.rank") if own else self._carried(slot)

    def _member(self, slot: Slot, own: Range | None, kind: Measure) -> Named:
        """One of a list of amounts."""
        members = parts(self.text, own) if own else []
        if len(members) == slot.size:
            return Named(members[slot.place], "subject.list")
        last = self.amounts[slot.last]
        given = award(self.text, last.end, slot.stop) if kind is not Measure.CHANGE else None
        if given:
            return Named(given, "subject.award")
        follows = after(self.text, last.end, slot.stop) if kind is not Measure.CHANGE and not own else None
        if follows:
            return Named(follows, "subject.after")
        if own:
            return Named(own, "subject.left")
        if len(self.subjects) >= slot.size:
            return Named(self.subjects[slot.place - slot.size], "subject.remembered")
        return self._carried(slot)

    def _carried(self, slot: Slot) -> Named:
        """The subject of an earlier clause of the sentence; else what an earlier clause speaks of; else the last."""
        last = self.subjects[-1] if self.subjects else None
        if last and last[0] >= slot.sentence:
            return Named(last, "subject.carried")
        topic = self._topic(slot)
        if topic:
            return Named(topic, "subject.topic")
        return Named(last, "subject.carried")

    def _topic(self, slot: Slot) -> Range | None:
        """The phrase of the clause before, or before the bracket: 创建情况材料（3000字以内）."""
        end = slot.clause - 1
        if end <= slot.sentence:
            return None
        bracket = self.text[end] == "（"
        while end > slot.sentence:
            start = max(slot.sentence, *(self.text.rfind(mark, slot.sentence, end) + 1 for mark in "，；："))
            found = before(self.text, start, end, self.starts)
            if found:
                return parts(self.text, found)[-1] if bracket else found
            end = start - 1
        return None

    def _scope(self, amount: Amount, slot: Slot, named: Named, kind: Measure) -> Range | None:
        text = self.text
        if kind is Measure.RANK:
            place, _ = ranked(text, slot.left, amount.start)
            if place:
                return place
        own = scope(text, slot.clause, amount.start)
        if not own and named.rule in ("subject.carried", "subject.remembered") and self.scope:
            return self.scope[0] if self.scope[1] == slot.sentence else None
        self.scope = (own, slot.sentence) if own else None
        return own

    def _status(self, amount: Amount, slot: Slot, place: Place | None, named: Named, time: Time | None) -> Status:
        if self._attribute(amount, slot, named):
            return Status.RULE
        if time and self.base.now and self.genre is not Status.RULE:
            year = int(time.value.rpartition("/")[2][:4])
            if year > self.base.now:
                return Status.PLANNED
            if year < self.base.now and not (self.base.told is None and time.start < slot.sentence):
                return Status.ACTUAL
        return local(self.text, slot.clause, slot.stop, self._default(amount, place))

    def _default(self, amount: Amount, place: Place | None) -> Status:
        """What the surroundings say."""
        path = place.path if place else ()
        if path not in self.sections:
            self.sections[path] = section(path, self.base)
        named = self.sections[path]
        if named and (self.genre is not Status.RULE or named is Status.RULE):
            return named
        turned = self.turns.at(amount.start, place.start if place else 0) if self.turns else None
        return turned or self.genre

    def _attribute(self, amount: Amount, slot: Slot, named: Named) -> bool:
        """60岁以上老年人, 亿元以上重大项目120个: a condition of what is counted, not a count."""
        if named.rule not in ("subject.after", "subject.list") or amount.bound is Bound.EXACT:
            return False
        return amount.unit.symbol in _AGES or (
            amount.bound in _LIMITS and slot.right < slot.stop and self.text[amount.end] != "的"
        )

    def _time(self, amount: Amount, slot: Slot) -> Time | None:
        """The time said in the clause, or the frame said at the head of an earlier clause of the paragraph."""
        own: Time | None = None
        while self.time < len(self.times) and self.times[self.time].start < amount.start:
            time = self.times[self.time]
            self.time += 1
            if time.frame:
                self.frame = time
            if time.start >= slot.clause:
                own = time
        if self.frame and self.text.find("\n", self.frame.end, amount.start) >= 0:
            self.frame = None
        return own or self.frame

    def _period(self, slot: Slot, place: Place | None, status: Status, time: Time | None) -> Period | None:
        if status is Status.RULE:
            return None
        if time:
            return self._timed(time, time.start < slot.sentence)
        value = default_period(status, self.base, place.path if place else ())
        if not value:
            return None
        span = self.context.title or (0, 0)
        return Period.trusted(
            span=self.normal.span(*span), text=self.normal.verbatim(*span), value=value, inherited=True
        )

    def _timed(self, time: Time, inherited: bool) -> Period:
        return Period.trusted(
            span=self.normal.span(time.start, time.end),
            text=self.normal.verbatim(time.start, time.end),
            value=time.value,
            inherited=inherited,
        )

    def _made(
        self,
        amount: Amount,
        slot: Slot,
        cue: Peeled,
        kind: Measure,
        named: Named,
        where: Range | None,
        period: Period | None,
        status: Status,
        place: Place | None,
    ) -> Fact:
        normal = self.normal
        subject = normal.phrase(*named.range) if named.range else None
        change = None
        if kind is Measure.CHANGE:
            basis = normal.phrase(*cue.basis) if cue.basis else None
            change = Change.trusted(direction=direction(self.text, amount, cue), basis=basis)
        ranges = [r for r in (named.range, where, cue.basis) if r and r[0] >= slot.sentence]
        first = min([amount.start, *(r[0] for r in ranges)])
        last = max([amount.end, *(r[1] for r in ranges)])
        span = normal.span(amount.start, amount.end)
        quantity = Quantity.trusted(
            span=span,
            text=normal.source[span.start : span.end],
            value=amount.value,
            low=amount.low,
            high=amount.high,
            parts=amount.parts,
            unit=amount.unit,
            bound=amount.bound,
        )
        return Fact.trusted(
            span=normal.span(first, last),
            text=normal.verbatim(first, last),
            quantity=quantity,
            subject=subject,
            measure=kind,
            change=change,
            scope=normal.phrase(*where) if where else None,
            period=period,
            status=status,
            indicator=indicator(subject.value) if subject else None,
            section=place.path if place else (),
            rules=(*amount.rules, named.rule, *cue.rules),
        )
