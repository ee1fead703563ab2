"""Clauses (分句): where each amount stands, and which amounts are one list.

A clause ends at ，；。：！？ or a paragraph's end; what stands in brackets （…） is a clause of its
own. 分别增长22.9%和17.4% is a list of two: between them only 、和与及以及 or a comma.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from govdoc.facts.mention import Amount
from govdoc.text.normal import Gap

_STOP = re.compile("[，；。：！？\n]")
_FULL_STOPS, _CLAUSE_STOPS = "。！？\n", "，；："
_WIDE = bytes([Gap.WIDE])
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


def slots(text: str, amounts: tuple[Amount, ...], gaps: bytes = b"", floors: Sequence[int] = ()) -> list[Slot]:
    """One slot an amount; in flat documents a wide gap (``gaps``) ends a clause too.

    ``floors`` says for each amount where the text under its heading begins: no sentence reaches
    back over a heading, though in flat text nothing else may stand between.

    >>> from govdoc.facts.mention import Amount
    >>> text = "案件、投诉分别下降4%和5%。"
    >>> made = [Amount(*x, *[None] * 8) for x in ((9, 11, 9, 11), (12, 14, 12, 14))]
    >>> [(s.left, s.right, s.place, s.size) for s in slots(text, tuple(made))]
    [(0, 12, 0, 2), (11, 14, 1, 2)]
    """
    heads, lasts = _lists(text, amounts)
    made, sentence = [], 0
    for i, amount in enumerate(amounts):
        floor = max(sentence, floors[i]) if floors else sentence
        sentence = max(floor, _past(text, _FULL_STOPS, amounts[i - 1].start if i else 0, amount.start))
        clause, stop = _bounds(text, gaps, sentence, amount)
        left = max(clause, amounts[i - 1].end if i else 0)
        right = min(stop, amounts[i + 1].start) if i + 1 < len(amounts) else stop
        head, last = heads[i], lasts[i]
        made.append(Slot(sentence, clause, left, right, stop, i - head, last - head + 1, head, last))
    return made


def _past(text: str, marks: str, low: int, end: int) -> int:
    """Past the last of the marks; 0 when there is none."""
    return max([text.rfind(mark, low, end) for mark in marks]) + 1


def _bounds(text: str, gaps: bytes, sentence: int, amount: Amount) -> tuple[int, int]:
    """The clause around an amount, or the bracket inside it."""
    low, high = max(sentence, amount.start - _WIDEST), min(len(text), amount.end + _WIDEST)
    start = max(low, _past(text, _CLAUSE_STOPS, low, amount.start))
    stop = _STOP.search(text, amount.end, high)
    end = stop.start() if stop else high
    gap = gaps.find(_WIDE, amount.end, end)
    end = gap if gap >= 0 else end
    opened = text.rfind("（", start, amount.start)
    if opened >= 0 and text.find("）", opened, amount.start) < 0:
        start = opened + 1
    closed = text.find("）", amount.end, end)
    if closed >= 0 and text.find("（", amount.end, closed) < 0:
        end = closed
    return start, end


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
