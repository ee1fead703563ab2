"""Word styles (样式): what a paragraph inherits through ``basedOn``."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from xml.etree.ElementTree import Element

from govdoc.readers.ooxml import attribute, child, children, is_on, value_of

_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
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
        self.of = cache(self._of)

    def _of(self, style_id: str, depth: int = 0) -> Style:
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
    align = {"start": "left", "end": "right", "both": "", "distribute": "center"}
    jc, outline, size = value_of(paragraph, "jc"), value_of(paragraph, "outlineLvl"), value_of(run, "sz")
    listed, level = child(paragraph, "numPr", "numId"), value_of(paragraph, "numPr", "ilvl")
    colour, bold, hidden = value_of(run, "color"), is_on(run, "b"), is_on(run, "vanish")
    return Style(
        align=align.get(jc, jc) if jc else above.align,
        bold=above.bold if bold is None else bold,
        red=is_red(colour) if colour else above.red,
        size=int(size) if size.isdigit() and len(size) < 5 else above.size,
        level=int(outline) + 1 if outline in set("012345678") else above.level,
        list_id=above.list_id if listed is None else attribute(listed, "val"),
        list_level=int(level) if level in set("012345678") else above.list_level,
        list_style=style_id if listed is not None else above.list_style,
        hidden=above.hidden if hidden is None else hidden,
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
