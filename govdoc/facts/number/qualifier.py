"""Qualifiers (限定词): 约 近 超过 不少于 before a number, 余 inside it, 左右 以上 以内 after it.

The longest word wins, so that 节约 is not 约 and 不超过 is not 超过. Rows: ``rules/qualifier.tsv``.
"""

from __future__ import annotations

from typing import NamedTuple

from govdoc.facts.number.unit import trie
from govdoc.model.quantity import Bound
from govdoc.rulebook import group
from govdoc.text.lexicon import by_last
from govdoc.text.pattern import pattern


class Qualifier(NamedTuple):
    """A qualifier found: where it begins or ends, what it says, the row that said it."""

    at: int
    bound: Bound
    rule: str


_NONE = "none"  # words that only look like a qualifier
_BEFORE = group("qualifier", "before")
_ENDING = by_last(_BEFORE)
_AFTER = group("qualifier", "after")
EARLIER = frozenset(form for form, row in _AFTER.items() if row.id == "after.before")  # 开会十五日前
WITHIN = frozenset(form for form, row in _AFTER.items() if row.value == "within")
_BETWEEN = group("qualifier", "between")
VERBS = by_last(_BETWEEN)  # 至少下降0.5个百分点, 最多扣6分
EACH_VERB = trie(list(group("qualifier", "each")))  # 每平方米罚款一百元
_MORE = group("qualifier", "more")
_NOT_MORE = trie([form for form, row in _MORE.items() if row.value == _NONE])
MORE = f"(?!{_NOT_MORE}){trie([form for form, row in _MORE.items() if row.value != _NONE])}"  # 100余名, but 浏览102来源
_OTHER = trie([form for form, row in _AFTER.items() if row.value == _NONE])
AFTER = f"(?!{_OTHER}){trie([form for form, row in _AFTER.items() if row.value != _NONE])}"  # 40人左右, but 3年|多次
WORDS = tuple(_BEFORE)  # one of these ends right before a number that is qualified
_LIMITS = ("at_least", "at_most", "over", "under")
_LIMIT = trie([f for f, r in _BEFORE.items() if r.value in _LIMITS and f.endswith(("于", "过", "不足", "不到"))])
WHOLES = tuple(group("qualifier", "whole"))  # a share may stand right behind its base
# 达到或超过前三年平均值的98%, 不超过职工总数20%
_CARRIED = pattern(
    rf"({_LIMIT})(?:[^，。；、：！？的按（）“”\n]|（[^（）\n]{{1,6}}）){{2,18}}(?:的|{'|'.join(WHOLES)})\Z"
)
_NEARBY = pattern(rf"({_LIMIT})[^，。；、：！？的（）“”\n]{{1,6}}的?\Z")
_AFAR = pattern(  # 至少全面核查|一次, 至少每两个月召开|一次, 不得迟于竣工验收后|六个月
    r"(至少|不少于|不得少于|最少|最多)(?:在?每[^，。；、：！？]{1,4}?)?[^，。；、：！？（）“”\n0-9一二三四五六七八九十两几每]{2,10}\Z"
    r"|(不[得应]?[迟晚]于)[^，。；、：！？（）“”\n0-9]{1,14}后\Z"
    r"|(最[高多低])可?(?:给予|予以|发放|奖励|补助|补贴|资助)[^，。；、：！？（）“”\n0-9]{1,12}(?<=[励助贴偿持])\Z"  # 最高给予一次性奖励|3万元
)
AWARDED = frozenset("励助贴偿持")  # the last characters of the last of them
_AFAR_AT_MOST = 20
_HIGHER, _THAN, _THAN_AT_MOST = "高出", pattern("[比较][^，。；：、]{2,14}高出$"), 18  # 比全省平均|高出|2% is a change
_CARRY = 28  # the limit, its base and 的 are no longer
_SHORTEST = 4
_WITHIN = "within"
INCLUDED = "incl"


def before(text: str, low: int, at: int) -> Qualifier | None:
    """The qualifier that ends at ``at``, not reaching before ``low``.

    >>> before("共节约35万元", 0, 3) is None, before("不超过5天", 0, 3).bound
    (True, <Bound.AT_MOST: 'at_most'>)
    """
    form = _longest(_ENDING, text, low, at)
    if not form or (row := _BEFORE[form]).value == _NONE:
        return None
    if form == _HIGHER and _THAN.search(text, max(low, at - _THAN_AT_MOST), at):
        return None
    return Qualifier(at - len(form), Bound(row.value), f"qualifier.{row.id}")


def between(text: str, low: int, at: int) -> Qualifier | None:
    """The qualifier of a number whose verb stands between them: 最多扣6分, 至少下降0.5个百分点."""
    verb = _longest(VERBS, text, low, at)
    return before(text, low, at - len(verb)) if verb else None


def afar(text: str, at: int) -> Qualifier | None:
    """The limit before what is done so often, or before the event after which it is due: 不得迟于竣工后|六个月.

    >>> afar("每年至少全面核查一次", 8).bound, afar("不得迟于竣工后六个月", 7).bound, afar("至少三人，每年核查一次", 9)
    (<Bound.AT_LEAST: 'at_least'>, <Bound.AT_MOST: 'at_most'>, None)
    """
    match = _AFAR.search(text, max(0, at - _AFAR_AT_MOST), at)
    row = _BEFORE[match[1] or match[2] or match[3]] if match else None
    return Qualifier(at, Bound(row.value), f"qualifier.{row.id}") if row else None


def _longest(words: dict[str, tuple[str, ...]], text: str, low: int, at: int) -> str:
    """The longest of the words that ends at ``at``, not reaching before ``low``."""
    for form in words.get(text[at - 1], ()) if at > low else ():
        if text.endswith(form, low, at):
            return form
    return ""


def carried(text: str, at: int, *, near: bool = False) -> Qualifier | None:
    """The qualifier whose base stands between it and the number: 不低于筹备组总人数的二分之一; ``near``: 超过全球一半.

    >>> carried("不低于总人数的二分之一", 7).bound
    <Bound.AT_LEAST: 'at_least'>
    """
    if at < _SHORTEST or not (near or text[at - 1] == "的" or text.endswith(WHOLES, 0, at)):
        return None
    match = (_NEARBY if near else _CARRIED).search(text[max(0, at - _CARRY) : at])
    row = _BEFORE[match[1]] if match else None
    return Qualifier(at, Bound(row.value), f"qualifier.{row.id}") if row else None


def after(word: str) -> Qualifier:
    """What a matched :data:`AFTER` word says, its place counted from where it begins; 内 is an upper bound."""
    row = _AFTER[word]
    bound = Bound.AT_MOST if row.value == _WITHIN else Bound.AT_LEAST if row.value == INCLUDED else Bound(row.value)
    return Qualifier(len(word), bound, f"qualifier.{row.id}")
