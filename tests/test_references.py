"""Citations: titles, numbers, articles, short names, standards."""

from __future__ import annotations

import pytest

import govdoc
from govdoc.layout.element.docno import doc_numbers
from govdoc.model.reference import Reference
from govdoc.references import references
from govdoc.text.normalise import normalise
from tests.casefile import Case, cases


def cited(text: str) -> tuple[Reference, ...]:
    """The references of a text; each slices back."""
    normal = normalise(text)
    found = references(normal, doc_numbers(normal))
    for one in found:
        assert text[slice(*one.span)] == one.text
    return found


def line(one: Reference) -> str:
    """title/number/article/short name."""
    parts = (one.title, one.doc_number, one.article, one.abbreviation)
    return "/".join(part.text if part else "" for part in parts)


@pytest.mark.parametrize("case", cases("references"))
def test_cited(case: Case) -> None:
    assert "; ".join(map(line, cited(case.text))) == case.expected, case.note


@pytest.mark.parametrize("case", cases("references.not"))
def test_not_cited(case: Case) -> None:
    assert case.expected not in [one.text for one in cited(case.text)], case.note


def test_a_standard_has_its_parts() -> None:
    number = cited("执行GB/T 9704-2012。")[0].doc_number
    assert number is not None
    assert (number.organ_code, number.serial, number.year) == ("GB/T", 9704, 2012)


def test_the_number_of_the_document_in_brackets_is_no_citation() -> None:
    text = (
        "清溪县水务局关于水价的批复\n（清水〔2023〕9号）\n云岭镇人民政府：\n你镇的请示（云府〔2023〕4号）收悉。同意。"
    )
    assert [one.doc_number and one.doc_number.text for one in govdoc.parse(text).references] == ["云府〔2023〕4号"]
