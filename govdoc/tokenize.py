"""Words that tile a text (分词): jieba's, but never cutting an amount, a date, a 发文字号 or a 《书名》.

jieba cuts 万余件 into 万余 and 件, 10个村 into 10, 个村: its words are taken only between the places
that the stages of the pipeline have claimed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from govdoc.facts.find import find
from govdoc.facts.mention import Other
from govdoc.layout.element.docno import NumberPlace, doc_numbers
from govdoc.model.quantity import Role
from govdoc.model.span import Span
from govdoc.model.token import Token
from govdoc.references import references
from govdoc.text.normal import NormalText
from govdoc.text.normalise import normalise
from govdoc.text.words import words


class _Piece(NamedTuple):
    """A token in normal coordinates."""

    start: int
    end: int
    kind: str


def tokenize(text: str, *, fast: bool = False) -> tuple[Token, ...]:
    """The words of a text; joined, their texts are the text.

    ``kind`` is ``word``, ``quantity``, ``date``, ``docno``, ``title``, or ``space`` for the white
    space and converter debris between them. A word broken by a line end is one word.
    ``fast`` takes the words from rjieba (``pip install 'govdoc[fast]'``): a few differ from jieba's.

    >>> [(t.text, t.kind) for t in tokenize("办理事项1万余件，见《信访条例》。") if t.kind != "word"]
    [('1万余件', 'quantity'), ('《信访条例》', 'title')]
    >>> [t.text for t in tokenize("加强 研究\\n")]
    ['加强', ' ', '研究', '\\n']
    """
    normal = normalise(text)
    return tuple(_tiles(text, normal, _pieces(normal, fast)))


def _claimed(normal: NormalText) -> list[_Piece]:
    """The places that are not to be cut, in order; the longest of those that overlap."""
    numbers = doc_numbers(normal)
    found = find(normal, [Other(n.start, n.end, Role.DOCNO, "docno") for n in numbers])
    places = [
        *(_Piece(n.start, n.end, "docno") for n in numbers),
        *(_Piece(a.start, a.end, "quantity") for a in found.amounts),
        *(_Piece(m.start, m.end, "date") for m in found.moments),
        *_titles(normal, numbers),
    ]
    kept: list[_Piece] = []
    for piece in sorted(places, key=lambda p: (p.start, -p.end)):
        if not kept or piece.start >= kept[-1].end:
            kept.append(piece)
    return kept


def _titles(normal: NormalText, numbers: tuple[NumberPlace, ...]) -> Iterator[_Piece]:
    """《书名》 with its marks."""
    for reference in references(normal, numbers):
        if reference.title is not None:
            start, end = normal.place(reference.title.span)
            opened = start > 0 and normal.text[start - 1] == "《"
            yield _Piece(start - opened, end + (normal.text[end : end + 1] == "》"), "title")


def _pieces(normal: NormalText, fast: bool) -> Iterator[_Piece]:
    """Claimed places and the words between them; white space is left out."""
    at = 0
    for piece in [*_claimed(normal), _Piece(len(normal.text), len(normal.text), "")]:
        for word in words(normal.text[at : piece.start], fast=fast):
            if not word.isspace():
                yield _Piece(at, at + len(word), "word")
            at += len(word)
        if piece.end > piece.start:
            yield piece
        at = piece.end


def _tiles(text: str, normal: NormalText, pieces: Iterator[_Piece]) -> Iterator[Token]:
    """The pieces as tokens of the source, and what stands between them."""
    at = 0
    for piece in pieces:
        span = normal.span(piece.start, piece.end)
        if span.start > at:
            yield Token.trusted(span=Span(at, span.start), text=text[at : span.start], kind="space")
        yield Token.trusted(span=span, text=text[span.start : span.end], kind=piece.kind)
        at = span.end
    if at < len(text):
        yield Token.trusted(span=Span(at, len(text)), text=text[at:], kind="space")
