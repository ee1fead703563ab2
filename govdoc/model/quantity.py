"""Amounts: :class:`Unit`, :class:`Bound`, :class:`Quantity`, and :class:`Numeral` for every number."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from govdoc.model.base import Value
from govdoc.model.date import Date
from govdoc.model.span import Element


class Unit(Value):
    """A unit without its multiplier: 万元 is 元, 亿千瓦时 is 千瓦时.

    ``factor`` to the base unit of the ``dimension`` where one exists (亩 → 平方米 666.67).

    >>> mu = Unit(symbol="亩", dimension="area", factor=Decimal("666.6667"))
    >>> mu == "亩", str(mu)
    (True, '亩')
    """

    symbol: str
    dimension: str
    factor: Decimal | None = None

    def __str__(self) -> str:
        return self.symbol

    def __eq__(self, other: object) -> bool:
        if isinstance(other, str):
            return self.symbol == other
        return isinstance(other, Unit) and self.symbol == other.symbol

    def __hash__(self) -> int:
        return hash(self.symbol)


class Bound(StrEnum):
    """What the qualifier says of the number (限定词).

    >>> import govdoc
    >>> text = "34宗；约53起；近900户；1万余件；不少于7天；至多5天；不足300头；2至3名；数十户"
    >>> print(*(f"{q.text} {q.bound}" for q in govdoc.quantities(text)), sep=" · ")
    34宗 exact · 约53起 about · 近900户 nearly · 1万余件 over · 不少于7天 at_least · 至多5天 at_most · 不足300头 under · \
2至3名 range · 数十户 vague
    """

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    OVER = "over"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    UNDER = "under"
    RANGE = "range"
    VAGUE = "vague"


class Quantity(Element):
    """A measured or counted amount, from its first qualifier to its last unit character.

    ``value`` with 万 亿 百 千 multiplied out; a range has ``low`` and ``high`` and no value; an
    unknown size (数十) has none of them; a ratio a∶b∶c has ``parts``.
    """

    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    parts: tuple[Decimal, ...]
    unit: Unit
    bound: Bound


class Role(StrEnum):
    """What a number is doing in the text (数字的作用).

    ``quantity`` 34宗 · ``date`` 2021年11月 · ``marker`` the 一、 of a heading · ``docno`` 清府发〔2023〕9号 · ``ordinal`` 附件2 ·
    ``grade`` 5A级 · ``label`` 12345热线 · ``id`` a telephone number or code · ``unknown`` seen and not understood.
    """

    QUANTITY = "quantity"
    DATE = "date"
    MARKER = "marker"
    DOCNO = "docno"
    ORDINAL = "ordinal"
    GRADE = "grade"
    LABEL = "label"
    ID = "id"
    UNKNOWN = "unknown"


class Numeral(Element):
    """A number of the text and its role; every run of digits stands in exactly one.

    ``date`` is set for role date; ``rule`` is the id of the rule that gave the role.
    """

    role: Role
    date: Date | None
    rule: str
