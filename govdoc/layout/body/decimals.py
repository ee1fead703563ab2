"""Dotted numbers (1 总则, 1.1 编制目的, 1.1.1): the numbering of 应急预案 and technical plans.

GB/T 1.1-2020 numbers chapters and clauses so. A dotted number at the beginning of a line may be an
amount or a table cell as well, so all of them stand together or none does: each is the next of the
number before it, and a space follows each, or in a text that lost its spaces a Chinese word.
Pages print plain numbers alone on their lines too (1|深化垃圾分类。全县…), like the cells of a table; those
that count up, each above a title with its text, are headings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from govdoc.layout.body.heading import Mark, Stand
from govdoc.model.section import MarkerStyle
from govdoc.text.normal import NormalText
from govdoc.text.pattern import pattern

_NUMBER = pattern(r"\n([0-9]{1,2}(?:\.[0-9]{1,2}){0,3})(?=[^0-9\n.。，；：、%])")
_UNITS = frozenset("万亿元个户亩吨年月日号")  # 1.1万元 is an amount
_FIRST = (1,), (1, 1)  # what a table of contents begins with, and the body behind it anew
_LONE = pattern(r"([0-9]{1,2})\n[^\n。；：]{4,40}。[^\n]")  # 1|深化垃圾分类。全县…
_ARABIC = MarkerStyle.ARABIC
_FEW = 3  # fewer numbers in a row are chance


def decimals(normal: NormalText, start: int, end: int) -> list[Mark]:
    """The dotted numbers of a range, in text order, or none.

    >>> from govdoc.text.normalise import normalise
    >>> n = normalise("预案如下。\\n1 总则\\n1.1 编制目的\\n为了救灾。\\n1.2 适用范围\\n全县。\\n2 组织体系")
    >>> [n.text[m.start : m.end] for m in decimals(n, 0, len(n.text))]
    ['1', '1.1', '1.2', '2']
    """
    matches = list(_NUMBER.finditer(normal.text, max(start - 1, 0), end))
    return _row([m for m in matches if normal.gaps[m.end()]]) or _row([m for m in matches if _led(normal.text, m)])


def lone(normal: NormalText, start: int, end: int) -> list[Mark]:
    """The numbers of a range that stand alone on their lines, each above a title that its text runs on from.

    >>> from govdoc.text.normalise import normalise
    >>> n = normalise("如下。\\n1\\n抓好修渠。修渠五公里。\\n2\\n抓好植树。植树三百亩。\\n3\\n抓好修路。修路两公里。")
    >>> [n.text[m.start : m.end] for m in lone(n, 0, len(n.text))]
    ['1', '2', '3']
    """
    text, found = normal.text, list[Mark]()
    at = _line_of(text, 1, start, end)
    while at >= 0 and (match := _LONE.match(text, at, end)):
        found.append(Mark(*match.span(1), _ARABIC, _ARABIC.value, len(found) + 1, Stand.LINE))
        at = _line_of(text, len(found) + 1, match.end(1), end)
    return found if len(found) >= _FEW else []


def _line_of(text: str, number: int, start: int, end: int) -> int:
    """Where a number stands alone on its line, -1 when it does not."""
    line = f"{number}\n"
    if text.startswith(line, start):
        return start
    found = text.find(f"\n{line}", start, end)
    return found + 1 if found >= 0 else -1


def _led(text: str, match: re.Match[str]) -> bool:
    """Whether a Chinese word that is no unit follows a number: 1.1编制目的, not 1.1万元."""
    return "一" <= text[match.end()] <= "龥" and text[match.end()] not in _UNITS


def _row(matches: Sequence[re.Match[str]]) -> list[Mark]:
    """The numbers that follow one another, or none."""
    numbers = [tuple(map(int, m[1].split("."))) for m in matches]
    last: tuple[int, ...] = ()
    found: list[Mark] = []
    deepest = 0
    for match, number, after in zip(matches, numbers, [*numbers, ()][1:], strict=True):
        if _next(last, number) or (number, after) == _FIRST:
            last, deepest = number, max(deepest, len(number))
            key = ".".join("1" * len(number))
            found.append(Mark(*match.span(1), _ARABIC, key, number[-1], Stand.LINE))
    return found if len(found) >= _FEW and deepest > 1 else []


def _next(last: tuple[int, ...], number: tuple[int, ...]) -> bool:
    """Whether ``number`` comes after ``last``: 1.2 → 1.2.1, 1.3 or 2."""
    if number == (*last, 1):
        return True
    depth = len(number)
    return depth <= len(last) and number == (*last[: depth - 1], last[depth - 1] + 1)
