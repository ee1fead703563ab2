"""Normal text → lines: what stands between two paragraph breaks."""

from __future__ import annotations


def lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the lines of a range of normal text begin and end; empty ones are none.

    >>> text = "通知\\n\\n各乡镇："
    >>> [text[a:b] for a, b in lines(text, 0, len(text))]
    ['通知', '各乡镇：']
    """
    found, at = list[tuple[int, int]](), start
    for line in text[start:end].split("\n"):
        to = at + len(line)
        if line:
            found.append((at, to))
        at = to + 1
    return found
