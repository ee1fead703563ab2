"""版头, title and addressees, from lines, from blank-line separated text, from one line with spaces, and from none."""

from __future__ import annotations

import pytest

from govdoc.layout.title import title_model
from govdoc.text.normalise import normalise
from tests.casefile import Case, cases
from tests.layoutcase import SHAPES, header_line, read


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("case", cases("header"))
def test_header(case: Case, shape: str) -> None:
    assert header_line(read(SHAPES[shape](case.text)).headers[0]) == case.expected, case.note


@pytest.mark.parametrize("case", cases("header.glued"))
def test_header_of_text_without_breaks(case: Case) -> None:
    assert header_line(read(case.text).headers[0]) == case.expected, case.note


@pytest.mark.parametrize("case", cases("title"))
def test_title_parts(case: Case) -> None:
    normal = normalise(case.text)
    title = title_model(normal, 0, len(normal.text))
    matter = title.matter.value if title.matter else ""
    issuers = ",".join(x.value for x in title.issuers)
    assert f"{issuers}/{matter}/{title.kind.value if title.kind else ''}" == case.expected, case.note
