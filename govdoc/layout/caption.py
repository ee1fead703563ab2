"""The words of a heading (标题文字): where its title ends.

On a line of its own the whole line is the title. Run in (（一）强化政治站位。镇党委…) it ends at the
first 。；： when text follows; a comma never ends it. One running sentence, or a longer one, is an
item without a title, and an article has a title only when a caption is printed for it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from govdoc.layout.heading import Mark
from govdoc.model.section import MarkerStyle as Style
from govdoc.text.normal import NormalText

LONGEST = 40  # characters of a run-in title (GB/T 9704-2012 sets 22 a line, and few headings fill two)
_STOP = re.compile(r"[。；：！？](?![”’])")
_HELD = re.compile(r"《[^《》\n]{0,80}》|（[^（）\n]{0,60}）|“[^“”\n]{0,60}”")
_GAP = re.compile(rb"[\x01\x02]")  # a space of flat text, where a line ended
_SPLITS = re.compile(r"[，、。；：]")
_TEXT_RUN = 8  # a gap ends a line only when a run of text follows; 总 则 is spaced out


class Caption(NamedTuple):
    """A title ``text[start:end]`` (empty when there is none); the section's own text begins at ``body``."""

    start: int
    end: int
    body: int


def caption(normal: NormalText, mark: Mark, limit: int, holds_next: bool) -> Caption:
    """The title of a heading whose section text ends at ``limit``; ``holds_next``: a subsection begins there."""
    text, start = normal.text, mark.end
    line = text.find("\n", start, limit)
    line = limit if line < 0 else line
    if mark.style is Style.ARTICLE:
        return _article(text, start, line)
    stop = _first_stop(text, start, min(line, start + LONGEST + 1))
    gap = _line_gap(normal, start, min(line, stop if stop >= 0 else start + LONGEST))
    if gap:
        return Caption(start, gap, gap)
    if stop < 0:
        whole = line - start <= LONGEST or not _STOP.search(text, start, line)
        return Caption(start, line, line) if whole and line > start else Caption(start, start, start)
    follows = stop + 1 < line or holds_next or (line < limit and text[stop] != "；")
    return Caption(start, stop, stop + 1) if follows and stop > start else Caption(start, start, start)


def _first_stop(text: str, start: int, end: int) -> int:
    """The first 。；： outside brackets, or -1."""
    match = _STOP.search(text, start, end)
    while match:
        held = next((h for h in _HELD.finditer(text, start, end) if h.start() < match.start() < h.end()), None)
        if held is None:
            return match.start()
        match = _STOP.search(text, held.end(), end)
    return -1


def _line_gap(normal: NormalText, start: int, end: int) -> int:
    """Where a gap of flat text ends the heading's line, or 0."""
    for match in _GAP.finditer(normal.gaps, start + 2, end):
        at = match.start()
        if normal.text[at - 1] in "，、" or _GAP.search(normal.gaps, at + 1, at + _TEXT_RUN):
            continue
        return at
    return 0


def _article(text: str, start: int, line: int) -> Caption:
    """第一条（目的）为了…; 第一条【目的】; or a short caption alone on the line."""
    printed = re.compile(r"[（【]([^（）【】\n]{1,20})[）】]").match(text, start, line)
    if printed:
        return Caption(printed.start(1), printed.end(1), printed.end())
    if 0 < line - start <= LONGEST // 2 and not _SPLITS.search(text, start, line):
        return Caption(start, line, line)
    return Caption(start, start, start)
