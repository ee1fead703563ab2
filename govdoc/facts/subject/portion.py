"""Parts, wholes and gains (占比与增收): 【受灾面积】占【播种面积】16万亩的82% · 产量5000吨，人均【增收】120元."""

from __future__ import annotations

from govdoc.facts.mention import Shape
from govdoc.facts.subject.borrow import carried
from govdoc.facts.words.before import before
from govdoc.facts.words.case import Case
from govdoc.facts.words.phrase import LEAST, Range, measured

_EACH = ("人均", "户均", "村均", "亩均")
_THAN = ("比", "较")
_INCOME = "收入"


def whole(case: Case) -> Range | None:
    """受灾面积占【播种面积】16万亩的82%: the whole that a share is taken of."""
    text, amounts, then = case.text, case.amounts, case.slot.last + 1
    if then >= len(amounts) or amounts[then].start != case.amount.end + 1 or amounts[then].shape is not Shape.PERCENT:
        return None
    at = text.rfind("占", case.slot.left, case.amount.start) + 1
    return before(text, at, case.amount.start, case.starts) if at else None


def part(case: Case) -> Range | None:
    """【受灾面积】占播种面积16万亩的82%: the part, which stands before 占 or was told before."""
    text, head, clause = case.text, case.slot.head, case.slot.clause
    if head == 0 or case.amounts[head - 1].end != case.amount.start - 1:
        return None
    at = text.rfind("占", clause, case.amounts[head - 1].start)
    if at < 0:
        return None
    return before(text, clause, at, case.starts) or case.memory.outside(text, at) or carried(case)


def gain(case: Case) -> Range | None:
    """产量5000吨，人均【增收】120元: what each of them gains is no output; an income may have grown so, and who gains stays who is counted."""
    text, said = case.text, case.memory.last
    at = text.rfind("增收", case.slot.left, case.amount.start)
    if at < 0 or not text.endswith(_EACH, case.slot.left, at):
        return None
    if case.own and text[case.own[0]] not in _THAN:  # 比上年|人均增收
        return None if measured(text, case.own) else (at, at + LEAST)  # 农民人均增收90元
    if said is None or not measured(text, said):
        return None
    if text.endswith(_INCOME, *said):
        return said if said[0] >= case.slot.sentence else None  # 人均收入9800元，比上年人均增收600元
    return at, at + LEAST
