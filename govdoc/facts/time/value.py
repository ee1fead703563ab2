"""Values of periods (时期的取值): the period of a time that is said, of a year that is not, and the year of a part of it."""

from __future__ import annotations

from govdoc.facts.mention import Time
from govdoc.facts.time.year import ending
from govdoc.model.date import Period
from govdoc.text.normal import NormalText

_YEAR = len("2021")


def last_month(value: str) -> str:
    """The month in which months or a quarter end; a year as it is.

    >>> last_month("2025-01/2025-03"), last_month("2025-Q1"), last_month("2025")
    ('2025-03', '2025-03', '2025')
    """
    last = ending(value)
    return last if len(last) == len("2025-03") else value


def yearly(value: str) -> str:
    """The year of a part of it; a span of years as it is.

    >>> yearly("2025-H1"), yearly("2025-01/2025-05"), yearly("2021/2025")
    ('2025', '2025', '2021/2025')
    """
    return value[:_YEAR] if ending(value)[:_YEAR] == value[:_YEAR] else value


class Values:
    """The periods of one text as values: amounts that share a time share its value."""

    def __init__(self, normal: NormalText) -> None:
        self._normal = normal
        self._said: dict[tuple[int, int, bool], Period] = {}
        self._unsaid: dict[str, Period] = {}

    def said(self, time: Time, inherited: bool) -> Period:
        """The period of a time in the text."""
        key = time.start, time.end, inherited
        made = self._said.get(key)
        if made is None:
            span, words = self._normal.words(time.start, time.end)
            made = self._said[key] = Period.trusted(span=span, text=words, value=time.value, inherited=inherited)
        return made

    def unsaid(self, value: str) -> Period:
        """The period that no word of the text says."""
        made = self._unsaid.get(value)
        if made is None:
            nowhere = self._normal.span(0, 0)
            made = self._unsaid[value] = Period.trusted(span=nowhere, text="", value=value, inherited=True)
        return made
