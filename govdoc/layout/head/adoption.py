"""题注 of laws and regulations: 2019年…通过 2021年…修正 — under the title, in brackets or in lines of their own.

The date of the document is that of its latest full text: a 修正 or 修订 by 《…的决定》 changes an
older text and does not count; the order (令) that published the text counts before its adoption.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from govdoc.layout.element.docno import NumberPlace
from govdoc.layout.element.moment import DAY, date_model
from govdoc.model.date import Date
from govdoc.text.normal import NormalText
from govdoc.text.pattern import pattern

_CLAUSE = pattern(rf"(?P<date>{DAY})(?P<what>(?:(?!{DAY}|第一[章条]|目录|为了)[^\n。）]){{0,200}})")
_MADE = pattern(r"通过|公布|发布|批准|颁布")
_AMENDED = pattern(r"决定》|修正|修改|的关于")  # 2004年3月1日县政府发布|的关于废止…的通知 tells of another text
_ANY = pattern(r"通过|公布|发布|批准|颁布|修[正订改]|施行|实施")
_RENEWED = pattern(r"修订通过|修订公布|修订发布")


class Adoption(NamedTuple):
    """The place of the note, the date of the text and the 令 that published it."""

    range: tuple[int, int]
    date: Date
    number: NumberPlace | None


def adoption(normal: NormalText, lo: int, hi: int, numbers: Sequence[NumberPlace]) -> Adoption | None:
    """The note between ``lo`` and ``hi`` (title and body), or None.

    >>> from govdoc.text.normalise import normalise
    >>> n = normalise("（2011年8月30日清溪市人民代表大会通过 2015年1月2日《关于修改条例的决定》修正）")
    >>> adoption(n, 0, len(n.text), ()).date.value
    '2011-08-30'
    """
    clauses = list(takewhile(lambda m: _ANY.search(m["what"]), _CLAUSE.finditer(normal.text, lo, hi)))
    made = [m for m in clauses if _MADE.search(m["what"]) and not _AMENDED.search(m["what"])]
    if not made:
        return None
    latest = max((i for i, m in enumerate(made) if _RENEWED.search(m["what"])), default=0)
    number, match = _order(made[latest:], numbers) or (None, made[latest])
    text, start, end = normal.text, clauses[0].start(), clauses[-1].end()
    start -= start > lo and text[start - 1] in "（("
    end += text[end : end + 1] == "）"
    while text[end - 1] in "\n ":
        end -= 1
    return Adoption((start, end), date_model(normal, match.start("date"), match.end("date")), number)


def _order(made: Sequence[re.Match[str]], numbers: Sequence[NumberPlace]) -> tuple[NumberPlace, re.Match[str]] | None:
    for match in made:
        for number in numbers:
            if match.start() <= number.start and number.end <= match.end():
                return number, match
    return None
