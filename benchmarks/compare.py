"""What changed between two result files of speed.py or accuracy.py.

Usage::

    python -m benchmarks.compare out/before.json out/after.json
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

NOISE = 0.03  # relative change below which two runs are the same


def figures(value: Any, path: str = "") -> Iterator[tuple[str, float]]:
    """Every number of a result with its path.

    >>> dict(figures({"a": {"b": 1}, "points": [[1, 2]]}))
    {'a / b': 1}
    """
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from figures(inner, f"{path} / {key}" if path else key)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield path, value


def changes(before: Any, after: Any, noise: float = NOISE) -> Iterator[str]:
    """One line for each figure that changed, came or went.

    >>> list(changes({"x": 100, "y": 1}, {"x": 150, "z": 2}))
    ['x  100 → 150  (+50.0 %)', 'y  1 → -', 'z  - → 2']
    """
    old, new = dict(figures(before)), dict(figures(after))
    for name in [*old, *(n for n in new if n not in old)]:
        if name not in old or name not in new:
            yield f"{name}  {old.get(name, '-')} → {new.get(name, '-')}"
            continue
        change = (new[name] - old[name]) / abs(old[name]) if old[name] else float(new[name] != old[name])
        if abs(change) > noise:
            yield f"{name}  {old[name]:g} → {new[name]:g}  ({change:+.1%})".replace("%", " %")


def main() -> None:
    """Print the changes."""
    ap = argparse.ArgumentParser(description="What changed between two results.")
    ap.add_argument("before", type=Path)
    ap.add_argument("after", type=Path)
    ap.add_argument("--noise", type=float, default=NOISE)
    args = ap.parse_args()
    before, after = (json.loads(p.read_text(encoding="utf-8")) for p in (args.before, args.after))
    found = list(changes(before, after, args.noise))
    print("\n".join(found) or f"nothing changed by more than {args.noise:.0%}")


if __name__ == "__main__":
    main()
