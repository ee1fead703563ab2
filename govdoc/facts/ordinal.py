"""第N (序数) and ranks (位次): 第六次会议 is an ordinal, 居全省第3位 an amount of rank 3.

A bare 第一 is a rank after 全国, 居, 位列 … when nothing counted follows (全国第一, 世界第三大港).
"""

from __future__ import annotations

import re
from decimal import Decimal

from govdoc.facts.mention import Amount, Other, Shape
from govdoc.facts.numeral import ARABIC, CHINESE, read
from govdoc.facts.unit import named, trie
from govdoc.model.quantity import Bound, Role
from govdoc.rulebook import rows

_ROWS = {form: row for row in rows("ordinal") for form in row.forms}
_LABELS = re.compile(trie([f for f, r in _ROWS.items() if r.value == "label"]))
_RANKED = re.compile(rf"{trie([f for f, r in _ROWS.items() if r.value == 'rank'])}\Z")
_ORDINAL = re.compile(rf"第(?P<n>{ARABIC}|{CHINESE})(?:[、至到—-]第?(?P<m>{ARABIC}|{CHINESE}))?(?P<unit>位(?!数)|名(?!单|义))?")
_OPEN_END = frozenset("，。、；！？）”’\n的；：和与及大次")
_REACH = 10  # how far before 第 the word that makes a rank may end
_PUT = ("放在", "摆在", "置于", "列为")  # 把安全放在第一位 ranks nothing


def ordinal(text: str, low: int, at: int, end: int) -> Amount | Other | None:
    """The 第N at ``at``: a rank, a label (第三方) or an ordinal.

    >>> ordinal("产量居全省第3位", 0, 5, 8).value
    Decimal('3')
    >>> ordinal("第三方机构", 0, 0, 5).role, ordinal("第六次会议", 0, 0, 5).role
    (<Role.LABEL: 'label'>, <Role.ORDINAL: 'ordinal'>)
    """
    match = _ORDINAL.match(text, at, end)
    if not match:
        return None
    word = _LABELS.match(text, at, end)
    if word:
        return Other(at, word.end(), Role.LABEL, "ordinal.label")
    if match["m"] is None and _ranks(text, low, at, match, end):
        try:
            value = read(match["n"])
        except ValueError:
            return None
        unit = named(match["unit"] or "位")
        return Amount(at, match.end(), at, match.end(), value, None, None, (), unit, Bound.EXACT, Shape.RANK, ("ordinal.rank",))
    return Other(at, match.end(), Role.ORDINAL, "ordinal")


def _ranks(text: str, low: int, at: int, match: re.Match[str], end: int) -> bool:
    if match["unit"] == "位":
        return text[max(low, at - 2) : at] not in _PUT
    ranked = _RANKED.search(text[max(low, at - _REACH) : at]) is not None
    if match["unit"]:
        return ranked or match.end() >= end or text[match.end()] in _OPEN_END
    return ranked and (match.end() >= end or text[match.end()] in _OPEN_END)


def top(text: str, low: int, found: Amount) -> Amount:
    """前5位, 前十名: an amount of places with 前 before it is a rank at most so low."""
    if found.start == low or text[found.start - 1] != "前" or found.unit.symbol not in ("位", "名"):
        return found
    return found._replace(start=found.start - 1, bound=Bound.AT_MOST, shape=Shape.RANK, rules=("ordinal.top",))


def first(at: int, end: int) -> Amount:
    """首位, 榜首."""
    return Amount(at, end, at, end, Decimal(1), None, None, (), named("位"), Bound.EXACT, Shape.RANK, ("ordinal.first",))
