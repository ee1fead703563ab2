"""版头, title and addressees, from lines, from blank-line separated text, from one line with spaces, and from none."""

from __future__ import annotations

import pytest

import govdoc
from govdoc.layout.head.title import title_model
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


@pytest.mark.parametrize("above", ["", "清溪市公共停车场管理办法\n"])
def test_an_order_is_one_by_its_mark(above: str) -> None:
    order = "清溪市人民政府令\n第67号\n《清溪市公共停车场管理办法》已经通过，现予公布。\n市长　应启明\n2021年5月8日"
    doc = govdoc.parse(above + order)
    assert doc.kind is not None and doc.kind.value == "命令"
    assert not [issue for issue in doc.issues if issue.code == "title_missing"]


def test_a_title_below_the_mark_of_an_order_says_what_it_is() -> None:
    doc = govdoc.parse("清溪市人民政府令\n第9号\n清溪市人民政府关于修改部分规定的决定\n为了优化环境，决定如下。")
    assert doc.kind is not None and doc.kind.value == "决定"
