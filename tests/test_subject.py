"""主体: what each amount counts or measures."""

from __future__ import annotations

import pytest

from tests.casefile import Case, cases
from tests.linked import facts, said


@pytest.mark.parametrize("case", cases("subject"))
def test_subjects(case: Case) -> None:
    assert said(*((f.quantity.text, f.subject) for f in facts(case.text))) == case.expected


@pytest.mark.parametrize("text", ["34宗", "（3家）", "，，5%，", "比2%", "的3个的", "“12户", "增长增长增长5%"])
def test_nothing_to_find_is_no_error(text: str) -> None:
    assert len(facts(text)) == 1
