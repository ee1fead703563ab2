"""Headings by their look (版面): a line without a number that the file says is a heading.

Two looks are certain enough: a heading style (Word 标题 2, <h3>, ##), and a centred bold line between
body paragraphs. Signatures, dates and 附件 lines may look so too and are none; neither are lines of one
look in a row, which are a title broken in two, a cover or a list of links.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from itertools import pairwise

from govdoc.layout.body.heading import Mark, Stand
from govdoc.layout.element.moment import ANY
from govdoc.layout.element.organ import is_organ
from govdoc.model.section import MarkerStyle as Style
from govdoc.text.look import Look
from govdoc.text.normal import NormalText
from govdoc.text.pattern import pattern

_KEYS = ("", "二级", "三级", "四级")  # the highest level of the body first
_NUMBERED = r"[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.]|第[一二三四五六七八九十百0-9]{1,4}[编章节条部]"
_TITLE = pattern(rf"(?!附件|附：|[图表]\s?[0-9一二三四五六七八九十]|{_NUMBERED})[一-龥A-Za-z0-9《“][^\n。；！]{{1,39}}")
_DATED = pattern(rf"\n?{ANY}(?:\n|$)")
_ENDS = frozenset("。！？；”")
_NO_PLAIN = pattern(r"[：，、]$")  # 各位代表：
_BELOW = pattern(rf"\n(?:{_NUMBERED}|[^\n]{{30}}|[^\n]{{4,30}}[。；])")  # a paragraph, or the first number


def styled(normal: NormalText, start: int, end: int, taken: AbstractSet[int]) -> list[Mark]:
    """The headings of a range that only their look tells; ``taken`` is where numbers of headings begin and end.

    >>> from govdoc.text.normalise import normalise
    >>> n = normalise("县委：\\n工作回顾，成效明显\\n全年完成投资3亿元。").seen([Look(4, 13, level=2)])
    >>> [n.text[m.start : m.title] for m in styled(n, 0, len(n.text), frozenset())]
    ['工作回顾，成效明显']
    """
    looks = [k for k in normal.looks if start <= k.start and k.end < end]
    top = min((k.level for k in looks if k.level), default=0)
    alike = {k for pair in pairwise(looks) if _alike(*pair) for k in pair}
    found = [k for k in looks if k not in alike and _is_line(normal.text, k) and _is_heading(normal.text, k)]
    free = [k for k in found if taken.isdisjoint(range(k.start - 1, k.end))]
    return [_mark(k, _KEYS[min(k.level - top, len(_KEYS) - 1) if k.level else 0]) for k in free]


def _alike(one: Look, other: Look) -> bool:
    """Whether two lines in a row have one look."""
    return one.end + 1 == other.start and (one.level, one.centred, one.bold) == (other.level, other.centred, other.bold)


def _is_line(text: str, look: Look) -> bool:
    """Whether a look is of one whole line with another one below it."""
    return (look.start == 0 or text[look.start - 1] == "\n") and text.startswith("\n", look.end)


def _is_heading(text: str, look: Look) -> bool:
    title = text[look.start : look.end]
    if look.align == "right" or not _TITLE.fullmatch(title):
        return False
    if _DATED.match(text, look.start) or _DATED.match(text, look.end):  # a date, a signature above one
        return False
    if look.level:
        return True
    between = look.start > 1 and text[look.start - 2] in _ENDS and _BELOW.match(text, look.end) is not None
    return look.centred and look.bold and between and not is_organ(title) and not _NO_PLAIN.search(title)


def _mark(look: Look, key: str) -> Mark:
    return Mark(look.start, look.start, Style.DASH, key, 0, Stand.LINE, title=look.end)
