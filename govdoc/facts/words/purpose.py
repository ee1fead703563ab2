"""What counted measures are for (措施的目的): a change named before them is no change of theirs.

出台降低物流成本|28条措施 · 稳定外贸增长|十条举措 · 制约增长的|三类问题.
"""

from __future__ import annotations

from govdoc.facts.mention import Amount
from govdoc.facts.number.unit import COUNTED
from govdoc.facts.words.change import TURNS, word_before
from govdoc.facts.words.phrase import forms
from govdoc.text.lexicon import any_of
from govdoc.text.pattern import pattern

_LISTED_BY = frozenset(("项", "条", "类", "种", "点", "个", "方面", "个方面"))  # how measures are counted
_MEASURES = pattern(lambda: f"的?[^，。；、：\n的]{{0,6}}?{any_of(forms('measures'))}")
_OF, _NOUN = "的", pattern("[一-龥]{2}")
_BY_ITSELF = "增长"  # nothing is its object: 促进投资增长|十条措施, but 目录增加|3项内容


def serves(text: str, low: int, amount: Amount) -> bool:
    """Whether the change in the words from ``low`` to an amount is what the counted things are for.

    >>> from govdoc.facts.find import find
    >>> from govdoc.text.normalise import normalise
    >>> def told(text): return serves(text, 0, find(normalise(text)).amounts[0])
    >>> told("降低物流成本28条措施"), told("目录增加3项内容"), told("减少审批事项12项")
    (True, False, False)
    """
    if amount.unit.dimension not in COUNTED:
        return False
    if text.startswith(_OF, amount.start - 1):
        return _NOUN.match(text, amount.end) is not None
    if amount.unit.symbol not in _LISTED_BY or _MEASURES.match(text, amount.end) is None:
        return False
    verb = word_before(text, low, amount.start)
    return verb is None or verb.kind not in TURNS or verb.form == _BY_ITSELF
