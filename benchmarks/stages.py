"""Where the time of ``parse`` goes: each function of the pipeline with a clock around it.

The clocks are put into the module's own names, so that what is timed is the pipeline itself and no copy of it.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from time import perf_counter
from types import ModuleType
from typing import Any

import govdoc
from govdoc.model.base import Value
from govdoc.model.span import Span
from govdoc.text.lines import lines
from govdoc.text.normalise import normalise

STAGES = {  # function of parse.py → stage of the table
    "normalise": "normalise",
    "doc_numbers": "layout",
    "zones": "layout",
    "outline": "layout",
    "header": "layout",
    "closing": "layout",
    "find": "numerals",
    "numerals": "numerals",
    "resolve": "facts",
    "link": "facts",
    "references": "references",
    "check": "check",
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

    plain = {name: getattr(module, name) for name in STAGES}
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
        "(lines)": _seconds(lambda: [lines(n, 0, len(n.text)) for n in normals]),
        "(model building)": _seconds(partial(build, [part for d in documents for part in parts(d)])),
    }


def _seconds(action: Callable[[], object]) -> float:
    start = perf_counter()
    action()
    return perf_counter() - start


def parts(value: Any) -> Iterator[tuple[type[Value], dict[str, Any]]]:
    """Every model of a value with its fields, the innermost first.

    >>> doc = govdoc.parse("罚款2730元。")
    >>> *_, (kind, fields) = parts(doc)
    >>> kind.trusted(**fields) == doc
    True
    """
    if isinstance(value, Value):
        fields = {name: getattr(value, name) for name in type(value).model_fields}
        for inner in fields.values():
            yield from parts(inner)
        yield type(value), fields
    elif isinstance(value, tuple) and not isinstance(value, Span):
        for inner in value:
            yield from parts(inner)


def build(made: Sequence[tuple[type[Value], dict[str, Any]]]) -> None:
    """Build the models once more, as the pipeline builds them."""
    for kind, fields in made:
        kind.trusted(**fields)
