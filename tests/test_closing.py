"""附件说明, signature, date, note and 版记, in every shape of text."""

from __future__ import annotations

import pytest

from tests.casefile import Case, cases
from tests.layoutcase import SHAPES, closing_line, read


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("case", cases("closing"))
def test_closing(case: Case, shape: str) -> None:
    assert closing_line(read(SHAPES[shape](case.text)).closings[0]) == case.expected, case.note


@pytest.mark.parametrize("case", cases("closing.glued"))
def test_closing_of_text_without_breaks(case: Case) -> None:
    assert closing_line(read(case.text).closings[0]) == case.expected, case.note
