"""Where the head of a document ends and what stands in it: one reading, used by zones and header."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from govdoc.layout.element.addressee import is_addressees, is_exclaimed, is_speech
from govdoc.layout.element.docno import NumberPlace
from govdoc.layout.element.kind import kind_row
from govdoc.layout.head.cells import cells
from govdoc.layout.part import Cell, Role
from govdoc.text.normal import Gap, NormalText

_WINDOW = 6000  # a head is not longer, web chrome and all
_LINES = 8  # a title with everything around it has fewer free lines
_CAPTION = 400  # captions and digests between title and salutation are not longer
_HALVES = 4  # pieces that a salutation is broken into at most


class Head(NamedTuple):
    """The cells above the body and the place where the body begins."""

    cells: tuple[Cell, ...]
    body: int


def head(normal: NormalText, lo: int, hi: int, numbers: Sequence[NumberPlace]) -> Head:
    """Read the head of ``lo``-``hi``.

    The body begins behind the salutation, or at the first heading, or at the first sentence; a
    sentence before the salutation (a caption, a digest) does not count.
    """
    seen: list[Cell] = []
    prose = -1  # the index of the first sentence, while a salutation may still come
    for part in cells(normal, lo, min(hi, lo + _WINDOW), numbers):
        cell = _whole(seen, part)
        if prose >= 0 and (
            cell.role is Role.HEADING or is_exclaimed(cell.text) or cell.start - seen[prose].start > _CAPTION
        ):
            break
        seen.append(cell)
        if prose == len(seen) - 2 and _is_title_again(seen):
            return Head(tuple(seen), cell.end)
        if cell.role is Role.ADDRESSEES and (
            prose < 0 or cell.gap or seen[-2].role is Role.SENTENCE or is_speech(cell.text)
        ):
            if prose >= 0 and cell.gap < Gap.LINE <= seen[prose].gap and not is_speech(cell.text):
                continue
            return Head(tuple(seen), cell.end)
        if cell.role is Role.HEADING:
            return _above(seen, len(seen) - 1)
        if cell.role is Role.SENTENCE and prose < 0:
            prose = len(seen) - 1
    if prose >= 0:
        return _above(seen, prose)
    body = _unended(seen, hi)
    return Head(tuple(c for c in seen if c.end <= body), body)


def _is_title_again(seen: Sequence[Cell]) -> bool:
    """Whether the last cell is the title of the page, printed anew below one sentence of the page's own (导语：…)."""
    cell = seen[-1]
    if cell.role is not Role.FREE or cell.gap < Gap.LINE or kind_row(cell.text) is None:
        return False
    return any(above.role is Role.FREE and above.text == cell.text for above in seen[:-2])


def read_cells(normal: NormalText, lo: int, hi: int, numbers: Sequence[NumberPlace]) -> Iterator[Cell]:
    """The cells of a head whose end is known, broken salutations made whole."""
    seen: list[Cell] = []
    for cell in cells(normal, lo, hi, numbers):
        seen.append(_whole(seen, cell))
    yield from seen


def _whole(seen: list[Cell], cell: Cell) -> Cell:
    """A salutation whose last piece is ``cell``: the pieces before it leave ``seen``."""
    if cell.text[-1] != "：" or cell.role not in (Role.ADDRESSEES, Role.SENTENCE):
        return cell
    text = cell.text
    for count in range(1, min(_HALVES, len(seen)) + 1):
        before = seen[-count]
        if before.role is not Role.FREE or kind_row(before.text) or "。" in before.text:
            break
        text = before.text + text
        if is_addressees(text[:-1]) and (before.text[-1] in "，、" or cell.role is Role.SENTENCE):
            cell = Cell(before.start, cell.end, before.gap, text, Role.ADDRESSEES)
            del seen[-count:]
            break
    return cell


def _above(seen: list[Cell], at: int) -> Head:
    """The head above cell ``at``; when it is a page of short lines, only the first of them is title."""
    free = [i for i, c in enumerate(seen[:at]) if c.role is Role.FREE and (c.gap >= Gap.LINE or i == 0)]
    if len(free) > _LINES:
        at = free[1]
    return Head(tuple(seen[:at]), seen[at].start)


def _unended(seen: list[Cell], hi: int) -> int:
    """A text of short lines only: the body begins behind the first line that stands by itself."""
    for before, after in pairwise(seen):
        if before.role is Role.FREE and after.gap >= Gap.LINE:
            return after.start
    return hi if len(seen) <= 1 else seen[-1].end
