"""Heading markers (结构层次序数): every string of the text that could number a heading.

GB/T 9704-2012 names four levels, 一、 （一） 1. （1）; statutes have 第一编 章 节 条; inside a paragraph
一是 二是, 首先 其次 and 第一， 第二， open items. One scan finds all of them; what stands before a
candidate (:class:`Stand`) is its evidence, and :mod:`govdoc.layout.body.sequence` decides.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache
from operator import attrgetter

from govdoc.model.section import MarkerStyle
from govdoc.rulebook import meanings
from govdoc.text.normal import Gap, NormalText
from govdoc.text.pattern import pattern
from govdoc.text.record import record


class Stand(IntEnum):
    """Where a candidate stands, weakest evidence first."""

    GLUED = 0  # behind a word: 重要物资供给（一）支持企业扩大生产
    COMMA = 1  # behind ，or 、
    SPACE = 2  # behind one space or a wrapped line
    STOP = 3  # behind 。；：！？ or a closing bracket
    LINE = 4  # at the beginning of a line, or behind a wide gap of flat text


@record
class Mark:
    """A candidate ``text[start:end]``. Marks with one ``key`` count in one sequence."""

    start: int
    end: int
    style: MarkerStyle
    key: str
    ordinal: int
    stand: Stand
    tight: bool = (
        False  # its sign may be another: before a digit (20.2026年10件民生实事, or 8.6亿元, 1、2月份), a comma
    )
    title: int = 0  # the end of the title of a heading without a number, which begins at ``start``


PLACE = attrgetter("start", "end")  # the order of marks


_HAN = "一二三四五六七八九十百零〇"
_MOST = 2000  # no law has more articles; the Civil Code has 1260
_STEMS = "甲乙丙丁戊己庚辛壬癸"


def _opening() -> str:
    """The characters a word of ``heading.tsv`` may begin with: 首 其 再 最."""
    return "".join(dict.fromkeys(form[0] for form in meanings("heading")))


def _rest() -> str:
    """What follows them."""
    return "|".join(f"(?<={form[0]}){form[1:]}" for form in meanings("heading"))


def _marker() -> str:
    """A marker. The first character is a set, which the scan skips through the text with; the last group tells the kind.

    Digits and 一 are by far the most of what the set finds, so they are asked first, and nothing else of them.
    """
    return rf"""
    [{_HAN}0-9（第{_opening()}{_STEMS}①-⒛㈠-㈩](?:
      (?<=[0-9])(?<![0-9A-Za-z.%+/~～—-].)[0-9]{{0,2}}+(?:(?P<arabic>[.、])|(?P<half>[)）]))       # 1. 1、 1）
    | (?<=[{_HAN}])(?:
          [{_HAN}]{{0,4}}+(?:(?P<han>[、.])|(?P<item>[是要])|(?P<torn>）)|(?P<comma>，))          # 一、 一是 一要, 三） for （三）, 一， for 一、
        | (?<=\n[一二三四五六七八九十])[一二三四五六七八九十]{{0,2}}(?P<bare>)(?=[^\n、，。；：]{{2,30}}\n))  # 一 总则: only a space
    | (?<![{_HAN}0-9])(?:
          (?<=（)\n?(?:[{_HAN}]{{1,5}}(?P<han_paren>）)|[0-9]{{1,3}}(?P<arabic_paren>）))[、.]?     # （一） （1）, torn too
        | (?<=第)(?:[{_HAN}千]{{1,8}}|[0-9]{{1,4}})
            (?:(?P<unit>部分|[编篇章节条])|(?P<nth_item>[是要])|(?P<nth_stop>[，、：]?))         # 第三条 第三要 第一，
        | (?:{_rest()})(?P<word>[，、：]?)                                                   # 首先， 其次，
        | (?<=[{_STEMS}])(?P<stem>、)                                                       # 甲、 of the 1950s
        | (?<=[①-⒛])(?P<circled>)
        | (?<=[㈠-㈩])(?P<ringed>))                                                         # ㈠ of older pages
    )"""


_MARK = pattern(_marker, re.VERBOSE)
_CELL = pattern(r"[0-9]{1,4}[%‰]?(?: ?\||\n|\Z)")
_LINED = ("torn", "comma")  # what numbers a heading at the beginning of a line only
_AROUND = "（）()第部分编篇章节条是要、.，：\n"  # what a marker has besides its numeral
_KINDS = {  # the last group of a match, or its words → the style, and the key of its sequence
    "han_paren": (MarkerStyle.HAN_PAREN, "（一）"),
    "arabic_paren": (MarkerStyle.ARABIC_PAREN, "（1）"),
    "han": (MarkerStyle.HAN, "一、"),
    "comma": (MarkerStyle.HAN, "一、"),
    "torn": (MarkerStyle.HAN_PAREN, "（一）"),
    "arabic": (MarkerStyle.ARABIC, "1."),
    "half": (MarkerStyle.ARABIC_PAREN, "1）"),
    "ringed": (MarkerStyle.HAN_PAREN, "（一）"),
    "stem": (MarkerStyle.LETTER, "甲、"),
    "bare": (MarkerStyle.HAN, "一、"),
    "word": (MarkerStyle.SEQUENCE, "首先"),
    "部分": (MarkerStyle.PART, "第一编"),
    "编": (MarkerStyle.PART, "第一编"),
    "篇": (MarkerStyle.PART, "第一编"),
    "章": (MarkerStyle.CHAPTER, "第一章"),
    "节": (MarkerStyle.CLAUSE, "第一节"),
    "条": (MarkerStyle.ARTICLE, "第一条"),
}
_ENCLOSED = (  # ①-⑳ ⑴-⒇ ⒈-⒛: three rows of twenty signs
    (MarkerStyle.CIRCLED, "①"),
    (MarkerStyle.ARABIC_PAREN, "（1）"),
    (MarkerStyle.ARABIC, "1."),
)
_STOPS = frozenset('。；：！？…”’）】》〉」.;:!?)]"')
_COMMAS = frozenset("，、,—")
# Members of enums bound once: Python 3.11 looks them up slowly.
_BREAK, _WIDE = Gap.LINE, Gap.WIDE
_LINE, _STOP, _SPACE, _COMMA, _GLUED = Stand.LINE, Stand.STOP, Stand.SPACE, Stand.COMMA, Stand.GLUED


@cache
def _numbers() -> dict[str, int]:
    """Every numeral a marker may have: 一 … 一千九百九十九 (一百零二 and 一百〇二 alike), 1 … 1999, ① ㈠ 甲 首先."""
    found = {str(n).zfill(width): n for width in (1, 2, 3) for n in range(10**width)}
    found |= {str(n): n for n in range(1000, _MOST)}
    found |= {chr(ord("①") + n): n % 20 + 1 for n in range(60)}
    found |= {chr(ord("㈠") + n): n + 1 for n in range(10)}
    found |= {stem: n for n, stem in enumerate(_STEMS, 1)}
    found |= {form: int(row.value) for form, row in meanings("heading").items()}
    for n in range(1, _MOST):
        text = _han(n)
        found |= {text: n, text.replace("零", "〇"): n}
        if 10 < n < 20:
            found[text[1:]] = n
    return found | {"十": 10}


def _han(n: int) -> str:
    """A number under two thousand as headings and articles write it; 一十二 for 十二.

    >>> _han(12), _han(102), _han(1002), _han(1260), _han(1020)
    ('一十二', '一百零二', '一千零二', '一千二百六十', '一千零二十')
    """
    if n >= 1000:
        return "一千" + ("零" if 0 < n % 1000 < 100 else "") + _han(n % 1000)
    digits = "零一二三四五六七八九"
    hundreds, tens, ones = n // 100, n // 10 % 10, n % 10
    above = digits[hundreds] + "百" if hundreds else ""
    ten = digits[tens] + "十" if tens else "零" if hundreds and ones else ""
    return above + ten + (digits[ones] if ones else "")


def marks(normal: NormalText, start: int, end: int) -> list[Mark]:
    """All candidates of a range, in text order.

    >>> from govdoc.text.normalise import normalise
    >>> n = normalise("一、主要工作\\n（一）强化管理。一是建章立制。")
    >>> [(n.text[m.start:m.end], m.style.name, m.ordinal, m.stand.name) for m in marks(n, 0, len(n.text))]
    [('一、', 'HAN', 1, 'LINE'), ('（一）', 'HAN_PAREN', 1, 'LINE'), ('一是', 'ITEM', 1, 'STOP')]
    """
    text, gaps, numbers = normal.text, normal.gaps, _numbers()
    found: list[Mark] = []
    for match in _MARK.finditer(text, start, end):
        (at, to), group = match.span(), match.lastgroup or ""
        stand = _stand(normal, at, start)
        tight = group == "comma" or (group == "arabic" and text[to : to + 1].isdigit())
        if (tight and stand < _STOP) or (group in _LINED and stand < _LINE):
            continue  # the decimal point of 增长8.6%, the end of a bracket, of a clause
        if tight and group == "arabic" and _CELL.match(text, to):
            continue  # a cell of a table, 1.1% alone on its line
        if not gaps[to] and (group == "bare" or (group == "nth_stop" and not match[group])):
            continue  # a 第一 or 一 with nothing behind it
        numeral = match[0].strip(_AROUND)
        style, key = _KINDS.get(group) or _kind(group, match[group], numeral)
        ordinal = numbers.get(numeral, 0)
        if ordinal or group == "word":  # 一一、 and 0. count nothing, 最后 whatever comes before it
            found.append(Mark(at, to, style, key, ordinal, stand, tight))
    return found


def _kind(group: str, words: str, numeral: str) -> tuple[MarkerStyle, str]:
    """Style and sequence key of a match whose words tell them."""
    if group == "item":
        return MarkerStyle.ITEM, words
    if group == "nth_item":
        return MarkerStyle.ITEM, "第" + words
    if group == "nth_stop":
        return MarkerStyle.ORDINAL, "第" + words
    return _ENCLOSED[(ord(numeral) - ord("①")) // 20] if group == "circled" else _KINDS[words]


def _stand(normal: NormalText, at: int, start: int) -> Stand:
    """Where a candidate stands, by the gap and the character before it."""
    gap, before = normal.gaps[at], normal.text[at - 1] if at else "\n"
    if at == start or before == "\n" or gap >= _BREAK:
        return _LINE
    if before in _STOPS:
        return _STOP
    if gap == _WIDE:
        return _LINE
    if gap:
        return _SPACE
    return _COMMA if before in _COMMAS else _GLUED
