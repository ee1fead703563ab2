"""Whose figure (归口): the scope of each amount, said in its clause or holding on from an earlier one."""

from __future__ import annotations

from govdoc.facts.case import BORROWED, Case, Named
from govdoc.facts.mention import Amount
from govdoc.facts.phrase import Range
from govdoc.facts.scope import holds_on, ranked, scope
from govdoc.model.fact import Measure


class Scopes:
    """The scopes of one text, told to its amounts in text order."""

    def __init__(self, text: str, amounts: tuple[Amount, ...]) -> None:
        self.text, self.amounts = text, amounts
        self._last: tuple[Range | None, int] = (None, -1)  # the latest scope and its sentence
        self._among: Range | None = None  # among whom the latest rank holds

    def scope(self, case: Case, named: Named) -> Range | None:
        """Said in the clause, or, with a borrowed subject, in the clause it is borrowed from."""
        slot, start = case.slot, case.amount.start
        if case.kind is Measure.RANK:
            place, _ = ranked(self.text, slot.left, start)
            if place or slot.left > slot.clause:
                self._among = place or (self._among if self._among and self._among[0] >= slot.sentence else None)
                return self._among
        own = scope(self.text, max(slot.clause, self.amounts[slot.head - 1].end if slot.head else 0), start)
        if not own and named.rule in BORROWED and named.range:
            own = scope(self.text, *named.range)
            if not own and self._last[1] == slot.sentence:
                return self._last[0]
        if not own and self._last[0] and self._last[1] == slot.sentence and holds_on(self.text, self._last[0]):
            return self._last[0]
        if own and named.rule == "subject.list" and named.range:
            own = scope(self.text, *named.range) or (own if holds_on(self.text, own) else None)
        if own and self.text[start - 1] == "等" and not holds_on(self.text, own):
            own = None  # 全社会固定资产投资等6项指标
        self._last = (own, slot.sentence)
        return own
