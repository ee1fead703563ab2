"""What an amount states (计量性质): level, change, share, rank or ratio."""

from __future__ import annotations

import re

from govdoc.facts.change import Peeled
from govdoc.facts.mention import Amount, Shape
from govdoc.model.fact import Direction, Measure

_SHARE = re.compile("占(?!用|地|道|据|领|有)|比重|占比")
_OF_BASE = re.compile("(?:按照?|以)[^，。；]{0,30}的$")
_SUPPORT = re.compile("的?(?:比例)?(?:给予|予以)?[^，。；]{0,12}?(?:补贴|补助|奖励|贴息|资助|奖补|扣除|减免)")
_DIRECTIONS = {"up": Direction.UP, "down": Direction.DOWN, "flat": Direction.FLAT, "gain": Direction.UP,
               "rate_up": Direction.UP, "rate_down": Direction.DOWN}
_PARTS = frozenset(["%", "‰", ""])


def measure(text: str, low: int, amount: Amount, right: int, cue: Peeled, owned: bool) -> Measure:
    """``low`` begins the clause, ``right`` ends the words after the amount, ``owned``: a subject stands before."""
    if amount.shape is Shape.RANK:
        return Measure.RANK
    if amount.shape is Shape.RATIO:
        return Measure.RATIO
    if cue.direction and not cue.to and _changes(amount, cue, owned):
        return Measure.CHANGE
    if "翻" in text[amount.start : amount.end]:
        return Measure.CHANGE
    if amount.unit.symbol in _PARTS and _shares(text, low, amount, right):
        return Measure.SHARE
    return Measure.LEVEL


def _changes(amount: Amount, cue: Peeled, owned: bool) -> bool:
    relative = amount.shape in (Shape.PERCENT, Shape.MULTIPLE)
    if cue.direction.startswith("rate"):
        return relative
    return relative or owned


def _shares(text: str, low: int, amount: Amount, right: int) -> bool:
    if amount.unit.symbol == "" and amount.shape is not Shape.PLAIN:
        return False
    if amount.unit.symbol == "" and (amount.value is None or amount.value > 1):
        return False
    if _SHARE.search(text, low, amount.start) or _OF_BASE.search(text, low, amount.start):
        return True
    return amount.unit.symbol == "%" and bool(_SUPPORT.match(text, amount.end, right))


def direction(text: str, amount: Amount, cue: Peeled) -> Direction:
    """Which way; 翻番 and a change without its word go up."""
    return _DIRECTIONS.get(cue.direction, Direction.UP)
