"""Normal text → lines: what stands between two paragraph breaks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from govdoc.text.normal import NormalText


class Line(NamedTuple):
    """A non-empty line ``text[start:end]``; ``gap`` is the :class:`Gap` before it."""

    start: int
    end: int
    gap: int


def lines(normal: NormalText, start: int = 0, end: int | None = None) -> Iterator[Line]:
    """The lines of a range of normal text, in order.

    >>> from govdoc.text.normalise import normalise
    >>> n = normalise("通知\\n\\n各乡镇：")
    >>> [(n.text[x.start:x.end], x.gap) for x in lines(n)]
    [('通知', 0), ('各乡镇：', 5)]
    """
    text, stop = normal.text, len(normal.text) if end is None else end
    at = start
    while at < stop:
        to = text.find("\n", at, stop)
        to = stop if to < 0 else to
        if to > at:
            yield Line(at, to, normal.gaps[at])
        at = to + 1
