"""How often (次数): what was done so often, 三次大幅提高【最低收购价】, 两次出台【纾困政策】, 三次【参加清溪代表团审议】."""

from __future__ import annotations

from govdoc.facts.number.unit import TIMES
from govdoc.facts.words.behind import after
from govdoc.facts.words.case import Case
from govdoc.facts.words.change import changing
from govdoc.facts.words.phrase import LEAST, Range, forms, size, trimmed
from govdoc.text.lexicon import any_of
from govdoc.text.pattern import pattern

_NO_DEED = frozenset("的未不被均都为后内以及得扣")  # 两次未到场, 三次均合格
_SAID = 16  # characters: a longer deed is a sentence
_RUNNING, _HONOURS = "连续", ("称号", "奖")
_DONE = pattern(lambda: f"(?:{any_of(forms('often'))})?(?:{changing()})(?=[\u4e00-\u9fff]{{2}})")


def repeated(case: Case) -> Range | None:
    """三次大幅提高【最低收购价】, 两次出台【纾困政策】, 两次【全面降准】: what was done so often."""
    if case.amount.unit.symbol not in TIMES:
        return None
    done = _DONE.match(case.text, case.amount.end, case.slot.right)
    return after(case.text, done.end(), case.slot.right, sure=True) if done else _deed(case)


def _deed(case: Case) -> Range | None:
    """The object of the verb behind a number of times, or all that was done: no noun told before was done so often."""
    text, at, right = case.text, case.amount.end, case.slot.right
    if case.amount.value == 1 or text[at] in _NO_DEED or after(text, at, right):
        return None  # 可一次付清
    length = max(size(text, at, right, "stop"), size(text, at, right, "action"))
    deed = trimmed(text, at, right) if length >= LEAST else None
    if deed is None or deed[0] != at:
        return None
    thing = after(text, at + length, deed[1], sure=True) if deed[1] - at - length > LEAST else None
    if text.endswith(_RUNNING, case.slot.left, case.amount.start):
        return thing if thing and text.endswith(_HONOURS, *thing) else None  # 连续4次获评优秀: who it was
    if thing and thing[1] == deed[1]:
        return thing
    return deed if deed[1] - at <= _SAID else None  # 三次|参加清溪代表团审议
