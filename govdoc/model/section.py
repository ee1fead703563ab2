"""The tree of numbered sections (层次)."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property

from govdoc.model.base import Value
from govdoc.model.sentence import sentence_spans
from govdoc.model.span import Element, Phrase, Span


class MarkerStyle(StrEnum):
    """How a heading is numbered (结构层次序数): by GB/T 9704 一、 （一） 1. （1）; the value is the first of its kind."""

    HAN = "一、"
    HAN_PAREN = "（一）"
    ARABIC = "1."
    ARABIC_PAREN = "（1）"
    CIRCLED = "①"
    PART = "第一编"
    CHAPTER = "第一章"
    CLAUSE = "第一节"
    ARTICLE = "第一条"
    ITEM = "一是"
    SEQUENCE = "首先"
    ORDINAL = "第一，"
    DASH = "——"
    LETTER = "A."
    CAPTION = "表1"


class Marker(Element):
    """The number of a heading, verbatim with its punctuation; ``ordinal`` is its number (3 of 三、)."""

    style: MarkerStyle
    ordinal: int | None


class Sentence(Element):
    """A sentence (句), with its closing punctuation."""


class Paragraph(Element):
    """A paragraph of the body (自然段); wrapped lines of one paragraph are one."""

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences, which tile the paragraph (句).

        >>> p = Paragraph(span=Span(7, 19), text="调处率100%。成效好。")
        >>> [(s.text, s.span.start) for s in p.sentences]
        [('调处率100%。', 7), ('成效好。', 15)]
        """
        at = self.span.start
        return tuple(
            Sentence.trusted(span=Span(at + start, at + end), text=self.text[start:end])
            for start, end in sentence_spans(self.text)
        )


class Preamble(Value):
    """The text between header and first heading (引言)."""

    span: Span
    paragraphs: tuple[Paragraph, ...] = ()


class Section(Value):
    """A numbered or named division: heading, own paragraphs, subsections.

    ``span`` runs from the marker to the end of the last subsection; ``level`` counts from 1.
    ``title`` is None for an item without a title (一是 before a long running sentence), and
    ``marker`` is None for an unnumbered heading.
    """

    marker: Marker | None
    title: Phrase | None
    level: int
    span: Span
    paragraphs: tuple[Paragraph, ...] = ()
    children: tuple[Section, ...] = ()

    def __repr__(self) -> str:
        """What it is at a glance; all that stands under it would fill screens."""
        return f"<Section {self.label}: {len(self.paragraphs)} paragraphs, {len(self.children)} sections>"

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """Marker and title as one line: ``（一）强化政治站位``."""
        marker = "".join(self.marker.text.split()) if self.marker else ""
        return marker + (self.title.value if self.title else "")

    def walk(self) -> Iterator[Section]:
        """This section and all below it, in text order."""
        yield self
        for child in self.children:
            yield from child.walk()
