"""Archive runs, measured: speed, overhead, memory, kills, and what the readers keep of real files.

    python -m benchmarks.archive                 # everything: 10,000 files, 50 kills
    python -m benchmarks.archive --files 1000 --kills 5 --rounds 1

Speeds are of one machine at one time: the runs that are compared take turns, and the best round counts.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from benchmarks.generate import reports
from benchmarks.texts import REAL
from govdoc.export.schema import TABLES
from govdoc.parse import parse
from govdoc.readers.open import reading

DIFFERENT = 400  # reports; the files repeat them with another number in the title

_PEAK = """
import resource, sys
from pathlib import Path
from govdoc.archive.run import Options, run
class Quiet:
    def planned(self, files, skipped): pass
    def advanced(self, files, documents, failures): pass
run([sys.argv[1]], Path(sys.argv[2]), Options(workers=2), Quiet())
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def write_files(folder: Path, count: int, seed: int = 5) -> None:
    """``count`` files: a third each of text (three encodings), web page, Word document; 500 a folder."""
    texts = [r.text for r in reports(DIFFERENT, seed)]
    for n in range(count):
        text = f"{texts[n % DIFFERENT]}\n（第{n}号）"
        path = folder / f"{n // 500:03}" / f"{n:05}"
        path.parent.mkdir(parents=True, exist_ok=True)
        match n % 3:
            case 0:
                path.with_suffix(".txt").write_bytes(text.encode(("utf-8", "gb18030", "utf-16")[n // 3 % 3]))
            case 1:
                path.with_suffix(".html").write_text(_page(text), encoding="utf-8")
            case _:
                _word(path.with_suffix(".docx"), text)


def _page(text: str) -> str:
    lines = "".join(f"<p>{line}</p>" for line in text.splitlines())
    return f'<html><body><nav>首页</nav><div class="TRS_Editor">{lines}</div><footer>版权所有</footer></body></html>'


def _word(path: Path, text: str) -> None:
    lines = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.splitlines())
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as pack:
        pack.writestr("[Content_Types].xml", _TYPES)
        pack.writestr("word/document.xml", f'<w:document xmlns:w="{_W}"><w:body>{lines}</w:body></w:document>')


def command(folder: Path, out: Path, workers: int, form: str = "parquet") -> list[str]:
    """The command line of an archive run."""
    options = ["--workers", str(workers), "--format", form]
    return [sys.executable, "-m", "govdoc.cli", "parse", str(folder), "-o", str(out), *options]


class Cost(NamedTuple):
    """Seconds on the clock, and of processors: the second is fair on a machine that others use too."""

    wall: float
    processor: float


def run_cost(folder: Path, workers: int) -> Cost:
    """What a whole run takes, start-up included."""
    with tempfile.TemporaryDirectory() as place:
        before, start = _children(), time.perf_counter()
        subprocess.run(command(folder, Path(place, "out"), workers), check=True, capture_output=True)
        return Cost(time.perf_counter() - start, _children() - before)


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def bare_cost(folder: Path) -> tuple[Cost, Cost]:
    """What it takes to read all files in a plain loop, and to parse them."""
    reading_cost, parsing_cost = [0.0, 0.0], [0.0, 0.0]
    for path in sorted(folder.rglob("*.*")):
        clocks = [(time.perf_counter(), time.process_time())]
        text = reading(path).text
        clocks.append((time.perf_counter(), time.process_time()))
        parse(text)
        clocks.append((time.perf_counter(), time.process_time()))
        for cost, (before, after) in zip((reading_cost, parsing_cost), pairwise(clocks), strict=True):
            cost[0] += after[0] - before[0]
            cost[1] += after[1] - before[1]
    return Cost(*reading_cost), Cost(*parsing_cost)


def speed(folder: Path, count: int, rounds: int) -> None:
    """Documents a second with 1 and 2 workers, and the overhead against bare ``parse``."""
    bare, one, two = [], [], []
    for _ in range(rounds):
        bare.append(bare_cost(folder))
        one.append(run_cost(folder, 1))
        two.append(run_cost(folder, 2))
    read, parsed = (Cost(*map(min, zip(*costs, strict=True))) for costs in zip(*bare, strict=True))
    single, double = (Cost(*map(min, zip(*costs, strict=True))) for costs in (one, two))
    print(f"bare loop     read {read.wall:.1f} s, parse {parsed.wall:.1f} s: {count / (read.wall + parsed.wall):.0f}/s")
    print(f"1 worker      {single.wall:.1f} s: {count / single.wall:.0f} documents/s")
    ratio = single.wall / double.wall
    print(f"2 workers     {double.wall:.1f} s: {count / double.wall:.0f} documents/s, ratio {ratio:.2f} (wanted 1.7)")
    for name, at in (("clock", 0), ("processor", 1)):
        alone, both = single[at] / parsed[at] - 1, single[at] / (read[at] + parsed[at]) - 1
        print(
            f"overhead      {alone:+.0%} against parse (wanted +25 %), {both:+.0%} against read and parse, by {name} time"
        )


def memory(folder: Path, count: int) -> None:
    """Peak memory of the parent for a tenth of the files and for all."""
    peaks = []
    for part in (folder / "000", folder):  # the first two folders hold 1,000
        with tempfile.TemporaryDirectory() as place:
            done = subprocess.run(
                [sys.executable, "-c", _PEAK, str(part), str(Path(place, "out"))], check=True, capture_output=True
            )
            peaks.append(int(done.stdout))
    few = len(list((folder / "000").iterdir()))
    growth = peaks[1] / peaks[0]
    print(
        f"parent memory {peaks[0] / 1024:.0f} MB at {few} files, {peaks[1] / 1024:.0f} MB at {count}: {growth:.2f} (at most 1.2)"
    )


def rows(out: Path) -> dict[str, list[str]]:
    """All rows of a JSONL output folder."""
    return {t.name: sorted((out / f"{t.name}.jsonl").read_text(encoding="utf-8").splitlines()) for t in TABLES}


def kills(folder: Path, count: int) -> None:
    """``count`` runs are killed at random places, parent or worker; each is completed and compared."""
    equal = landed = 0
    pick = random.Random(11)
    with tempfile.TemporaryDirectory() as place:
        whole, out = Path(place, "whole"), Path(place, "out")
        start = time.perf_counter()
        subprocess.run(command(folder, whole, 2, "jsonl"), check=True, capture_output=True)
        seconds, wanted = time.perf_counter() - start, rows(whole)
        while landed < count:
            shutil.rmtree(out, ignore_errors=True)
            if not _killed(command(folder, out, 2, "jsonl"), pick, seconds):
                continue  # the run was over before
            landed += 1
            subprocess.run(command(folder, out, 2, "jsonl"), check=True, capture_output=True)
            equal += rows(out) == wanted
    print(f"kills         rows equal to the undisturbed run: {equal} of {count}")


def _killed(line: list[str], pick: random.Random, seconds: float) -> bool:
    with subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        time.sleep(pick.uniform(0.1, seconds))
        path = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        workers = [int(x) for x in path.read_text().split()] if path.exists() else []
        if process.poll() is not None:
            return False
        os.kill(pick.choice([process.pid, *workers]), signal.SIGKILL)
        return True


def real_files() -> Iterator[str]:
    """How much of the body text of real files the readers keep."""
    for ending in ("docx", "html"):
        read = kept = total = compared = 0
        for path in sorted((REAL.parent / "files").glob(f"*.{ending}")):
            text = _squeezed(reading(path).text)
            read += 1
            beside = REAL / f"{path.stem}.txt"
            if beside.exists():
                wanted = _squeezed(beside.read_text(encoding="utf-8"))
                compared += 1
                total += len(wanted)
                kept += len(wanted) if wanted in text else 0
        share = kept / total if total else 0
        yield f"real .{ending}    {read} read; {compared} with a text form: {kept:,} of {total:,} characters kept ({share:.2%})"


def _squeezed(text: str) -> str:
    return re.sub(r"[\s\u200b\ufeff]+", "", text)


def main() -> None:
    """Print the figures."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--files", type=int, default=10_000)
    arguments.add_argument("--kills", type=int, default=50)
    arguments.add_argument("--rounds", type=int, default=2)
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix="govdoc-archive-") as place:
        folder = Path(place, "in")
        write_files(folder, given.files)
        speed(folder, given.files, given.rounds)
        memory(folder, given.files)
        kills(folder / "000", given.kills)
    if REAL.is_dir():
        print("\n".join(real_files()))


if __name__ == "__main__":
    main()
