"""What the tests of the layout share: a text read up to header, closing and enclosures, and its fields as one line."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from govdoc.layout.element.docno import doc_numbers
from govdoc.layout.foot.closing import closing
from govdoc.layout.head.header import header
from govdoc.layout.part import Part
from govdoc.layout.zones import zones
from govdoc.model.header import Closing, Header
from govdoc.text.normal import NormalText
from govdoc.text.normalise import normalise

SHAPES: dict[str, Callable[[str], str]] = {
    "lines": lambda text: text,
    "blank lines": lambda text: re.sub("\n+", "\n\n", text),
    "one line": lambda text: re.sub("\n+", " ", text),
}


class Read(NamedTuple):
    """A text as the layout sees it."""

    normal: NormalText
    parts: tuple[Part, ...]
    headers: tuple[Header, ...]
    closings: tuple[Closing, ...]


def read(text: str) -> Read:
    """Header and closing of every part; the parts tile the text."""
    normal = normalise(text)
    numbers = doc_numbers(normal)
    parts = zones(normal, numbers)
    bounds = [at for p in parts for at in (p.start, p.body, p.closing, p.end)]
    assert bounds == sorted(bounds)
    assert (bounds[0], bounds[-1]) == (0, len(normal.text))
    assert all(a.end == b.start for a, b in pairwise(parts))
    headers = tuple(header(normal, part, numbers) for part in parts)
    return Read(normal, parts, headers, tuple(closing(normal, parts, i) for i in range(len(parts))))


def header_line(head: Header) -> str:
    """The fields of a header that are there."""
    return _line(
        title=head.title and head.title.value,
        number=head.doc_number and head.doc_number.value,
        marks=",".join(x.value for x in head.issuer_marks),
        subtitle=head.subtitle and head.subtitle.value,
        speaker=head.speaker and head.speaker.value,
        to=head.addressees and head.addressees.value,
        date=head.date and head.date.value,
        signers=",".join(x.value for x in head.signatories),
        security=head.security and head.security.value,
        urgency=head.urgency and head.urgency.value,
        copy=head.copy_number and head.copy_number.text,
    )


def closing_line(end: Closing) -> str:
    """The fields of a closing that are there."""
    return _line(
        att=",".join(f"{a.ordinal or ''}{a.title.value}" for a in end.attachments),
        sig=",".join(x.value for x in end.signatures),
        date=end.date and end.date.value,
        note=end.note and end.note.value,
        cc=",".join(x.value for x in end.cc),
        printer=end.printer and end.printer.value,
        printed=end.print_date and end.print_date.value,
    )


def _line(**fields: object) -> str:
    return " | ".join(f"{name}={value}" for name, value in fields.items() if value)
