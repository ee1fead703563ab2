"""主体: what each amount counts or measures."""

from __future__ import annotations

import re

import pytest

from govdoc.facts.words.frame import signed, unframed
from tests.casefile import CASES, Case, cases
from tests.linked import facts, said


@pytest.mark.parametrize("case", cases("subject"))
def test_subjects(case: Case) -> None:
    assert said(*((f.quantity.text, f.subject) for f in facts(case.text))) == case.expected


@pytest.mark.parametrize("text", ["34宗", "（3家）", "，，5%，", "比2%", "的3个的", "“12户", "增长增长增长5%"])
def test_nothing_to_find_is_no_error(text: str) -> None:
    assert len(facts(text)) == 1


def test_a_noun_without_a_sign_has_no_frame() -> None:
    clauses = re.findall(r"[^，；。：\d\s]+", (CASES / "subject.tsv").read_text(encoding="utf-8"))
    plain = [clause for clause in clauses if not signed(clause, 0, len(clause))]
    assert plain and all(unframed(clause, 0, 0, len(clause)) == (0, len(clause), 0) for clause in plain)
