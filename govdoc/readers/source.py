"""What a reader gives: the text, and what the page showed beside it.

A file format knows things that plain text does not: that a line was centred, bold, red, a Word
heading; on which page it stood; what the metadata table of a web page says. Text comes first and
is complete; the evidence (:class:`~govdoc.text.look.Look`) points into it and may be ignored.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from govdoc.model.issue import Issue, IssueCode, Severity
from govdoc.model.span import Span
from govdoc.text.look import Look


class Format(StrEnum):
    """What a file is, by its content."""

    TEXT = "txt"
    HTML = "html"
    MARKDOWN = "md"
    DOCX = "docx"
    DOC = "doc"
    WPS = "wps"
    RTF = "rtf"
    ODT = "odt"
    PDF = "pdf"
    OFD = "ofd"
    ZIP = "zip"
    TAR = "tar"
    SEVENZIP = "7z"
    GZIP = "gz"
    BZIP2 = "bz2"
    XZ = "xz"
    ZSTD = "zst"
    PARQUET = "parquet"
    JSONL = "jsonl"


PACKED = frozenset({Format.ZIP, Format.TAR, Format.SEVENZIP, Format.GZIP, Format.BZIP2, Format.XZ, Format.ZSTD})
TABLES = frozenset({Format.PARQUET, Format.JSONL})


@dataclass(frozen=True, slots=True)
class Apart:
    """Text that is not of the body: ``kind`` is header, footer, footnote, endnote, property or comment."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of one document as its file has it.

    ``pages`` are the places where pages begin, when the format has pages. ``meta`` is the metadata
    table of a web page (索引号, 发文机关, 成文日期), which also stands in ``text`` when the page shows it.
    """

    text: str
    format: Format
    looks: tuple[Look, ...] = ()
    apart: tuple[Apart, ...] = ()
    meta: tuple[tuple[str, str], ...] = ()
    pages: tuple[int, ...] = ()
    issues: tuple[Issue, ...] = ()


def unreadable(message: str) -> Issue:
    """The Issue for content that is there and could not be read."""
    return Issue(code=IssueCode.UNREADABLE_PART, message=message, span=Span(0, 0), severity=Severity.ERROR)


def numbers_lost(message: str) -> Issue:
    """The Issue for a converter that drops automatic numbers (一、/（一） of Word)."""
    return Issue(code=IssueCode.NUMBERING_LOST, message=message, span=Span(0, 0), severity=Severity.WARNING)
