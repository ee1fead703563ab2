"""A basis said before (前文的基期): for the same change told once more, of a year ago, and for all of a paragraph.

比去年减少80吨，|减少|0.8% tells one change twice, as a number and as a share; |较上年同期|受理280起上升7% sets out
from an amount; 比上年（下同）增长10% says that what follows in its paragraph is compared with last year too.
"""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter

from govdoc.facts.mention import Amount
from govdoc.facts.words.change import changing
from govdoc.facts.words.phrase import Range
from govdoc.text.pattern import pattern

_LIKEWISE = "下同）"
# |比上年|（下同）增长10%
_FOR_ALL = pattern("(?<![占对百可环])(?P<basis>[比较][一-龥0-9]{2,8}|同比)（[^，。；（）\n]{0,6}下同）")
_JOINS = "，、"
_YEAR_AGO = pattern("(?P<basis>[比较与同](?:上一?年|去年|[0-9]{4}年)同期)的?[一-龥]{0,6}$")  # |较上年同期|结案
_AGO_AT_MOST = 18
_CHANGES = pattern(lambda: f"{changing()}了?(?=[0-9])|相比，")  # 280起|上升|7%, 与上年同期280起|相比，
FOLLOWING = frozenset("相净增减下降提上回扩收多少高低")  # one of them begins each


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


def year_ago(text: str, low: int, amount: Amount) -> Range | None:
    """The basis before an amount that another changed from: 结案300起，|较上年同期|结案280起|上升7%; None where there is none."""
    said = _YEAR_AGO.search(text, max(low, amount.start - _AGO_AT_MOST), amount.start)
    return said.span("basis") if said and _CHANGES.match(text, amount.end) else None
