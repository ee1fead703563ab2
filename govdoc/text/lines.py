"""Normal text → lines: what stands between two paragraph breaks."""

from __future__ import annotations

from govdoc.model.span import Span
from govdoc.text.normal import NormalText


def lines(normal: NormalText, start: int, end: int) -> list[tuple[Span, str]]:
    """The lines of a range of normal text, each with its place in the source and its words there.

    >>> from govdoc.text.normalise import normalise
    >>> n = normalise("通知\\n\\n各 乡镇：")
    >>> lines(n, 0, len(n.text))
    [(Span(start=0, end=2), '通知'), (Span(start=4, end=9), '各 乡镇：')]
    """
    found: list[tuple[Span, str]] = []
    at, words = start, normal.words
    for line in normal.text[start:end].split("\n"):
        to = at + len(line)
        if line:
            found.append(words(at, to))
        at = to + 1
    return found
