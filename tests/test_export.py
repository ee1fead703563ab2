"""Tables: each row fits its schema, nothing is lost on the way, DuckDB explains itself."""

from __future__ import annotations

import csv
import io
import json
import sys
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest

from govdoc.errors import GovdocError, ReadError
from govdoc.export.jsonl import csv_header, csv_lines, json_lines
from govdoc.export.rows import Origin, Rows, add_row, add_rows, count, failure_row, no_rows
from govdoc.export.schema import DOCUMENTS, FACTS, FAILURES, TABLES, VERSION, Row
from govdoc.export.tables import rows_of, to_arrow, to_duckdb, to_jsonl, to_pandas, to_polars
from govdoc.model.document import Document
from govdoc.model.fact import Direction, Fact, Measure, Status
from govdoc.model.issue import IssueCode, Severity
from govdoc.model.quantity import Bound, Role
from govdoc.model.section import MarkerStyle
from govdoc.parse import parse

TEXT = (
    "清溪县人民政府关于2023年防汛工作的报告\n清政发〔2024〕3号\n市政府：\n一、基本情况\n"
    "（一）投入。全年投入资金1.2亿元，同比增长8.5%；新建堤防约30公里。处罚10—30万元。\n（三）管护。管护堤防2处。\n二、打算\n"
    "2024年修建泵站3座。依据《防洪法》第三条执行。\n清溪县人民政府\n2024年1月5日\n抄送：县委办。"
)
KINDS = {"string": str, "int32": int, "bool": bool, "decimal(38, 12)": Decimal, "list<string>": list}


@pytest.fixture(scope="module")
def document() -> Document:
    return parse(TEXT)


@pytest.fixture(scope="module")
def columns(document: Document) -> Rows:
    made = no_rows()
    origin = Origin("甲.txt", "", "txt", "00", (0, 40), (("索引号", "1"),), (("footer", "1"),))
    add_rows(made, document, origin)
    add_row(made["failures"], failure_row(Origin("乙.doc"), ReadError("乙.doc", "encrypted", "a password")))
    return made


@pytest.fixture(scope="module")
def rows(columns: Rows) -> dict[str, list[Row]]:
    return {name: list(zip(*table, strict=True)) for name, table in columns.items()}


def test_every_row_fits_its_schema(rows: dict[str, list[Row]]) -> None:
    for table in TABLES:
        assert rows[table.name], table.name
        for row in rows[table.name]:
            assert len(row) == len(table.columns)
            for column, value in zip(table.columns, row, strict=True):
                assert value is None or isinstance(value, KINDS[column.type]), (table.name, column.name, value)


def test_the_first_column_is_the_document(rows: dict[str, list[Row]]) -> None:
    keys = {row[0] for name, table in rows.items() if name != "failures" for row in table}
    assert keys == {Origin("甲.txt", sha256="00").document_id}
    assert {table.names[0] for table in TABLES} == {"document_id"}


def test_ids_are_unique_and_join(rows: dict[str, list[Row]]) -> None:
    for name in ("sections", "facts", "numerals", "references", "issues"):
        ids = [row[1] for row in rows[name]]
        assert len(set(ids)) == len(ids)
    sections = {row[1] for row in rows["sections"]}
    assert {row[2] for row in rows["facts"]} <= sections | {None}
    assert {row[2] for row in rows["sections"]} <= sections | {None}


def test_facts_say_what_the_document_says(rows: dict[str, list[Row]], document: Document) -> None:
    cells = [dict(zip(FACTS.names, row, strict=True)) for row in rows["facts"]]
    by_text = {c["quantity"]: c for c in cells}
    money = by_text["1.2亿元"]
    assert (money["value"], money["unit"], money["page"]) == (Decimal(120000000), "元", 2)
    assert money["section"] == ["一、基本情况", "（一）投入"]
    assert (by_text["10—30万元"]["low"], by_text["10—30万元"]["high"]) == (100000, 300000)
    for cell in cells:
        assert document.text[cell["start"] : cell["end"]] == cell["quantity"]


def test_each_model_field_has_a_column_or_a_reason() -> None:
    """A field added to the model is missed here, not in a user's table."""
    elsewhere = {"span", "quantity", "change"}  # start and end; taken apart into columns
    assert set(Fact.model_fields) - elsewhere <= set(FACTS.names)
    assert set(Document.model_fields) - set(DOCUMENTS.names) == {"header", "preamble", "closing"}


def test_the_schema_is_version_one_and_unchanged() -> None:
    """A changed column needs a new VERSION: archives of the old one are refused, not mixed."""
    columns = {t.name: len(t.columns) for t in TABLES}
    assert (VERSION, columns) == (
        1,
        {"documents": 38, "sections": 15, "facts": 29, "numerals": 10, "references": 11, "issues": 9, "failures": 7},
    )
    for table in TABLES:
        assert len(set(table.names)) == len(table.names)
        assert all(c.chinese and c.english for c in table.columns)


@pytest.mark.parametrize("kind", [Measure, Status, Bound, Direction, Role, IssueCode, Severity, MarkerStyle])
def test_a_column_of_an_enumeration_names_each_of_its_values(kind: type[StrEnum]) -> None:
    comments = [c.chinese for t in TABLES for c in t.columns]
    assert any(all(value in comment for value in kind) for comment in comments)


def test_document_ids_depend_on_content_path_and_member() -> None:
    ids = {Origin(*x).document_id for x in [("a", "", "txt", "1"), ("b", "", "txt", "1"), ("a", "m", "txt", "1")]}
    ids.add(Origin("a", sha256="2").document_id)
    assert len(ids) == 4
    assert Origin("a", sha256="1").document_id == Origin("a", "", "html", "1").document_id


def test_json_and_csv_lines(columns: Rows) -> None:
    facts = [json.loads(x) for x in json_lines(FACTS, columns["facts"]).splitlines()]
    assert facts[0]["value"] == "120000000"
    table = list(csv.reader(io.StringIO(csv_header(FACTS).lstrip("\ufeff") + csv_lines(FACTS, columns["facts"]))))
    assert table[0] == list(FACTS.names)
    assert len(table) == len(facts) + 1
    assert json.loads(table[1][FACTS.names.index("section")]) == ["一、基本情况", "（一）投入"]


def test_a_missing_package_is_named_and_not_our_own_module(document: Document, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "govdoc.export.arrow", raising=False)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(GovdocError, match=r"^needs pyarrow: pip install 'govdoc\[table\]'$"):
        to_arrow([document])


def test_lone_surrogates_and_huge_numbers_do_not_stop_an_archive() -> None:
    pytest.importorskip("pyarrow", reason="pip install 'govdoc[table]'")
    from govdoc.export.arrow import batch

    row = [["1"], ["a\ud800.txt"], [""], [""], [""], ["x"], ["\udfff"]]
    assert batch(FAILURES, row).column(1).to_pylist() == ["a?.txt"]
    assert json.loads(json_lines(FAILURES, row))["path"] == "a?.txt"
    huge = parse(f"投入{'9' * 40}元。又投入{Decimal(2) / 3}元。")
    made = no_rows()
    add_rows(made, huge, Origin())
    assert batch(FACTS, made["facts"]).num_rows == len(huge.facts)


def test_arrow_keeps_decimals_lists_and_comments(document: Document) -> None:
    arrow = pytest.importorskip("pyarrow", reason="pip install 'govdoc[table]'")
    tables = to_arrow([document, document])
    assert set(tables) == {t.name for t in TABLES}
    facts = tables["facts"]
    assert facts.num_rows == 2 * len(document.facts)
    assert facts.schema.field("value").type == arrow.decimal128(38, 12)
    assert facts.schema.metadata[b"govdoc.schema"] == b"1"
    assert len(set(tables["documents"]["document_id"].to_pylist())) == 2
    assert to_arrow([], table="facts").num_rows == 0


def test_columns_whose_values_repeat_have_a_dictionary(columns: Rows, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="pip install 'govdoc[table]'")
    from govdoc.export.arrow import ParquetPart

    part = ParquetPart(tmp_path / "facts.parquet", FACTS)
    part.add(columns["facts"])
    assert part.close()
    group = parquet.ParquetFile(tmp_path / "facts.parquet").metadata.row_group(0)
    found = {x.path_in_schema.partition(".")[0]: x for x in map(group.column, range(group.num_columns))}
    assert found["section"].has_dictionary_page and found["indicator"].is_stats_set
    assert not found["fact_id"].has_dictionary_page and not found["text"].is_stats_set


def test_pandas_and_polars(document: Document) -> None:
    pytest.importorskip("pandas", reason="pip install 'govdoc[pandas]'")
    assert to_pandas([document], table="facts")["unit"].iloc[0] == "元"
    pytest.importorskip("polars", reason="pip install 'govdoc[polars]'")
    assert to_polars([document])["facts"]["value"][0] == Decimal(120000000)


def test_one_document_is_as_good_as_a_list(document: Document, tmp_path: Path) -> None:
    assert rows_of(document) == rows_of([document])
    to_jsonl(document, tmp_path / "x.jsonl")
    for wrong in (["甲.txt"], document.facts):
        with pytest.raises(TypeError, match=r"expected a Document, .* not (?:str|Fact)"):
            rows_of(wrong)  # type: ignore[arg-type]


def test_duckdb_with_comments_and_views(document: Document, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb", reason="pip install 'govdoc[duckdb]'")
    path = tmp_path / "x.duckdb"
    to_duckdb([document], path)
    with duckdb.connect(str(path), read_only=True) as db:

        def ask(query: str) -> list[Any]:
            return list(db.execute(query).fetchall())

        assert ask("SELECT count(*) FROM facts") == [(len(document.facts),)]
        assert ask("SELECT comment FROM duckdb_columns() WHERE column_name = 'issuer_marks'") == [("发文机关标志",)]
        assert ask("SELECT heading FROM outline")[:2] == [("一、基本情况",), ("　（一）投入",)]
        assert ask("SELECT count(*) FROM latest_facts")[0][0] <= len(document.facts)
        known = ask("SELECT DISTINCT issuer, year, document_title FROM document_facts WHERE period = '2023'")
        assert known == [("清溪县人民政府", 2023, "清溪县人民政府关于2023年防汛工作的报告")]
        assert ask("SELECT tags['storage_version'] FROM duckdb_databases() WHERE database_name = 'x'")[0][0] <= "v1.2.9"
    assert [x.name for x in tmp_path.iterdir()] == ["x.duckdb"]


def test_an_issuer_who_did_not_sign_is_told_by_the_title(tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb", reason="pip install 'govdoc[duckdb]'")
    titles = ["清溪县2023年国民经济和社会发展统计公报", "2024年清溪县政府工作报告", "关于加强2023年防汛工作的通知"]
    to_duckdb([parse(f"{title}\n全年受理案件34宗。") for title in titles], tmp_path / "x.duckdb")
    with duckdb.connect(str(tmp_path / "x.duckdb"), read_only=True) as db:
        found = db.execute("SELECT DISTINCT document_title, issuer FROM document_facts").fetchall()
    assert dict(found) == dict(zip(titles, ["清溪县", "清溪县", None], strict=True))


def test_jsonl_of_documents_reads_back(document: Document, tmp_path: Path) -> None:
    to_jsonl([document, document], tmp_path / "x.jsonl")
    lines = (tmp_path / "x.jsonl").read_text(encoding="utf-8").splitlines()
    assert [Document.model_validate_json(x) for x in lines] == [document, document]
    assert count(rows_of([document])["documents"]) == 1


def test_lone_surrogates_are_escapes_in_json_lines(tmp_path: Path) -> None:
    document = parse("\ud800今年受理信访案件34宗。")
    line = to_jsonl([document], tmp_path / "x.jsonl").read_text(encoding="utf-8")
    assert Document.model_validate(json.loads(line)) == document
