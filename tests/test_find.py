"""查找: every number of the source stands in exactly one numeral, whatever the text is."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import govdoc
from govdoc.facts.find import find
from govdoc.facts.mention import Other
from govdoc.facts.models import numerals, quantity
from govdoc.model.quantity import Numeral, Role
from govdoc.text.normal import NormalText
from govdoc.text.normalise import normalise

_DIGITS = re.compile("[0-9０-９]+")
_TEXT = st.text(
    alphabet="0123456789０９.．,，:：/-—%％〔〕第一二三十百千万亿零两半几数年月日季度个元吨至每约近超以上下内（）“”《》\n 　分之又点项级届",
    max_size=60,
)


def _numerals(normal: NormalText) -> tuple[Numeral, ...]:
    found = find(normal)
    return numerals(normal, found, [quantity(normal, amount) for amount in found.amounts], {})


def homes(text: str) -> list[int]:
    """For each digit run, in how many numerals it stands whole."""
    normal = normalise(text)
    found = _numerals(normal)
    spans = [n.span for n in found]
    assert all(a.end <= b.start for a, b in pairwise(spans)), "numerals overlap"
    assert all(text[n.span.start : n.span.end] == n.text for n in found)
    return [sum(s.start <= m.start() and m.end() <= s.end for s in spans) for m in _DIGITS.finditer(text)]


@given(_TEXT)
def test_every_digit_run_stands_in_one_numeral(text: str) -> None:
    assert all(n == 1 for n in homes(text))


@given(st.text(max_size=40))
def test_never_raises(text: str) -> None:
    normal = normalise(text)
    _numerals(normal)
    find(normal, sentence=True)


def test_debris_is_an_id() -> None:
    normal = normalise("<U+00A0>新增3家。")
    found = _numerals(normal)
    assert [(n.text, n.role, n.rule) for n in found][:2] == [("00", Role.ID, "debris"), ("0", Role.ID, "debris")]


def test_digits_of_an_entity_are_debris_and_those_inside_an_amount_are_not() -> None:
    left = normalise("解决&#8220;老账&#8221;3件，补助5<U+00A0>万元。")
    found = _numerals(left)
    assert [(n.text, n.role) for n in found] == [
        ("8220", Role.ID),
        ("8221", Role.ID),
        ("3件", Role.QUANTITY),
        ("5<U+00A0>万元", Role.QUANTITY),
    ]


def test_claims_win() -> None:
    """20.2026年 is marker and year when the heading says so."""
    normal = normalise("20.2026年民生实事10件")
    found = find(normal, [Other(0, 3, Role.MARKER, "heading.arabic")])
    assert [o.role for o in found.others] == [Role.MARKER]
    assert [m.value for m in found.moments] == ["2026"]
    assert [str(a.unit) for a in found.amounts] == ["件"]


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "一",
        "第",
        "1.",
        "百分之",
        "每",
        "（",
        "“",
        "3:",
        "12,",
        "1/",
        "十万",
        "几",
        "1万",
        "1-",
        "1至",
        "一、",
        "1\n",
        "1\n\n",
        "附件1、",
        "2021年",
        "a1",
        "1a",
    ],
)
@pytest.mark.timeout(20)  # some 50 ms; the square of so many steps would take minutes
def test_hostile_repeats_are_linear(unit: str) -> None:
    normal = normalise(unit * 20_000)
    spans = [n.span for n in _numerals(normal)]
    assert all(before.end <= after.start for before, after in pairwise(spans))


def test_numbers_that_a_page_left_above_the_title_count_nothing() -> None:
    doc = govdoc.parse("1024 768 31415\n王凯在全县教育会议上的讲话\n\n同志们：\n今天讲三个问题。")
    assert [fact.quantity.text for fact in doc.facts] == ["三个"]
