"""Speed: characters a second of ``parse`` and of ``jieba.lcut`` on the same texts, in one process and one run.

Usage::

    python -m benchmarks.speed --json out/speed.json        (--quick: fewer rounds, no growth beyond 200,000)
"""

from __future__ import annotations

import argparse
import gc
import json
import logging
import math
import os
import platform
import re
import subprocess
import sys
import tracemalloc
import warnings
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import govdoc
from benchmarks.generate import reports
from benchmarks.stages import parts, stage_seconds
from benchmarks.texts import text_sets

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # jieba 0.42.1's own
    import jieba

ROUNDS, QUICK_ROUNDS = 7, 3
LONGEST, QUICK_LONGEST = 2_000_000, 200_000  # characters of the longest text of the growth table
HOSTILE = (
    "1.",
    "9,",
    "1、2、",
    "1/",
    "3个、",
    "1%、",
    "（一）一是",
    "第一条 种植面积。指\n",
    "以下简称三项保险",
    "案件3宗",
    "其中3户",
    "《",
    "——",
    "1\n",
)
# characters of a hostile text; a quadratic stage takes sixteen times as long for the second
SHORT, LONG = 10_000, 40_000
STARTS = 5  # fresh interpreters a start-up figure is the median of
PROGRAMS = {
    "bare python": "pass",
    "import govdoc": "import govdoc",
    "import and parse": "import govdoc; govdoc.parse('关于信访工作的报告\\n县政府：\\n今年受理信访案件34宗。')",
    "import and tokenize (jieba)": "import govdoc; govdoc.tokenize('受理信访案件')",
    "import jieba and lcut": "import jieba; jieba.setLogLevel(60); jieba.lcut('受理信访案件')",
}


def rounds_of(actions: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Median seconds of each action; the actions take turns, so that a busy machine slows them alike."""
    taken: dict[str, list[float]] = {name: [] for name in actions}
    for _ in range(rounds):
        for name, action in actions.items():
            gc.collect()
            start = perf_counter()
            action()
            taken[name].append(perf_counter() - start)
    return {name: median(seconds) for name, seconds in taken.items()}


def throughput(texts: Sequence[str], rounds: int) -> dict[str, Any]:
    """Characters, megabytes and documents a second; the ratio to jieba; the stages."""
    characters = sum(map(len, texts))
    megabytes = sum(len(t.encode("utf-8", "replace")) for t in texts) / 1e6
    seconds = rounds_of(
        {"parse": lambda: [govdoc.parse(t) for t in texts], "jieba": lambda: [jieba.lcut(t) for t in texts]}, rounds
    )
    stages = [stage_seconds(texts) for _ in range(rounds)]
    spent = {name: median(s.get(name, 0.0) for s in stages) for name in stages[0]}
    total = sum(s for name, s in spent.items() if not name.startswith("("))
    return {
        "documents": len(texts),
        "characters": characters,
        "parse characters/s": round(characters / seconds["parse"]),
        "parse MB/s": round(megabytes / seconds["parse"], 3),
        "parse documents/s": round(len(texts) / seconds["parse"], 1),
        "jieba characters/s": round(characters / seconds["jieba"]),
        "ratio to jieba": round(seconds["jieba"] / seconds["parse"], 3),
        "stage characters/s": {n: round(characters / s) for n, s in spent.items() if s > 0},
        "stage share": {n: round(s / total, 4) for n, s in spent.items()},
    }


def together(rows: Sequence[dict[str, Any]]) -> dict[str, float]:
    """The sets as one: characters a second of parse and of jieba over all texts, and the ratio.

    >>> together([{"characters": 10, "parse characters/s": 10, "jieba characters/s": 5}])
    {'parse characters/s': 10, 'jieba characters/s': 5, 'ratio to jieba': 2.0}
    """
    characters = sum(row["characters"] for row in rows)
    parse, split = (sum(r["characters"] / r[f"{name} characters/s"] for r in rows) for name in ("parse", "jieba"))
    return {
        "parse characters/s": round(characters / parse),
        "jieba characters/s": round(characters / split),
        "ratio to jieba": round(split / parse, 3),
    }


def memory(texts: Sequence[str]) -> dict[str, float]:
    """Peak memory and values of a parse, against the text's bytes; medians over the documents."""
    peaks, kept, made = [], [], []
    for text in texts:
        size = max(1, len(text.encode("utf-8", "replace")))
        gc.collect()
        tracemalloc.start()
        doc = govdoc.parse(text)
        now, peak = tracemalloc.get_traced_memory()
        blocks = len(tracemalloc.take_snapshot().traces)
        tracemalloc.stop()
        peaks.append(peak / size)
        kept.append(now / size)
        made.append((blocks, sum(1 for _ in parts(doc))))
    return {
        "peak bytes per byte of text, median": round(median(peaks), 1),
        "peak bytes per byte of text, most": round(max(peaks), 1),
        "kept bytes per byte of text, median": round(median(kept), 1),
        "blocks kept per document, median": median(b for b, _ in made),
        "models per document, median": median(v for _, v in made),
    }


def growth(text: str, longest: int) -> dict[str, Any]:
    """Seconds against length, 1x, 2x, 4x … of one document, and the exponent fitted in the logarithms."""
    points = []
    times = 1
    while len(text) * times <= longest:
        long = text * times
        seconds = rounds_of({"parse": partial(govdoc.parse, long)}, 3 if times < 64 else 1)["parse"]
        points.append((len(long), seconds))
        times *= 2
    return {"exponent": round(exponent(points), 3), "points": [[n, round(s, 5)] for n, s in points]}


def exponent(points: Sequence[tuple[int, float]]) -> float:
    """The slope of log(seconds) over log(length), by least squares.

    >>> round(exponent([(1, 2.0), (2, 4.0), (4, 8.0)]), 3), round(exponent([(1, 1.0), (10, 100.0)]), 3)
    (1.0, 2.0)
    """
    xs, ys = [math.log(n) for n, _ in points], [math.log(s) for _, s in points]
    mx, my = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((x - mx) * (y - my) for x, y in zip(xs, ys, strict=True)) / sum((x - mx) ** 2 for x in xs)


def hostile() -> dict[str, float]:
    """The exponent of time against length for texts that repeat one piece, the worst first."""
    found = {}
    for piece in HOSTILE:
        points = []
        for size in (SHORT, LONG):
            text = piece * (size // len(piece))
            points.append((len(text), rounds_of({"parse": partial(govdoc.parse, text)}, QUICK_ROUNDS)["parse"]))
        found[piece] = round(exponent(points), 2)
    return dict(sorted(found.items(), key=lambda item: -item[1]))


def start_up() -> dict[str, float]:
    """Milliseconds of fresh interpreters, which may keep compiled modules as an installed package does."""
    found = {}
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for name, program in PROGRAMS.items():
        taken = []
        command = [sys.executable, "-W", "ignore", "-c", program]
        subprocess.run(command, check=True, env=env)
        for _ in range(STARTS):
            start = perf_counter()
            subprocess.run(command, check=True, env=env)
            taken.append(perf_counter() - start)
        found[name] = round(median(taken) * 1000, 1)
    return found


def measure(*, quick: bool) -> dict[str, Any]:
    """All figures."""
    jieba.setLogLevel(logging.WARNING)
    jieba.initialize()
    sets = text_sets()
    lines = max((r.text for r in reports(30, seed=5)), key=len)
    flat = re.sub(r"\n+", "\u3000\u3000", lines)
    longest = QUICK_LONGEST if quick else LONGEST
    for texts in sets.values():
        govdoc.parse(texts[0])  # tables are compiled once
    rates = {name: throughput(texts, QUICK_ROUNDS if quick else ROUNDS) for name, texts in sets.items()}
    return {
        "machine": {"python": platform.python_version(), "system": platform.platform()},
        "texts": rates,
        "together": together(list(rates.values())),
        "memory": {name: memory(texts) for name, texts in sets.items()},
        "growth": {"with lines": growth(lines, longest), "flat": growth(flat, longest)},
        "growth of hostile texts": hostile(),
        "start-up ms": start_up(),
    }


def table(figures: dict[str, Any]) -> str:
    """The figures for a reader."""
    out = []
    for name, row in figures["texts"].items():
        head = f"{row['documents']} documents, {row['characters']:,} characters"
        besides = f"{row['parse MB/s']} MB/s  {row['parse documents/s']} documents/s"
        out += [
            f"{name}: {head}",
            f"  parse   {row['parse characters/s']:>12,} characters/s  {besides}",
            f"  jieba   {row['jieba characters/s']:>12,} characters/s",
            f"  ratio   {row['ratio to jieba']:>12}",
        ]
        rates = row["stage characters/s"]
        out += [f"    {n:18} {rates.get(n, 0):>12,} characters/s {s:>7.1%}" for n, s in row["stage share"].items()]
    out += ["all of them together"] + [f"  {k:20} {v:>12,}" for k, v in figures["together"].items()]
    for name, row in figures["memory"].items():
        out += [f"memory, {name}"] + [f"  {k:40} {v}" for k, v in row.items()]
    for name, row in figures["growth"].items():
        last = row["points"][-1]
        out.append(f"growth, {name}: exponent {row['exponent']} up to {last[0]:,} characters ({last[1]:.2f} s)")
    out.append(
        "growth, one piece repeated: " + ", ".join(f"{p!r} {e}" for p, e in figures["growth of hostile texts"].items())
    )
    out += ["start-up"] + [f"  {k:40} {v} ms" for k, v in figures["start-up ms"].items()]
    return "\n".join(out)


def main() -> None:
    """Measure, print, write."""
    ap = argparse.ArgumentParser(description="Measure speed.")
    ap.add_argument("--json", type=Path)
    ap.add_argument("--quick", action="store_true")
    args = ap.parse_args()
    figures = measure(quick=args.quick)
    print(table(figures))
    if args.json:
        args.json.parent.mkdir(parents=True, exist_ok=True)
        args.json.write_text(json.dumps(figures, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
