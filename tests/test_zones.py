"""Letter and enclosures, in every shape of text."""

from __future__ import annotations

import pytest

from tests.casefile import Case, cases
from tests.layoutcase import SHAPES, read


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("case", cases("zones"))
def test_enclosures(case: Case, shape: str) -> None:
    titles = [head.title.value if head.title else "" for head in read(SHAPES[shape](case.text)).headers[1:]]
    assert "; ".join(titles) == case.expected, case.note


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("case", cases("zones.not"))
def test_no_enclosure(case: Case, shape: str) -> None:
    assert len(read(SHAPES[shape](case.text)).parts) == 1, case.note
