"""The only file that opens ``rules/``: each table is read once, checked, and frozen.

A table is tab-separated text with a header line; ``#`` opens a comment line. ``forms`` columns
hold alternatives separated by ``|``. Every row has an id, a note in Chinese and a real example.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeVar

from govdoc.errors import RuleTableError

_FOLDER = Path(__file__).with_name("rules")  # importlib.resources would cost an import of 10 ms
R = TypeVar("R", bound=NamedTuple)


class Row(NamedTuple):
    """The plain row: words (``forms``) that mean ``value``."""

    id: str
    forms: tuple[str, ...]
    value: str
    note: str
    example: str


class UnitRow(NamedTuple):
    """rules/unit.tsv: a unit, its spellings, what it measures and its size in the base unit."""

    id: str
    forms: tuple[str, ...]
    symbol: str
    dimension: str
    factor: str
    note: str
    example: str


def _cells(row: type[R], table: str, number: int, line: str) -> R:
    cells = line.split("\t")
    if len(cells) != len(row._fields):
        raise RuleTableError(table, number, f"{len(cells)} cells, wanted {len(row._fields)}: {line[:60]}")
    named = zip(row._fields, cells, strict=True)
    made = row._make(tuple(cell.split("|")) if field == "forms" else cell for field, cell in named)
    if "" in made[1] and len(made[1]) > 1:
        raise RuleTableError(table, number, f"an empty form in {cells[1]}")
    return made


def _text(name: str) -> str:
    data = (_FOLDER / f"{name}.tsv").read_bytes()
    try:
        return data.decode("utf-8-sig")  # spreadsheets write a byte order mark
    except UnicodeDecodeError as error:
        raise RuleTableError(name, data.count(b"\n", 0, error.start) + 1, "not UTF-8") from error


def _line(name: str, key: str) -> int:
    """The line of the row with this id, for the message of an error."""
    return next(i for i, x in enumerate(_text(name).splitlines(), 1) if x.startswith(f"{key}\t"))


@cache
def table(name: str, row: type[R]) -> tuple[R, ...]:
    """The rows of ``rules/<name>.tsv``; :class:`RuleTableError` names file and line when malformed."""
    lines = _text(name).splitlines()
    head, *body = [(i, x) for i, x in enumerate(lines, 1) if x and not x.startswith("#")]
    if tuple(head[1].split("\t")) != row._fields:
        raise RuleTableError(name, head[0], f"columns {head[1].split(chr(9))}, wanted {list(row._fields)}")
    rows = tuple(_cells(row, name, i, x) for i, x in body)
    seen: set[str] = set()
    for (i, _), r in zip(body, rows, strict=True):
        if r[0] in seen:
            raise RuleTableError(name, i, f"id {r[0]} stands twice")
        seen.add(r[0])
    return rows


def rows(name: str) -> tuple[Row, ...]:
    """A table of plain rows."""
    return table(name, Row)


@cache
def units() -> tuple[UnitRow, ...]:
    """The units, longest spelling not first: order is the reader's, lookup is by longest match."""
    found = table("unit", UnitRow)
    for row in found:
        if row.factor and not row.factor.replace(".", "", 1).isdecimal():
            raise RuleTableError("unit", _line("unit", row.id), f"the factor {row.factor} is no number")
    return found


def group(name: str, family: str) -> dict[str, Row]:
    """Form → row of the rows of a plain table whose id is ``family`` or begins with it and a dot.

    >>> group("label", "word.school")["两免"].id, "一站式" in group("label", "word")
    ('word.school', True)
    """
    return {form: row for row in rows(name) if f"{row.id}.".startswith(f"{family}.") for form in row.forms}


@cache
def forms_of(name: str, *values: str) -> tuple[str, ...]:
    """All words of a plain table, in its order: those of these values, of any when none is said.

    >>> forms_of("closing", "cc")[:2]
    ('抄送', '抄报')
    """
    return tuple(form for row in rows(name) if not values or row.value in values for form in row.forms)


@cache
def meanings(name: str) -> dict[str, Row]:
    """Form → row of a plain table; :class:`RuleTableError` when two rows claim one form."""
    found: dict[str, Row] = {}
    for row in rows(name):
        for form in row.forms:
            if form in found:
                raise RuleTableError(name, _line(name, row.id), f"{form} stands in {found[form].id} and {row.id}")
            found[form] = row
    return found


@cache
def notes() -> dict[str, str]:
    """Id of a row, with its table's name before it, → its note; for every table of the folder.

    The rows of ``grammar`` describe the rules that stand in code, under the very ids these give.
    """
    found: dict[str, str] = {}
    for path in sorted(_FOLDER.iterdir()):
        stem, _, kind = path.name.partition(".")
        if kind == "tsv":
            head, *body = [x.split("\t") for x in _text(stem).splitlines() if x and x[0] != "#"]
            note = head.index("note")
            before = "" if stem == "grammar" else f"{stem}."
            found |= {before + cells[0].removeprefix(before): cells[note] for cells in body}
    return found
