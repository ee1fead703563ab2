"""Spaces that say nothing (排版空格): what a converter or typesetter put between characters everywhere.

In flat text a single space may be all that is left of a line break, so spaces are read as places where a title or
signature may end. Not so in a text whose every number stands between spaces (2026 年 1 月共 34 宗), that has one
behind each character (为 了 规 范 管 理), or one wherever a line of the page ended.
"""

from __future__ import annotations

from collections.abc import Container
from itertools import islice

from govdoc.text.debris import Gaps
from govdoc.text.pattern import pattern

PLAIN = (" ", "\xa0")
WORD = frozenset("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.%")
"""Latin characters: a space between two of them is kept."""
_TOUCH = pattern(r"[0-9A-Za-z%](?=[一-龥])|[一-龥](?=[0-9A-Za-z])")  # Latin and Chinese with nothing between
_APART = pattern(  # 云岭镇人民政府| 2021 年 11 月 23 日, 1）填表| 2）盖章
    r"[0-9]{1,2}[）、.](?=[一-龥])"
    r"|[12][0-9]{3}[ \xa0]?年[ \xa0]?[0-9]{1,2}[ \xa0]?月[ \xa0]?[0-9]{1,2}[ \xa0]?日(?![^\s）])"
)
_OF_DATES = "年月日"
_FEWEST = 2  # spaces around Latin characters that show a habit
_FEWEST_LINES = 6  # lines of one width that show a page
_NARROWEST, _RAGGED = 36, 4  # of a line in half characters, and how much shorter or longer the next may be
_WIDEST = 200  # characters; no line is wider
_LOOSE = 3  # characters of source for each space of a text spaced out; half of them are spaces, digits and stops apart


def idle(text: str, gaps: Gaps) -> Container[int]:
    """The numbers of the gaps whose single space says nothing; linear in the text."""
    plain = [number for number, words in enumerate(gaps.words) if words in PLAIN]
    if _LOOSE * len(plain) > len(text):
        return range(len(gaps.words))
    apart = frozenset(number for number in plain if _parts_scripts(text, gaps.starts[number], gaps.ends[number]))
    rest = len(plain) - len(apart)
    lines = _line_ends(text, gaps, apart) if rest >= _FEWEST_LINES else frozenset[int]()
    if len(apart) < _FEWEST or _touches(text, len(apart)):
        return lines
    return lines.union(number for number in apart if not _means(text, gaps, number))


def _line_ends(text: str, gaps: Gaps, apart: Container[int]) -> frozenset[int]:
    """Spaces where lines of one width ended: a page whose lines were joined by spaces."""
    usual = _usual(text, gaps, apart)
    found: list[int] = []
    begin = 0
    for number, (start, end, words) in enumerate(zip(gaps.starts, gaps.ends, gaps.words, strict=True)):
        if usual and words in PLAIN and abs(_width(text, begin, start) - usual) <= _RAGGED:
            found.append(number)
        elif number in apart and end - begin < _WIDEST:
            continue
        begin = end
    return frozenset(found)


def _usual(text: str, gaps: Gaps, apart: Container[int]) -> int:
    """How wide the lines are that end inside words; 0 where spaces inside words stand at no one width."""
    widths: list[int] = []
    begin = 0
    for number, (start, end, words) in enumerate(zip(gaps.starts, gaps.ends, gaps.words, strict=True)):
        if number not in apart or end - begin >= _WIDEST:
            if words in PLAIN and _is_han(text[start - 1 : start]) and _is_han(text[end : end + 1]):
                widths.append(_width(text, begin, start))
            begin = end
    long = sorted(width for width in widths if width >= _NARROWEST)
    if len(long) < _FEWEST_LINES:
        return 0
    usual = long[len(long) // 2]
    return usual if 3 * sum(abs(width - usual) <= _RAGGED for width in widths) >= 2 * len(widths) else 0


def _width(text: str, start: int, end: int) -> int:
    """How wide a line is printed: a Latin character takes half the place of a Chinese one, which counts 2."""
    line = text[start:end]
    return (len(line) + len(line.encode("utf-8", "surrogatepass"))) // 2


def _is_han(character: str) -> bool:
    return "一" <= character <= "龥"


def _touches(text: str, count: int) -> bool:
    """Whether Latin and Chinese touch so often; hardly a text is read to its end for that."""
    return next(islice(_TOUCH.finditer(text), count - 1, None), None) is not None


def _parts_scripts(text: str, start: int, end: int) -> bool:
    """Whether a gap stands between a Latin and a Chinese character."""
    if not start or end == len(text):
        return False
    before, after = text[start - 1], text[end]
    return (before in WORD and _is_han(after)) or (after in WORD and _is_han(before))


def _means(text: str, gaps: Gaps, number: int) -> bool:
    """Whether a space is more than habit: behind the number of a heading (1 总则), before a date or the number of an item."""
    start, end = gaps.starts[number], gaps.ends[number]
    if _APART.match(text, end):
        return True
    opens = number == 0 or gaps.breaks[number - 1] > 0
    words = text[gaps.ends[number - 1] if number else 0 : start]
    return opens and words.replace(".", "").isdigit() and text[end] not in _OF_DATES
