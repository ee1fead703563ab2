"""A file → :class:`~govdoc.model.document.Document`: read, then parse."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdoc.model.document import Document
from govdoc.parse import parse
from govdoc.readers.open import Source, reading
from govdoc.readers.source import Reading
from govdoc.text.look import Look

_HEAD = 6000  # characters; the title stands among them


def read(source: Source, *, format: str | None = None) -> Document:  # noqa: A002 - the public name
    """Read an official document from a path, bytes or a binary file, in any supported format.

    The format is told by content; ``format`` overrules that. :class:`govdoc.ReadError` says which file,
    what was expected and what was found.

    >>> read("关于防汛工作的通知\\n各村：\\n现有险工险段3处。".encode("gb18030")).facts[0].quantity.text
    '3处'
    """
    return parsed(reading(source, format=format))


def parsed(found: Reading) -> Document:
    """A reading as a Document; what the reader could not read is among its issues."""
    document = parse(found.text, looks=tuple(_looks(found)))
    return document.with_issues((*found.issues, *document.issues)) if found.issues else document


def _looks(found: Reading) -> Iterator[Look]:
    """What the page showed; the line that its metadata table names as the title (标题) is a headline."""
    titles = _lines_of(dict(found.meta).get("标题", ""), found.text[:_HEAD])
    for look in found.looks:
        if not any(start <= look.start < end for start, end in titles):
            yield look
    yield from (Look(start, end, align="center", level=1) for start, end in titles)


def _lines_of(title: str, text: str) -> list[tuple[int, int]]:
    """Where a title stands on lines of its own, however it is broken."""
    words = r"\s*".join(map(re.escape, "".join(title.split())))
    return [m.span(1) for m in re.finditer(rf"^[^\S\n]*({words})[^\S\n]*$", text, re.MULTILINE)] if words else []
