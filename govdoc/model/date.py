"""Dates and periods (日期、时期)."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from govdoc.model.span import Element

_MONTHS = {"Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12), "": (1, 12)}


class Date(Element):
    """A date or period as written, with its ISO form.

    ``value``: ``2021``, ``2021-11``, ``2021-11-23``, ``2021-Q1``, ``2021-H1``,
    ``2021-01/2021-11``, ``2021/2025``; None when the text does not say enough (6月底 with no year).

    >>> import govdoc
    >>> when = govdoc.parse("2023年一季度，全镇受理信访案件34宗。").facts[0].period
    >>> str(when), when.first, when.last
    ('2023-Q1', datetime.date(2023, 1, 1), datetime.date(2023, 3, 31))
    """

    value: str | None

    def __str__(self) -> str:
        return self.value or self.text

    @property
    def first(self) -> date | None:
        """The first day of it; None without a ``value``."""
        return _days(self.value.partition("/")[0])[0] if self.value else None

    @property
    def last(self) -> date | None:
        """The last day of it; None without a ``value``."""
        return _days(self.value.rpartition("/")[2])[1] if self.value else None


class Period(Date):
    """The time an amount is about (时期): ``value`` as in :class:`Date`, always known.

    ``inherited`` says that the words stand outside the clause: in the sentence before, the
    heading, the title, or the document's date; ``span`` is where they stand.
    """

    value: str
    inherited: bool = False


def _days(value: str) -> tuple[date, date]:
    """The first and the last day of a year, a part of it, a month or a day.

    >>> [str(day) for value in ("2024", "2024-H2", "2024-02", "2024-02-05") for day in _days(value)]
    ['2024-01-01', '2024-12-31', '2024-07-01', '2024-12-31', '2024-02-01', '2024-02-29', '2024-02-05', '2024-02-05']
    """
    year, _, part = value.partition("-")
    if "-" in part:
        return date.fromisoformat(value), date.fromisoformat(value)
    first, last = _MONTHS[part] if part in _MONTHS else (int(part), int(part))
    return date(int(year), first, 1), date(int(year), last, monthrange(int(year), last)[1])
