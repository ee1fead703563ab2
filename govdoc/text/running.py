"""What a printed page repeats and counts between its lines: running heads (页眉) and bare page numbers (页码).

A running head is a line that stands again and again below page numbers, or a line of the title that comes back in
mid-sentence. A number alone on its line is that of a page where such lines count 1, 2, 3 through the text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import accumulate
from operator import add

from govdoc.text.debris import PAGE, marked
from govdoc.text.pattern import pattern

_OFTEN = 3  # a line that stands fewer times is chance
_TWICE = 2  # nor does a line of the title stand so often in mid-sentence by chance
_TITLE = pattern("关于|(?:报告|公报|规划|纲要|方案|办法|条例|意见|通知|预案)$")
_HEAD = pattern("[^，。；：\n]{4,40}")
_TOP = 8  # texts and gaps in turn that may hold the title
_APART = 300  # characters of a page, at least
_STOPS = frozenset("。；：！？）")
_DATE = pattern("[12][0-9]{3}年|[二一][〇○零一二三四五六七八九0]{3}年")  # below the organ of a signature


def without_pages(text: str, parts: list[str]) -> list[str]:
    """Text and gaps in turn, running heads and page numbers made part of the gap they stand in; linear.

    A gap that a page ends in begins with a form feed.

    >>> page = ["\\n—1—\\n", "云岭镇年报", "\\n"]
    >>> without_pages("", ["甲", *page, "乙", *page, "丙", *page, "丁"])[:3]
    ['甲', '\\x0c—1—\\n云岭镇年报\\n', '乙']
    >>> text = ["\\n<U+00A0>\\n", "合计", "\\n"]
    >>> len(without_pages("", ["甲", *text, "乙", *text, "丙", *text, "丁"]))
    13
    """
    printed = {*_below_numbers(parts), *_titles(text, parts), *_numbers(parts)}
    if not printed:
        return parts
    found, gap = parts[:1], parts[1:2]
    for at in range(2, len(parts), 2):
        if at in printed:
            gap += parts[at : at + 2]
        else:
            found += ("\f" + "".join(gap)[1:] if len(gap) > 1 else gap[0], parts[at])
            gap = parts[at + 1 : at + 2]
    return found


def _below_numbers(parts: list[str]) -> Iterator[int]:
    """Lines that stand often right below a page number."""
    paged = {gap for gap in marked(parts[1::2]) if PAGE.search(gap)}
    below = (
        [at + 1 for at in range(1, len(parts) - 2, 2) if parts[at] in paged and "\n" in parts[at + 2]] if paged else ()
    )
    often = Counter(parts[at] for at in below)
    return (at for at in below if often[parts[at]] >= _OFTEN and _HEAD.fullmatch(parts[at]))


def _titles(text: str, parts: list[str]) -> Iterator[int]:
    """Lines of the title that come back: whole titles, and other lines where they often stand in mid-sentence."""
    top = parts[:_TOP:2]
    for line in {*top, *map(add, top, top[1:])}.intersection(parts[_TOP::2]):  # of most texts none
        if _HEAD.fullmatch(line) and _pages(text, line) >= _OFTEN:
            again = [at for at in range(_TOP, len(parts) - 2, 2) if parts[at] == line and _stands_alone(parts, at)]
            within = sum(parts[at - 2][-1:] not in _STOPS for at in again)
            if within >= _TWICE or (_TITLE.search(line) and len(again) >= _TWICE):
                yield from again


def _pages(text: str, line: str) -> int:
    """How often words stand in a text, a page apart."""
    count, at = 0, text.find(line)
    while at >= 0:
        count, at = count + 1, text.find(line, at + _APART)
    return count


def _stands_alone(parts: list[str], at: int) -> bool:
    """Whether a line is no signature, which a date follows."""
    return "\n" in parts[at - 1] and "\n" in parts[at + 1] and not _DATE.match(parts[at + 2])


def _numbers(parts: list[str]) -> Iterator[int]:
    """Lines that are numbers and count on from each other, a page apart."""
    if sum(map(str.isdecimal, parts[2::2])) < _OFTEN:
        return
    starts = [0, *accumulate(map(len, parts))]
    runs: dict[int, list[int]] = {}  # the last number of a run → its lines
    for at in range(2, len(parts) - 1, 2):
        if parts[at].isdecimal() and len(parts[at]) < 4 and "\n" in parts[at - 1] and "\n" in parts[at + 1]:
            run = runs.get(int(parts[at]) - 1, [])
            goes_on = run and starts[at] - starts[run[-1]] >= _APART
            runs[int(parts[at])] = [*run, at] if goes_on else [at]
    for run in runs.values():
        if len(run) >= _OFTEN:
            yield from run
