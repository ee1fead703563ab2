"""Which line breaks are inside a paragraph (断行): decided from the lines of the whole text.

A text is *wrapped* when most of its longer lines end in mid-sentence. In a wrapped text a full
line runs on into the next; elsewhere only a line that cannot end there does.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_ENDS = frozenset("。；：！？…”’）】》〉」』>.;:!?)]")
_RUNS_ON = frozenset("，、（《“〈「‘—,(")
_STARTS_LATE = frozenset("，。、；：！？）》”’】%")
_OPENS = re.compile(
    r"[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|[（(]?[0-9]{1,2}[.、．)）](?![0-9])|[①-⑳]"
    r"|第[一二三四五六七八九十百零〇]{1,5}[编章节条]|[一二三四五六七八九十]是|附件|抄送|主送|主题词|——|[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日$"
)
_CERTAINLY_LONG = 60  # no heading, title line or signature of the written corpus or the real one is longer
_LONG = 18  # shorter lines say nothing about wrapping
_WRAPPED_AT_MOST = 65  # a text with longer lines is not printed line by line
_FEW = 6  # fewer long lines are no evidence


class Wrapping(NamedTuple):
    """How the text breaks its lines: a line at least ``full`` characters long runs on."""

    full: int

    @classmethod
    def of(cls, text: str) -> Wrapping:
        """Measure the lines of a text."""
        lines = [x for x in (raw.strip() for raw in text.splitlines()) if len(x) >= _LONG]
        ragged = [len(x) for x in lines if x[-1] not in _ENDS]
        if len(ragged) < _FEW or 2 * len(ragged) < len(lines):
            return cls(_CERTAINLY_LONG)
        widest = max(ragged)
        if widest > _WRAPPED_AT_MOST and sum(map(len, lines)) > _WRAPPED_AT_MOST * len(lines):
            return cls(_CERTAINLY_LONG)
        ragged.sort()
        return cls(max(_LONG, ragged[len(ragged) // 10] - 1))

    def joins(self, text: str, start: int, end: int) -> bool:
        """Whether the line break within ``text[start:end]`` is inside a paragraph."""
        before, after = text[start - 1], text[end]
        if before in "，、" or after in _STARTS_LATE:
            return True
        begin = max(text.rfind("\n", 0, start) + 1, start - 2 * _CERTAINLY_LONG)
        length = len(text[begin:start].strip())
        if length < self.full or (before in _ENDS and before not in _RUNS_ON):
            return False
        return text[end - 1] not in "\u3000\t" and not _OPENS.match(text, end, end + 30)
