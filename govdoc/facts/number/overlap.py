"""Who wins where two readings meet (重叠): decided here and nowhere else.

1. A claim (heading marker, 发文字号) wins: the search runs only in the stretches between claims.
2. Of two readings the one that begins first wins: 2021年3月5日 is read from its year.
3. A reading ends the search up to its end: nothing is read twice.
4. A name never takes a part of a larger number or of a number and its unit: 四平 is none in 四平方公里.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govdoc.facts.mention import Other
from govdoc.facts.number.numeral import CHINESE
from govdoc.facts.number.unit import WORD
from govdoc.text.pattern import pattern

_NUMERAL, _UNIT = pattern(CHINESE), pattern(WORD)
_PLACES = frozenset("百千万亿")
_AFTER_ONE = frozenset("级类等期线十百千万")
_BOUNDING = frozenset("上近超逾过约")  # 近百年 is a time, 百年 a word
_tuple = tuple.__new__  # the named tuple's own constructor is a Python function


class Stretch(NamedTuple):
    """A range of text free of claims."""

    start: int
    end: int


def beside(claims: Sequence[Other], more: Sequence[Other]) -> Sequence[Other]:
    """The claims, and those of ``more`` that overlap none of them, in order.

    >>> from govdoc.model.quantity import Role
    >>> mark, name = Other(3, 5, Role.MARKER, "heading.han"), Other(7, 9, Role.LABEL, "label.defined")
    >>> beside([mark], [name, name._replace(start=4)]) == [mark, name]
    True
    """
    if not more:
        return claims
    said = sorted(claims)
    starts = [claim.start for claim in said]
    nearest = (bisect_left(starts, claim.end) - 1 for claim in more)
    return sorted([*said, *(c for c, i in zip(more, nearest, strict=True) if i < 0 or said[i].end <= c.start)])


def free(length: int, claims: Sequence[Other]) -> Iterator[Stretch]:
    """The stretches of ``range(length)`` between the claims, in order.

    >>> from govdoc.model.quantity import Role
    >>> list(free(9, [Other(3, 5, Role.MARKER, "heading.han")]))
    [Stretch(start=0, end=3), Stretch(start=5, end=9)]
    """
    at = 0
    for claim in sorted(claims):
        if claim.start > at:
            yield _tuple(Stretch, (at, claim.start))
        at = max(at, claim.end)
    if at < length:
        yield Stretch(at, length)


def cuts(text: str, at: int, stop: int, end: int) -> bool:
    """Whether the word ``text[at:stop]``, which begins with a numeral, is a part of a larger number or of it with its unit.

    >>> cuts("增长一点四倍", 2, 4, 6), cuts("面积四平方公里", 2, 4, 7), cuts("近百年的校史", 1, 3, 6), cuts("四平市区", 0, 2, 4)
    (True, True, True, False)
    """
    if text[stop - 1] == "一" and text[stop : stop + 1] in _AFTER_ONE:
        return True  # 六个一级学科
    numeral = _NUMERAL.match(text, at, end)
    if numeral is None or numeral.end() >= stop:
        return numeral is not None and numeral.end() > stop  # 五一 in 五一二 is cut, in 五一节 it is whole
    unit = _UNIT.match(text, numeral.end(), end)
    if unit is None or unit.end() < stop:
        return False
    return unit.end() > stop or (text[at] in _PLACES and text[at - 1 : at] in _BOUNDING)
