"""Word styles (样式): what a paragraph inherits through ``basedOn``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from xml.etree.ElementTree import Element

from govdoc.readers.ooxml import attribute, child, children, name_of, on, value_of

_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
_PROPERTIES = frozenset(("jc", "outlineLvl", "numId", "ilvl", "sz", "color", "b", "vanish"))
_ALIGN = {"start": "left", "end": "right", "both": "", "distribute": "center"}
_LEVELS = frozenset("012345678")
_DEEPEST = 20  # longer chains of basedOn are circles


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style with all that it inherits."""

    align: str = ""
    bold: bool = False
    red: bool = False
    size: int = 0
    level: int = 0
    list_id: str = ""
    list_level: int | None = None
    list_style: str = ""  # the style that named the list: the list's levels are linked to it
    hidden: bool = False


class Styles:
    """The styles of a document by id."""

    def __init__(self, root: Element | None) -> None:
        self._parts = {attribute(x, "styleId"): x for x in children(root, "style")} if root is not None else {}
        self.default = next(
            (k for k, x in self._parts.items() if attribute(x, "type") == "paragraph" and _is_default(x)), ""
        )
        self._known: dict[str, Style] = {}

    def of(self, style_id: str) -> Style:
        """The style of an id, plain for an unknown one."""
        if style_id not in self._known:
            self._known[style_id] = self._of(style_id, 0)
        return self._known[style_id]

    def _of(self, style_id: str, depth: int) -> Style:
        part = self._parts.get(style_id)
        if part is None or depth > _DEEPEST:
            return Style()
        parent = value_of(part, "basedOn")
        above = self._of(parent, depth + 1) if parent else Style()
        style = dressed(above, child(part, "pPr"), child(part, "rPr"), style_id)
        heading = _HEADING.match(value_of(part, "name"))
        return replace(style, level=int(heading[1])) if heading else style

    def lists(self) -> dict[str, tuple[str, int | None]]:
        """Style id → its list and level, for lists defined by a numbering style."""
        found = {k: self.of(k) for k in self._parts}
        return {k: (x.list_id, x.list_level) for k, x in found.items() if x.list_id}


def _is_default(part: Element) -> bool:
    return attribute(part, "default") in {"1", "true", "on"}


def dressed(above: Style, paragraph: Element | None, run: Element | None, style_id: str = "") -> Style:
    """A style with the properties of a ``w:pPr`` and ``w:rPr`` laid over it."""
    if paragraph is None and run is None:
        return above
    said: dict[str, str] = {}
    for name, value in (*_said(paragraph), *_said(run)):
        said.setdefault(name, value)
    return _laid_over(above, tuple(said.items()), style_id) if said else above


def _said(properties: Element | None) -> Iterator[tuple[str, str]]:
    """The properties that are read, with their values."""
    for item in properties if properties is not None else ():
        name = name_of(item)
        if name == "numPr":
            yield from _said(item)
        elif name in _PROPERTIES:
            yield name, attribute(item, "val")


@lru_cache(maxsize=4096)  # a document has thousands of runs and a few looks
def _laid_over(above: Style, properties: tuple[tuple[str, str], ...], style_id: str) -> Style:
    said = dict(properties)
    align, outline, size, level = (said.get(x, "") for x in ("jc", "outlineLvl", "sz", "ilvl"))
    return Style(
        align=_ALIGN.get(align, align) if align else above.align,
        bold=on(said["b"]) if "b" in said else above.bold,
        red=is_red(said["color"]) if said.get("color") else above.red,
        size=int(size) if size.isdigit() and len(size) < 5 else above.size,
        level=int(outline) + 1 if outline in _LEVELS else above.level,
        list_id=said.get("numId", above.list_id),
        list_level=int(level) if level in _LEVELS else above.list_level,
        list_style=style_id if "numId" in said else above.list_style,
        hidden=on(said["vanish"]) if "vanish" in said else above.hidden,
    )


def is_red(colour: str) -> bool:
    """The red of a 发文机关标志: FF0000 and its neighbours.

    >>> is_red("FF0000"), is_red("E60012"), is_red("000000"), is_red("auto")
    (True, True, False, False)
    """
    if not re.fullmatch(r"[0-9A-Fa-f]{6}", colour):
        return False
    r, g, b = (int(colour[i : i + 2], 16) for i in (0, 2, 4))
    return r >= 192 and g < 64 and b < 64
