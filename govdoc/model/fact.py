"""Facts: what an amount says of what, for whom, when (指标事实)."""

from __future__ import annotations

from enum import StrEnum

from govdoc.model.base import Value
from govdoc.model.date import Period
from govdoc.model.quantity import Quantity
from govdoc.model.span import Element, Phrase


class Measure(StrEnum):
    """What kind of statement the amount makes.

    ``level`` 受理34宗, 增长到34宗 · ``change`` 增长5.2% · ``share`` 占8.1% · ``rank`` 居第3位 · ``ratio`` 师生比1∶12.
    """

    LEVEL = "level"
    CHANGE = "change"
    SHARE = "share"
    RANK = "rank"
    RATIO = "ratio"


class Direction(StrEnum):
    """Which way a change goes: ``up`` 增长, ``down`` 下降, ``flat`` 持平."""

    UP = "up"
    DOWN = "down"
    FLAT = "flat"


class Status(StrEnum):
    """Whether it happened (``actual`` 建成20个), is intended (``planned`` 力争建成20个) or is a norm (``rule`` 每户补助20元)."""

    ACTUAL = "actual"
    PLANNED = "planned"
    RULE = "rule"


class Change(Value):
    """Direction of a change and its basis, verbatim (同比, 环比, 比上年, 较2020年)."""

    direction: Direction
    basis: Phrase | None


class Fact(Element):
    """One amount and all that the text says of it.

    ``span`` hulls the amount and those of its subject, scope and basis that stand in the same
    sentence. ``subject`` is what is counted or measured (信访案件 in 受理信访案件34宗);
    ``section`` the path of headings it stands under, outermost first, an enclosure's title
    before its own headings; ``rules`` the ids of the rows and rules that made it.
    """

    subject: Phrase | None
    indicator: str | None
    quantity: Quantity
    measure: Measure
    change: Change | None
    scope: Phrase | None
    period: Period | None
    status: Status
    section: tuple[str, ...]
    rules: tuple[str, ...]
