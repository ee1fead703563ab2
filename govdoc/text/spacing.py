"""Spaces that say nothing (排版空格): what a converter or typesetter put between characters everywhere.

In flat text a single space may be all that is left of a line break, so spaces are read as places where a title or
signature may end. Not so in a text whose every number stands between spaces (2026 年 1 月共 34 宗), or that has
one behind each character (为 了 规 范 管 理).
"""

from __future__ import annotations

from collections.abc import Container
from itertools import islice

from govdoc.text.debris import Gaps
from govdoc.text.pattern import pattern

PLAIN = (" ", "\xa0")
WORD = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.%")
"""Latin characters: a space between two of them is kept."""
_HAN = "一", "龥"
_TOUCH = pattern(r"[0-9A-Za-z%](?=[一-龥])|[一-龥](?=[0-9A-Za-z])")  # Latin and Chinese with nothing between
_APART = pattern(  # 云岭镇人民政府| 2021 年 11 月 23 日, 1）填表| 2）盖章
    r"[0-9]{1,2}[）、.](?=[一-龥])"
    r"|[12][0-9]{3}[ \xa0]?年[ \xa0]?[0-9]{1,2}[ \xa0]?月[ \xa0]?[0-9]{1,2}[ \xa0]?日(?![^\s）])"
)
_OF_DATES = "年月日"
_FEWEST = 2  # spaces around Latin characters that show a habit
_LOOSE = 3  # characters of source for each space of a text spaced out; half of them are spaces, digits and stops apart


def idle(text: str, gaps: Gaps) -> Container[int]:
    """The numbers of the gaps whose single space says nothing; linear in the text."""
    plain = [number for number, words in enumerate(gaps.words) if words in PLAIN]
    if _LOOSE * len(plain) > len(text):
        return range(len(gaps.words))
    habit = [number for number in plain if _parts_scripts(text, gaps.starts[number], gaps.ends[number])]
    if len(habit) < _FEWEST or _touches(text, len(habit)):
        return ()
    return frozenset(number for number in habit if not _means(text, gaps, number))


def _touches(text: str, count: int) -> bool:
    """Whether Latin and Chinese touch so often; hardly a text is read to its end for that."""
    return next(islice(_TOUCH.finditer(text), count - 1, None), None) is not None


def _parts_scripts(text: str, start: int, end: int) -> bool:
    """Whether a gap stands between a Latin and a Chinese character."""
    if not start or end == len(text):
        return False
    before, after, (first, last) = text[start - 1], text[end], _HAN
    return (before in WORD and first <= after <= last) or (after in WORD and first <= before <= last)


def _means(text: str, gaps: Gaps, number: int) -> bool:
    """Whether a space is more than habit: behind the number of a heading (1 总则), before a date or the number of an item."""
    start, end = gaps.starts[number], gaps.ends[number]
    if _APART.match(text, end):
        return True
    opens = number == 0 or gaps.breaks[number - 1] > 0
    words = text[gaps.ends[number - 1] if number else 0 : start]
    return opens and words.replace(".", "").isdigit() and text[end] not in _OF_DATES
