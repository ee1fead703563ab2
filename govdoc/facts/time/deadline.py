"""Deadlines (完成时限): the time that the words behind a task set.

新增床位200张。（10月底完成，责任单位：…）⏎完成时限：10月底.
"""

from __future__ import annotations

from collections.abc import Iterable

from govdoc.facts.mention import Amount, Time
from govdoc.facts.time.times import UNTOLD
from govdoc.text.pattern import pattern

NEXT = 3  # times that may stand between a task and its deadline
_DONE = pattern("(?:底?前)?(?:完成|取得明显)")  # （10月底|完成，责任单位：…）, but not 持续推进
_LIMITS = ("完成时限：", "完成时间：", "完成期限：", "办结时限：", "时限要求：")


def due(text: str, amount: Amount, times: Iterable[Time], stop: int, *, headed: bool) -> Time | None:
    """The deadline of an amount among the times behind it, up to ``stop``; ``headed`` when its section has a heading."""
    for time in times:
        if time.start >= stop:
            return None
        if time.value and time.value != UNTOLD and _limits(text, amount, time, headed):
            return time
    return None


def _limits(text: str, amount: Amount, time: Time, headed: bool) -> bool:
    """Whether a time is a deadline: in brackets in the paragraph of its task, or behind a label in its section."""
    if text[time.start - 1] == "（":
        return _DONE.match(text, time.end) is not None and "\n" not in text[amount.end : time.start]
    return headed and text.endswith(_LIMITS, 0, time.start)
