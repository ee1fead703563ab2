"""One door for all formats: bytes → :class:`Reading`, told by content."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import IO

from govdoc.errors import ReadError
from govdoc.readers.docx import read_docx
from govdoc.readers.html import read_html
from govdoc.readers.markdown import read_markdown
from govdoc.readers.ofd import read_ofd
from govdoc.readers.pdf import read_pdf
from govdoc.readers.sniff import sniff
from govdoc.readers.source import PACKED, TABLES, Format, Reading
from govdoc.readers.text import read_text
from govdoc.readers.word import read_word

Source = str | os.PathLike[str] | bytes | IO[bytes]

LARGEST_FILE = 100 << 20  # bytes; the longest official documents with pictures have 60 MB
LONGEST_TEXT = 20_000_000  # characters; the longest real document has 300 thousand

_READERS: dict[Format, Callable[[bytes, str], Reading]] = {
    Format.TEXT: read_text,
    Format.HTML: read_html,
    Format.MARKDOWN: read_markdown,
    Format.DOCX: read_docx,
    Format.DOC: read_word,
    Format.WPS: read_word,
    Format.RTF: read_word,
    Format.ODT: read_word,
    Format.PDF: read_pdf,
    Format.OFD: read_ofd,
}


def reading(source: Source, *, format: str | None = None) -> Reading:  # noqa: A002 - the public name
    """The text of one document file; :class:`ReadError` says what was wrong with it.

    >>> reading("关于开展检查的通知".encode("gbk")).text
    '关于开展检查的通知'
    """
    data, name = contents(source)
    kind = sniff(data, name) if format is None else _format(format, name)
    if kind in PACKED or kind in TABLES:
        raise ReadError(name, "many", f"a {kind} holds many documents; expected one (use govdoc.read_many)")
    return read_as(data, kind, name)


def read_as(data: bytes, kind: Format, name: str) -> Reading:
    """The text of bytes of a known format; :class:`ReadError` when they hold none, or too much."""
    found = _READERS[kind](data, name)
    if not found.text.strip():
        reason = found.issues[0].message if found.issues else f"a {kind} without text"
        raise ReadError(name, "no_text", reason)
    if len(found.text) > LONGEST_TEXT:
        raise ReadError(name, "too_large", f"{len(found.text):,} characters (limit {LONGEST_TEXT:,})")
    return found


def contents(source: Source) -> tuple[bytes, str]:
    """The bytes of a source and a name for messages; :class:`TypeError` for what is no source."""
    if isinstance(source, bytes):
        return source, "<bytes>"
    if isinstance(source, str | os.PathLike):
        return file_bytes(Path(source)), os.fspath(source)
    data = source.read() if hasattr(source, "read") else None
    if not isinstance(data, bytes):
        raise TypeError(f"expected a path, bytes or a file opened in binary mode, not {type(source).__name__}")
    return data, str(getattr(source, "name", "<file>"))


def file_bytes(path: Path) -> bytes:
    """The bytes of a regular file that is no larger than :data:`LARGEST_FILE`; :class:`ReadError` says why not."""
    name = str(path)
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise ReadError(name, "not_a_file", "expected a file")
        if found.st_size > LARGEST_FILE:
            raise ReadError(name, "too_large", f"{found.st_size:,} bytes (limit {LARGEST_FILE:,})")
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise ReadError(name, "missing", "no such file") from error
    except PermissionError as error:
        raise ReadError(name, "permission", "no permission to read the file") from error
    except OSError as error:
        raise ReadError(name, "io", f"the file system said: {error.strerror or error}") from error


def _format(name: str, source: str) -> Format:
    try:
        return Format(name.lower().lstrip("."))
    except ValueError:
        known = ", ".join(sorted(_READERS))
        raise ReadError(source, "unsupported", f"no reader for format {name!r}; known: {known}") from None
