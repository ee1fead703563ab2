"""单位: the table is large, each spelling is one unit, rates are composed."""

from __future__ import annotations

from decimal import Decimal

import pytest

import govdoc
from govdoc.facts.number.unit import over, unit
from govdoc.rulebook import units
from tests.casefile import Case, cases

_AT_LEAST = 600  # what the table promises


def test_the_table_is_large() -> None:
    assert len(units()) >= _AT_LEAST


def test_factors_are_numbers() -> None:
    assert all(Decimal(row.factor) > 0 for row in units() if row.factor)


def test_each_unit_is_made_once() -> None:
    assert unit("元/吨") is unit("元/吨")
    assert over(unit("元"), "人/月") is over(unit("元"), "人/月")


@pytest.mark.parametrize("case", cases("unit"))
def test_unit(case: Case) -> None:
    assert [str(q.unit) for q in govdoc.quantities(case.text)] == case.expected.split("；")


@pytest.mark.parametrize("case", cases("unit.not"))
def test_not_a_unit(case: Case) -> None:
    assert case.expected not in [str(q.unit) for q in govdoc.quantities(case.text)]
