"""The text of a page while it is being walked: inline runs become lines, lines keep their look."""

from __future__ import annotations

import re
from typing import NamedTuple

from govdoc.text.look import Look

_EDGES = " \n"
_SPACES = re.compile(" {2,}")


class _Style(NamedTuple):
    align: str
    bold: bool
    red: bool
    level: int


class PageText:
    """Collects lines; what opens a block ends the line before it."""

    def __init__(self) -> None:
        self._lines: list[tuple[str, _Style, bool]] = []  # text, look, whether all of it is bold
        self._line: list[str] = []
        self._bold = 0
        self._plain = 0
        self._styles = [_Style("", False, False, 0)]
        self._line_style = self._styles[0]

    def inline(self, words: str) -> None:
        """A run of text with its white space collapsed."""
        if not words:
            return
        style = self._styles[-1]
        visible = len(words.strip())
        if visible:
            if not self._bold + self._plain:
                self._line_style = style
            if style.bold:
                self._bold += visible
            else:
                self._plain += visible
        self._line.append(words)

    def verbatim(self, words: str) -> None:
        """Text whose line breaks count (``<pre>``)."""
        for line in words.splitlines():
            self.inline(line)
            self.newline()

    def newline(self) -> None:
        """End the line; an empty one stays as an empty line."""
        text = "".join(self._line).strip(_EDGES)
        if "  " in text:
            text = _SPACES.sub(" ", text)
        self._lines.append((text, self._line_style, bool(self._bold) and not self._plain))
        self._line, self._bold, self._plain = [], 0, 0
        self._line_style = self._styles[-1]

    def _flush(self) -> None:
        if not self._line:
            return
        if self._bold + self._plain or any("\u3000" in x or "\xa0" in x for x in self._line):
            self.newline()
        else:
            self._line = []

    def enter(self, block: bool, align: str, bold: bool, red: bool, level: int) -> None:
        """An element opens: it inherits what it does not say."""
        if block:
            self._flush()
        above = self._styles[-1]
        if align or bold or red or level:  # most elements say nothing
            above = _Style(align or above.align, bold or above.bold, red or above.red, level or above.level)
        self._styles.append(above)

    def leave(self, block: bool) -> None:
        """The element closes."""
        if block:
            self._flush()
        self._styles.pop()

    def paragraph(self, words: str, align: str = "", level: int = 0) -> None:
        """A whole line at once."""
        self.enter(True, align, False, False, level)
        self.inline(words)
        self.leave(True)

    def row(self, cells: list[str]) -> None:
        """A row of a table: one line, cells parted by tabs, empty cells kept between others."""
        words = "\t".join(cells).strip("\t")
        if words.strip():
            self.paragraph(words)

    def done(self) -> tuple[str, tuple[Look, ...]]:
        """The text and the look of its lines."""
        self._flush()
        looks, at, texts = [], 0, []
        for text, style, bold in self._lines:
            if text.strip() and (bold or style.red or style.level or style.align in {"center", "right"}):
                looks.append(Look(at, at + len(text), style.align, bold, style.red, style.level))
            texts.append(text)
            at += len(text) + 1
        return "\n".join(texts), tuple(looks)
