"""What the stages of this room hand to each other: records and plain tuples in normal coordinates.

Models are built once, at the end (``models.numerals``, ``link.link``).
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from govdoc.model.quantity import Bound, Role, Unit
from govdoc.text.record import record


class Shape(StrEnum):
    """How an amount is written, which decides what it can measure."""

    PLAIN = "plain"  # 34宗, 5.67万亿元, 三分之二
    PERCENT = "percent"  # 8.1%, 百分之七点九, 0.3个百分点
    MULTIPLE = "multiple"  # 5.1倍, 两番
    RANK = "rank"  # 第3位, 首位
    RATIO = "ratio"  # 3.6∶48∶48.4
    SPAN = "span"  # durations: 3个工作日, 24小时


@record
class Amount:
    """A quantity: ``start``-``end`` with its qualifiers, ``core``-``core_end`` numeral and unit alone."""

    start: int
    end: int
    core: int
    core_end: int
    unit: Unit
    bound: Bound
    shape: Shape
    rules: tuple[str, ...]
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    parts: tuple[Decimal, ...] = ()


class Moment(NamedTuple):
    """A date or period as written. ``value`` is ISO, or None when it needs a year from elsewhere.

    ``form`` then says what is missing: ``?`` stands for the year (``?-06`` of 6月底, ``?-Q1`` of
    一季度, ``?-01/?-11``), ``?-??-15`` for year and month of 15日, and ``past:3`` (近三年, 过去三年),
    ``these:5`` (这五年, 五年来), ``next:5`` (今后五年), ``ago:10`` (十年前) count years from the text's own time.
    An empty form cannot be resolved (上午9:00).
    """

    start: int
    end: int
    value: str | None
    rule: str
    form: str = ""


@record
class Time:
    """A time in the text with its ISO value; "" for 全年, which ends the times said before.

    ``frame`` says how far it holds: 0 for its own clause, 1 for its sentence when it opens a clause,
    2 for its paragraph when it opens a sentence.
    """

    start: int
    end: int
    value: str
    frame: int

    @property
    def wide(self) -> bool:
        """Whether it holds for its paragraph."""
        return self.frame == 2


class Other(NamedTuple):
    """A number that is neither amount nor date: marker, docno, ordinal, grade, label, id, unknown.

    A *claim* is one that is spoken for before the search: a heading marker, a 发文字号.
    """

    start: int
    end: int
    role: Role
    rule: str


Mention = Amount | Moment | Other
Range = tuple[int, int]


class Row(NamedTuple):
    """The lone numbers of a row (where they begin), their heads, the label, and where the unit is said."""

    label: Range
    numbers: tuple[int, ...]
    heads: tuple[Range, ...]
    first: Range  # the head of the labels
    unit: Range | None  # the cell of the row in the column 单位
    caption: Range | None


class Grid(NamedTuple):
    """The rows of all tables of a text, and the numbers that only count them (序号)."""

    rows: tuple[Row, ...]
    serials: frozenset[int]

    @property
    def starts(self) -> frozenset[int]:
        """Where the numbers begin that the tables tell."""
        return frozenset(start for row in self.rows for start in row.numbers)


NO_GRID = Grid((), frozenset())


class Found(NamedTuple):
    """All numbers of a text, each list in text order, no two overlapping."""

    amounts: tuple[Amount, ...]
    moments: tuple[Moment, ...]
    others: tuple[Other, ...]
    grid: Grid = NO_GRID


@record
class Place:
    """A section as the fact stages need it: its range, its title's range, the path of labels to it."""

    start: int
    end: int
    title: int
    title_end: int
    path: tuple[str, ...]


class Context(NamedTuple):
    """What surrounds the sentences: title range, ISO date of the document, sections by start."""

    title: tuple[int, int] | None
    date: str | None
    places: tuple[Place, ...]
