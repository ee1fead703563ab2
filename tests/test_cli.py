"""The command line as a user meets it: output, exit codes, one clear line a failure."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from govdoc.model.document import Document
from tests.officefile import docx, p

pytest.importorskip("click", reason="pip install 'govdoc[cli]'")
pytestmark = pytest.mark.timeout(120)
NOTICE = (
    "清溪县人民政府关于防汛工作的通知\n清政发〔2024〕7号\n各镇人民政府：\n一、要求\n（一）排查。现有险段3处，投入2.5万元。\n"
    "清溪县人民政府\n2024年5月6日"
)


def govdoc(*arguments: str | Path, given: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "govdoc", *map(str, arguments)],
        input=given, capture_output=True, encoding="utf-8", env={**os.environ, **environment}, check=False,
    )  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "in"
    made.mkdir()
    (made / "a.txt").write_text(NOTICE, encoding="gb18030")
    (made / "b.docx").write_bytes(docx(p("关于检查的通知") + p("检查企业5家。")))
    return made


def test_lines_to_standard_output(folder: Path) -> None:
    done = govdoc("parse", folder)
    found = [json.loads(x) for x in done.stdout.splitlines()]
    assert (done.returncode, done.stderr) == (0, "")
    assert [Path(x["path"]).name for x in found] == ["a.txt", "b.docx"]
    assert Document.model_validate_json(done.stdout.splitlines()[0]).header.doc_number is not None


def test_lines_to_a_file(folder: Path, tmp_path: Path) -> None:
    done = govdoc("parse", folder, "-o", tmp_path / "out.jsonl")
    assert done.returncode == 0
    assert len((tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()) == 2
    assert not (tmp_path / "out.jsonl.tmp").exists()


def test_standard_input(folder: Path) -> None:
    done = govdoc("parse", "-", given=NOTICE)
    assert json.loads(done.stdout)["text"] == NOTICE
    assert govdoc("show", "-", given=NOTICE).stdout.startswith("文种\t通知\n标题\t清溪县人民政府关于防汛工作的通知\n")
    assert govdoc("parse", "-").returncode == 1


def test_show_is_plain_in_a_pipe(folder: Path) -> None:
    lines = govdoc("show", folder / "a.txt").stdout.splitlines()
    assert "一、要求" in lines
    assert "　（一）排查" in lines
    assert any("险段\t3处\t3 处\t" in line for line in lines)
    assert "\x1b" not in "".join(lines)


def test_show_is_coloured_on_a_terminal(folder: Path) -> None:
    parent, child = pty.openpty()
    command = [sys.executable, "-m", "govdoc", "show", str(folder / "a.txt")]
    with subprocess.Popen(command, stdout=child, stderr=child, env={**os.environ, "TERM": "xterm-256color"}) as process:
        os.close(child)
        said = b""
        try:
            while piece := os.read(parent, 65536):
                said += piece
        except OSError:  # Linux says EIO when the other end is closed
            pass
    os.close(parent)
    assert process.returncode == 0
    assert b"\x1b[" in said
    assert "险段" in said.decode("utf-8")


def test_a_bar_on_a_terminal(folder: Path, tmp_path: Path) -> None:
    parent, child = pty.openpty()
    command = [sys.executable, "-m", "govdoc", "parse", str(folder), "-o", str(tmp_path / "out")]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=child, env={**os.environ, "TERM": "xterm"}
    ) as process:
        os.close(child)
        said = b""
        try:
            while piece := os.read(parent, 65536):
                said += piece
        except OSError:
            pass
        out = process.stdout.read() if process.stdout else b""
    os.close(parent)
    assert b"2/2" in said
    assert b"2 documents, 0 failures" in out


def test_one_line_a_failure_and_the_others_are_written(folder: Path, tmp_path: Path) -> None:
    (folder / "c.doc").write_bytes(b"\x89PNG\r\n")
    targets: list[list[str | Path]] = [[], ["-o", tmp_path / "out.jsonl"], ["-o", tmp_path / "out"]]
    for target in targets:
        done = govdoc("parse", folder, *target)
        assert done.returncode == 1
        assert done.stderr.count("c.doc") == 1
        assert f"{folder}/c.doc: a PNG picture; expected a document" in done.stderr.splitlines()
    assert len((tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()) == 2
    done = govdoc("show", folder / "c.doc")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)


def test_the_parts_of_a_folder_are_the_whole_of_it(folder: Path, tmp_path: Path) -> None:
    made = [tmp_path / f"{n}.jsonl" for n in (1, 2)]
    for n, out in enumerate(made, 1):
        govdoc("parse", folder, "--shard", f"{n}/2", "-o", out)
    paths = [json.loads(line)["path"] for out in made for line in out.read_text(encoding="utf-8").splitlines()]
    assert sorted(paths) == sorted({*paths}) == sorted(str(folder / name) for name in ("a.txt", "b.docx"))


def test_explain_names_the_rules(folder: Path) -> None:
    done = govdoc("explain", folder / "a.txt", "3处")
    assert done.returncode == 0
    assert "fact: 3处  ← quantity.plain  数词后面紧跟单位" in done.stdout
    done = govdoc("explain", folder / "a.txt", "4处")
    assert (done.returncode, done.stderr) == (1, f"{folder}/a.txt: 4处 does not stand in the text\n")
    assert govdoc("explain", folder / "none.txt", "4处").returncode == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["parse"], ["parse", "x", "--shard", "3/2"], ["parse", "x", "--format", "xls"], ["show"], ["explain", "x"], ["nothing"],
        ["parse", "-", "-o", "out"], ["parse", "x", "--workers", "0"], ["parse", "x", "-o", "facts.duckdb"],
        ["parse", "x", "--time-limit", "-1"], ["parse", "x", "--memory-limit", "-1"],
    ],
)  # fmt: skip
def test_wrong_usage(arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = govdoc(*arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr


def test_a_folder_that_is_not_ours_is_wrong_usage(folder: Path) -> None:
    done = govdoc("parse", folder, "-o", folder)
    assert (done.returncode, "not made by govdoc" in done.stderr) == (2, True)


def test_a_missing_file_is_a_failure(tmp_path: Path) -> None:
    done = govdoc("parse", tmp_path / "none.txt")
    assert (done.returncode, done.stderr) == (1, f"{tmp_path}/none.txt: no such file or folder\n")


def test_a_list_of_files_on_standard_input(folder: Path, tmp_path: Path) -> None:
    done = govdoc("parse", "--files-from", "-", "-o", tmp_path / "out", given=f"{folder}/a.txt\n{folder}/b.docx\n")
    assert done.returncode == 0
    assert "2 documents, 0 failures" in done.stdout
    assert "20" not in done.stderr


def test_help_and_version() -> None:
    assert "exit" not in govdoc("--help").stderr
    assert "--resume" in govdoc("parse", "--help").stdout
    assert govdoc("--version").stdout.strip()


def test_output_is_utf_8_in_any_locale(folder: Path) -> None:
    done = govdoc("show", folder / "a.txt", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", PYTHONIOENCODING="")
    assert "防汛工作" in done.stdout


def test_a_closed_pipe_is_no_traceback(folder: Path) -> None:
    command = f"{sys.executable} -m govdoc parse {folder} | head -c 10"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
