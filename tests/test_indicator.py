"""指标: known indicators under their other names."""

from __future__ import annotations

import pytest

from govdoc.rulebook import rows
from tests.casefile import Case, cases
from tests.linked import facts, said


@pytest.mark.parametrize("case", cases("indicator"))
def test_indicators(case: Case) -> None:
    assert said(*((f.quantity.text, f.indicator) for f in facts(case.text))) == case.expected


def test_each_indicator_is_found_in_its_example() -> None:
    lost = [r.value for r in rows("indicator") if r.value not in {f.indicator for f in facts(r.example)}]
    assert not lost
