"""Unknown sizes (概数): 几方面 · 数十名 · 若干项 · 上百家: a unit, and no value."""

from __future__ import annotations

import re

from govdoc.facts.mention import Amount, Shape
from govdoc.facts.unit import WORD, unit
from govdoc.model.quantity import Bound
from govdoc.rulebook import rows

_VAGUE = re.compile(rf"(?P<some>(?:[几数][十百千万亿]*|若干))(?:余|多)?(?P<unit>{WORD})?(?P<more>以上|以内)?")
_COUNTING = {row.id: frozenset(row.forms) for row in rows("counting")}
_NOUN_BEFORE, _NOT_VAGUE, _SEVERAL = (_COUNTING[name] for name in ("vague.before", "vague.not", "several"))


def vague(text: str, low: int, at: int, end: int) -> Amount | None:
    """The amount of unknown size at ``at``.

    >>> found = vague("走访数十户", 0, 2, 5)
    >>> found.value, str(found.unit), str(found.bound)
    (None, '户', 'vague')
    """
    match = _VAGUE.match(text, at, end)
    if not match:
        return None
    some, word = match["some"], match["unit"]
    if word is None or word in _NOT_VAGUE or not _vague(text, low, at, some, word):
        return None
    return Amount(at, match.end(), at, match.end(), None, None, None, (), unit(word), Bound.VAGUE,
                  Shape.PLAIN, ("vague",))


def _vague(text: str, low: int, at: int, some: str, word: str) -> bool:
    """Whether 数 is several and not a number of something (人数, 参数)."""
    if some[0] != "数":
        return True
    return not (at > low and text[at - 1] in _NOUN_BEFORE) and (len(some) > 1 or word in _SEVERAL)
