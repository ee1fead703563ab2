"""What the clerk marks: one example of each code, and what must not be marked."""

from __future__ import annotations

import pytest

import govdoc
from govdoc.model.issue import IssueCode
from tests.casefile import Case, cases

READERS_ONLY = {IssueCode.NUMBERING_LOST}  # raised by the readers


@pytest.mark.parametrize("case", cases("issue"))
def test_issue(case: Case) -> None:
    issues = govdoc.parse(case.text).issues
    assert ",".join(i.code for i in issues) == case.expected, case.note
    assert all(0 <= i.span.start <= i.span.end <= len(case.text) for i in issues)


@pytest.mark.parametrize("case", cases("issue.not"))
def test_no_issue(case: Case) -> None:
    assert case.expected not in [i.code for i in govdoc.parse(case.text).issues], case.note


def test_every_code_has_an_example() -> None:
    shown = {param.values[0].expected for param in cases("issue")}  # type: ignore[attr-defined]
    assert {code.value for code in IssueCode} - shown <= {code.value for code in READERS_ONLY}
