"""What a user sees: the names of the package, and their types under ``mypy --strict``."""

from __future__ import annotations

import copy
import gc
import io
import pickle
from collections.abc import Callable
from decimal import Decimal
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from mypy import api
from pydantic import ValidationError

import govdoc

NAMES = {
    "parse",
    "read",
    "read_many",
    "to_arrow",
    "to_duckdb",
    "to_jsonl",
    "to_pandas",
    "to_polars",
    "tokenize",
    "quantities",
    "number",
    "explain",
    "Document",
    "Enclosure",
    "Header",
    "Title",
    "Addressees",
    "DocNumber",
    "DocumentKind",
    "Closing",
    "Attachment",
    "Preamble",
    "Section",
    "Marker",
    "MarkerStyle",
    "Paragraph",
    "Sentence",
    "Fact",
    "Measure",
    "Change",
    "Direction",
    "Status",
    "Quantity",
    "Unit",
    "Bound",
    "Numeral",
    "Role",
    "Date",
    "Period",
    "Reference",
    "Issue",
    "IssueCode",
    "Look",
    "Severity",
    "Span",
    "Element",
    "Phrase",
    "Token",
    "GovdocError",
    "ReadError",
    "RuleTableError",
}
CLIENT = """
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import govdoc
from govdoc import Document, Fact, Section, Span

doc: Document = govdoc.parse("今年受理信访案件34宗。")
same: Document = govdoc.read(Path("report.txt"))
raw: Document = govdoc.read(b"...", format="txt")
words: tuple[govdoc.Token, ...] = govdoc.tokenize("受理信访案件34宗")
amounts: tuple[govdoc.Quantity, ...] = govdoc.quantities("共罚款2730元")
value: Decimal = govdoc.number("一万二千三百")
title: str | None = doc.header.title.value if doc.header.title else None
year: int | None = doc.header.doc_number.year if doc.header.doc_number else None
names: list[str] = [n.value for n in doc.header.addressees.names] if doc.header.addressees else []
kind: govdoc.DocumentKind | None = doc.kind
sections: Iterator[Section] = doc.walk()
facts: tuple[Fact, ...] = doc.find("信访案件", status="actual", period="2021", scope="全镇")
for fact in facts:
    span: Span = fact.quantity.span
    low: Decimal | None = fact.quantity.low
    symbol: str = str(fact.quantity.unit)
    subject: str = fact.subject.value if fact.subject else ""
    basis: str | None = fact.change.basis.value if fact.change and fact.change.basis else None
    path: tuple[str, ...] = fact.section
    why: str = str(govdoc.explain(doc, span))
    same_why: str = str(doc.explain(span))
for section in sections:
    marker: str | None = section.marker.text if section.marker else None
    sentences: list[str] = [s.text for p in section.paragraphs for s in p.sentences]
date: str | None = doc.closing.date.value if doc.closing.date else None
roles: set[govdoc.Role] = {n.role for n in doc.numerals}
titles: list[str] = [r.title.value for r in doc.references if r.title]
codes: list[govdoc.IssueCode] = [i.code for i in doc.issues]
json: str = doc.model_dump_json()
back: Document = Document.model_validate_json(json)
"""


def test_the_names() -> None:
    assert set(govdoc.__all__) == NAMES
    assert sorted(govdoc.__all__) == list(govdoc.__all__), "in alphabetical order"
    for name in NAMES:
        assert getattr(govdoc, name).__doc__, f"{name} has no docstring"


@pytest.fixture(scope="module")
def strict(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    """What ``mypy --strict`` says of a client; govdoc itself is read once for all of them."""
    folder = tmp_path_factory.mktemp("client")

    def run(code: str) -> str:
        path = folder / "client.py"
        path.write_text(code, encoding="utf-8")
        return "".join(api.run(["--strict", f"--cache-dir={folder / 'cache'}", "--config-file=", str(path)])[:2])

    return run


def test_a_client_passes_mypy_strict(strict: Callable[[str], str]) -> None:
    assert strict(CLIENT).startswith("Success")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("x: int = govdoc.number('三')", "assignment"),
        ("govdoc.parse('').titel", "attr-defined"),
        ("govdoc.prase('')", "attr-defined"),
        ("govdoc.parse(b'')", "arg-type"),
    ],
)
def test_a_wrong_client_does_not(line: str, said: str, strict: Callable[[str], str]) -> None:
    """The types say something: a wrong type and a misspelt name are found."""
    out = strict(f"import govdoc\n{line}\n")
    assert f"[{said}]" in out
    assert "Found 1 error" in out


@pytest.fixture
def doc() -> govdoc.Document:
    head = "关于信访工作的报告\n县政府：\n一、情况\n"
    return govdoc.parse(head + "今年受理信访案件34宗，调处率100%。\n云岭镇人民政府\n2021年11月23日")


def test_values_are_frozen(doc: govdoc.Document) -> None:
    with pytest.raises(ValidationError):
        doc.text = "另一份"
    with pytest.raises(ValidationError):
        doc.facts[0].quantity.value = None


def test_values_are_hashable(doc: govdoc.Document) -> None:
    assert len({doc, govdoc.parse(doc.text)}) == 1


def test_documents_can_be_sent_to_another_process(doc: govdoc.Document) -> None:
    assert pickle.loads(pickle.dumps(doc)) == doc


def test_a_trusted_value_is_like_any_other() -> None:
    span = govdoc.Span(0, 2)
    trusted, validated = govdoc.Element.trusted(span=span, text="通知"), govdoc.Element(span=span, text="通知")
    assert (trusted, hash(trusted), repr(trusted)) == (validated, hash(validated), repr(validated))
    assert trusted.model_fields_set == validated.model_fields_set
    assert copy.deepcopy(trusted) == pickle.loads(pickle.dumps(trusted)) == trusted
    assert govdoc.Element.model_validate_json(trusted.model_dump_json()) == trusted


def test_public_construction_validates() -> None:
    with pytest.raises(ValidationError):
        govdoc.Unit(symbol="件")  # type: ignore[call-arg]
    assert govdoc.Element(span=govdoc.Span(0, 2), text="通知").text == "通知"


def test_a_value_prints_as_its_words(doc: govdoc.Document) -> None:
    fact, section = doc.facts[0], doc.sections[0]
    assert f"{fact.subject} {fact.quantity} {fact.period}" == "信访案件 34宗 2021"
    assert f"{fact} {doc.header.title} {doc.closing.date}" == "信访案件34宗 关于信访工作的报告 2021-11-23"
    assert (str(section), repr(section)) == ("一、情况", "<Section 一、情况: 1 paragraphs, 0 sections>")


def test_the_fields_of_a_parsed_value_stand_in_the_order_of_its_class(doc: govdoc.Document) -> None:
    """What is read back is the same JSON to the byte."""
    text = doc.model_dump_json()
    assert govdoc.Document.model_validate_json(text).model_dump_json() == text


def test_a_document_is_a_line_in_the_console(doc: govdoc.Document) -> None:
    assert (
        repr(doc)
        == str(doc)
        == f"<Document kind=报告 title=关于信访工作的报告: {len(doc.text)} characters, 2 facts, 0 issues>"
    )


@pytest.mark.parametrize("wrong", [b"\xb9\xd8", Path("a.txt"), None, 34, ["一、"]])
def test_text_functions_take_text(wrong: Any) -> None:
    for function in (govdoc.parse, govdoc.quantities, govdoc.tokenize, govdoc.number):
        with pytest.raises(TypeError, match=f"expected str, not {type(wrong).__name__}"):
            function(wrong)


@pytest.mark.parametrize("wrong", [None, 34, io.StringIO("关于检查的通知")])
def test_read_takes_paths_and_bytes(wrong: object) -> None:
    with pytest.raises(TypeError, match=f"binary mode, not {type(wrong).__name__}"):
        govdoc.read(wrong)  # type: ignore[arg-type]


def test_the_version() -> None:
    assert govdoc.__version__ == version("govdoc")


def test_a_status_that_is_none_is_an_error(doc: govdoc.Document) -> None:
    with pytest.raises(ValueError, match="'plan'"):
        doc.find(status="plan")


def test_find(doc: govdoc.Document) -> None:
    assert [str(f.quantity.value) for f in doc.find(unit="宗")] == ["34"]
    assert [str(f.quantity.value) for f in doc.find(subject="调处")] == ["100"]
    assert doc.find(period="1999") == ()
    assert doc.find(period=2021, value=34) == doc.find(value="34") == doc.facts[:1]  # type: ignore[arg-type]


def test_a_rank_counts_places_and_no_people() -> None:
    rank, people = govdoc.parse("全县总产值居全市第3位，培训3位农民。").quantities
    assert rank.unit == people.unit == "位"
    assert (rank.unit.dimension, people.unit.dimension) == ("rank", "person")


def test_an_indicator_is_found_by_its_name_and_as_it_is_written() -> None:
    doc = govdoc.parse("全县GDP达320亿元。")
    assert doc.find("地区生产总值") == doc.find("GDP") == doc.facts


def test_a_period_has_its_first_and_last_day(doc: govdoc.Document) -> None:
    period, date = doc.facts[0].period, doc.closing.date
    assert period and date
    assert (str(period.first), str(period.last), str(date.first)) == ("2021-01-01", "2021-12-31", "2021-11-23")
    unknown = govdoc.Date(span=govdoc.Span(0, 3), text="6月底", value=None)
    assert (str(unknown), unknown.first, unknown.last) == ("6月底", None, None)


def test_a_number_is_found_as_it_is_written() -> None:
    rate = govdoc.parse("调处率99.3%。")
    assert rate.find(value=99.3) == rate.find(value=Decimal("99.30")) == rate.facts


def test_nothing_to_read() -> None:
    empty = govdoc.parse("")
    assert (empty.text, empty.facts, empty.sections, empty.header.title) == ("", (), (), None)
    assert [i.code for i in empty.issues] == ["empty_document"]


def test_errors_are_of_one_family() -> None:
    assert issubclass(govdoc.ReadError, govdoc.GovdocError)
    assert issubclass(govdoc.RuleTableError, govdoc.GovdocError)
    with pytest.raises(govdoc.ReadError, match=r"没有\.txt|nowhere"):
        govdoc.read(Path("nowhere") / "没有.txt")


@pytest.mark.parametrize("collecting", [True, False])
def test_the_collector_waits_for_no_cycles_and_is_left_as_it_was(collecting: bool) -> None:
    report = "关于信访工作的报告\n县政府：\n一、工作情况\n今年受理信访案件34宗。\n云岭镇人民政府\n2021年11月23日"
    govdoc.parse(report)  # tables and patterns are made on the first use
    try:
        gc.disable()
        gc.collect()
        govdoc.parse(report)
        assert gc.collect() == 0
        if collecting:
            gc.enable()
        govdoc.parse(report)
        assert gc.isenabled() is collecting
        with pytest.raises(TypeError):
            govdoc.parse(None)  # type: ignore[arg-type]
        assert gc.isenabled() is collecting
    finally:
        gc.enable()
