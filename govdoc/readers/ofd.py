"""OFD (GB/T 33190-2016 版式文档): the national fixed-layout format, a ZIP of XML pages.

``OFD.xml`` names the document root, that names the pages, a page has ``TextObject`` with a place and
``TextCode`` with characters. Places are in millimetres from the top left.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from govdoc.errors import ReadError
from govdoc.readers.ooxml import attribute, child, children, name_of, part
from govdoc.readers.printed import Piece, Sheet, paragraphs
from govdoc.readers.source import Format, Reading, unreadable

_A4 = Sheet(210.0, 297.0)


def read_ofd(data: bytes, name: str = "") -> Reading:
    """The text of an OFD with its pages."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as pack:
            return _read(pack, name)
    except (zipfile.BadZipFile, ValueError) as error:
        raise ReadError(name, "truncated", f"an OFD that cannot be opened: {error}") from error


def _read(pack: zipfile.ZipFile, name: str) -> Reading:
    root = part(pack, "OFD.xml", name)
    at = _text(child(root, "DocBody", "DocRoot")).lstrip("/")
    document = part(pack, at, name) if at else None
    if document is None:
        raise ReadError(name, "malformed", "OFD.xml names no document")
    folder = posixpath.dirname(at)
    whole = _box(_text(child(document, "CommonData", "PageArea", "PhysicalBox")))
    pieces: list[Piece] = []
    sheets: list[Sheet] = []
    pictures = 0
    for number, place in enumerate(_pages(document)):
        page = part(pack, posixpath.normpath(posixpath.join(folder, place.lstrip("/") if folder else place)), name)
        own = _box(_text(child(page, "Area", "PhysicalBox"))) if page is not None else None
        box = own or whole
        sheets.append(Sheet(box[2], box[3]) if box else _A4)
        found = sorted(_pieces(page, number), key=lambda x: (round(x.top), x.left)) if page is not None else []
        pictures += not found
        pieces += found
    if not pieces:
        raise ReadError(name, "scanned", f"{len(sheets)} pages without text: character recognition is needed")
    text, looks, apart, pages = paragraphs(pieces, sheets)
    issues = (unreadable(f"{pictures} pages have no text"),) if pictures else ()
    return Reading(text, Format.OFD, looks, apart, pages=pages, issues=issues)


def _pages(document: Element) -> Iterator[str]:
    pages = child(document, "Pages")
    return (attribute(x, "BaseLoc") for x in (children(pages, "Page") if pages is not None else ()))


def _pieces(page: Element, number: int) -> Iterator[Piece]:
    for item in page.iter():
        if name_of(item) != "TextObject":
            continue
        box, size = _box(attribute(item, "Boundary")), _number(attribute(item, "Size"))
        for code in children(item, "TextCode"):
            words = (code.text or "").strip("\n")
            if words.strip() and box:
                top = box[1] + _number(attribute(code, "Y")) - size
                left = box[0] + _number(attribute(code, "X"))
                yield Piece(number, left, max(box[0] + box[2], left + size), top, max(size, 1.0), words)


def _box(text: str) -> tuple[float, float, float, float] | None:
    numbers = [_number(x) for x in text.split()]
    return (numbers[0], numbers[1], numbers[2], numbers[3]) if len(numbers) == 4 else None


def _number(text: str) -> float:
    """A length on the page; geometry is the one place where floats are right."""
    try:
        return float(text)
    except ValueError:
        return 0.0


def _text(element: Element | None) -> str:
    return (element.text or "").strip() if element is not None else ""
