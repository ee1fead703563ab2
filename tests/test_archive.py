"""Archive runs: never lose, never double; a second run goes on where the first ended."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from govdoc.archive.many import read_many
from govdoc.archive.part import FORMATS
from govdoc.archive.walk import walk
from govdoc.errors import GovdocError
from govdoc.export.guide import questions
from govdoc.export.schema import TABLES
from tests.archivefile import codes, go, notice, rows
from tests.officefile import docx, p

pytestmark = pytest.mark.timeout(300)


def test_the_same_rows_for_any_number_of_workers(folder: Path, tmp_path: Path) -> None:
    summaries = [go(tmp_path / f"out{n}", workers=n) for n in (1, 3)]
    assert [(s.documents, s.failures) for s in summaries] == [(60, 1)] * 2
    for table in TABLES:
        one, three = ((tmp_path / f"out{n}" / f"{table.name}.jsonl").read_bytes() for n in (1, 3))
        assert one == three
    assert codes(tmp_path / "out1") == {"坏.docx": "truncated"}


@pytest.mark.parametrize("form", ["parquet", "duckdb", "csv"])
def test_every_format_has_the_same_number_of_rows(folder: Path, tmp_path: Path, form: str) -> None:
    duckdb = pytest.importorskip("duckdb", reason="pip install 'govdoc[duckdb]'")
    go(tmp_path / "out")
    go(tmp_path / form, form=form)
    wanted = {name: len(lines) for name, lines in rows(tmp_path / "out").items()}
    out = tmp_path / form
    source = {
        "parquet": f"read_parquet('{out}/TABLE/*.parquet')",
        "csv": f"read_csv('{out}/TABLE.csv', header=true)",
        "duckdb": 'x."TABLE"',
    }[form]
    with duckdb.connect() as db:
        if form == "duckdb":
            db.execute(f"ATTACH '{out}/govdoc.duckdb' AS x (READ_ONLY)")
        found = {
            t.name: db.execute(f"SELECT count(*) FROM {source.replace('TABLE', t.name)}").fetchone()[0] for t in TABLES
        }
        first = db.execute(f"DESCRIBE SELECT * FROM {source.replace('TABLE', 'facts')}").fetchall()[0][0]
    assert found == wanted
    assert first == "document_id"
    assert "| document_id |" in (out / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("form", FORMATS)
def test_the_questions_of_the_readme_have_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    duckdb = pytest.importorskip("duckdb", reason="pip install 'govdoc[duckdb]'")
    text = "清溪县2023年国民经济和社会发展统计公报\n一、综合\n全县地区生产总值35亿元。受理案件34宗。依据清府发〔2023〕9号文件。"
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "甲.txt").write_text(text, encoding="utf-8")
    (tmp_path / "in" / "乙.txt").write_bytes(b"")
    out = tmp_path / "out"
    go(out, str(tmp_path / "in"), form=form)
    monkeypatch.chdir(out)
    with duckdb.connect("govdoc.duckdb" if form == "duckdb" else ":memory:") as db:
        for asked, query in questions(form).items():
            assert query in (out / "README.md").read_text(encoding="utf-8")
            assert db.execute(query).fetchall(), asked


def test_a_second_run_does_nothing_and_a_new_file_is_added(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    go(out)
    before = rows(out)
    again = go(out)
    assert (again.files, again.skipped) == (0, 60)
    assert rows(out) == before
    (folder / "new.txt").write_bytes(notice(77))
    assert go(out).files == 1
    assert len(rows(out)["documents"]) == len(before["documents"]) + 1


def test_a_changed_file_replaces_its_rows(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    go(out)
    changed = folder / "3" / "003.txt"
    changed.write_bytes(notice(88, "改"))
    os.utime(changed, ns=(1, 1))
    go(out)
    fresh = tmp_path / "fresh"
    go(fresh)
    assert rows(out) == rows(fresh)


def test_limit_shards_and_overlapping_paths_lose_and_double_nothing(folder: Path, tmp_path: Path) -> None:
    out, whole = tmp_path / "out", tmp_path / "whole"
    go(whole, "in", "in/3", "in/3/003.txt", "in/*.docx")
    go(out, limit=7)
    assert len(rows(out)["documents"]) <= 8
    go(out, shard=(1, 3))
    go(out, shard=(2, 3))
    go(out, shard=(3, 3))
    assert rows(out) == rows(whole)


def test_failed_files_are_read_again_when_asked(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    go(out)
    bad = folder / "坏.docx"
    before = bad.stat()
    bad.write_bytes(docx(p("修好了"))[:300].ljust(300))
    os.utime(bad, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert go(out).files == 0
    assert go(out, retry=True).files > 0


def test_fresh_starts_anew_and_foreign_folders_are_left_alone(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    go(out)
    (out / "mine.txt").write_text("x")
    assert go(out, resume=False).files == 60
    assert (out / "mine.txt").exists()
    with pytest.raises(GovdocError, match="not made by govdoc"):
        go(folder)
    with pytest.raises(GovdocError, match="choose another folder"):
        go(out, form="csv")
    with pytest.raises(GovdocError, match="is a file"):
        go(out / "mine.txt")


def test_the_output_folder_is_not_read(folder: Path, tmp_path: Path) -> None:
    go(folder / "out", "in")
    assert go(folder / "out", "in").files == 0


def test_a_torn_manifest_and_stray_files_are_mended(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    go(out)
    wanted = rows(out)
    manifest = out / ".govdoc" / "manifest.jsonl"
    manifest.write_bytes(manifest.read_bytes()[:-25])
    part = min((out / ".govdoc" / "parts" / "facts").iterdir())
    part.write_bytes(part.read_bytes()[:-10])
    (out / ".govdoc" / "tmp" / "stray.1.facts.jsonl").write_text("x")
    (out / ".govdoc" / "parts" / "facts" / "stray.jsonl").write_text("x")
    assert go(out).files > 0
    assert rows(out) == wanted
    assert not list((out / ".govdoc" / "tmp").iterdir())


@pytest.mark.parametrize("workers", [1, 3])
def test_read_many_yields_in_order_with_failures_as_values(folder: Path, workers: int) -> None:
    found = list(read_many(["in"], workers=workers))
    assert [x.path.split("!/")[0] for x in found if not x.origin.member] == [
        e.path for e in walk(["in"]) if "包" not in e.path
    ]
    assert [x.error.code for x in found if x.error] == ["truncated"]
    assert len([x for x in found if x.document]) == 60


def test_read_many_may_be_left_early(folder: Path) -> None:
    source = read_many("in", workers=2)
    assert next(source).document is not None
    source.close()  # type: ignore[attr-defined]


def test_permission_bits_of_the_output_are_ordinary(folder: Path, tmp_path: Path) -> None:
    go(tmp_path / "out")
    assert stat.S_IMODE((tmp_path / "out" / "facts.jsonl").stat().st_mode) & 0o400


def test_ten_thousand_given_paths_are_no_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "[1].txt").write_text("x")
    given = ["a", "./a/[1].txt", str(tmp_path / "b"), *(f"a/{n}.txt" for n in range(10_000))]
    assert [e.path for e in walk(given)] == ["a/[1].txt", str(tmp_path / "b")]
    assert [e.path for e in walk([".", "a", "a/[1].txt"])] == ["a/[1].txt"]
    assert [e.path for e in walk(["a/../a", "../x"])] == ["a/[1].txt", "../x"]


def test_a_missing_extra_is_said_before_anything_is_done(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("govdoc.archive.run.find_spec", lambda _: None)
    with pytest.raises(GovdocError, match=r"pip install 'govdoc\[table\]'"):
        go(tmp_path / "out", form="parquet")
    assert not (tmp_path / "out").exists()
