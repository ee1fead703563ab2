"""Units (量词、计量单位): 件 元 亩 个工作日 微克/立方米, looked up after a numeral by longest spelling.

A multiplier (万, 亿) belongs to the number, never to the unit. A rate is composed from rows
(元/吨, 人次/年, 元/生·年, 元/人/月); each :class:`Unit` is made once. Rows: ``rules/unit.tsv``.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from govdoc.facts.number.numeral import EXACT
from govdoc.model.quantity import Unit
from govdoc.rulebook import UnitRow, group, rows, units
from govdoc.text.pattern import pattern

_PER = "per"  # dimension of the rows that only stand under a stroke: 元/生


def trie(words: list[str]) -> str:
    """A pattern that matches the longest of the words, without trying them one by one.

    >>> import re
    >>> re.match(trie(["个", "个月", "人", "人次"]), "个月内").group()
    '个月'
    """
    tree: dict[str, list[str]] = {}
    for word in words:
        if word:
            tree.setdefault(word[0], []).append(word[1:])
    if not tree:
        return ""
    single = [head for head, tails in tree.items() if tails == [""]]
    branches = [f"[{re.escape(''.join(single))}]"] if single else []
    for head, tails in tree.items():
        if len(tails) > 1:
            branches.append(re.escape(head) + trie(tails))
        elif tails[0]:
            branches.append(re.escape(head + tails[0]))
    return f"(?:{'|'.join(branches)}){'?' if '' in words else ''}"


ROWS: dict[str, UnitRow] = {form: row for row in units() for form in row.forms if row.dimension != _PER}
_UNDER: dict[str, UnitRow] = {form: row for row in units() for form in row.forms}
_UNDER |= {form: row for row in units() for form in row.forms if row.dimension == _PER}
WORD = trie(list(ROWS))  # every unit word
COUNTED = ("count", "person")  # dimensions of what is counted and not measured
TIMES = ("次", "轮", "回", "遍")  # symbols of how often something was done
AGES = ("岁", "周岁")  # symbols of how old somebody is
# 个名家
ONE_BY_ONE = "".join(sorted(form for form, row in ROWS.items() if len(form) == 1 and row.dimension in COUNTED))
_NOUNS: dict[str, list[str]] = {}
for _row in rows("noun"):
    _NOUNS.setdefault(_row.value, []).extend(_row.forms)
# most units begin with none of them
_NOUN_HEADS = "".join(sorted({form[0] for form in (*_NOUNS[""], *_NOUNS["large"])}))
# 14万群众, 3个项目: words that only look like 群, 项; some only behind 万 (2万家长, but 3家长期停产), none in 项目标
NOUN = f"(?=[{_NOUN_HEADS}])(?!{trie(_NOUNS['unit'])})(?:{trie(_NOUNS[''])}|(?<=[万亿]){trie(_NOUNS['large'])})"
_DENOMINATOR = trie(list(_UNDER))
_SIZE = "(?:10*|[0-9]+(?=[天日小分平]))?"  # of what is below the stroke: /100克, /15天; 100兆瓦/200兆瓦时 is no rate
RATE = rf"(?:[/／](?:每?{_SIZE}[百千万亿]{{0,3}}{_DENOMINATOR})(?:[·•・/／]{_DENOMINATOR})?)"  # /吨 /生·年 /10万人
_COUNTED = trie(list(group("counting", "each")))  # 每家|企业
EACH = (  # 每月, 每人每天, 每10万人, 每家企业每年
    rf"每(?:[0-9]*[百千万亿]{{0,3}}{_DENOMINATOR}){_COUNTED}?(?:[、，]?每{_DENOMINATOR})?"
)
_DENOMINATORS = pattern(rf"([0-9]*[百千万亿]{{0,3}})({_DENOMINATOR}){_COUNTED}?")
NO_UNIT = Unit.trusted(symbol="", dimension="number", factor=None)


@cache
def unit(word: str) -> Unit:
    """The unit of a spelling as it stands after a number.

    >>> unit("千米"), unit("元/吨")
    (Unit(symbol='公里', dimension='length', factor=Decimal('1000')), Unit(symbol='元/吨', dimension='money/mass', factor=Decimal('0.001')))
    """
    row = ROWS.get(word)
    if row is not None:
        return named(row.symbol)
    head, *below = re.split("[/／]", word, maxsplit=1)
    return over(unit(head) if head in ROWS else NO_UNIT, below[0]) if below else NO_UNIT


@cache
def named(symbol: str) -> Unit:
    """The unit with this canonical symbol: the first row that carries it says what it is."""
    row = next(r for r in (*ROWS.values(), *_UNDER.values()) if r.symbol == symbol)
    return Unit.trusted(symbol=symbol, dimension=row.dimension, factor=Decimal(row.factor) if row.factor else None)


@cache
def rule(symbol: str) -> tuple[str, ...]:
    """The ids of the rows of a unit, one a side of a rate; the first row that carries the symbol.

    >>> rule("公里"), rule("元/床日"), rule("")
    (('unit.公里',), ('unit.元', 'unit.床日'), ())
    """
    rows = {row.symbol: f"unit.{row.id}" for row in reversed(units())}
    sides = (symbol,) if symbol in rows else tuple(re.split("[/·]", symbol))
    return tuple(rows[side] for side in sides if side in rows)


@cache
def over(top: Unit, below: str) -> Unit:
    """A rate: ``over(元, "生·年")`` is 元/生·年, ``over(元, "每人每月")`` is 元/人/月.

    >>> str(over(unit("元"), "每人每月"))
    '元/人/月'
    """
    symbol, dimension, factor = top.symbol, top.dimension, top.factor
    dot = "·" if re.search("[·•・]", below) else "/"
    for n, match in enumerate(_DENOMINATORS.finditer(below)):
        row = _UNDER[match[2]]
        symbol += (dot if n else "/") + match[1] + row.symbol
        dimension += "/" + (row.dimension if row.dimension != _PER else "count")
        size = Decimal(row.factor) if row.factor and not match[1] else None
        factor = EXACT.divide(factor, size) if factor is not None and size else None
    return Unit.trusted(symbol=symbol, dimension=dimension, factor=factor)
