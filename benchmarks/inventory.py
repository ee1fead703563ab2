"""corpus/inventory.tsv: one line a document, from the folders themselves.

    python -m benchmarks.inventory

writes it anew after a document was added.
"""

from __future__ import annotations

from pathlib import Path

from benchmarks.score import gold_documents
from benchmarks.texts import ROOT

COLUMNS = ("id", "kind", "characters", "facts", "mess", "about")


def inventory(corpus: Path) -> str:
    """The table as text."""
    lines = ["\t".join(COLUMNS)]
    for name, text, gold in gold_documents(corpus):
        mess = " ".join(sorted(m.replace("_", "-") for m in gold.get("mess", []))) or "clean"
        cells = (name, gold["kind"] or "", str(len(text)), str(len(gold["facts"])), mess, gold["about"])
        lines.append("\t".join(cells))
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write the table."""
    corpus = ROOT / "corpus"
    (corpus / "inventory.tsv").write_text(inventory(corpus), encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
