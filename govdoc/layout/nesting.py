"""Which heading stands under which (层次): a stack of the sequences that are open.

The order of styles is not fixed: 一、 may hold 1. without （一）, and 一是 may stand under 一、 or under
（一）. A sequence that is open goes on; a new one opens below the headings that outrank it, and
below any other heading whose own sequence goes on afterwards.
"""

from __future__ import annotations

from collections.abc import Sequence

from govdoc.layout.heading import Mark, Stand
from govdoc.model.section import MarkerStyle as Style

_RANK = {
    Style.PART: 0,
    Style.CHAPTER: 1,
    Style.CLAUSE: 2,
    Style.ARTICLE: 3,
    Style.HAN: 4,
    Style.HAN_PAREN: 5,
    Style.ARABIC: 6,
    Style.ARABIC_PAREN: 7,
    Style.CIRCLED: 8,
}
_INLINE = 9  # 一是, 首先, 第一， : items of a paragraph, below whatever holds the paragraph


def parents(marks: Sequence[Mark]) -> list[int]:
    """For each heading the index of the one it stands under, or -1.

    >>> from govdoc.layout.heading import marks
    >>> from govdoc.text.normalise import normalise
    >>> n = normalise("一、成效\\n1.增收。\\n2.节支。一是压减。二是盘活。\\n二、打算")
    >>> parents(marks(n, 0, len(n.text)))
    [-1, 0, 0, 2, 2, -1]
    """
    goes_on = _continues(marks)
    found: list[int] = []
    stack: list[int] = []
    for i, mark in enumerate(marks):
        _unwind(stack, marks, mark, goes_on)
        found.append(stack[-1] if stack else -1)
        stack.append(i)
    return found


def _rank(mark: Mark) -> int:
    return _RANK.get(mark.style, _INLINE)


def _continues(marks: Sequence[Mark]) -> list[bool]:
    """For each heading whether the next one of its key has the next number."""
    following: dict[str, int] = {}
    found = [False] * len(marks)
    for i in range(len(marks) - 1, -1, -1):
        mark = marks[i]
        found[i] = following.get(mark.key) == mark.ordinal + 1
        following[mark.key] = mark.ordinal
    return found


def _unwind(stack: list[int], marks: Sequence[Mark], mark: Mark, goes_on: list[bool]) -> None:
    """Close what cannot hold ``mark``."""
    for depth, at in enumerate(stack):
        if marks[at].key == mark.key:
            del stack[depth:]
            return
    while stack:
        top = marks[stack[-1]]
        if _rank(top) < _rank(mark) or (goes_on[stack[-1]] and _holds(top, mark)):
            return
        stack.pop()


def _holds(top: Mark, mark: Mark) -> bool:
    """Whether a heading of equal or lower rank may hold the new one: not when only the new one opens a line."""
    return not (mark.stand is Stand.LINE and top.stand < Stand.LINE)
