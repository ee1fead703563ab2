"""Archive runs over bad files: each is one row with a reason, and the rest completes."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from govdoc.archive.many import read_many
from tests.archivefile import HOSTILE, codes, go, notice, rows
from tests.officefile import zipped

pytestmark = pytest.mark.timeout(300)


def test_a_file_that_kills_hangs_or_eats_is_quarantined_and_the_rest_completes(
    folder: Path, tmp_path: Path, hostile: Path
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


def test_a_worker_that_dies_between_files_is_found_by_bisection(folder: Path, tmp_path: Path, hostile: Path) -> None:
    hostile.write_text(
        HOSTILE + "import govdoc.archive.part as part\nreal_close = part.Parts.close\n"
        "def close(self):\n    if any('003.txt' in path for path in self.rows['documents'][1]): os._exit(9)\n"
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


def test_read_many_survives_a_file_that_kills(folder: Path, hostile: Path) -> None:
    (folder / "3" / "CRASH.txt").write_bytes(b"CRASH")
    found = list(read_many("in", workers=2))
    assert sorted(x.error.code for x in found if x.error) == ["crash", "truncated"]
    assert len(found) == 62
