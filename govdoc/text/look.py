"""How a paragraph looked on the page (版面): evidence that plain text has lost."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph looked on the page: ``text[start:end]`` of the source, or of a normal text.

    ``align`` is ``left`` ``center`` ``right`` or ``""``; ``level`` the level of a heading style, 0
    for none; ``size`` in half points, 0 when unsaid. A red centred line is a 发文机关标志.
    """

    start: int
    end: int
    align: str = ""
    bold: bool = False
    red: bool = False
    level: int = 0
    size: int = 0

    @property
    def centred(self) -> bool:
        """Whether the line stood in the middle."""
        return self.align == "center"
