"""状态: happened, intended, or a norm."""

from __future__ import annotations

import pytest

from tests.casefile import Case, cases
from tests.linked import facts, said


@pytest.mark.parametrize("case", cases("status"))
def test_status(case: Case) -> None:
    title, date, label, text = case.text.split("|")
    found = facts(text, title, date or None, label)
    assert said(*((f.quantity.text, f.status) for f in found if f.quantity.text in text)) == case.expected
