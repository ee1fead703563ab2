"""Facts and numerals as columns: a report has hundreds of each, so nothing is made row by row."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from operator import itemgetter
from typing import Any

from govdoc.export.schema import Columns
from govdoc.export.sectionrows import Owner
from govdoc.model.base import Value
from govdoc.model.fact import Fact
from govdoc.model.quantity import Numeral

_MOST_ZEROS = 100


def _fields(values: Iterable[Value]) -> list[dict[str, Any]]:
    """The fields of each value: a look into a dict takes a third of the time of an attribute of a pydantic model."""
    return [x.__dict__ for x in values]


def _said(own: Iterable[dict[str, Any]], name: str) -> list[str | None]:
    """The values of phrases or dates, None where there is none."""
    return [x and x.value for x in map(itemgetter(name), own)]


def fact_rows(facts: tuple[Fact, ...], key: str, owner: Owner) -> Columns:
    """The columns of the table of facts."""
    own = _fields(facts)
    amounts = _fields(f["quantity"] for f in own)
    changes, periods, spans = [f["change"] for f in own], [f["period"] for f in own], [q["span"] for q in amounts]
    starts = [span[0] for span in spans]
    return [
        [key] * len(own),
        [f"{key}-f{i}" for i in range(len(own))],
        [owner.of(x) for x in starts],
        list(range(len(own))),
        [f["indicator"] for f in own],
        _said(own, "subject"),
        [f["measure"] for f in own],
        *_quantities(amounts),
        [c and c.direction for c in changes],
        [c and c.basis and c.basis.value for c in changes],
        _said(own, "scope"),
        _said(own, "period"),
        [p and p.inherited for p in periods],
        [f["status"] for f in own],
        [list(f["section"]) for f in own],
        [q["text"] for q in amounts],
        [f["text"] for f in own],
        [list(f["rules"]) for f in own],
        starts,
        [span[1] for span in spans],
    ]


def _quantities(amounts: list[dict[str, Any]]) -> Columns:
    """What an amount is: its value, its unit, and how exact it is."""
    units = _fields(q["unit"] for q in amounts)
    return [
        [q["value"] for q in amounts],
        [q["low"] for q in amounts],
        [q["high"] for q in amounts],
        [_exact(q["value"]) for q in amounts],
        [[_exact(p) for p in q["parts"]] if q["parts"] else [] for q in amounts],
        [u["symbol"] for u in units],
        [u["dimension"] for u in units],
        [u["factor"] for u in units],
        [q["bound"] for q in amounts],
    ]


def numeral_rows(numerals: tuple[Numeral, ...], key: str) -> Columns:
    """The columns of the table of numerals, the largest of all."""
    own = _fields(numerals)
    spans = [n["span"] for n in own]
    return [
        [key] * len(own),
        [f"{key}-n{i}" for i in range(len(own))],
        list(range(len(own))),
        [n["role"] for n in own],
        _said(own, "date"),
        [n["text"] for n in own],
        [n["rule"] for n in own],
        [span[0] for span in spans],
        [span[1] for span in spans],
    ]


def _exact(value: Decimal | None) -> str | None:
    if value is None:
        return None
    text = str(value)
    return text if "E" not in text else plain(value)


def plain(value: Decimal) -> str:
    """A number without an exponent, unless that would be a page of zeros.

    >>> plain(Decimal("1E+3")), plain(Decimal("1E+300"))
    ('1000', '1E+300')
    """
    return format(value, "f") if abs(value.adjusted()) < _MOST_ZEROS else str(value)
