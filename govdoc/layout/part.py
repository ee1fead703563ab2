"""What the stages of this room hand to each other, in normal coordinates."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from govdoc.facts.mention import Other, Place
from govdoc.model.section import Preamble, Section
from govdoc.text.look import Look


class Role(Enum):
    """What a cell is."""

    FREE = "free"
    CHROME = "chrome"
    META = "meta"
    NUMBER = "number"
    MARK = "mark"
    SIGNER = "signer"
    SECURITY = "security"
    URGENCY = "urgency"
    COPY = "copy"
    SUBTITLE = "subtitle"
    ADOPTION = "adoption"
    SPEAKER = "speaker"
    DATE = "date"
    LABEL = "label"
    ADDRESSEES = "addressees"
    HEADING = "heading"
    SENTENCE = "sentence"


class Cell(NamedTuple):
    """A part of the head: ``text[start:end]``, the gap before it, its characters and role, how it looked."""

    start: int
    end: int
    gap: int
    text: str
    role: Role
    look: Look | None = None


class Part(NamedTuple):
    """The letter or one enclosure: header ``start``-``body``, body ``body``-``closing``, closing to ``end``.

    ``head`` is the header's text as :func:`govdoc.layout.head.reading.read_cells` cut it.
    """

    start: int
    body: int
    closing: int
    end: int
    head: tuple[Cell, ...] = ()


class Outline(NamedTuple):
    """A body, read: the models, and what the fact stages need to know of it."""

    preamble: Preamble
    sections: tuple[Section, ...]
    claims: tuple[Other, ...]  # the markers
    places: tuple[Place, ...]  # the sections, in text order
