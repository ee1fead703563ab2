"""时间: what each date or period says, or what it lacks."""

from __future__ import annotations

import pytest

from govdoc.facts.find import find
from govdoc.facts.moment.date import full_date
from govdoc.text.normalise import normalise
from tests.casefile import Case, cases


@pytest.mark.parametrize("case", cases("date"))
def test_moments(case: Case) -> None:
    normal = normalise(case.text)
    moments = find(normal).moments
    said = [f"{normal.text[m.start : m.end]} {m.value or m.form or '-'}" for m in moments]
    assert "；".join(said) == case.expected


@pytest.mark.parametrize("case", cases("date.not"))
def test_no_moments(case: Case) -> None:
    assert not find(normalise(case.text)).moments


@pytest.mark.parametrize("text", ["2021年13月5日", "2021年2月", "21年2月3日", "2021-2", ""])
def test_no_full_date(text: str) -> None:
    assert full_date(text) is None
