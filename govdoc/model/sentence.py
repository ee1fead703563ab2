"""Where sentences end (断句): 。！？ end one, ； does not; a closing quote belongs to its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(r"[。！？!?]+[”’」』）)》]*\s*")


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Half-open ranges that tile ``text``, one a sentence.

    >>> list(sentence_spans("她说：“好。”散会。完"))
    [(0, 7), (7, 10), (10, 11)]
    """
    start = 0
    for match in _END.finditer(text):
        yield start, match.end()
        start = match.end()
    if start < len(text):
        yield start, len(text)
