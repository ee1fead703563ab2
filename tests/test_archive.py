"""Archive runs: never lose, never double, whatever happens; each bad file is one row with a reason."""

from __future__ import annotations

import json
import os
import random
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from govdoc.archive.many import read_many
from govdoc.archive.run import Options, Summary, run
from govdoc.archive.walk import walk
from govdoc.errors import GovdocError
from govdoc.export.schema import TABLES
from tests.officefile import docx, p, zipped

pytestmark = pytest.mark.timeout(300)
NOTICE = (
    "清溪县关于第{n}号防汛工作的通知\n各村：\n一、要求\n现有险段{n}处，投入{n}.5万元。\n清溪县人民政府\n2024年5月{d}日"
)
HOSTILE = """
import os, signal, time
import govdoc.readers.open as door
from govdoc.readers.source import Format
real = door._READERS[Format.TEXT]
def reader(data, name):
    if b"CRASH" in data: os.kill(os.getpid(), signal.SIGSEGV)
    if b"LEAVE" in data: os._exit(7)
    if b"HANG" in data: time.sleep(1000)
    if b"EAT" in data: return [bytearray(1 << 20) for _ in range(1 << 20)]
    if b"RAISE" in data: raise KeyError("nobody foresaw this")
    if b"SLOW" in data: time.sleep(0.02)
    return real(data, name)
door._READERS[Format.TEXT] = reader
"""


class Quiet:
    def planned(self, files: int, skipped: int) -> None: ...

    def advanced(self, files: int, documents: int, failures: list[tuple[str, str]]) -> None: ...


def notice(n: int, more: str = "") -> bytes:
    return (NOTICE.format(n=n, d=n % 28 + 1) + more).encode("gb18030" if n % 3 else "utf-8")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of 60 files of many kinds; the working directory is its parent."""
    made = tmp_path / "in"
    for n in range(50):
        path = made / f"{n % 7}" / f"{n:03}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(notice(n))
    for n in range(8):
        (made / f"{n}.docx").write_bytes(docx(p(f"第{n}号通知") + p(f"现有险段{n}处。")))
    (made / "包.zip").write_bytes(zipped({"a.txt": notice(90), "b.html": "<p>通知，其一。</p>".encode()}))
    (made / "坏.docx").write_bytes(docx(p("甲"))[:300])
    monkeypatch.chdir(tmp_path)
    return made


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers meet a reader that crashes, hangs, leaves or eats memory when a file says so."""
    place = tmp_path / "hostile"
    place.mkdir()
    (place / "sitecustomize.py").write_text(HOSTILE)
    monkeypatch.syspath_prepend(str(place))


def rows(out: Path) -> dict[str, list[str]]:
    """All rows of an output folder in JSONL, sorted."""
    return {t.name: sorted((out / f"{t.name}.jsonl").read_text(encoding="utf-8").splitlines()) for t in TABLES}


def go(out: Path, *paths: str, **options: object) -> Summary:
    settings = {"form": "jsonl", "workers": 2, **options}
    return run(paths or ("in",), out, Options(**settings), Quiet())  # type: ignore[arg-type]


def codes(out: Path) -> dict[str, str]:
    failures = [json.loads(x) for x in rows(out)["failures"]]
    return {Path(x["path"]).name + ("!" + x["member"] if x["member"] else ""): x["code"] for x in failures}


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
        "parquet": lambda t: f"read_parquet('{out}/{t}/*.parquet')",
        "csv": lambda t: f"read_csv('{out}/{t}.csv', header=true)",
        "duckdb": lambda t: f'x."{t}"',
    }[form]
    with duckdb.connect() as db:
        if form == "duckdb":
            db.execute(f"ATTACH '{out}/govdoc.duckdb' AS x (READ_ONLY)")
        found = {t.name: db.execute(f"SELECT count(*) FROM {source(t.name)}").fetchone()[0] for t in TABLES}
        first = db.execute(f"DESCRIBE SELECT * FROM {source('facts')}").fetchall()[0][0]
    assert found == wanted
    assert first == "document_id"
    assert "| document_id |" in (out / "README.md").read_text(encoding="utf-8")


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


def test_a_file_that_kills_hangs_or_eats_is_quarantined_and_the_rest_completes(
    folder: Path, tmp_path: Path, hostile: None
) -> None:
    for word in ("CRASH", "LEAVE", "HANG", "EAT", "RAISE"):
        (folder / "3" / f"{word}.txt").write_bytes(f"通知 {word}".encode())
    (folder / "z.zip").write_bytes(zipped({"a.txt": notice(1), "b.txt": b"CRASH", "c.txt": notice(2)}))
    summary = go(tmp_path / "out", seconds=2.0, memory=300 << 20)
    assert codes(tmp_path / "out") == {
        "坏.docx": "truncated", "CRASH.txt": "crash", "LEAVE.txt": "crash", "HANG.txt": "timeout", "EAT.txt": "memory",
        "RAISE.txt": "malformed", "z.zip!b.txt": "crash",
    }  # fmt: skip
    assert summary.documents == 62
    reasons = {json.loads(x)["reason"] for x in rows(tmp_path / "out")["failures"]}
    assert "the reader was killed by SIGSEGV" in reasons
    assert "the reader ended its process with status 7" in reasons


def test_a_worker_that_dies_between_files_is_found_by_bisection(folder: Path, tmp_path: Path, hostile: None) -> None:
    place = tmp_path / "hostile" / "sitecustomize.py"
    place.write_text(
        HOSTILE + "import govdoc.archive.part as part\nreal_close = part.Parts.close\n"
        "def close(self):\n    if any('003.txt' in r[1] for r in self.rows['documents']): os._exit(9)\n"
        "    return real_close(self)\npart.Parts.close = close\n"
    )
    go(tmp_path / "out", "in/3")
    assert codes(tmp_path / "out") == {"003.txt": "crash"}
    assert len(rows(tmp_path / "out")["documents"]) == 6


def test_bad_input_is_one_row_each(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    made = tmp_path / "in"
    made.mkdir()
    (made / "good.txt").write_bytes(notice(1))
    (made / "empty.txt").write_bytes(b"")
    (made / "wrong.doc").write_bytes("<html><body><p>网页，其实。</p></body></html>".encode())
    (made / "picture.docx").write_bytes(b"\x89PNG\r\n\x1a\n")
    (made / "bomb.zip").write_bytes(zipped({"a.txt": b"0" * 20_000_000}))
    (made / "slip.zip").write_bytes(zipped({"../../slip.txt": "x"}))
    with (made / "large.txt").open("wb") as file:
        file.truncate(200 << 20)
    (made / "loop").symlink_to(made)
    (made / "self").symlink_to(made / "self")
    (made / "gone").symlink_to(tmp_path / "nothing")
    os.mkfifo(made / "pipe")
    (made / ".hidden").write_bytes(b"x")
    (made / "~$good.docx").write_bytes(b"x")
    (made / os.fsdecode("清溪县报告.txt".encode("gbk"))).write_bytes(notice(2))
    expected = {
        "empty.txt": "empty", "picture.docx": "unsupported", "bomb.zip!a.txt": "bomb", "large.txt": "too_large",
        "slip.zip!../../slip.txt": "unsafe_path", "loop": "symlink_loop", "self": "symlink_loop", "gone": "missing",
        "pipe": "not_a_file",
    }  # fmt: skip
    if os.getuid():
        (made / "secret.txt").write_bytes(notice(3))
        (made / "secret.txt").chmod(0)
        expected["secret.txt"] = "permission"
    summary = go(tmp_path / "out", "in", "missing.txt")
    assert codes(tmp_path / "out") == {**expected, "missing.txt": "missing"}
    names = {Path(json.loads(x)["path"]).name for x in rows(tmp_path / "out")["documents"]}
    assert names == {"good.txt", "wrong.doc", "清溪县报告.txt"}
    assert summary.documents == 3
    assert not list(tmp_path.rglob("slip.txt"))


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


def command(out: Path, *more: str) -> list[str]:
    return [
        sys.executable,
        "-m",
        "govdoc.cli",
        "parse",
        "in",
        "-o",
        str(out),
        "--format",
        "jsonl",
        "--workers",
        "2",
        *more,
    ]


def children(pid: int) -> list[int]:
    path = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(x) for x in path.read_text().split()] if path.exists() else []


@pytest.fixture
def slow_folder(folder: Path, hostile: None, tmp_path: Path) -> tuple[Path, dict[str, str]]:
    """Files that take 20 ms each, and the environment in which they do."""
    for n in range(100, 160):
        (folder / f"{n}.txt").write_bytes(notice(n, " SLOW"))
    return folder, {**os.environ, "PYTHONPATH": str(tmp_path / "hostile")}


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc to find the workers")
def test_random_kills_of_parent_and_workers_change_no_row(
    slow_folder: tuple[Path, dict[str, str]], tmp_path: Path
) -> None:
    _, environment = slow_folder
    whole, out = tmp_path / "whole", tmp_path / "out"
    subprocess.run(command(whole), env=environment, check=False, capture_output=True)
    random_ = random.Random(7)
    kills = 0
    for _ in range(40):
        with subprocess.Popen(
            command(out), env=environment, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL
        ) as process:
            time.sleep(random_.uniform(0.3, 2.2))
            target = random_.choice([process.pid, *children(process.pid)])
            if process.poll() is None:
                kills += 1
                os.kill(target, signal.SIGKILL)
            if target == process.pid:
                continue
            process.wait()
        if process.returncode == 1:
            break
    subprocess.run(command(out), env=environment, check=False, capture_output=True)
    assert kills
    assert rows(out) == rows(whole)


def test_ctrl_c_ends_cleanly_and_the_next_run_goes_on(slow_folder: tuple[Path, dict[str, str]], tmp_path: Path) -> None:
    _, environment = slow_folder
    out = tmp_path / "out"
    with subprocess.Popen(command(out), env=environment, stderr=subprocess.PIPE) as process:
        deadline = time.monotonic() + 60
        while not (out / ".govdoc" / "manifest.jsonl").exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        workers = children(process.pid)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate()
    assert process.returncode == 130
    assert b"run the same command again" in said
    assert not any(Path(f"/proc/{pid}").exists() for pid in workers)
    assert subprocess.run(command(out), env=environment, check=False, capture_output=True).returncode == 1
    assert len(rows(out)["documents"]) == 120


def test_a_full_disk_stops_with_a_clear_line(folder: Path, tmp_path: Path, hostile: None) -> None:
    place = tmp_path / "hostile" / "sitecustomize.py"
    place.write_text(
        "import errno, govdoc.archive.part as part\n"
        "def close(self): raise OSError(errno.ENOSPC, 'No space left on device')\npart.Parts.close = close\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "hostile")}
    done = subprocess.run(command(tmp_path / "out"), env=environment, check=False, capture_output=True, text=True)
    assert done.returncode == 1
    assert "No space left on device" in done.stderr
    assert "Traceback" not in done.stderr
    place.write_text("")
    assert subprocess.run(command(tmp_path / "out"), check=False, capture_output=True).returncode == 1
    assert len(rows(tmp_path / "out")["documents"]) == 60


def test_two_runs_do_not_share_a_folder(slow_folder: tuple[Path, dict[str, str]], tmp_path: Path) -> None:
    _, environment = slow_folder
    out = tmp_path / "out"
    with subprocess.Popen(command(out), env=environment, stderr=subprocess.DEVNULL) as process:
        while not (out / ".govdoc" / "manifest.jsonl").exists():
            time.sleep(0.05)
        with pytest.raises(GovdocError, match="another govdoc run"):
            go(out)
        process.kill()


@pytest.mark.parametrize("workers", [1, 3])
def test_read_many_yields_in_order_with_failures_as_values(folder: Path, workers: int) -> None:
    found = list(read_many(["in"], workers=workers))
    assert [x.path.split("!/")[0] for x in found if not x.origin.member] == [
        e.path for e in walk(["in"]) if "包" not in e.path
    ]
    assert [x.error.code for x in found if x.error] == ["truncated"]
    assert len([x for x in found if x.document]) == 60


def test_read_many_survives_a_file_that_kills(folder: Path, hostile: None) -> None:
    (folder / "3" / "CRASH.txt").write_bytes(b"CRASH")
    found = list(read_many("in", workers=2))
    assert sorted(x.error.code for x in found if x.error) == ["crash", "truncated"]
    assert len(found) == 62


def test_read_many_may_be_left_early(folder: Path) -> None:
    source = read_many("in", workers=2)
    assert next(source).document is not None
    source.close()  # type: ignore[attr-defined]


def test_permission_bits_of_the_output_are_ordinary(folder: Path, tmp_path: Path) -> None:
    go(tmp_path / "out")
    assert stat.S_IMODE((tmp_path / "out" / "facts.jsonl").stat().st_mode) & 0o400
