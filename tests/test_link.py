"""Linking as a whole: one fact an amount, in order, in linear time, and each says why."""

from __future__ import annotations

import pytest

from govdoc import parse
from tests.linked import facts

PIECES = 10_000  # amounts in a row
_TEXT = "全镇共受理信访案件34宗，同比下降5%，调处率达100%。"


def test_a_fact_for_each_amount() -> None:
    cases, fall, rate = facts(_TEXT)
    assert [f.quantity.text for f in (cases, fall, rate)] == ["34宗", "5%", "100%"]
    assert fall.subject == cases.subject
    assert cases.text == "全镇共受理信访案件34宗"
    assert rate.indicator == "调处率"


def test_a_heading_names_what_stands_alone_under_it() -> None:
    document = parse("关于柳河桥项目的批复\n\n一、项目名称：柳河桥项目。\n二、建设工期：3年。\n")
    assert [(fact.subject and fact.subject.value, fact.rules[-1]) for fact in document.facts] == [
        ("建设工期", "subject.head")
    ]


def test_rules_are_named() -> None:
    for fact in facts(_TEXT):
        assert any(rule.startswith("subject.") for rule in fact.rules)


def test_a_sentence_without_an_end_is_not_the_text_of_each_of_its_facts() -> None:
    found = facts("一产、二产、" * PIECES + "分别增长" + "5%、" * PIECES)
    assert sum(len(fact.text) for fact in found) < 500 * len(found)


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "piece", ["3家", "3家、", "增长5%，", "（3家", "的3%", "一3", "比2020年3%", "其中3户", "案件3宗"]
)
def test_linear(piece: str) -> None:
    """A second or two; the square of so many amounts would take minutes (how time grows is benchmarks/speed.py's)."""
    assert all(fact.quantity.text in piece for fact in facts(piece * PIECES))
