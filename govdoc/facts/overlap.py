"""Who wins where two readings meet (重叠): decided here and nowhere else.

1. A claim (heading marker, 发文字号) wins: the search runs only in the stretches between claims.
2. Of two readings the one that begins first wins: 2021年3月5日 is read from its year.
3. A reading ends the search up to its end: nothing is read twice.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govdoc.facts.mention import Claim

_tuple = tuple.__new__  # the named tuple's own constructor is a Python function


class Stretch(NamedTuple):
    """A range of text free of claims."""

    start: int
    end: int


def beside(claims: Sequence[Claim], more: Sequence[Claim]) -> Sequence[Claim]:
    """The claims, and those of ``more`` that overlap none of them, in order.

    >>> from govdoc.model.quantity import Role
    >>> mark, name = Claim(3, 5, Role.MARKER, "heading.han"), Claim(7, 9, Role.LABEL, "label.defined")
    >>> beside([mark], [name, name._replace(start=4)]) == [mark, name]
    True
    """
    if not more:
        return claims
    said = sorted(claims)
    starts = [claim.start for claim in said]
    nearest = (bisect_left(starts, claim.end) - 1 for claim in more)
    return sorted([*said, *(c for c, i in zip(more, nearest, strict=True) if i < 0 or said[i].end <= c.start)])


def free(length: int, claims: Sequence[Claim]) -> Iterator[Stretch]:
    """The stretches of ``range(length)`` between the claims, in order.

    >>> from govdoc.model.quantity import Role
    >>> list(free(9, [Claim(3, 5, Role.MARKER, "heading.han")]))
    [Stretch(start=0, end=3), Stretch(start=5, end=9)]
    """
    at = 0
    for claim in sorted(claims):
        if claim.start > at:
            yield _tuple(Stretch, (at, claim.start))
        at = max(at, claim.end)
    if at < length:
        yield Stretch(at, length)
