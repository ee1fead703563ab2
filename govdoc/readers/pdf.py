"""PDF: lines with their places by pdfium, joined to paragraphs; scanned pages are reported.

A scanned page is a picture without text: it is an Issue, and a file with nothing else is unreadable.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from ctypes import c_int, c_uint, create_string_buffer
from math import hypot
from typing import Any

from govdoc.errors import ReadError
from govdoc.readers.extra import needs
from govdoc.readers.printed import Piece, Sheet, Type, paragraphs, thick
from govdoc.readers.source import Format, Reading, unreadable
from govdoc.readers.styles import is_red

_LINE = re.compile(r"[^\r\n]+")
_IMAGE = 3  # FPDF_PAGEOBJ_IMAGE
_MOST_PAGES = 5000
_LONGEST_NAME = 128  # bytes of the name of a font


def read_pdf(data: bytes, name: str = "") -> Reading:
    """The text of a PDF with its pages; :class:`ReadError` when it is damaged or has a password."""
    pdfium = needs("pypdfium2", "pdf", name)
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = "password" in str(error).lower()
        reason = "a PDF with a password" if locked else f"a PDF that cannot be opened: {error}"
        raise ReadError(name, "encrypted" if locked else "truncated", reason) from error
    try:
        return _read(document, name, pdfium)
    except pdfium.PdfiumError as error:
        raise ReadError(name, "malformed", f"a page cannot be loaded: {error}") from error
    finally:
        document.close()


def _read(document: Any, name: str, pdfium: Any) -> Reading:
    if len(document) > _MOST_PAGES:
        raise ReadError(name, "too_large", f"{len(document):,} pages (limit {_MOST_PAGES:,})")
    pieces: list[Piece] = []
    sheets: list[Sheet] = []
    scanned: list[int] = []
    for number in range(len(document)):
        page = document[number]
        sheets.append(Sheet(*page.get_size()))
        found = list(_pieces(page, number, sheets[-1].height, pdfium.raw))
        pieces += found
        if not found and any(True for _ in page.get_objects(filter=[_IMAGE], max_depth=4)):
            scanned.append(number + 1)
        page.close()
    if not pieces:
        raise ReadError(name, "scanned" if scanned else "no_text", _no_text(scanned, len(sheets)))
    text, looks, apart, pages = paragraphs(pieces, sheets)
    issues = tuple(unreadable(f"page {n} is a picture without text (scanned)") for n in scanned)
    return Reading(text, Format.PDF, looks, apart, pages=pages, issues=issues)


def _no_text(scanned: list[int], total: int) -> str:
    if scanned:
        return f"{len(scanned)} of {total} pages are pictures without text (scanned): character recognition is needed"
    return f"no text on {total} {'page' if total == 1 else 'pages'}"


def _pieces(page: Any, number: int, height: float, raw: Any) -> Iterator[Piece]:
    """The lines of a page: pdfium breaks them, two character boxes place each."""
    textpage = page.get_textpage()
    try:
        text = textpage.get_text_range()
        placed = len(text) == textpage.count_chars()
        for match in _LINE.finditer(text):
            words = match.group().replace("\ufffe", "").replace("\x02", "")
            if not words.strip():
                continue
            first = match.start() + len(match.group()) - len(match.group().lstrip())
            last = match.start() + len(match.group().rstrip()) - 1
            if placed:
                l0, b0, _, t0 = textpage.get_charbox(first, loose=True)
                _, b1, r1, t1 = textpage.get_charbox(last, loose=True)
                size = max(t0 - b0, t1 - b1, 1.0)
                yield Piece(number, l0, max(r1, l0), height - max(t0, t1), size, words, _type(textpage, first, raw))
            else:
                yield Piece(number, 0.0, 0.0, match.start() + height / 4, 1.0, words)
    finally:
        textpage.close()


def _type(textpage: Any, at: int, raw: Any) -> Type:
    """How the character at a place is set; a line is set like its first character."""
    matrix, flags, name = raw.FS_MATRIX(), c_int(), create_string_buffer(_LONGEST_NAME)
    scale = hypot(matrix.c, matrix.d) if raw.FPDFText_GetMatrix(textpage, at, matrix) else 1.0
    size = round(2 * scale * raw.FPDFText_GetFontSize(textpage, at))
    raw.FPDFText_GetFontInfo(textpage, at, name, _LONGEST_NAME, flags)
    bold = thick(name.value.decode("utf-8", "replace"), raw.FPDFText_GetFontWeight(textpage, at))
    red, green, blue, alpha = (c_uint() for _ in range(4))
    inked = raw.FPDFText_GetFillColor(textpage, at, red, green, blue, alpha)
    return Type(size, bold, bool(inked) and is_red(f"{red.value:02X}{green.value:02X}{blue.value:02X}"))
