"""Qualifiers (限定词): 约 近 超过 不少于 before a number, 余 inside it, 左右 以上 以内 after it.

The longest word wins, so that 节约 is not 约 and 不超过 is not 超过. Rows: ``rules/qualifier.tsv``.
"""

from __future__ import annotations

from typing import NamedTuple

from govdoc.facts.unit import trie
from govdoc.model.quantity import Bound
from govdoc.rulebook import Row, rows


class Qualifier(NamedTuple):
    """A qualifier found: where it begins or ends, what it says, the row that said it."""

    at: int
    bound: Bound
    rule: str


def _forms(place: str) -> dict[str, Row]:
    return {form: row for row in rows("qualifier") if row.id.startswith(place) for form in row.forms}


_BEFORE = _forms("before")
_AFTER = _forms("after")
VERBS = frozenset(_forms("between"))  # 至少下降0.5个百分点
MORE = trie(list(_forms("more")))  # 100余名, 1万多户
AFTER = trie(list(_AFTER))  # 40人左右
_LAST = frozenset(form[-1] for form in _BEFORE)
_LONGEST = max(map(len, _BEFORE))
_NONE = "none"
_WITHIN = "within"
INCLUDED = "incl"


def before(text: str, low: int, at: int) -> Qualifier | None:
    """The qualifier that ends at ``at``, not reaching before ``low``.

    >>> before("共节约35万元", 0, 3) is None, before("不超过5天", 0, 3).bound
    (True, <Bound.AT_MOST: 'at_most'>)
    """
    if at <= low or text[at - 1] not in _LAST:
        return None
    for size in range(min(_LONGEST, at - low), 0, -1):
        row = _BEFORE.get(text[at - size : at])
        if row:
            return None if row.value == _NONE else Qualifier(at - size, Bound(row.value), f"qualifier.{row.id}")
    return None


def after(word: str, end: int) -> Qualifier:
    """What a matched :data:`AFTER` word says; 内 is an upper bound."""
    row = _AFTER[word]
    bound = Bound.AT_MOST if row.value == _WITHIN else Bound.AT_LEAST if row.value == INCLUDED else Bound(row.value)
    return Qualifier(end, bound, f"qualifier.{row.id}")
