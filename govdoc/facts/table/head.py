"""Heads of tables (表头): the unit that a head or a caption prints, and what its words say of a column.

投资（亿元） · 单位：万元 · 序号 · 同比增长（%）. Words: ``rules/head.tsv``.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from govdoc.facts.mention import Amount
from govdoc.facts.number.numeral import MULTIPLIER, POWER, shifted
from govdoc.facts.number.unit import RATE, WORD, unit
from govdoc.rulebook import forms_of
from govdoc.text.lexicon import any_of
from govdoc.text.pattern import pattern
from govdoc.text.record import changed

_UNIT = rf"(?P<power>{MULTIPLIER}*)(?P<unit>{WORD})(?P<rate>{RATE})?"
UNIT = pattern(rf"(?:（|单位[:：]?){_UNIT}(?:）|\Z)")
_CELL = pattern(rf"{_UNIT}\Z")
_DIVISIONS = frozenset("省市县区州旗镇乡村")  # 省（市） heads the names of a column


def meant(*values: str) -> tuple[str, ...]:
    """The words of rules/head.tsv of these values."""
    return forms_of("head", *values)


SERIAL = frozenset(meant("serial"))
IS_RATE = pattern(lambda: any_of([*meant("rate"), *meant("grows")]))  # heads that a caption in 万元 does not mean


class Said(NamedTuple):
    """A unit as a head says it, with the power of its 万 and 亿."""

    power: int
    word: str


def unit_of(head: str) -> Said | None:
    """The unit in the head of a column or the caption of a table: 投资（亿元）, 单位：万元, 完成预算%."""
    if head.endswith("%"):
        return Said(0, "%")
    match = UNIT.search(head)
    return None if match and match["unit"] in _DIVISIONS and not match["power"] else _said(match)


def unit_cell(cell: str) -> Said | None:
    """A cell of the column 单位: 亿元, 元/吨."""
    return _said(_CELL.match(cell))


def _said(match: re.Match[str] | None) -> Said | None:
    return Said(sum(POWER[c] for c in match["power"]), match["unit"] + (match["rate"] or "")) if match else None


def with_unit(found: Amount, told: Said) -> Amount:
    """The amount with a unit that its table says."""
    value = None if found.value is None else shifted(found.value, told.power)
    return changed(found, value=value, unit=unit(told.word), rules=("cell.unit", *found.rules))
