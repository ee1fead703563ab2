"""Why a value was given."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import govdoc
from benchmarks.texts import text_sets
from govdoc import Document, Span
from govdoc.rulebook import notes

UNSEEN = {"quantity.bare", "ordinal.first"}  # of govdoc.quantities alone, and of a word that share.tsv explains
TEXT = (
    "关于信访工作的报告\n县政府：\n一、工作情况\n"
    "按照《信访条例》，今年受理信访案件约34宗，同比增长5.2%。\n云岭镇人民政府\n2021年11月23日"
)


@pytest.fixture(scope="module")
def doc() -> Document:
    return govdoc.parse(TEXT)


def place(words: str) -> Span:
    at = TEXT.index(words)
    return Span(at, at + len(words))


def test_an_amount_names_its_unit_and_qualifier(doc: Document) -> None:
    rules = {s.rule for s in govdoc.explain(doc, place("约34宗")).steps}
    assert {r.split(".")[0] for r in rules} >= {"unit", "qualifier"}


def test_a_change_names_its_verb_and_basis(doc: Document) -> None:
    rules = {s.rule.split(".")[0] for s in govdoc.explain(doc, place("5.2%")).steps}
    assert rules >= {"change", "basis"}


def test_rows_bring_their_notes(doc: Document) -> None:
    steps = govdoc.explain(doc, place("约34宗")).steps
    noted = [s for s in steps if s.note]
    assert noted
    assert all(s.note in str(govdoc.explain(doc, s.span)) for s in noted)


@pytest.mark.parametrize(
    ("words", "what"),
    [("一、", "heading"), ("《信访条例》", "reference"), ("2021年11月23日", "numeral date"), ("约34宗", "fact")],
)
def test_each_kind_of_thing_is_explained(doc: Document, words: str, what: str) -> None:
    assert what in {s.what for s in govdoc.explain(doc, place(words)).steps}


def test_a_document_explains_itself_without_the_rulebook(doc: Document) -> None:
    there, here = doc.explain(place("约34宗")), govdoc.explain(doc, place("约34宗"))
    assert [s.rule for s in there.steps] == [s.rule for s in here.steps]


def test_where_nothing_was_read_nothing_is_said(doc: Document) -> None:
    assert govdoc.explain(doc, Span(0, 0)).steps == ()


@pytest.mark.parametrize("name", ["corpus", "generated"])
def test_every_rule_has_a_note(name: str) -> None:
    """Who reads the id of a rule finds its row: a word's in the word's table, a shape's in rules/grammar.tsv."""
    known, used = notes(), set()
    for text in text_sets()[name]:
        doc = govdoc.parse(text)
        used |= {s.rule for s in doc.explain((0, len(text))).steps}
    assert sorted(used - set(known)) == []


def test_every_rule_named_in_the_code_has_a_note() -> None:
    """Also those that no document here needs."""
    code = "".join(p.read_text(encoding="utf-8") for p in Path(govdoc.__file__).parent.rglob("*.py"))
    named = set(re.findall(r"""["']((?:cell|date|label|ordinal|quantity|ratio|subject)\.[a-z_]+)["']""", code))
    assert sorted(named - set(notes()) - UNSEEN) == []
