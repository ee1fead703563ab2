"""Times told respectively (分别): 2023年、2024年分别增长3%和5% has a year for each of its amounts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from govdoc.facts.mention import Amount, Time
from govdoc.facts.time.year import SPAN
from govdoc.facts.words.clause import Slot
from govdoc.text.pattern import pattern
from govdoc.text.record import changed

_EACH = pattern("[^，；。]{0,30}分别")  # 2023和2024年粮食产量|分别
_YEAR = len("2021")
_PAIR, _TWO = len("2023、2024年"), 2


def in_turn(text: str, amount: Amount, slot: Slot, times: Sequence[Time]) -> Sequence[Time]:
    """The years of a list of amounts, of which this is the first, one for each; ``times`` are the latest before it."""
    said = times
    if len(times) < slot.size or any(b.start - a.end > 1 for a, b in pairwise(times)):
        said = _split(times[-1]) if times and slot.size == _TWO else ()
    apart = said and said[0].start >= slot.clause and _EACH.match(text, said[-1].end, amount.start)
    return said if apart else ()


def _split(time: Time) -> list[Time]:
    """2023、2024年 as two years."""
    if time.end - time.start != _PAIR or not SPAN.fullmatch(time.value):
        return []
    first, last = time.value.split("/")
    return [changed(time, end=time.start + _YEAR, value=first), changed(time, start=time.end - _YEAR - 1, value=last)]
