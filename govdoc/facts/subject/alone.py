"""Nothing but a verb before an amount (只有动词): the verb names it, 【投入】2000余万元; 完成 names nothing, its affair does."""

from __future__ import annotations

from govdoc.facts.number.unit import COUNTED
from govdoc.facts.subject.granted import paid
from govdoc.facts.subject.topic import announced, topic
from govdoc.facts.words.case import Case
from govdoc.facts.words.phrase import FULFILLED, Range, is_a, verb, words
from govdoc.model.fact import Measure

_TAKING_PEOPLE = ("件", "起", "宗")  # 提起公诉260件|380人
_CASES = "件"
_CHANGE = Measure.CHANGE  # bound once: Python 3.11 looks members up slowly


def alone(case: Case) -> Range | None:
    """【投入】2000余万元: nothing but its verb."""
    if case.kind is _CHANGE or case.slot.size > 1:
        return None
    if case.amount.end == case.slot.right < case.slot.stop and case.amount.unit.symbol not in _TAKING_PEOPLE:
        return None
    left = case.slot.left
    found = verb(case.text, left, case.amount.start) or case.cue.verb or verb(case.text, left, case.cue.end)
    if found and (given := paid(case, found)):
        return given
    if found and case.amount.unit.symbol == _CASES and is_a("tried", case.text, found):
        return _cases(case) or found
    if found and case.text[slice(*found)] in FULFILLED:
        told = topic(case) or announced(case)  # 【农村公路建设】稳步推进，全年完成120公里
        found = told if told and words("abstract").pattern.search(case.text, *told) else found
    reached = found and case.amount.unit.dimension in COUNTED and is_a("reached", case.text, found)
    return None if reached else found  # 改造老旧小区5个，惠及|3000户


def _cases(case: Case) -> Range | None:
    """收各类【案件】3万件，其中基层法院收案2万件。审结2.9万件: the cases that the paragraph told of."""
    text, start = case.text, case.amount.start
    told = (said for said in reversed(case.memory.subjects) if text.endswith("案件", *said))
    return next((said for said in told if text.find("\n", said[1], start) < 0), None)
