"""A file → :class:`~govdoc.model.document.Document`: read, then parse."""

from __future__ import annotations

from govdoc.model.document import Document
from govdoc.parse import parse
from govdoc.readers.open import Source, reading
from govdoc.readers.source import Reading


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
    document = parse(found.text)
    return document.with_issues((*found.issues, *document.issues)) if found.issues else document
