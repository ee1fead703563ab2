"""The body of a .docx: paragraphs, tables, and what hides inside them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from govdoc.readers.numbering import Numbering
from govdoc.readers.ooxml import attribute, child, children, is_on, name_of, value_of
from govdoc.readers.source import Apart
from govdoc.readers.styles import Style, Styles, dressed
from govdoc.text.look import Look

_DROPPED = frozenset((
    "del", "moveFrom", "pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "instrText", "delText",
    "delInstrText", "rt", "rubyPr", "sdtPr", "sdtEndPr", "annotationRef", "footnoteRef", "endnoteRef", "separator",
    "continuationSeparator", "bookmarkStart", "bookmarkEnd"
))  # fmt: skip
_BLOCKS = frozenset(("p", "tbl"))
_INK = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_MARKED = frozenset(("center", "right"))
_PICTURES = frozenset(("pic", "imagedata", "OLEObject"))
_SYMBOLS = {"F0A8": "□", "F06F": "□", "F0FE": "☑", "F052": "☑", "F0B7": "·", "F06C": "●", "F06E": "■", "F0A7": "▪"}


class _Run(NamedTuple):
    """Text of one formatting."""

    text: str
    bold: bool
    red: bool
    size: int


class Body:
    """Collects the lines of the body in reading order."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles, self._numbering = styles, numbering
        self._lines: list[tuple[str, Look | None]] = []
        self._joined = False  # the paragraph mark before was deleted: the next paragraph runs on
        self.notes: list[tuple[str, str]] = []
        self.pictures = 0

    def read(self, block: Element) -> None:
        """Paragraphs and tables of a body, cell, text box or content control."""
        for element in block:
            match name_of(element):
                case "p":
                    self._paragraph(element)
                case "tbl":
                    self._table(element)
                case "AlternateContent":
                    self.read(_chosen(element))
                case name if name not in _DROPPED:
                    self.read(element)

    def close(self, notes: tuple[Apart, ...]) -> None:
        """Footnotes after the body, numbered as the page numbers them."""
        self._lines += [(f"[{n}] {' '.join(x.text.split())}", None) for n, x in enumerate(notes, 1)]

    def done(self) -> tuple[str, tuple[Look, ...]]:
        """The text and the look of its lines."""
        looks, at = [], 0
        for text, look in self._lines:
            if look and text.strip():
                looks.append(Look(at, at + len(text), look.align, look.bold, look.red, look.level, look.size))
            at += len(text) + 1
        return "\n".join(text for text, _ in self._lines), tuple(looks)

    def _paragraph(self, element: Element) -> None:
        properties = child(element, "pPr")
        style = dressed(self._styles.of(value_of(properties, "pStyle") or self._styles.default), properties, None)
        for box in _boxes(element):
            self.read(box)
        runs = list(self._runs(element, style))
        text = "".join(x.text for x in runs)
        if text.strip() or not style.list_id:
            text = self._number(style) + text
        self._add(text, _look(runs, style))
        self._joined = is_on(properties, "rPr", "del") or False

    def _number(self, style: Style) -> str:
        if not style.list_id or style.list_id == "0":
            return ""
        level = style.list_level
        if level is None:
            level = self._numbering.level_of_style(style.list_id, style.list_style)
        return self._numbering.print(style.list_id, level)

    def _add(self, text: str, look: Look | None) -> None:
        if self._joined and self._lines:
            before, old = self._lines[-1]
            self._lines[-1] = (before + text, old)
        else:
            self._lines.append((text, look))

    def _runs(self, element: Element, style: Style) -> Iterator[_Run]:
        for part in element:
            name = name_of(part)
            if name in _DROPPED:
                continue
            if name == "r":
                yield from self._run(part, style)
            elif name == "AlternateContent":
                yield from self._runs(_chosen(part), style)
            elif name not in _BLOCKS and name != "txbxContent":
                yield from self._runs(part, style)

    def _run(self, run: Element, style: Style) -> Iterator[_Run]:
        properties = child(run, "rPr")
        named = value_of(properties, "rStyle")
        base = self._styles.of(named) if named else None
        inherited = style if base is None or not (base.bold or base.red or base.hidden) else base
        look = dressed(inherited, None, properties)
        if look.hidden:
            return
        text = "".join(self._ink(run))
        if text:
            yield _Run(text, look.bold, look.red, look.size)

    def _ink(self, run: Element) -> Iterator[str]:
        for part in run:
            name = name_of(part)
            if name == "t":
                yield part.text or ""
            elif name in _INK:
                yield _INK[name]
            elif name == "sym":
                yield _SYMBOLS.get(attribute(part, "char").upper(), "")
            elif name in {"footnoteReference", "endnoteReference"}:
                self.notes.append((name[:-9], attribute(part, "id")))
            elif name == "ruby":
                for base in children(part, "rubyBase"):
                    yield plain(base)
            elif name in {"drawing", "pict", "object", "AlternateContent"}:
                self.pictures += any(name_of(x) in _PICTURES for x in part.iter())

    def _table(self, table: Element) -> None:
        for row in _below(table, "tr"):
            if is_on(row, "trPr", "del"):
                continue
            cells = [self._cell(x) for x in _below(row, "tc")]
            if len(cells) == 1:
                self._lines += cells[0]
            else:
                words = [" ".join("".join(x[0] for x in lines).split("\n")) for lines in cells]
                line = "\t".join(words).strip("\t")
                if line.strip():
                    self._lines.append((line, None))
        self._joined = False

    def _cell(self, cell: Element) -> list[tuple[str, Look | None]]:
        """The lines of a cell; a nested table gives its own lines."""
        outer, self._lines, self._joined = self._lines, [], False
        self.read(cell)
        lines, self._lines = self._lines, outer
        return lines


def _chosen(alternate: Element) -> Element:
    """Word writes a shape twice, for new and old programs: one of the two is read."""
    choice, fallback = child(alternate, "Choice"), child(alternate, "Fallback")
    if choice is not None and (fallback is None or any(name_of(x) in {"t", "txbxContent"} for x in choice.iter())):
        return choice
    return alternate if fallback is None else fallback


def _boxes(paragraph: Element) -> Iterator[Element]:
    """The text boxes anchored in a paragraph, not those inside them."""
    for part in paragraph:
        name = name_of(part)
        if name == "txbxContent":
            yield part
        elif name == "AlternateContent":
            yield from _boxes(_chosen(part))
        elif len(part) and name not in _DROPPED:
            yield from _boxes(part)


def _below(element: Element, wanted: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, also inside content controls and tracked insertions."""
    for part in element:
        name = name_of(part)
        if name == wanted:
            yield part
        elif name not in _BLOCKS and name not in _DROPPED:
            yield from _below(part, wanted)


def _look(runs: list[_Run], style: Style) -> Look | None:
    said = style.level or style.align in _MARKED
    if not said and not any(x.bold or x.red for x in runs):
        return None
    inked = [x for x in runs if x.text.strip()]
    if not inked:
        return None
    bold, red = all(x.bold for x in inked), all(x.red for x in inked)
    if not (said or bold or red):
        return None
    return Look(0, 0, style.align, bold, red, style.level, max(x.size for x in inked))


def plain(root: Element) -> str:
    """All visible text below an element, a line a paragraph."""
    lines: list[str] = []
    _plain(root, lines)
    return "\n".join(x for x in lines if x.strip())


def _plain(element: Element, lines: list[str]) -> None:
    name = name_of(element)
    if name in _DROPPED:
        return
    if name == "p" or not lines:
        lines.append("")
    if name == "t":
        lines[-1] += element.text or ""
    elif name in _INK:
        lines[-1] += " "
    for part in _chosen(element) if name == "AlternateContent" else element:
        _plain(part, lines)
