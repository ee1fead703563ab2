"""Where the time of ``parse`` goes: each function of the pipeline with a clock around it.

The clocks are put into the module's own names, so that what is timed is the pipeline itself and no copy of it.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from time import perf_counter
from types import ModuleType
from typing import Any

from pydantic import BaseModel

import govdoc
from govdoc.model.base import Value
from govdoc.model.span import Span
from govdoc.text.lines import lines
from govdoc.text.normalise import normalise

STAGES = {  # function of parse.py → stage of the table
    "normalise": "normalise", "doc_numbers": "layout", "zones": "layout", "outline": "layout", "header": "layout",
    "closing": "layout", "enclosure_closing": "layout", "find": "numerals", "numerals": "numerals",
    "resolve": "facts", "link": "facts", "references": "references", "check": "check",
}


@contextmanager
def clocks(module: ModuleType) -> Iterator[dict[str, float]]:
    """Seconds by stage, while the block runs."""
    spent: dict[str, float] = defaultdict(float)

    def timed(stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: Any) -> Any:
            start = perf_counter()
            try:
                return function(*args)
            finally:
                spent[stage] += perf_counter() - start

        return run

    plain = {name: getattr(module, name) for name in STAGES if hasattr(module, name)}
    for name, function in plain.items():
        setattr(module, name, timed(STAGES[name], function))
    try:
        yield spent
    finally:
        for name, function in plain.items():
            setattr(module, name, function)


def stage_seconds(texts: Sequence[str]) -> dict[str, float]:
    """Seconds by stage for one pass over the texts, with what is left for the pipeline itself.

    ``lines`` and ``model building`` are parts of the other stages, measured by themselves.
    """
    with clocks(sys.modules["govdoc.parse"]) as spent:
        start = perf_counter()
        documents = [govdoc.parse(text) for text in texts]
        total = perf_counter() - start
    spent = dict(spent)
    rest = total - sum(spent.values())
    normals = [normalise(text) for text in texts]
    return {
        **spent,
        "rest": rest,
        "(lines)": _seconds(lambda: [list(lines(n)) for n in normals]),
        "(model building)": _seconds(lambda: [rebuild(d) for d in documents]),
    }


def _seconds(action: Callable[[], object]) -> float:
    start = perf_counter()
    action()
    return perf_counter() - start


def rebuild(value: Any) -> Any:
    """A value built once more from its parts, as the pipeline builds it.

    >>> doc = govdoc.parse("罚款2730元。")
    >>> rebuild(doc) == doc
    True
    """
    if isinstance(value, Value):
        fields = {name: rebuild(getattr(value, name)) for name in type(value).model_fields}
        return type(value).trusted(**fields)
    if isinstance(value, tuple) and not isinstance(value, Span):
        return tuple(rebuild(x) for x in value)
    return value


def values(value: Any) -> int:
    """How many models a value is made of."""
    own = int(isinstance(value, BaseModel))
    if own:
        return 1 + sum(values(getattr(value, name)) for name in type(value).model_fields)
    return sum(values(x) for x in value) if isinstance(value, tuple) else 0
