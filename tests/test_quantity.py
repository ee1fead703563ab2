"""数量: qualifier, number, unit and bound of every amount of a sentence; and sentences that hold none."""

from __future__ import annotations

from decimal import Decimal

import pytest

import govdoc
from govdoc.facts.find import find
from govdoc.model.quantity import Quantity
from govdoc.text.normalise import normalise
from tests.casefile import Case, cases


def shown(quantity: Quantity) -> str:
    """As the case files write it: 约53起 53 起 about."""
    number = plain(quantity.value) if quantity.value is not None else "-"
    if quantity.low is not None and quantity.high is not None:
        number = f"{plain(quantity.low)}~{plain(quantity.high)}"
    if quantity.parts:
        number = "/".join(map(plain, quantity.parts))
    return (
        f"{quantity.text} {number} {quantity.unit or '-'} {quantity.bound}"
        if str(quantity.unit)
        else (f"{quantity.text} {number} - {quantity.bound}")
    )


def plain(value: Decimal) -> str:
    return f"{value:f}"


@pytest.mark.parametrize("case", [*cases("quantity"), *cases("cell")])
def test_amounts(case: Case) -> None:
    found = govdoc.quantities(case.text)
    assert all(case.text[q.span.start : q.span.end] == q.text for q in found)
    assert "；".join(map(shown, found)) == case.expected


@pytest.mark.parametrize("case", cases("quantity.not"))
def test_no_amounts(case: Case) -> None:
    assert not find(normalise(case.text)).amounts
