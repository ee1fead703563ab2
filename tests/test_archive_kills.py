"""Archive runs that are killed, interrupted or run out of disk: the next run completes them, row for row."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from govdoc.errors import GovdocError
from tests.archivefile import go, notice, rows

pytestmark = pytest.mark.timeout(300)


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
def slow_folder(folder: Path, hostile: Path, tmp_path: Path) -> tuple[Path, dict[str, str]]:
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
    slower = {**environment, "SLOW_SECONDS": "0.5"}  # on a busy machine too the run is not over before the signal
    with subprocess.Popen(command(out), env=slower, stderr=subprocess.PIPE) as process:
        deadline = time.monotonic() + 60
        while not (out / ".govdoc" / "manifest.jsonl").exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        workers = children(process.pid)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate()
    assert process.returncode == 130
    assert b"run the same command again" in said
    deadline = time.monotonic() + 20  # one that was just starting leaves when it finds the pipe closed
    while any(Path(f"/proc/{pid}").exists() for pid in workers):
        assert time.monotonic() < deadline
        time.sleep(0.1)
    assert subprocess.run(command(out), env=environment, check=False, capture_output=True).returncode == 1
    assert len(rows(out)["documents"]) == 120


def test_a_full_disk_stops_with_a_clear_line(folder: Path, tmp_path: Path, hostile: Path) -> None:
    hostile.write_text(
        "import errno, govdoc.archive.part as part\n"
        "def close(self): raise OSError(errno.ENOSPC, 'No space left on device')\npart.Parts.close = close\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "hostile")}
    done = subprocess.run(command(tmp_path / "out"), env=environment, check=False, capture_output=True, text=True)
    assert done.returncode == 1
    assert "No space left on device" in done.stderr
    assert "Traceback" not in done.stderr
    hostile.write_text("")
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
