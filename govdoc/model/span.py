"""Places in the source: :class:`Span`, :class:`Element`, :class:`Phrase`."""

from __future__ import annotations

from typing import NamedTuple

from govdoc.model.base import Value


class Span(NamedTuple):
    """A half-open range of code points of ``Document.text``.

    A named tuple, for there are more of these than of anything else.

    >>> span = Span(2, 5)
    >>> "（一）强化政治站位"[slice(*span)]
    '）强化'
    >>> span.overlaps(Span(4, 9)), span.covers(Span(2, 3))
    (True, True)
    """

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether every character of ``other`` lies in this span."""
        return self.start <= other.start and other.end <= self.end


class Element(Value):
    """Anything that stands in the source: its place and its verbatim text (原文).

    ``doc.text[e.span.start:e.span.end] == e.text`` holds for every element of every document.
    ``str()`` is these words, of a phrase or a date its cleaned form: ``print(fact.subject, fact.quantity)``.
    """

    span: Span
    text: str

    def __str__(self) -> str:
        return self.text


class Phrase(Element):
    """An element with a cleaned form.

    ``text`` is verbatim; ``value`` is the same words without line breaks, layout spaces and
    converter debris (政 府 工 作 报 告 → 政府工作报告).

    >>> str(Phrase(span=Span(0, 5), text="信 访\\n件", value="信访件"))
    '信访件'
    """

    value: str

    def __str__(self) -> str:
        return self.value
