"""What the rules of naming see (主体的上下文): one amount with the words around it, and what earlier amounts named."""

from __future__ import annotations

from collections import deque

from govdoc.facts.mention import Amount, Shape
from govdoc.facts.words.change import Peeled
from govdoc.facts.words.clause import Slot, closed_since
from govdoc.facts.words.phrase import Range, forms
from govdoc.model.fact import Measure
from govdoc.model.quantity import Bound
from govdoc.text.record import record

# The words stand with another amount.
BORROWED = frozenset(("subject.moved", "subject.same", "subject.remembered", "subject.carried"))
# An amount so bounded may be a condition: 5000万元以上的，奖励9万元.
LIMITS = (Bound.AT_LEAST, Bound.AT_MOST, Bound.OVER, Bound.UNDER, Bound.RANGE)
_SUBJECTS = 4  # no list takes more subjects from earlier clauses
_TRAIL = 16  # no list is longer that another list repeats
_PERCENT = Shape.PERCENT  # bound once: Python 3.11 looks members up slowly


@record
class Named:
    """A subject and the id of the rule that found it."""

    range: Range | None
    rule: str


class Memory:
    """What earlier amounts named: the latest subjects, each once, and one a amount."""

    def __init__(self) -> None:
        self.subjects: deque[Range] = deque(maxlen=_SUBJECTS)
        self.last: Range | None = None  # the latest of them
        self.share: Range | None = None  # the latest that was told in percent
        self.trail: deque[tuple[Range | None, int]] = deque(maxlen=_TRAIL)

    def outside(self, text: str, at: int) -> Range | None:
        """The latest subject before ``at`` that is no part of a bracket closed there: 学历|475人（其中硕士133人），占81%."""
        for said in reversed(self.subjects):
            if said[0] < at and not closed_since(text, said[1], at):
                return said
        return None

    def keep(self, named: Named, size: int, amount: Amount) -> None:
        """Keep a subject for later clauses, the latest last; ``size`` is that of the amount's list."""
        said = named.range
        self.trail.append((said, size))
        if said is None:
            return
        if amount.shape is _PERCENT:
            self.share = said
        if named.rule not in BORROWED:
            if said in self.subjects:
                self.subjects.remove(said)
            self.subjects.append(said)
            self.last = said

    @staticmethod
    def go_on(case: Case, named: Named) -> Named:
        """What later clauses speak of: 地区生产总值 after 地区生产总值连跨3个台阶."""
        if named.range is None or not case.text.endswith(forms("step"), *named.range):
            return named
        spoken = case.own or case.memory.last
        return Named(spoken, named.rule) if spoken else named


@record
class Case:
    """One amount as the rules see it; ``own`` is the phrase before it, ``starts`` and ``ends`` the dates."""

    text: str
    amounts: tuple[Amount, ...]
    amount: Amount
    slot: Slot
    cue: Peeled
    own: Range | None
    kind: Measure
    starts: dict[int, int]
    ends: dict[int, int]
    memory: Memory
