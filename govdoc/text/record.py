"""Records: frozen values whose fields are read five times as fast as those of a named tuple.

The linking of one amount reads three hundred fields. A field of a named tuple is a descriptor that Python calls
each time (27 ns); one of a class with slots is a place in memory (6 ns). What freezes a dataclass at run time
makes building it three times as slow, so here the type checker does: to it every record is frozen.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, TypeVar, dataclass_transform

_Class = TypeVar("_Class")
_Record = TypeVar("_Record")


@dataclass_transform(frozen_default=True)
def record(cls: type[_Class]) -> type[_Class]:
    """Make a class with annotated fields a record: built with its fields in their order, compared by them.

    >>> @record
    ... class Tile:
    ...     start: int
    ...     end: int
    >>> Tile(0, 2), Tile(0, 2) == Tile(0, 2)
    (Tile(start=0, end=2), True)
    """
    return dataclass(slots=True)(cls)


def changed(value: _Record, /, **fields: Any) -> _Record:
    """A record with other values in some of its fields.

    >>> @record
    ... class Tile:
    ...     start: int
    ...     end: int
    >>> changed(Tile(0, 2), end=3)
    Tile(start=0, end=3)
    """
    return replace(value, **fields)  # type: ignore[type-var]  # mypy takes only what dataclass itself made
