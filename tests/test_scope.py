"""口径: for whom each amount stands."""

from __future__ import annotations

import pytest

from tests.casefile import Case, cases
from tests.linked import facts, said


@pytest.mark.parametrize("case", cases("scope"))
def test_scopes(case: Case) -> None:
    assert said(*((f.quantity.text, f.scope) for f in facts(case.text))) == case.expected
