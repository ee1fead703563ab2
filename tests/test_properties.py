"""What holds for every text, looked for by Hypothesis: deterministic here (conftest.py), wider with
HYPOTHESIS_PROFILE=search.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import BaseModel

import govdoc
from benchmarks.generate import reports
from benchmarks.han import han, han_decimal
from benchmarks.mess import MESSES, Mess
from govdoc import Document, Element, Section, Span
from govdoc.text.normalise import normalise

GENERATED = [r.text for r in reports(60, seed=11)]
# Words that documents are made of, put together as no document ever was.
PIECES = st.sampled_from(
    [
        "一、",
        "（一）",
        "(二)",
        "1.",
        "1．",
        "（1）",
        "①",
        "一是",
        "首先，",
        "第一条",
        "第三章 ",
        "——",
        "附件：",
        "附件1",
        "抄送：",
        "印发",
        "清溪县人民政府",
        "关于信访工作的报告",
        "通知",
        "各乡镇人民政府：",
        "清府发〔2023〕9号",
        "[2021]",
        "〔2021",
        "号",
        "《信访条例》",
        "《",
        "》",
        "第五条第二款",
        "2021年11月23日",
        "二〇二一年",
        "6月底",
        "一季度",
        "“十四五”时期",
        "近三年",
        "今年",
        "受理信访案件",
        "34宗",
        "约53起",
        "1万余件",
        "百分之七点九",
        "三分之二",
        "10—30万元",
        "一万元以上十万元以下",
        "3.6:48:48.4",
        "5.67万亿元",
        "0.3个百分点",
        "同比增长",
        "下降8.1%",
        "占比重",
        "居全省第3位",
        "分别",
        "和",
        "其中",
        "每人每月",
        "数十",
        "过半",
        "翻两番",
        "零",
        "拾万镇",
        "一站式",
        "PM2.5",
        "5G",
        "12345热线",
        "１２",
        "7 4 7 ",
        ",",
        "，",
        "。",
        "；",
        "：",
        "、",
        "\n",
        "\n\n",
        "\u3000\u3000",
        " ",
        "\r\n",
        "\t",
        "<U+00A0>",
        "[bookmark: _GoBack]",
        "—1—",
        "\ufeff",
        "\u200b",
        "\x00",
        "\ud800",
        "😀",
        "a",
        "%",
        "不超过",
    ]
)
TEXTS = st.one_of(
    st.lists(PIECES, max_size=40).map("".join),
    st.text(alphabet=st.characters(codec=None), max_size=200),
    st.sampled_from(GENERATED).flatmap(lambda t: st.integers(0, len(t)).map(lambda at: t[at : at + 1500])),
)


def elements(value: object) -> Iterator[Element]:
    """Every element below a value."""
    if isinstance(value, Element):
        yield value
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from elements(getattr(value, name))
    elif isinstance(value, tuple) and not isinstance(value, Span):
        for x in value:
            yield from elements(x)


def tiles(doc: Document) -> list[tuple[int, int]]:
    """The ranges of the parts that together make the text."""
    parts = [doc.header.span, doc.preamble.span, *(s.span for s in doc.sections), doc.closing.span]
    for e in doc.enclosures:
        parts += [e.header.span, e.preamble.span, *(s.span for s in e.sections), e.closing.span]
    return sorted((s.start, s.end) for s in parts if s.end > s.start)


@given(TEXTS)
@example("")
@example("\ud800")
@example("1")
@example("\n\u3000\n")
@example("数十二〇二一年")
def test_parse_never_raises_and_every_element_slices_back(text: str) -> None:
    doc = govdoc.parse(text)
    for e in elements(doc):
        assert text[e.span.start : e.span.end] == e.text, type(e).__name__


@given(TEXTS)
def test_parts_tile_the_text(text: str) -> None:
    found = tiles(govdoc.parse(text))
    if normalise(text).text:  # white space and debris alone are no part of anything
        assert (found[0][0], found[-1][1]) == (0, len(text))
    assert all(a[1] == b[0] for a, b in pairwise(found))


@given(TEXTS)
def test_sections_lie_in_their_sections(text: str) -> None:
    def check(section: Section) -> None:
        for span in [*(p.span for p in section.paragraphs), *(c.span for c in section.children)]:
            assert section.span.covers(span)
        for a, b in pairwise(section.children):
            assert a.span.end <= b.span.start
        for child in section.children:
            assert child.level == section.level + 1
            check(child)

    for section in govdoc.parse(text).sections:
        assert section.level == 1
        check(section)


@given(TEXTS)
def test_sentences_tile_their_paragraph(text: str) -> None:
    for section in govdoc.parse(text).walk():
        for paragraph in section.paragraphs:
            assert "".join(s.text for s in paragraph.sentences) == paragraph.text


@given(TEXTS)
def test_every_digit_stands_in_exactly_one_numeral(text: str) -> None:
    spans = [n.span for n in govdoc.parse(text).numerals]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    for run in re.finditer(r"[0-9０-９]+", text):
        owners = [s for s in spans if s.start <= run.start() and run.end() <= s.end]
        assert len(owners) == 1, run


@given(TEXTS)
def test_a_fact_for_each_amount(text: str) -> None:
    doc = govdoc.parse(text)
    amounts = [n.span for n in doc.numerals if n.role is govdoc.Role.QUANTITY]
    assert amounts == [f.quantity.span for f in doc.facts]
    assert all(f.rules for f in doc.facts)


@given(TEXTS)
def test_tokens_tile_and_cut_through_nothing(text: str) -> None:
    tokens = govdoc.tokenize(text)
    assert "".join(t.text for t in tokens) == text
    assert all(a.span.end == b.span.start for a, b in pairwise(tokens))
    cuts = {t.span.start for t in tokens}
    for quantity in govdoc.quantities(text):
        assert not cuts & set(range(quantity.span.start + 1, quantity.span.end))


@given(TEXTS)
def test_the_offset_map_is_exact(text: str) -> None:
    """Each normal character stands for the source character at its offset, or for what folding made of it."""
    normal = normalise(text)
    offsets = list(normal.offsets)
    assert len(offsets) == len(normal.text) + 1 == len(normal.gaps)
    assert all(a < b for a, b in pairwise(offsets))
    for i, character in enumerate(normal.text):
        source = text[offsets[i]]
        folded = character in "，：,:" or normalise(f"x{source}x").text[1:2] == character
        assert folded or character in {source, "\n", " "}


@given(TEXTS)
def test_json_keeps_everything(text: str) -> None:
    if any("\ud800" <= c <= "\udfff" for c in text):
        return  # JSON has no half characters
    doc = govdoc.parse(text)
    assert Document.model_validate_json(doc.model_dump_json()) == doc


@given(TEXTS)
def test_the_same_text_gives_the_same_document(text: str) -> None:
    assert govdoc.parse(text) == govdoc.parse(text)


@given(TEXTS)
def test_every_place_can_be_explained(text: str) -> None:
    doc = govdoc.parse(text)
    for fact in doc.facts:
        assert govdoc.explain(doc, fact.quantity.span).steps


# ------------------------------------------------------------------ numbers


@given(st.integers(0, 10**16 - 1))
@example(10)
@example(100_0001)
@example(10**8)
def test_numbers_in_words(number: int) -> None:
    assert govdoc.number(han(number)) == number
    assert govdoc.number(han(number, capital=True)) == number


@given(st.decimals(0, 10**9, places=3))
def test_decimals_in_words_and_digits(number: Decimal) -> None:
    assert govdoc.number(han_decimal(number)) == number
    assert govdoc.number(f"{number:f}") == number
    assert govdoc.number(f"{number:,f}") == number


@given(st.integers(2, 9_999_999), st.sampled_from(["户", "件", "人次", "亩", "元", "公里"]))
def test_amounts_written_three_ways(number: int, unit: str) -> None:
    for words in (str(number), f"{number:,}", han(number)):
        found = govdoc.quantities(f"共有{words}{unit}。")
        assert [(q.value, str(q.unit), q.bound.value) for q in found] == [(Decimal(number), unit, "exact")], words


@pytest.mark.parametrize("words", ["", "十十", "三点", "点五点六", "一二百", "abc", "1,23,4", "--1"])
def test_a_malformed_number_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        govdoc.number(words)


@pytest.mark.parametrize("mess", MESSES, ids=lambda m: m.name)
def test_a_mess_changes_no_figure(mess: Mess) -> None:
    """The facts of a report are those of its clean form, whatever happened to its lines and digits."""
    head = "关于信访工作的报告\n\n县政府：\n一、工作情况\n"
    text = head + "今年受理信访案件34宗，调处率100%。\n\n云岭镇人民政府\n2021年11月23日"
    found = govdoc.parse(mess.make(text)).facts
    assert [(str(f.quantity.value), str(f.quantity.unit)) for f in found] == [("34", "宗"), ("100", "%")]
