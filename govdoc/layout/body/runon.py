"""Titles run on into their text (标题与正文连排): where a line ended in a text that lost its lines.

In 一、总体要求以习近平新时代…为指导 nothing but the words tells that the title is 总体要求. A title is
taken when it is one of the usual ones, or when the text behind it opens as paragraphs do (过去一年，
各单位要). Openings that titles hold as well need a title that ends as titles end; those that are mere
verbs (加强) are asked only where the sentence is too long to be a title itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from govdoc.layout.body.heading import Mark, Stand
from govdoc.model.section import MarkerStyle as Style
from govdoc.rulebook import forms_of
from govdoc.text.lexicon import any_of
from govdoc.text.normal import Gap, NormalText

SPARSE = 400  # a text with fewer line ends or gaps than one in so many characters has lost its lines
_CHIEF = frozenset({Style.PART, Style.CHAPTER, Style.CLAUSE, Style.HAN})  # headings that open a line wherever lines are
_OPENS_YEAR = r"[12][0-9]{3}年(?:是|，|以来)|[省市县区镇乡]第?[一二三四五六七八九十]{1,3}届|“十[一二三四五]五”时期，?是|今年1[—-][0-9]{1,2}月"
_OPENS_WORD = (  # one-character openings, and the words of titles that begin with the same character
    "要(?![求点素件闻务领])|对(?![象策接外口])|在(?![线职建校岗])|以(?![上下内来及])|从(?![业严事])|到(?![位期场])|把(?![握关])|将"
)
_SHORTEST = 4  # characters of a title before an opening: 给予各级各类学校 has no title 给予
_JOINS = frozenset("的和与及在对为向以于由把将、，“（《")


def has_lost_lines(normal: NormalText, marks: Sequence[Mark], start: int, end: int) -> bool:
    """Whether titles may run on: hardly a line end or gap in the range, or its chief headings stand inside lines."""
    gaps = normal.gaps
    kept = end - start - gaps.count(Gap.NONE, start, end) - gaps.count(Gap.WRAP, start, end)
    chief = [mark for mark in marks if mark.style in _CHIEF]
    inside = sum(mark.stand is not Stand.LINE and not gaps[mark.start] for mark in chief)
    return kept * SPARSE < end - start or (inside > 1 and 2 * inside > len(chief))


def title_end(text: str, start: int, end: int, weak: bool) -> int:
    """Where the title that begins at ``start`` ends before ``end``, or 0; ``weak`` openings count only when told.

    >>> text = "总体要求以习近平新时代中国特色社会主义思想为指导"
    >>> text[: title_end(text, 0, len(text), False)]
    '总体要求'
    """
    whole = _whole().match(text, start, end)
    if whole and whole.end() < end:
        return whole.end()
    strong = _strong().search(text, start + _SHORTEST, end)
    if strong and text[strong.start() - 1] not in _JOINS:
        return strong.start()
    titled = (_weak() if weak else _usual()).match(text, start, end)
    return titled.end() if titled else 0


def lone_end(text: str, start: int, end: int) -> int:
    """Where the title of a chapter, which always had a line of its own, ends before any opening; or 0."""
    for match in _openings().finditer(text, start + _SHORTEST, end):
        if text[match.start() - 1] not in _JOINS:
            return match.start()
    return 0


def _forms(table: str, value: str) -> str:
    return any_of(forms_of(table, value))


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(rf"(?:{_forms('caption', 'whole')})(?=[^，。；：、的和与及其工])")


@cache
def _strong() -> re.Pattern[str]:
    return re.compile(f"{_forms('opening', 'strong')}|{_OPENS_YEAR}")


@cache
def _usual() -> re.Pattern[str]:
    return _tailed(_forms("opening", "tailed"))


@cache
def _weak() -> re.Pattern[str]:
    return _tailed(f"{_forms('opening', 'tailed')}|{_forms('opening', 'weak')}|{_OPENS_WORD}")


@cache
def _openings() -> re.Pattern[str]:
    return re.compile(f"{_forms('opening', 'tailed')}|{_forms('opening', 'weak')}|[12][0-9]{{3}}年")


def _tailed(opens: str) -> re.Pattern[str]:
    """A title that ends as titles end, before one of the openings or a year."""
    return re.compile(rf"[^，。；：]{{0,18}}?(?:{_forms('caption', 'tail')})(?=(?:{opens}|[12][0-9]{{3}}年))")
