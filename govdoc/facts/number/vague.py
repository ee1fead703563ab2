"""Unknown sizes (概数): 几方面 · 数十名 · 若干项 · 上百家: a unit, and no value."""

from __future__ import annotations

from govdoc.facts.mention import Amount, Shape
from govdoc.facts.number.unit import NO_UNIT, NOUN, WORD, trie, unit
from govdoc.model.quantity import Bound
from govdoc.rulebook import group
from govdoc.text.pattern import pattern

NOUNS = trie(list(group("counting", "noun")))  # counted without a 量词: 上千万家庭, 数万群众
_NOUN_BEFORE, _NOT_VAGUE, _SEVERAL = (group("counting", name) for name in ("vague.before", "vague.not", "several"))
SEVERAL = "".join(sorted({form[0] for form in _SEVERAL}))  # 数 counts before one of these, or before 十百千万亿
_VAGUE = pattern(
    rf"(?P<some>(?:[几数][十百千万亿]*|若干))(?:余|多)?(?:(?={NOUNS})(?P<bare>)"
    rf"|(?!{NOUN})(?P<unit>{WORD})(?:(?:或|至|甚至)[几数][十百千万亿]+(?P=unit))?(?P<more>以上|以内)?)"  # 几倍或几十倍
)
_TIMED = ("年", "日", "月")  # 几十年, not 几年


def vague(text: str, low: int, at: int, end: int) -> Amount | None:
    """The amount of unknown size at ``at``.

    >>> found = vague("走访数十户", 0, 2, 5)
    >>> found.value, str(found.unit), str(found.bound)
    (None, '户', 'vague')
    """
    match = _VAGUE.match(text, at, end)
    if not match:
        return None
    some, word = match["some"], match["unit"] or ""
    if (word in _NOT_VAGUE and (len(some) == 1 or word not in _TIMED)) or not _vague(text, low, at, some, word):
        return None
    made = unit(word) if word else NO_UNIT
    return Amount(at, match.end(), at, match.end(), made, Bound.VAGUE, Shape.PLAIN, ("vague",))


def _vague(text: str, low: int, at: int, some: str, word: str) -> bool:
    """Whether 数 is several and not a number of something (人数, 参数)."""
    if some[0] != "数":
        return True
    return not (at > low and text[at - 1] in _NOUN_BEFORE) and (len(some) > 1 or word in _SEVERAL)
