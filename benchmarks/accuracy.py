"""Accuracy: the figures against every gold there is, and what the numbers of a heap of texts are taken for.

Usage::

    python -m benchmarks.accuracy                      corpus/, generated reports, the real texts when there
    python -m benchmarks.accuracy FOLDER --errors 20   a folder of doc.txt and gold.json, or of *.txt
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import govdoc
from benchmarks.generate import reports
from benchmarks.score import Score, gold_documents
from benchmarks.texts import GENERATED, REAL, ROOT, folder
from govdoc import Role

AROUND = 6  # characters of context on either side of an unknown number
MOST = 25  # unknowns in the table


def scored(documents: Iterable[tuple[str, str, dict[str, Any]]]) -> Score:
    """The score of a set of labelled texts."""
    total = Score()
    for name, text, gold in documents:
        total.document(govdoc.parse(text), gold, name)
    return total


def generated() -> Iterable[tuple[str, str, dict[str, Any]]]:
    """Synthetic reports with their labels."""
    return ((r.gold["about"], r.text, r.gold) for r in reports(GENERATED, seed=1))


def roles(texts: Iterable[str]) -> tuple[Counter[str], Counter[str]]:
    """How many numerals have which role; the unknown ones with the words around them, digits as 0.

    >>> counts, unknown = roles(["今年受理信访案件34宗。"])
    >>> counts["quantity"], sum(unknown.values())
    (1, 0)
    """
    counts: Counter[str] = Counter()
    unknown: Counter[str] = Counter()
    for text in texts:
        for n in govdoc.parse(text).numerals:
            counts[n.role.value] += 1
            if n.role is Role.UNKNOWN:
                before, after = text[max(0, n.span.start - AROUND) : n.span.start], text[n.span.end :][:AROUND]
                unknown[f"{shape(before)}【{shape(n.text)}】{shape(after)}"] += 1
    return counts, unknown


def shape(words: str) -> str:
    """Words with each digit as 0 and line ends shown: 12.5 and 98.1 are one case.

    >>> shape("共12.5\\n元")
    '共00.0⏎元'
    """
    return "".join("0" if c.isdigit() else c for c in words.replace("\n", "⏎"))


def print_score(name: str, score: Score, errors: int) -> dict[str, float]:
    """The figures of a set, and some of the differences."""
    print(f"\n{name}")
    for figure, t in score.figures.items():
        print(f"  {figure:12} {t.f1:.4f}  right {t.right:5}  found {t.found:5}  wanted {t.wanted:5}")
    shown: Counter[str] = Counter()
    for miss in score.misses:
        shown[miss.figure] += 1
        if shown[miss.figure] <= errors:
            print(f"    {miss.figure}: {miss.document}: {miss.what}")
    return {figure: round(t.f1, 4) for figure, t in score.figures.items()}


def print_roles(name: str, texts: list[str]) -> dict[str, float]:
    """The table of roles and the most frequent unknowns."""
    counts, unknown = roles(texts)
    total = counts.total() or 1
    print(f"\n{name}: {len(texts)} texts, {counts.total():,} numerals")
    for role, n in counts.most_common():
        print(f"  {role:10} {n:8,} {n / total:8.2%}")
    for words, n in unknown.most_common(MOST):
        print(f"    {n:4} {words}")
    return {role: round(n / total, 5) for role, n in counts.items()}


def main() -> None:
    """Score, print, write."""
    ap = argparse.ArgumentParser(description="Measure accuracy.")
    ap.add_argument("folders", nargs="*", type=Path)
    ap.add_argument("--errors", type=int, default=0, help="differences shown of each figure")
    ap.add_argument("--json", type=Path)
    args = ap.parse_args()
    found: dict[str, Any] = {}
    if not args.folders:
        found["generated"] = print_score("generated", scored(generated()), args.errors)
    for path in args.folders or [ROOT / "corpus", *([REAL] if REAL.is_dir() else [])]:
        if any(path.glob("*/gold.json")):
            found[path.name] = print_score(path.name, scored(gold_documents(path)), args.errors)
            texts = folder(path, "*/doc.txt")
        else:
            texts = folder(path, "**/*.txt")
        found[f"{path.name} roles"] = print_roles(f"{path.name}: roles", texts)
    if args.json:
        args.json.parent.mkdir(parents=True, exist_ok=True)
        args.json.write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
