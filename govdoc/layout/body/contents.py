"""A table of contents (目录) in the body: headings without text that all come again."""

from __future__ import annotations

from govdoc.layout.body.heading import Mark
from govdoc.text.pattern import pattern

_FEW = 3  # fewer headings in a row are no table of contents
_RUN = bytes([True] * _FEW)
_LONGEST = 45  # a line of a table of contents
_PAGE = pattern(r"[.…·\s]*[0-9]{0,3}\n*$")  # 第一章总则……1


def without_contents(text: str, marks: list[Mark], end: int) -> list[Mark]:
    """The headings but those of a table of contents.

    >>> from govdoc.layout.body.heading import marks
    >>> from govdoc.text.normalise import normalise
    >>> n = normalise("第一章 总则\\n第二章 管理\\n第三章 附则\\n第一章 总则\\n第一条 为了。\\n第二章 管理")
    >>> [m.start for m in without_contents(n.text, marks(n, 0, len(n.text)), len(n.text))]
    [18, 24, 31]
    """
    ends = [*(m.start for m in marks[1:]), end]
    short = bytes([to - mark.start <= _LONGEST for mark, to in zip(marks, ends, strict=False)])
    if _RUN not in short:  # asked first, for most texts have none
        return marks
    lines = [_line(text, mark.start, to) if near else "" for mark, to, near in zip(marks, ends, short, strict=False)]
    first = next((i for i in range(len(lines) - _FEW) if all(lines[i : i + _FEW])), None)
    if first is None:
        return marks
    again = next((i for i in range(first + _FEW, len(lines)) if lines[i].startswith(lines[first])), first)
    return [*marks[:first], *marks[again:]] if all(lines[first:again]) else marks


def _line(text: str, start: int, end: int) -> str:
    """The heading's line without its page number; empty when text follows it."""
    line = text[start:end]
    if "。" in line:
        return ""
    line = _PAGE.sub("", line)
    return "" if "\n" in line else line
