"""A basis said before (前文的基期): for the same change told once more, and for all of a paragraph (下同).

比去年减少80吨，|减少|0.8% tells one change twice, as a number and as a share. 比上年（下同）增长10% says that what
follows in its paragraph is compared with last year too.
"""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter

from govdoc.facts.phrase import Range
from govdoc.text.pattern import pattern

_LIKEWISE = "下同）"
_FOR_ALL = pattern(
    "(?<![占对百可环])(?P<basis>[比较][一-龥0-9]{2,8}|同比)（[^，。；（）\n]{0,6}下同）"
)  # |比上年|（下同）增长10%
_JOINS = "，、"


def for_all(text: str) -> list[tuple[int, Range]]:
    """Where each basis ends that holds for the rest of its paragraph, and the basis.

    >>> for_all("产值24亿元，比上年（下同）增长10%。")
    [(14, (7, 10))]
    """
    return [(m.end(), m.span("basis")) for m in _FOR_ALL.finditer(text)] if _LIKEWISE in text else []


def likewise(text: str, said: list[tuple[int, Range]], at: int) -> Range | None:
    """The last of these bases, when it stands in the paragraph of ``at``."""
    last = bisect_right(said, at, key=itemgetter(0)) - 1
    return said[last][1] if last >= 0 and text.find("\n", said[last][0], at) < 0 else None


def told_again(text: str, end: int, verb: Range, start: int) -> bool:
    """比去年减少80吨，|减少|0.8%: whether a clause is its verb alone, the one before the amount from ``start`` to ``end``.

    >>> told_again("比去年减少80吨，减少0.8%", 8, (9, 11), 5), told_again("比去年减少80吨，降低0.8%", 8, (9, 11), 5)
    (True, False)
    """
    said = text[slice(*verb)]
    return verb[0] == end + 1 and text[end] in _JOINS and said != "" and text.endswith(said, 0, start)
