"""A basis said before (前文的基期): for the same change told once more, of a year ago, and for all of a paragraph.

比去年减少80吨，|减少|0.8% tells one change twice, as a number and as a share; |较上年同期|受理280起上升7% sets out
from an amount; 比上年（下同）增长10% says that what follows in its paragraph is compared with last year too.
较去年同期、上月分别增长5%、3% has a basis for each of its values.
"""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter

from govdoc.facts.mention import Amount
from govdoc.facts.words.change import changing
from govdoc.facts.words.phrase import Range, of_size
from govdoc.text.pattern import pattern

SET = pattern(  # 与2010年（普查数据，下同）的13万人相比, 与上年比, 和全省平均水平相比
    r"(?:[与同和较](?=[0-9上去前年往同一二])(?:[^，。；：（）]|（[^（）\n]{1,30}）){1,40}(?:相|(?<=年)|(?<=月)|(?<=季度)|(?<=同期)|(?<=[末底初]))"
    r"|[与同和较][^，。；：与同较]{2,12}相)比较?\Z"
)
_LIKEWISE = "下同）"
# |比上年|（下同）增长10%
_FOR_ALL = pattern("(?<![占对百可环])(?P<basis>[比较][一-龥0-9]{2,8}|同比)（[^，。；（）\n]{0,6}下同）")
_JOINS = "，、"
_YEAR_AGO = pattern("(?P<basis>[比较与同](?:上一?年|去年|[0-9]{4}年)同期)的?[一-龥]{0,6}$")  # |较上年同期|结案
_AGO_AT_MOST = 18
_CHANGES = pattern(lambda: f"{changing()}了?(?=[0-9])|相比，")  # 280起|上升|7%, 与上年同期280起|相比，
FOLLOWING = frozenset("相净增减下降提上回扩收多少高低")  # one of them begins each
_SPAN = (
    "(?:[上去前]年|(?:19|20)[0-9]{2}年)(?:同期|同月|全年|[末底])?|上[个一]?(?:月|季度?|周|旬)|[上下]半年|[一二三四]季度|前三季度"
    "|全年|[年月季]初|同期|(?:(?:19|20)[0-9]{2}年)?[0-9]{1,2}(?:[-—–－~～至][0-9]{1,2})?月份?[末底]?"
)
# |较1-3月、上半年|分别回落, |同比、环比|分别增长
_EACH = pattern(
    f"(?:[比较](?:{_SPAN})|同比|环比)(?:(?:[、和与及]|以及)(?:[比较]?(?:{_SPAN})|同比|环比))+(?=分别|各|[^，。；：、和与及]{{2}})"
)
_EACH_SIGNS = frozenset("比较")


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


def respective(text: str, low: int, end: int, size: int) -> list[Range]:
    """One basis for each of ``size`` values: 较上月|和|年初|分别下降3%、2%; nothing where they share one.

    >>> respective("增速较上月、年初分别回落", 0, 12, 2), respective("增速较上月回落", 0, 7, 2)
    ([(2, 5), (6, 8)], [])
    """
    if _EACH_SIGNS.isdisjoint(text[low:end]):
        return []
    found = _EACH.search(text, low, end)
    return of_size(text, found.span(), size) if found else []
