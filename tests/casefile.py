"""Case files: ``tests/cases/<stem>.tsv`` (must hold), ``<stem>.not.tsv`` (must not match),
``<stem>.known.tsv`` (known failures). Columns: text ⇥ expected ⇥ note; ``#`` opens a comment;
``\\n`` in a cell is a line break.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

CASES = Path(__file__).parent / "cases"


class Case(NamedTuple):
    """One sentence with what must come out of it."""

    text: str
    expected: str
    note: str


def cases(stem: str) -> Sequence[object]:
    """The cases of a file as pytest parameters; those of ``<stem>.known.tsv`` must fail."""
    found = [pytest.param(c, id=c.text[:30]) for c in _read(f"{stem}.tsv")]
    found += [
        pytest.param(c, id=c.text[:30], marks=pytest.mark.xfail(strict=True, reason=c.note))
        for c in _read(f"{stem}.known.tsv")
    ]
    return found


def _read(name: str) -> list[Case]:
    path = CASES / name
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [x.replace("\\n", "\n").split("\t") for x in lines if x and not x.startswith("#")]
    return [Case(r[0], r[1], r[2] if len(r) > 2 else "") for r in rows]
