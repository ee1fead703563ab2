"""Subjects (主体): the noun phrase an amount counts or measures, before it or after it.

受理【信访案件】34宗 · 72名【安置帮教人员】 · 【调处率】达100%. The words that open, end and lead
a phrase are rows of ``rules/subject.tsv``; what is left between them is the phrase.
"""

from __future__ import annotations

import re
from functools import cache

from govdoc.rulebook import rows

_EDGES = "、，。：；的了“和与及或以地—-·　 ，）"
_RATES = tuple("率额量度数值比重例")
_INSIDE = 2  # a noun after a verb inside a phrase has at least two characters
_LOOK = 40  # no noun phrase after an amount is longer
_DE_LOOK = 28

Range = tuple[int, int]


@cache
def _forms(*values: str) -> dict[str, tuple[str, ...]]:
    """First character → words of these kinds, longest first."""
    found: dict[str, list[str]] = {}
    words = {form for row in rows("subject") for form in row.forms if row.value in values}
    words |= {form for row in rows("scope") for form in row.forms} if "scope" in values else set()
    words |= {form for row in rows("basis") for form in row.forms} if "basis" in values else set()
    for word in sorted(words, key=len, reverse=True):
        found.setdefault(word[0], []).append(word)
    return {first: tuple(words) for first, words in found.items()}


@cache
def _pattern(*values: str) -> re.Pattern[str]:
    by_first = _forms(*values)
    branches = ("|".join(map(re.escape, words)) for words in by_first.values())
    return re.compile("|".join(branches))


def _word_at(text: str, at: int, end: int, *values: str) -> str:
    for word in _forms(*values).get(text[at], ()):
        if text.startswith(word, at) and at + len(word) <= end:
            return word
    return ""


def before(text: str, low: int, end: int, moments: dict[int, int]) -> Range | None:
    """The noun phrase of ``text[low:end]``, which ends right before an amount's own verbs.

    >>> text = "全年受理信访案件"
    >>> text[slice(*before(text, 0, 8, {}))]
    '信访案件'
    """
    low = _open(text, low, end, moments)
    low = _inner(text, low, end)
    return _trimmed(text, low, end)


def _open(text: str, low: int, end: int, moments: dict[int, int]) -> int:
    """Past the time words, connectives, adverbs and verbs at the left edge."""
    while low < end:
        if low in moments:
            low = moments[low]
            continue
        if text[low] in _EDGES and text[low] != "“":
            low += 1
            continue
        word = _word_at(text, low, end, "open", "verb", "lead", "scope", "basis")
        if not word or end - low - len(word) < _INSIDE:
            return low
        low += len(word)
    return low


def _inner(text: str, low: int, end: int) -> int:
    """Past the last strong verb inside: 产业园完成|投资."""
    if text.endswith(_RATES, low, end):
        return low
    last = low
    for match in _pattern("verb").finditer(text, low, end):
        if end - match.end() >= _INSIDE and text[match.end()] not in "的、和":
            last = match.end()
    return last


def _trimmed(text: str, low: int, end: int) -> Range | None:
    while end > low and text[end - 1] in _EDGES:
        end -= 1
    while low < end and text[low] in _EDGES and text[low] != "“":
        low += 1
    return (low, end) if low < end else None


def after(text: str, start: int, end: int) -> Range | None:
    """The noun phrase that follows an amount at ``start``, or None when a predicate does.

    >>> text = "座移动公厕投入使用"
    >>> text[slice(*after(text, 1, 9))], after("户全部脱贫", 1, 5)
    ('移动公厕', None)
    """
    end = min(end, start + _LOOK)
    if start < end and text[start] == "的":
        start += 1
    if start >= end or _word_at(text, start, end, "bar", "halt", "verb"):
        return None
    halt = _pattern("halt", "verb").search(text, start + 1, end)
    while halt and halt.group() == "的":
        halt = _pattern("halt", "verb").search(text, halt.end() + 1, end)
    return _trimmed(text, start, halt.start() if halt else end)


def parts(text: str, phrase: Range) -> list[Range]:
    """The members of a list: 起数、死亡人数 has two.

    >>> parts("起数、死亡人数", (0, 7))
    [(0, 2), (3, 7)]
    """
    found, at = [], phrase[0]
    for match in _pattern("list").finditer(text, *phrase):
        if match.start() > at:
            found.append((at, match.start()))
        at = match.end()
    return [*found, (at, phrase[1])] if at < phrase[1] else found
