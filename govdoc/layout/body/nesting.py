"""Which heading stands under which (层次): a stack of the sequences that are open.

The order of styles is not fixed: 一、 may hold 1. without （一）, and 一是 may stand under 一、 or under
（一）. A sequence that is open goes on; a new one opens below the headings that outrank it, and
below any other heading whose own sequence goes on afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from types import MappingProxyType

from govdoc.layout.body.heading import Mark, Stand
from govdoc.model.section import MarkerStyle as Style
from govdoc.rulebook import forms_of
from govdoc.text.lexicon import any_of
from govdoc.text.normal import NormalText

_RANK = {
    Style.PART: 0,
    Style.CHAPTER: 1,
    Style.CLAUSE: 2,
    Style.ARTICLE: 3,
    Style.LETTER: 3.5,
    Style.HAN: 4,
    Style.HAN_PAREN: 5,
    Style.ARABIC: 6,
    Style.ARABIC_PAREN: 7,
    Style.CIRCLED: 8,
}
_STATUTORY = frozenset({Style.PART, Style.CHAPTER, Style.CLAUSE, Style.ARTICLE})  # their order is fixed
_UNDER_HAN = 4.5  # 第一条 behind 一、做强产业
_UNDER_PAREN = 5.3  # 第一条 behind 一、做强产业 （一）投资奖励
_ITEM = 9  # 一是, 首先, 第一， : items of a paragraph, below whatever holds the paragraph
_DOTTED = 3.6  # 1.1 编制目的 stands above 一、 and （1）
_DOT = 5.2  # ·2016年9月 stands above ——打好硬仗
_DASHES = {"": -1, "关于": 5.4, "——": 5.5, "专栏": 8.5}  # keys of headings without a number; the plain line heads all
_STYLED = {"二级": 4.9, "三级": 5.9, "四级": 6.9}  # by heading style: above the number of their level
_ARABIC, _DASH, _ORDINAL = Style.ARABIC, Style.DASH, Style.ORDINAL  # bound once: Python 3.11 looks members up slowly
_HAN, _ARTICLE = Style.HAN, Style.ARTICLE
_LINE = Stand.LINE  # bound once: Python 3.11 looks members up slowly


def parents(text: str, marks: Sequence[Mark], shown: Mapping[str, float] = MappingProxyType({})) -> list[int]:
    """For each heading the index of the one it stands under, or -1; ``shown`` are ranks that the page showed.

    >>> from govdoc.layout.body.heading import marks
    >>> from govdoc.text.normalise import normalise
    >>> n = normalise("一、成效\\n1.增收。\\n2.节支。一是压减。二是盘活。\\n二、打算")
    >>> parents(n.text, marks(n, 0, len(n.text)))
    [-1, 0, 0, 2, 2, -1]
    """
    nexts, ranks = _nexts(marks), _ranks(marks, shown)
    goes_on = [after == mark.ordinal + 1 for after, mark in zip(nexts, marks, strict=True)]
    found: list[int] = []
    stack: list[int] = []
    keys = [mark.key for mark in marks]  # a plain line takes the key of the number it replaces
    for i, mark in enumerate(marks):
        if mark.ordinal == 1 and mark.style in (_ARABIC, Style.ITEM) and stack:
            _return(text, stack, marks, mark, goes_on)
        _unwind(stack, marks, i, nexts, ranks, keys)
        found.append(stack[-1] if stack else -1)
        stack.append(i)
    return found


def _ranks(marks: Sequence[Mark], shown: Mapping[str, float]) -> list[float]:
    """The rank of each heading; where 一、 opens before 第一条, the articles stand under it (一、政策 第一条 … 二、保障 第五条)."""
    ranks = [shown.get(mark.key, rank(mark)) for mark in marks]
    if not any(mark.style is _ARTICLE for mark in marks):
        return ranks
    lines = [mark for mark in marks if mark.stand is _LINE and mark.style in (_HAN, _ARTICLE)]
    if _parens_hold(marks):
        under = _UNDER_PAREN
    elif len(lines) > 1 and lines[0].style is _HAN and lines[1].style is _ARTICLE and lines[1].ordinal == 1:
        under = _UNDER_HAN
    else:
        return ranks
    return [under if mark.style is _ARTICLE else r for mark, r in zip(marks, ranks, strict=True)]


def _parens_hold(marks: Sequence[Mark]) -> bool:
    """Whether articles stand under （一）, each of which opens right above one: （一）投资奖励 第二条 … （二）绩效奖励 第四条."""
    parens = [(i, mark.ordinal) for i, mark in enumerate(marks) if mark.style is Style.HAN_PAREN]
    held = (i + 1 < len(marks) and marks[i + 1].style is _ARTICLE for i, _ in parens)
    return any(holds and two == one + 1 for holds, ((_, one), (_, two)) in zip(held, pairwise(parens), strict=False))


def shown_ranks(normal: NormalText, marks: Sequence[Mark]) -> dict[str, float]:
    """The ranks of numbers by their heading styles (Word 标题 1 before 1. and 标题 2 before 一、).

    Styles are believed when they contradict nothing: each number of a kind has one level, and each kind another.
    """
    levels: dict[str, set[int]] = {}
    for mark in marks:
        look = normal.look(mark.start)
        if mark.end > mark.start and mark.stand is _LINE:
            levels.setdefault(mark.key, set()).add(look.level if look else 0)
    said = {level: key for key, found in levels.items() for level in found if len(found) == 1 and level}
    if len(said) < sum(found != {0} for found in levels.values()):
        return {}
    usual = sorted(rank(mark) for mark in {mark.key: mark for mark in marks if mark.key in said.values()}.values())
    return {said[level]: usual[n] for n, level in enumerate(sorted(said))}


def rank(mark: Mark) -> float:
    """The place of a style in the usual order, 0 the highest."""
    if mark.style is _DASH:
        return _STYLED.get(mark.key) or _DASHES.get(mark.key, _DOT)
    if mark.style is _ORDINAL and mark.key == "第":
        return 0  # 第二 任务分工: a part without the word
    if mark.style is _ARABIC and mark.key != Style.ARABIC.value:
        return _DOTTED + len(mark.key) / 100  # 1 above 1.1 above 1.1.1
    return _RANK.get(mark.style, _ITEM)


def _nexts(marks: Sequence[Mark]) -> list[int]:
    """For each heading the number of the next one of its key, or 0."""
    following: dict[str, int] = {}
    found = [0] * len(marks)
    for i in range(len(marks) - 1, -1, -1):
        found[i] = following.get(marks[i].key, 0)
        following[marks[i].key] = marks[i].ordinal
    return found


def _unwind(
    stack: list[int], marks: Sequence[Mark], i: int, nexts: list[int], ranks: Sequence[float], keys: list[str]
) -> None:
    """Close what cannot hold heading ``i``."""
    mark = marks[i]
    key, plain = mark.key, mark.style is _DASH and not mark.key
    same = [
        d
        for d, at in enumerate(stack)
        if key == keys[at] or key == marks[at].key or (plain and _lost(marks[at], nexts[at]))
    ]
    if same:
        depth = max(same, key=lambda d: _fits(marks[stack[d]], mark, d)) if len(same) > 1 else same[0]
        keys[i] = keys[stack[depth]]
        if not _opens_inside(marks, stack[depth], i):
            del stack[depth:]
        return
    while stack:
        top = marks[stack[-1]]
        if ranks[stack[-1]] < ranks[i] or (nexts[stack[-1]] == top.ordinal + 1 and _may_hold(top, mark)):
            return
        stack.pop()


def _fits(above: Mark, mark: Mark, depth: int) -> tuple[bool, bool, int]:
    """How well a heading goes on an open sequence: by its number, then by the place in the line, then the innermost."""
    return above.ordinal + 1 == mark.ordinal, (above.stand is _LINE) == (mark.stand is _LINE), depth


def _lost(above: Mark, after: int) -> bool:
    """Whether the next number of an open sequence is missing: a line without a number stands in its place."""
    return above.ordinal > 0 and after == above.ordinal + 2


def _may_hold(top: Mark, mark: Mark) -> bool:
    """Whether a heading whose sequence goes on may hold one that outranks it: only the first of a list."""
    if mark.style in _STATUTORY or mark.ordinal > 1:
        return False
    return mark.stand is not _LINE or top.stand is _LINE


def _opens_inside(marks: Sequence[Mark], top: int, i: int) -> bool:
    """Whether the run 一是 二是 … that begins at ``i`` stands inside item 七是, after which 八是 comes."""
    key, wanted = marks[i].key, marks[top].ordinal + 1
    if marks[i].ordinal != 1:
        return False
    lined = marks[top].stand is _LINE and marks[i].stand is not _LINE
    reached = 1
    for at in range(i + 1, len(marks)):
        mark = marks[at]
        if mark.key == key:
            if mark.ordinal != reached + 1 or (lined and mark.stand is _LINE):
                return mark.ordinal == wanted
            reached += 1
    return False


def _return(text: str, stack: list[int], marks: Sequence[Mark], mark: Mark, goes_on: list[bool]) -> None:
    """A paragraph that sums up (各位代表！… 我们也清醒地看到…) leaves the last （N） of its section, 一年来，… a —— title."""
    top = marks[stack[-1]]
    if top.key == "——" and _said("review").search(text, top.title, mark.start):
        stack.pop()
    if not stack or (mark.style is Style.ITEM and mark.stand is _LINE):
        return
    said = _said("return").search(text, marks[stack[-1]].end, mark.start)
    if said is None or (mark.style is _ARABIC and text[said.end()] != "！"):
        return
    for depth, at in enumerate(stack):
        if depth and marks[at].style is Style.HAN_PAREN and (not goes_on[at] or text[said.end()] == "！"):
            del stack[depth:]
            return


@cache
def _said(value: str) -> re.Pattern[str]:
    """How a paragraph begins that leaves the headings above it."""
    forms = any_of(forms_of("return", value))
    return re.compile(f"(?<=[。！？\n])(?:{forms})")
