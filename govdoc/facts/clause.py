"""Clauses (分句): where each amount stands, and which amounts are one list.

A clause ends at ，；。：！？ or a paragraph's end; what stands in brackets （…） is a clause of its
own. 分别增长22.9%和17.4% is a list of two: between them only 、和与及以及 or a comma.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from govdoc.facts.mention import Amount
from govdoc.text.normal import Gap

_STOP = re.compile("[，；。：！？\n]")
_WIDE = re.compile(bytes([Gap.WIDE]))
_FULL_STOP = frozenset("。！？\n")
_BETWEEN = re.compile("个?(?:[、和与及或/]|以及|或者)$")
_APART = re.compile("个?[，；;]$")  # 5%，6%: only what is counted alike is one list
_WIDEST = 160  # characters of a clause on either side; in tables and lists without stops there is no other end
_LIST_GAP = 3  # 、以及 is the longest link of a list


class Slot(NamedTuple):
    """The place of an amount.

    ``sentence`` and ``clause`` begin there; ``left`` is where the free words before the amount
    begin (the clause's start or the amount before), ``right`` where those after it end; ``stop``
    is the clause's end. ``place`` of ``size`` in its list, whose last amount is ``last``.
    """

    sentence: int
    clause: int
    left: int
    right: int
    stop: int
    place: int
    size: int
    head: int
    last: int


def slots(text: str, amounts: tuple[Amount, ...], gaps: bytes = b"") -> list[Slot]:
    """One slot an amount; in flat documents a wide gap (``gaps``) ends a clause too.

    >>> from govdoc.facts.mention import Amount
    >>> text = "案件、投诉分别下降4%和5%。"
    >>> made = [Amount(*x, *[None] * 8) for x in ((9, 11, 9, 11), (12, 14, 12, 14))]
    >>> [(s.left, s.right, s.place, s.size) for s in slots(text, tuple(made))]
    [(0, 12, 0, 2), (11, 14, 1, 2)]
    """
    stops = [m.start() for m in _STOP.finditer(text)]
    wide = [m.start() for m in _WIDE.finditer(gaps)]
    ends = [at for at in stops if text[at] in _FULL_STOP]
    heads, lasts = _lists(text, amounts)
    made = []
    for i, amount in enumerate(amounts):
        clause, stop = _bounds(text, stops, wide, amount)
        at = bisect_right(ends, amount.start)
        left = max(clause, amounts[i - 1].end if i else 0)
        right = min(stop, amounts[i + 1].start if i + 1 < len(amounts) else stop)
        head, last = heads[i], lasts[i]
        sentence = ends[at - 1] + 1 if at else 0
        made.append(Slot(sentence, clause, left, right, stop, i - head, last - head + 1, head, last))
    return made


def _bounds(text: str, stops: list[int], wide: list[int], amount: Amount) -> tuple[int, int]:
    """The clause around an amount, or the bracket inside it."""
    at = bisect_right(stops, amount.start)
    start = stops[at - 1] + 1 if at else 0
    to = bisect_left(stops, amount.end, at)
    end = stops[to] if to < len(stops) else len(text)
    gap = bisect_left(wide, amount.end)
    end = min(end, wide[gap]) if gap < len(wide) else end
    opened = text.rfind("（", start, amount.start)
    if opened >= 0 and text.find("）", opened, amount.start) < 0:
        start = opened + 1
    closed = text.find("）", amount.end, end)
    if closed >= 0 and text.find("（", amount.end, closed) < 0:
        end = closed
    return max(start, amount.start - _WIDEST), min(end, amount.end + _WIDEST)


def _lists(text: str, amounts: tuple[Amount, ...]) -> tuple[list[int], list[int]]:
    """For each amount the first and the last of the list it stands in."""
    count = len(amounts)
    heads, lasts = list(range(count)), list(range(count))
    for i in range(1, count):
        before, here = amounts[i - 1].end, amounts[i].start
        if not 0 < here - before <= _LIST_GAP:
            continue
        alike = amounts[i - 1].unit == amounts[i].unit
        if _BETWEEN.match(text, before, here) or (alike and _APART.match(text, before, here)):
            heads[i] = heads[i - 1]
    for i in range(count - 2, -1, -1):
        if heads[i + 1] != i + 1:
            lasts[i] = lasts[i + 1]
    return heads, lasts
