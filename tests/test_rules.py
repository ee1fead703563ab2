"""The rule tables prove themselves: every row explains itself, and its example is read by it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import pytest

import govdoc

RULES = Path(govdoc.__file__).parent / "rules"
TABLES = sorted(p.stem for p in RULES.glob("*.tsv"))
EVERYWHERE = {"id", "forms", "note", "example"}  # columns explained once, at the top of rules/README.md
HAN = re.compile("[\u4e00-\u9fff]")
# Tables where one word may mean two things, told apart by its place (the README's heading says how): the same
# form may stand in rows of another `value` or another group (what stands before the dot of the id).
TWO_MEANINGS = {"chrome", "counting", "grammar", "head", "label", "numfmt", "page", "qualifier", "status", "subject"}


MOST_FORMS = 30  # what a reader takes in at a glance; more words are rows of their own themes
MAY_BE_EMPTY = {"grammar", "kind"}  # a rule that finds nothing; a word that only shows the end of a title


class Row(NamedTuple):
    """A row as it stands in the file."""

    table: str
    line: int
    cells: dict[str, str]

    @property
    def forms(self) -> list[str]:
        return self.cells["forms"].split("|")


def rows(table: str) -> list[Row]:
    lines = (RULES / f"{table}.tsv").read_text(encoding="utf-8").splitlines()
    head, *body = [(i, x) for i, x in enumerate(lines, 1) if x and not x.startswith("#")]
    columns = head[1].split("\t")
    return [Row(table, i, dict(zip(columns, x.split("\t"), strict=True))) for i, x in body]


@pytest.mark.parametrize("table", TABLES)
def test_rows_explain_themselves(table: str) -> None:
    for row in rows(table):
        where = f"{table}.tsv:{row.line}"
        assert set(row.cells) >= EVERYWHERE, where
        assert row.cells["id"], where
        assert HAN.search(row.cells["note"]), f"{where}: the note is for a clerk, in Chinese"
        assert all(x == x.strip() for x in row.cells.values()), f"{where}: white space at a cell's end"
        assert all(row.forms) or table in MAY_BE_EMPTY, f"{where}: an empty form"


@pytest.mark.parametrize("table", TABLES)
def test_an_example_holds_a_form_of_its_row(table: str) -> None:
    without = [f"{table}.tsv:{r.line} {r.cells['id']}" for r in rows(table) if not holds(r)]
    assert not without


def holds(row: Row) -> bool:
    example = row.cells["example"]
    return any(form in example for form in row.forms)  # a row of grammar may read nothing: "" is in every text


@pytest.mark.parametrize("table", TABLES)
def test_no_row_is_a_list_of_everything(table: str) -> None:
    """A row holds one theme: a longer list is split into rows ``<id>.<theme>``."""
    giants = [f"{r.cells['id']}: {len(r.forms)} forms" for r in rows(table) if len(r.forms) > MOST_FORMS]
    assert not giants


@pytest.mark.parametrize("table", TABLES)
def test_ids_and_forms_stand_once(table: str) -> None:
    found = rows(table)
    assert not twice(r.cells["id"] for r in found)
    for row in found:
        assert not twice(row.forms), f"{table}.tsv:{row.line}"
    assert not twice(f"{meaning(row)} {form}" for row in found for form in row.forms)


def meaning(row: Row) -> str:
    """What a form is unique within: its meaning where words have two, else the table."""
    if row.table == "numfmt":
        return row.cells["id"]
    return f"{row.cells['id'].split('.')[0]} {row.cells['value']}" if row.table in TWO_MEANINGS else ""


def twice(words: Iterable[str]) -> list[str]:
    return [word for word, n in Counter(words).items() if n > 1]


def test_ids_are_the_only_ones_of_their_name() -> None:
    """An id names one row of the whole folder once its table stands before it."""
    assert not twice(f"{t}.{r.cells['id'].removeprefix(t + '.')}" for t in TABLES for r in rows(t))


# ------------------------------------------------------------------ row ↔ example through the public functions


def reads_unit(row: Row) -> bool:
    """An amount of the example has the unit of the row, alone or as a side of a rate (元/床日)."""
    units = [str(q.unit) for q in govdoc.quantities(row.cells["example"])]
    return row.cells["symbol"] in {side for unit in units for side in (unit, *re.split("[/·]", unit))}


def reads_kind(row: Row) -> bool:
    """The example is a title of the kind."""
    doc = govdoc.parse(row.cells["example"] + "\n\n各乡镇：\n现就有关事项说明如下。\n")
    if not row.cells["value"]:
        return doc.kind is None and doc.header.title is not None and doc.header.title.value == row.cells["example"]
    return row.cells["id"] == "kind.none" or (doc.kind is not None and doc.kind.value == row.cells["value"])


def reads_indicator(row: Row) -> bool:
    """A fact of the example has the indicator."""
    return row.cells["value"] in {f.indicator for f in govdoc.parse(row.cells["example"]).facts}


def reads_label(row: Row) -> bool:
    """No amount of the example is the label; a word that only looks like one is counted."""
    amounts = [q.text for q in govdoc.quantities(row.cells["example"])]
    if row.cells["id"] == "next.none":
        return bool(amounts)  # the word stands behind the amount
    return any(form in amount for form in row.forms for amount in amounts) == (row.cells["value"] == "none")


def reads_qualifier(row: Row) -> bool:
    """An amount of the example has the bound, or the range or shift that the row says."""
    bounds = {q.bound.value for q in govdoc.quantities(row.cells["example"])}
    value = row.cells["value"]
    return value in bounds if value in {b.value for b in govdoc.Bound} else bool(bounds)


def reads_grammar(row: Row) -> bool:
    """Something of the example was made by the rule."""
    doc = govdoc.parse(row.cells["example"].replace("\\n", "\n"))
    rules = {n.rule for n in doc.numerals} | {r for f in doc.facts for r in f.rules}
    return row.cells["id"] in rules | {s.rule for s in doc.explain((0, len(doc.text))).steps}


def reads_change(row: Row) -> bool:
    """A fact of the example is a change, in the direction of the row."""
    changes = [f.change.direction.value for f in govdoc.parse(row.cells["example"]).facts if f.change]
    direction = {"gain": "up", "loss": "down", "charge": "down"}.get(
        row.cells["value"], row.cells["value"].removeprefix("rate_")
    )
    return direction in changes or direction == "flat"


def reads_basis(row: Row) -> bool:
    """A change of the example has one of the forms as its basis, or as the verb that opens it."""
    changes = [f.change for f in govdoc.parse(f"全县工业增加值{row.cells['example']}。").facts if f.change]
    return any(c.basis and c.basis.value.startswith(tuple(row.forms)) for c in changes)


def reads_scope(row: Row) -> bool:
    """A fact of the example has one of the forms as its scope; a name takes the scope away, people bring one."""
    found = [f.scope.value for f in govdoc.parse(row.cells["example"]).facts if f.scope]
    if row.cells["value"] in ("name", "honour", "people", "budget"):
        return bool(found) == (row.cells["value"] in ("people", "budget"))
    return any(scope in row.forms for scope in found)


READERS: dict[str, Callable[[Row], bool]] = {
    "basis": reads_basis,
    "change": reads_change,
    "grammar": reads_grammar,
    "indicator": reads_indicator,
    "kind": reads_kind,
    "label": reads_label,
    "qualifier": reads_qualifier,
    "scope": reads_scope,
    "unit": reads_unit,
}


@pytest.mark.parametrize("table", sorted(set(READERS) & set(TABLES)))
def test_a_row_reads_its_own_example(table: str) -> None:
    unread = [f"{r.line} {r.cells['id']}: {r.cells['example']}" for r in rows(table) if not READERS[table](r)]
    assert not unread, f"{len(unread)} rows do not read their example"


@pytest.mark.skipif("unit" not in TABLES, reason="no unit table yet")
def test_no_unit_hides_behind_a_shorter_one() -> None:
    """Order: each spelling of each unit, behind a number, is that unit and not one that begins it."""
    wrong = []
    for row in rows("unit"):
        for form in row.forms:
            units = [str(q.unit) for q in govdoc.quantities(f"3.5{form}。")]
            if row.cells["dimension"] != "per" and units != [row.cells["symbol"]]:
                wrong.append(f"{form}: {units}, wanted {row.cells['symbol']}")
    assert not wrong, f"{len(wrong)} spellings"


# ------------------------------------------------------------------ the README of the tables


def headings() -> dict[str, str]:
    text = (RULES / "README.md").read_text(encoding="utf-8")
    parts = re.split(r"^## ", text, flags=re.MULTILINE)[1:]
    return {part.split("\n", 1)[0].strip(): part.split("\n", 1)[1].strip() for part in parts}


@pytest.mark.parametrize("table", TABLES)
def test_the_readme_says_what_each_column_means(table: str) -> None:
    said = headings().get(table)
    assert said, f"rules/README.md has no heading “## {table}”"
    unexplained = [c for c in rows(table)[0].cells if c not in EVERYWHERE and f"`{c}`" not in said]
    assert not unexplained


def test_the_readme_has_one_heading_a_table() -> None:
    text = (RULES / "README.md").read_text(encoding="utf-8")
    assert not twice(re.findall(r"^## (.+)$", text, flags=re.MULTILINE))


def test_the_readme_speaks_of_no_table_that_is_not_there() -> None:
    assert set(headings()) <= set(TABLES) | {"Columns of every table"}


@pytest.mark.parametrize("table", [t for t in TABLES if t != "grammar"])
def test_the_readme_names_the_modules_that_read_a_table(table: str) -> None:
    """A module that was moved or reads another table by now is no longer named."""
    named = re.findall("`([^`]+)`", headings()[table].splitlines()[0])
    asks = re.compile(f"[\"']{table}[\"']" if table != "unit" else r"units\(")  # the one with columns of its own
    assert named
    assert not [x for x in named if not asks.search((RULES.parent / x).read_text(encoding="utf-8"))]


# Tables whose `value` is a name, a number or a word that is said elsewhere (DocumentKind, Bound), and not one of a few.
OPEN_VALUES = {
    "addressee",
    "docno",
    "grammar",
    "heading",
    "indicator",
    "kind",
    "numeral",
    "organ",
    "pagemeta",
    "period",
    "share",
}


@pytest.mark.parametrize("table", [t for t in TABLES if t not in OPEN_VALUES])
def test_the_readme_says_what_each_value_means(table: str) -> None:
    """A misspelt value would make a row that nobody asks for."""
    said = re.findall("`([^`]+)`", headings()[table])
    begun = tuple(x.removesuffix("…") for x in said if x.endswith("…"))
    known = {*said, *govdoc.Bound, ""}
    column = "dimension" if table == "unit" else "value"
    odd = [f"{table}.tsv:{r.line} {r.cells[column]}" for r in rows(table) if r.cells[column] not in known]
    assert not [x for x in odd if not (begun and x.partition(" ")[2].startswith(begun))]


def test_an_indicator_is_one_of_its_names() -> None:
    assert not [
        f"indicator.tsv:{r.line} {r.cells['value']}" for r in rows("indicator") if r.cells["value"] not in r.forms
    ]
