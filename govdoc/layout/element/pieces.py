"""A range of normal text cut at its gaps: lines, and in flat text the runs between spaces (段落与空格).

A document that came on one line has only its spaces left to say where lines were, so header and
closing are read from pieces, not lines. A single character is glued to what follows it on its
line (政 府 工 作 报 告, 王 凯, 抄 送：).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise
from typing import NamedTuple

from govdoc.text.normal import Gap, NormalText
from govdoc.text.pattern import pattern

_CUT = re.compile(b"[\x01\x02]")  # every gap of a line but a break inside a paragraph
_TORN = pattern(  # the characters around a gap inside one word or 发文字号: 清府 〔2023〕 9 号
    r"""
      文件
    | (?<=的) (?: 报告|通知|请示|批复|通报|决定|公告|通告|意见|方案 ) # …情况的报|告县人民政府：
    | [0-9] 号 | [〔﹝\[] [12][0-9]{3}          # 9|号, 〔|2023
    | [0-9] [〕﹞\]] | [〕﹞\]] [0-9]{1,5} 号    # 2023|〕, 〕|9号
    | [一-龥] [〔﹝\[] [12][0-9]{3} [〕﹞\]]     # 清府|〔2023〕
    | [0-9] [年月日条项个件届次%‰℃] | [年月] [0-9]{1,2} [月日]    # 2023|年|5|月, 20|条措施
    """,
    re.VERBOSE,
)
_SPACED_OUT = re.compile(b"[\x01\x02]{4}")  # more single characters than a name has
_LAST = frozenset("号令告电长委部厅局府院会室组处办员")  # behind these spaced characters begin anew: 令第9号 云 岭 镇
_EDGE = "\n "
# printed with a gap: 标　　题：
_LABELS = ("标题：", "名称：", "文号：", "时效：", "编号：", "索引号：", "主题词：", "有效性：")
_NAME = 3  # what follows a lone character of a name or heading is not longer
_SPACED = 4  # single characters in a row that make a spaced title; a name has three at most
_tuple = tuple.__new__  # the named tuple's own constructor is a Python function
_HAN, _HAN_END = "\u4e00", "\u9fff"


class Piece(NamedTuple):
    """``text[start:end]``; ``gap`` is the :class:`Gap` before it, ``text`` its characters."""

    start: int
    end: int
    gap: int
    text: str

    @property
    def opens_line(self) -> bool:
        """Whether a line begins here."""
        return self.gap >= Gap.LINE or self.start == 0


def pieces(normal: NormalText, lo: int, hi: int) -> Iterator[Piece]:
    """The pieces of a range, in order, without line ends.

    >>> from govdoc.text.normalise import normalise
    >>> n = normalise("政 府 工 作 报 告\\n云岭镇镇长　　王 凯\\n各位代表：")
    >>> [p.text for p in pieces(n, 0, len(n.text))]
    ['政府工作报告', '云岭镇镇长', '王凯', '各位代表：']
    """
    at = lo
    while at < hi:
        end = normal.text.find("\n", at, hi) + 1 or hi
        yield from _of_line(normal, at, end)
        at = end


def pieces_back(normal: NormalText, lo: int, hi: int) -> Iterator[Piece]:
    """The same pieces from the last to the first; a line is not read before one of its pieces is wanted."""
    end = hi
    while end > lo:
        start = max(lo, normal.text.rfind("\n", lo, end - 1) + 1)
        yield from reversed(list(_of_line(normal, start, end)))
        end = start


def _of_line(normal: NormalText, lo: int, hi: int) -> Iterator[Piece]:
    """The pieces of a line, or of a part of one; no piece goes over a line end."""
    text, gaps = normal.text, normal.gaps
    start, run = lo, 0
    if gaps.count(0, lo + 1, hi) < hi - lo - 1:
        atom = lo
        for at, after in pairwise(chain((m.start() for m in _CUT.finditer(gaps, lo + 1, hi)), (hi,))):
            size, atom = at - atom, at
            spaced = size == 1 or (size == 2 and run >= _SPACED)
            run = run + size if spaced and _HAN <= text[at - 1] <= _HAN_END else 0
            if at - start > 1 and _begins(normal, at, size):
                yield from _piece(text, start, at - 1, gaps[start])
                start, run = at - 1, 1
            elif not _TORN.match(text, at - 1) and not (run and _glues(text, run, at, after)):
                yield from _piece(text, start, at, gaps[start])
                start, run = at, 0
    yield from _piece(text, start, hi, gaps[start])


def _begins(normal: NormalText, at: int, size: int) -> bool:
    """Whether something spaced out begins with the character before ``at``, which is glued to other text."""
    text = normal.text
    if text[at - 1 : at + 2] in _LABELS or text[at - 1 : at + 3] in _LABELS:
        return True
    return (
        size > 1
        and not text[at - 1].isdigit()
        and text[at - 1] not in _LAST
        and _SPACED_OUT.match(normal.gaps, at) is not None
    )


def _glues(text: str, run: int, at: int, after: int) -> bool:
    """Whether the single characters before ``at`` go on: one more of them, a label's end, a spaced title's end."""
    width = after - at - (text[after - 1] == "\n")
    return width == 1 or (run == 1 and width <= _NAME) or run >= _SPACED or "：" in text[at : min(after, at + 3)]


def _piece(text: str, start: int, end: int, gap: int) -> tuple[Piece, ...]:
    """The piece of a range without its edges, unless nothing is left of it."""
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    while start < end and text[start] in _EDGE:
        start += 1
    return (_tuple(Piece, (start, end, gap, text[start:end])),) if start < end else ()
