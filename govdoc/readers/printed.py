"""Printed lines → paragraphs (版面还原): for PDF and OFD, which know places and no paragraphs.

Running headers, footers and page numbers go (they are :class:`Apart`); a line that fills the type
area runs on into the next unless that one is indented; what stands on one baseline is one line.
Lengths are in the page's own unit, measured against the height of a character.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from govdoc.readers.source import Apart
from govdoc.text.look import Look

_PAGE_NUMBER = re.compile(
    r"[-—－–―·\s]*[0-9０-９]{1,4}[-—－–―·\s]*|第\s*[0-9]{1,4}\s*页(?:\s*[/，,]?\s*共\s*[0-9]{1,4}\s*页)?|[0-9]{1,4}\s*/\s*[0-9]{1,4}"
)
_HEADING_FACE = re.compile(r"(?i)(?<!ya)hei|(?<!雅)黑|bold|heavy|black|xbs|小标宋")  # 微软雅黑 sets body text
_BOLD = 600  # weight of a font; 400 is normal, 700 bold
_MARGIN = 0.12  # of the page height, above and below, where running lines stand
_RUNNING = 3  # pages that must show the same line
_FULL = 1.6  # character heights that a full line may lack at the right
_INDENT = 1.2  # character heights that an indent has at least
_WIDE_GAP = 0.8  # character heights between words of one line that are more than a space


class Type(NamedTuple):
    """How text is set (字号、字体、颜色): ``size`` in half points, 0 when unknown."""

    size: int = 0
    bold: bool = False
    red: bool = False


def thick(font: str, weight: float) -> bool:
    """Whether a typeface is bold, or one of the bold faces of headings (黑体、小标宋).

    >>> thick("ABCDEF+SimHei", 400), thick("FZXBSJW--GB1-0", 400), thick("STSong-Light", 400), thick("Arial", 700)
    (True, True, False, True)
    """
    return weight >= _BOLD or _HEADING_FACE.search(font) is not None


class Piece(NamedTuple):
    """Text at a place; ``top`` counts from the top of the page downward."""

    page: int
    left: float
    right: float
    top: float
    height: float
    text: str
    type: Type = Type()


class Sheet(NamedTuple):
    """The size of a page."""

    width: float
    height: float


class Paragraphs(NamedTuple):
    """The text with the evidence of its lines, what was taken out, and where pages begin."""

    text: str
    looks: tuple[Look, ...]
    apart: tuple[Apart, ...]
    pages: tuple[int, ...]


def paragraphs(pieces: Sequence[Piece], sheets: Sequence[Sheet]) -> Paragraphs:
    """The lines of all pages as paragraphs."""
    lines = _lines(pieces)
    running = _running(lines, sheets)
    body = [x for x, taken in zip(lines, running, strict=True) if not taken]
    apart = tuple(dict.fromkeys(Apart(kind, x.text.strip()) for x, kind in zip(lines, running, strict=True) if kind))
    return _joined(body, sheets, apart)


def _lines(pieces: Iterable[Piece]) -> list[Piece]:
    """Pieces on one baseline are one line; the order of the file is kept."""
    found: list[Piece] = []
    for piece in pieces:
        before = found[-1] if found else None
        if before and _one_baseline(before, piece):
            gap = piece.left - before.right
            if gap > -0.5 * piece.height:
                space = "\t" if gap > 2 * piece.height else " " if gap > _WIDE_GAP * piece.height else ""
                found[-1] = before._replace(right=piece.right, text=before.text + space + piece.text)
                continue
        found.append(piece)
    return [x for x in found if x.text.strip()]


def _one_baseline(one: Piece, other: Piece) -> bool:
    return one.page == other.page and abs(one.top - other.top) < 0.4 * max(one.height, other.height)


def _running(lines: Sequence[Piece], sheets: Sequence[Sheet]) -> list[str]:
    """For each line ``header``, ``footer`` or ``""``."""
    zones = [_zone(x, sheets[x.page]) for x in lines]
    keys = [re.sub(r"[0-9０-９一二三四五六七八九十]+", "#", re.sub(r"\s", "", x.text)) for x in lines]
    pages: Counter[tuple[str, str]] = Counter()
    for zone, key in {(z, k, x.page): (z, k) for z, k, x in zip(zones, keys, lines, strict=True) if z}.values():
        pages[zone, key] += 1
    enough = max(_RUNNING, (len(sheets) + 1) // 3)
    return [
        zone if zone and (pages[zone, key] >= enough or _PAGE_NUMBER.fullmatch(line.text.strip())) else ""
        for zone, key, line in zip(zones, keys, lines, strict=True)
    ]


def _zone(line: Piece, sheet: Sheet) -> str:
    if line.top < _MARGIN * sheet.height:
        return "header"
    return "footer" if line.top + line.height > (1 - _MARGIN) * sheet.height else ""


class _Area(NamedTuple):
    """The type area: where most long lines begin, where they end, whether paragraphs are indented."""

    left: float
    right: float
    indented: bool


def _area(lines: Sequence[Piece]) -> _Area:
    if not lines:
        return _Area(0.0, 0.0, False)
    widths = sorted(x.right - x.left for x in lines)
    long = [x for x in lines if x.right - x.left >= 0.8 * widths[int(len(widths) * 0.9)]]
    left = min(Counter(round(x.left) for x in long).most_common(3), key=lambda item: (-item[1] // 4, item[0]))[0]
    right = sorted(x.right for x in long)[int(len(long) * 0.75)]
    return _Area(float(left), right, _indented(lines, float(left), right))


def _indented(lines: Sequence[Piece], left: float, right: float) -> bool:
    """Whether most lines behind a line that is not full begin further in."""
    starts = [b for a, b in pairwise(lines) if a.right < right - _FULL * a.height]
    return 2 * sum(x.left >= left + _INDENT * x.height for x in starts) > len(starts)


def _joined(lines: Sequence[Piece], sheets: Sequence[Sheet], apart: tuple[Apart, ...]) -> Paragraphs:
    area = _area(lines)
    texts: list[str] = []
    looks: list[Look] = []
    pages: list[int] = []
    at = 0
    for paragraph in _grouped(lines, area):
        start, words = at + bool(texts), ""  # behind the line end
        for line in paragraph:
            words += _seam(words, line.text.strip())
            while len(pages) <= line.page:
                pages.append(start + len(words))
            words += line.text.strip()
        at = start + len(words)
        looks += _look(paragraph, start, at, area, sheets)
        texts.append(words)
    pages += [at] * (len(sheets) - len(pages))
    return Paragraphs("\n".join(texts), tuple(looks), apart, tuple(pages))


def _grouped(lines: Sequence[Piece], area: _Area) -> Iterator[list[Piece]]:
    """The lines of each paragraph."""
    paragraph: list[Piece] = []
    for line in lines:
        if paragraph and not _runs_on(paragraph[-1], line, area):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _seam(before: str, text: str) -> str:
    """What stands where two lines of a paragraph meet: a space between words of Latin letters."""
    return " " if re.search(r"[A-Za-z0-9]$", before) and re.match(r"[A-Za-z]", text) else ""


def _look(paragraph: Sequence[Piece], start: int, end: int, area: _Area, sheets: Sequence[Sheet]) -> Iterator[Look]:
    """How a paragraph looks, when it does not look like the body."""
    centred = all(_is_centred(x, area, sheets[x.page]) for x in paragraph)
    bold, red = all(x.type.bold for x in paragraph), all(x.type.red for x in paragraph)
    if centred or bold or red:
        size = max(x.type.size for x in paragraph)
        yield Look(start, end, "center" if centred else "", bold, red, size=size)


def _runs_on(before: Piece, line: Piece, area: _Area) -> bool:
    size = max(before.height, 1e-6)
    full = before.right >= area.right - _FULL * size
    same_size = 0.7 < line.height / size < 1.4
    near = before.page != line.page or line.top - before.top < 3 * size
    ended = not area.indented and before.text.strip()[-1:] in "。：！？"
    return full and same_size and near and not ended and line.left < area.left + _INDENT * size


def _is_centred(line: Piece, area: _Area, sheet: Sheet) -> bool:
    size = line.height
    before, after = line.left - area.left, area.right - line.right
    return before > 3 * size and after > 3 * size and abs(line.left + line.right - sheet.width) < 4 * size
