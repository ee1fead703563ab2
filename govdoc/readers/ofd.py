"""OFD (GB/T 33190-2016 版式文档): the national fixed-layout format, a ZIP of XML pages.

``OFD.xml`` names the document root, that names the pages, a page has ``TextObject`` with a place and
``TextCode`` with characters. Places are in millimetres from the top left.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from math import isfinite
from xml.etree.ElementTree import Element

from govdoc.errors import ReadError
from govdoc.readers.ooxml import attribute, child, children, name_of, opened, part
from govdoc.readers.printed import Piece, Sheet, Type, paragraphs, thick
from govdoc.readers.source import Format, Reading, unreadable
from govdoc.readers.styles import is_red

_A4 = Sheet(210.0, 297.0)
_HALF_POINTS = 144 / 25.4  # a millimetre
_RESOURCES = ("PublicRes", "DocumentRes")


def read_ofd(data: bytes, name: str = "") -> Reading:
    """The text of an OFD with its pages; :class:`ReadError` when it is damaged."""
    with opened(data, name, "an OFD") as pack:
        return _read(pack, name)


def _read(pack: zipfile.ZipFile, name: str) -> Reading:
    root = part(pack, "OFD.xml", name)
    at = _text(child(root, "DocBody", "DocRoot")).lstrip("/")
    document = part(pack, at, name) if at else None
    if document is None:
        raise ReadError(name, "malformed", "OFD.xml names no document")
    folder = posixpath.dirname(at)
    fonts = _fonts(pack, folder, document, name)
    whole = _box(_text(child(document, "CommonData", "PageArea", "PhysicalBox")))
    pieces: list[Piece] = []
    sheets: list[Sheet] = []
    pictures = 0
    for number, place in enumerate(_pages(document)):
        page = part(pack, _beside(folder, place), name)
        own = _box(_text(child(page, "Area", "PhysicalBox"))) if page is not None else None
        box = own or whole
        sheets.append(Sheet(box[2], box[3]) if box else _A4)
        found = sorted(_pieces(page, number, fonts), key=lambda x: (round(x.top), x.left)) if page is not None else []
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


def _beside(folder: str, place: str) -> str:
    """The path of a member that the document names."""
    return posixpath.normpath(posixpath.join(folder, place.lstrip("/") if folder else place))


def _fonts(pack: zipfile.ZipFile, folder: str, document: Element, name: str) -> dict[str, bool]:
    """Fonts by id, and whether each is bold."""
    common = child(document, "CommonData")
    places = [_text(child(common, kind)) for kind in _RESOURCES]
    roots = [part(pack, _beside(folder, place), name) for place in places if place]
    fonts = [font for root in roots if root is not None for font in root.iter() if name_of(font) == "Font"]
    return {
        attribute(x, "ID"): attribute(x, "Bold") == "true"
        or thick(f"{attribute(x, 'FontName')} {attribute(x, 'FamilyName')}", 0)
        for x in fonts
    }


def _pieces(page: Element, number: int, fonts: dict[str, bool]) -> Iterator[Piece]:
    for item in page.iter():
        if name_of(item) != "TextObject":
            continue
        box, size, type_ = _box(attribute(item, "Boundary")), _number(attribute(item, "Size")), _type(item, fonts)
        for code in children(item, "TextCode"):
            words = (code.text or "").strip("\n")
            if words.strip() and box:
                top = box[1] + _number(attribute(code, "Y")) - size
                left = box[0] + _number(attribute(code, "X"))
                yield Piece(number, left, max(box[0] + box[2], left + size), top, max(size, 1.0), words, type_)


def _type(item: Element, fonts: dict[str, bool]) -> Type:
    """How a ``TextObject`` is set; its colour is ``255 0 0`` or ``#FF #00 #00``."""
    bold = fonts.get(attribute(item, "Font"), False) or thick("", _number(attribute(item, "Weight")))
    fill = child(item, "FillColor")
    shades = attribute(fill, "Value").split() if fill is not None else []
    colour = "".join(x[1:] if x.startswith("#") else f"{int(_number(x)):02X}" for x in shades)
    return Type(round(_HALF_POINTS * _number(attribute(item, "Size"))), bold, is_red(colour))


def _box(text: str) -> tuple[float, float, float, float] | None:
    numbers = [_number(x) for x in text.split()]
    return (numbers[0], numbers[1], numbers[2], numbers[3]) if len(numbers) == 4 else None


def _number(text: str) -> float:
    """A length on the page; geometry is the one place where floats are right."""
    try:
        found = float(text)
    except ValueError:
        return 0.0
    return found if isfinite(found) else 0.0


def _text(element: Element | None) -> str:
    return (element.text or "").strip() if element is not None else ""
