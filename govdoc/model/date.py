"""Dates and periods (日期、时期)."""

from __future__ import annotations

from govdoc.model.span import Element


class Date(Element):
    """A date or period as written, with its ISO form.

    ``value``: ``2021``, ``2021-11``, ``2021-11-23``, ``2021-Q1``, ``2021-H1``,
    ``2021-01/2021-11``, ``2021/2025``; None when the text does not say enough (6月底 with no year).
    """

    value: str | None

    def __str__(self) -> str:
        return self.value or self.text


class Period(Element):
    """The time an amount is about (时期): ``value`` as in :class:`Date`.

    ``inherited`` says that the words stand outside the clause: in the sentence before, the
    heading, the title, or the document's date; ``span`` is where they stand.
    """

    value: str
    inherited: bool = False

    def __str__(self) -> str:
        return self.value
