"""Heading markers: which candidates stand, and where the title of a heading ends."""

from __future__ import annotations

import pytest

from govdoc.layout.body.heading import marks
from govdoc.layout.body.runon import title_end
from govdoc.layout.body.sequence import standing
from govdoc.text.normalise import normalise
from tests.casefile import Case, cases


def markers(text: str) -> list[str]:
    """The markers that stand in a text."""
    normal = normalise(text)
    found = standing(normal.text, marks(normal, 0, len(normal.text)))
    return [normal.text[m.start : m.end] for m in found]


def title(text: str) -> str:
    """The title that runs on into its text."""
    return text[: title_end(text, 0, len(text), weak=False)]


@pytest.mark.parametrize("case", cases("heading"))
def test_stands(case: Case) -> None:
    assert " ".join(markers(case.text)) == case.expected, case.note


@pytest.mark.parametrize("case", cases("heading.not"))
def test_does_not_stand(case: Case) -> None:
    assert case.expected not in markers(case.text), case.note


@pytest.mark.parametrize("case", cases("runon"))
def test_title_ends(case: Case) -> None:
    assert title(case.text) == case.expected, case.note


@pytest.mark.parametrize("case", cases("runon.not"))
def test_title_does_not_end(case: Case) -> None:
    assert not title(case.text), case.note
