"""附件说明, signature, date, note and 版记, in every shape of text."""

from __future__ import annotations

import pytest

import govdoc
from tests.casefile import Case, cases
from tests.layoutcase import SHAPES, closing_line, read


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("case", cases("closing"))
def test_closing(case: Case, shape: str) -> None:
    assert closing_line(read(SHAPES[shape](case.text)).closings[0]) == case.expected, case.note


@pytest.mark.parametrize("case", cases("closing.glued"))
def test_closing_of_text_without_breaks(case: Case) -> None:
    assert closing_line(read(case.text).closings[0]) == case.expected, case.note


def test_the_last_words_of_a_letter_do_not_run_into_the_organ() -> None:
    long = "为减少烟尘，保障安全，县政府决定在城区全域范围内禁止销售、储存和燃放各类烟花爆竹，禁止放飞孔明灯，现将有关事项通告如下，请全体居民互相转告并遵照执行。 此告"
    end = govdoc.parse(f"关于禁放烟花的通告\n{long}\n清溪县人民政府 2019年1月21日").closing
    assert [x.value for x in end.signatures] == ["清溪县人民政府"]
