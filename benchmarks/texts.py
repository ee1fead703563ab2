"""The texts that are measured on, by name."""

from __future__ import annotations

from pathlib import Path

from benchmarks.generate import reports

ROOT = Path(__file__).parents[1]
REAL = ROOT.parent / "shared" / "corpus" / "texts"  # real documents, beside the repository where there are any
GENERATED = 200


def text_sets() -> dict[str, list[str]]:
    """corpus/, the generator's reports, and the real documents when they are there."""
    sets = {
        "corpus": folder(ROOT / "corpus", "*/doc.txt"),
        "generated": [r.text for r in reports(GENERATED, seed=1)],
    }
    return {**sets, "real": folder(REAL, "*.txt")} if REAL.is_dir() else sets


def folder(path: Path, pattern: str) -> list[str]:
    """The texts of a folder, line ends untouched."""
    return [p.read_bytes().decode("utf-8-sig", errors="replace") for p in sorted(path.glob(pattern))]
