"""Who is reached (受益面): 向困难群众发放补助，惠及30万人 counts 困难群众, 供水覆盖90%的农村人口 is a share of 农村人口.

What is given or built stands before the verb and is not what is counted behind it.
"""

from __future__ import annotations

from govdoc.facts.subject.borrow import carried
from govdoc.facts.words.behind import after
from govdoc.facts.words.case import Case
from govdoc.facts.words.clause import clause_start
from govdoc.facts.words.phrase import LEAST, Range, forms, words
from govdoc.text.lexicon import any_of
from govdoc.text.pattern import pattern

_EACH = pattern("每[人户名]|人均|户均")
_FOR = "为"  # 为2万人提供体检服务
_GIVEN_TO = pattern(lambda: f"[向对为给]([^，。；、的向对为给]{{0,8}}?{any_of(forms('folk'))})")


def covered(case: Case) -> Range | None:
    """供水工程覆盖90%的【农村人口】: the whole, of which a share is reached."""
    if case.own is None or not case.text.endswith(forms("reached"), *case.own):
        return None
    return after(case.text, case.amount.end, case.slot.right)


def benefited(case: Case) -> Range | None:
    """向【困难群众】发放补助，惠及30万人; 【残疾人】补助资金5亿元、惠及3万人: the people to whom it was given."""
    if case.amount.unit.dimension != "person" or not _reaches(case):
        return None
    said = carried(case)
    people = _people(case.text, said) if said else None
    given_to = [found.span(1) for found in _GIVEN_TO.finditer(case.text, case.slot.sentence, case.slot.clause)]
    return people or (given_to[-1] if given_to else None)


def apiece(case: Case) -> Range | None:
    """为2万名教师发放【补贴】，每人每月300元: what each of them gets stands behind the last verb of the clause before."""
    text, end = case.text, case.slot.clause - 1
    said = carried(case) if _EACH.match(text, case.amount.start) and text[end] == "，" else None
    if said is None or not text.endswith(forms("folk"), *said):
        return None
    start = clause_start(text, said[1], end)
    gives = [stop for _, stop, kind in words("act").scan(text, start, end - LEAST + 1) if kind != "keep"]
    return (gives[-1], end) if gives else None


def _reaches(case: Case) -> bool:
    """惠及|30万人, ，为|2万人提供服务; 在岗人数，山区为|20人 has its noun."""
    text, clause, end = case.text, case.slot.clause, case.amount.start
    return text.endswith(forms("reached"), clause, end) or text[clause:end] == _FOR


def _people(text: str, said: Range) -> Range | None:
    """【困难群众】补助资金: up to the last word for people, when a thing follows it."""
    last = max((stop for _, stop, kind in words("folk").scan(text, *said) if kind == "folk"), default=0)
    return (said[0], last) if said[0] < last < said[1] else None
