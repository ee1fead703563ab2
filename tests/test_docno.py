"""发文字号 in every bracket and none, own and cited."""

from __future__ import annotations

import pytest

from govdoc.layout.element.docno import doc_number, doc_numbers
from govdoc.text.normalise import normalise
from tests.casefile import Case, cases


def numbers(text: str) -> list[tuple[str, str]]:
    """Verbatim text and value/organ_code/year/serial of each number; each slices back."""
    normal = normalise(text)
    found = [doc_number(normal, place) for place in doc_numbers(normal)]
    assert all(text[slice(*n.span)] == n.text for n in found)
    return [(n.text, "/".join(str(x or "") for x in (n.value, n.organ_code, n.year, n.serial))) for n in found]


@pytest.mark.parametrize("case", cases("docno"))
def test_number(case: Case) -> None:
    assert "; ".join(line for _, line in numbers(case.text)) == case.expected, case.note


@pytest.mark.parametrize("case", cases("docno.not"))
def test_no_number(case: Case) -> None:
    assert case.expected not in [text for text, _ in numbers(case.text)], case.note
