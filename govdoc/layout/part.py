"""What the stages of this room hand to each other, in normal coordinates."""

from __future__ import annotations

from typing import NamedTuple

from govdoc.facts.mention import Other, Place
from govdoc.layout.cells import Cell
from govdoc.model.section import Preamble, Section


class Part(NamedTuple):
    """The letter or one enclosure: header ``start``-``body``, body ``body``-``closing``, closing to ``end``.

    ``head`` is the header's text as :func:`govdoc.layout.head.read_cells` cut it.
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
