"""增减: measure, direction and basis of each amount."""

from __future__ import annotations

import pytest

from govdoc.model.fact import Fact
from tests.casefile import Case, cases
from tests.linked import facts, said


def statement(fact: Fact) -> str:
    change = fact.change
    basis = change.basis.value if change and change.basis else ""
    return " ".join(filter(None, (str(fact.measure), str(change.direction) if change else "", basis)))


@pytest.mark.parametrize("case", cases("change"))
def test_changes(case: Case) -> None:
    assert said(*((f.quantity.text, statement(f)) for f in facts(case.text))) == case.expected
