"""Heading markers (结构层次序数): every string of the text that could number a heading.

GB/T 9704-2012 names four levels, 一、 （一） 1. （1）; statutes have 第一编 章 节 条; inside a paragraph
一是 二是, 首先 其次 and 第一， 第二， open items. One scan finds all of them; what stands before a
candidate (:class:`Stand`) is its evidence, and :mod:`govdoc.layout.sequence` decides.
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache
from typing import NamedTuple

from govdoc.model.section import MarkerStyle
from govdoc.rulebook import meanings
from govdoc.text.normal import Gap, NormalText
from govdoc.text.pattern import pattern


class Stand(IntEnum):
    """Where a candidate stands, weakest evidence first."""

    GLUED = 0  # behind a word: 重要物资供给（一）支持企业扩大生产
    COMMA = 1  # behind ，or 、
    SPACE = 2  # behind one space or a wrapped line
    STOP = 3  # behind 。；：！？ or a closing bracket
    LINE = 4  # at the beginning of a line, or behind a wide gap of flat text


class Mark(NamedTuple):
    """A candidate ``text[start:end]``. Marks with one ``key`` count in one sequence."""

    start: int
    end: int
    style: MarkerStyle
    key: str
    ordinal: int
    stand: Stand
    tight: bool = False  # a digit follows: 20.2026年10件民生实事, or 8.6亿元
    title: int = 0  # the end of the title of a heading without a number, which begins at ``start``


_HAN = "一二三四五六七八九十百零〇"
_MARK = pattern(
    rf"""
    (?=[{_HAN}0-9（第首其再最甲乙丙丁戊己庚辛壬癸①-⒛㈠-㈩])                       # one cheap look before the alternatives
    (?:
      （\n?(?:(?P<han_paren>[{_HAN}]{{1,5}})|(?P<arabic_paren>[0-9]{{1,3}}))）[、.]?  # （一） （1）, torn too
    | (?P<han>[{_HAN}]{{1,5}})(?:[、.]|(?P<item>[是要])|(?P<torn>）))            # 一、 一是 一要, and 三） for （三）
    | (?<![0-9A-Za-z.%+/~～—-])(?P<arabic>[0-9]{{1,3}})(?:[.、]|(?P<half>[)）]))   # 1. 1、 1）
    | 第(?P<nth>[{_HAN}]{{1,6}}|[0-9]{{1,3}})
        (?:(?P<unit>部分|[编篇章节条])|(?P<nth_item>[是要])|(?P<nth_stop>[，、：]?))  # 第三条 第三要 第一，
    | (?P<circled>[①-⑳⑴-⒛])
    | (?P<ringed>[㈠-㈩])                                                   # ㈠ of older pages
    | (?P<stem>[甲乙丙丁戊己庚辛壬癸])、                                        # 甲、 of the 1950s
    | (?<=\n)(?P<bare>[一二三四五六七八九十]{{1,3}})(?=[^\n、，。；：]{{2,30}}\n)     # 一 总则: nothing but a space
    | (?P<word>首先|其次|再次|最后)
    )""",
    re.VERBOSE,
)
_UNITS = {
    "部分": MarkerStyle.PART,
    "编": MarkerStyle.PART,
    "篇": MarkerStyle.PART,
    "章": MarkerStyle.CHAPTER,
    "节": MarkerStyle.CLAUSE,
    "条": MarkerStyle.ARTICLE,
}
_PLAIN = {
    "han_paren": MarkerStyle.HAN_PAREN,
    "arabic_paren": MarkerStyle.ARABIC_PAREN,
    "han": MarkerStyle.HAN,
    "bare": MarkerStyle.HAN,
    "arabic": MarkerStyle.ARABIC,
}
_STOPS = frozenset("。；：！？…”’）】》〉」.;:!?)]\"")
_COMMAS = frozenset("，、,—")


@cache
def _numbers() -> dict[str, int]:
    """一 … 九百九十九, as headings and articles write them (一百零二 and 一百〇二 alike)."""
    digits = "零一二三四五六七八九"
    found = {"十": 10}
    for n in range(1, 1000):
        hundreds, tens, ones = n // 100, n // 10 % 10, n % 10
        text = (digits[hundreds] + "百" if hundreds else "") + (
            digits[tens] + "十" if tens else "零" if hundreds and ones else ""
        ) + (digits[ones] if ones else "")
        found[text] = n
        if 10 < n < 20:
            found[text[1:]] = n
        if "零" in text:
            found[text.replace("零", "〇")] = n
    return found


def marks(normal: NormalText, start: int, end: int) -> list[Mark]:
    """All candidates of a range, in text order.

    >>> from govdoc.text.normalise import normalise
    >>> n = normalise("一、主要工作\\n（一）强化管理。一是建章立制。")
    >>> [(n.text[m.start:m.end], m.style.name, m.ordinal, m.stand.name) for m in marks(n, 0, len(n.text))]
    [('一、', 'HAN', 1, 'LINE'), ('（一）', 'HAN_PAREN', 1, 'LINE'), ('一是', 'ITEM', 1, 'STOP')]
    """
    found: list[Mark] = []
    for match in _MARK.finditer(normal.text, start, end):
        style, key, numeral = _read(match)
        ordinal = int(numeral) if numeral.isascii() else _numbers().get(numeral)
        if not ordinal and style is not MarkerStyle.SEQUENCE:
            continue  # a numeral that counts nothing: 一一、 0.
        at, to = match.span()
        if (match["nth_stop"] == "" or match["bare"]) and not normal.gaps[to]:
            continue  # a 第一 or 一 with nothing behind it
        if match["torn"] and _stand(normal, at, start) is not Stand.LINE:
            continue
        tight = style is MarkerStyle.ARABIC and normal.text[to - 1] == "." and normal.text[to : to + 1].isdigit()
        found.append(Mark(at, to, style, key, ordinal or 0, _stand(normal, at, start), tight))
    return found


def _read(match: re.Match[str]) -> tuple[MarkerStyle, str, str]:
    """Style, sequence key and numeral of a match, told by the last group that took part."""
    group, numeral = match.lastgroup or "", match[match.lastgroup or 0]
    if group in _PLAIN:
        style = _PLAIN[group]
        return style, style.value, numeral
    if group == "item":
        return MarkerStyle.ITEM, numeral, match["han"]
    if group == "torn":
        return MarkerStyle.HAN_PAREN, MarkerStyle.HAN_PAREN.value, match["han"]
    if group == "half":
        return MarkerStyle.ARABIC_PAREN, "1）", match["arabic"]
    if group == "unit":
        style = _UNITS[numeral]
        return style, style.value, match["nth"]
    if group == "nth_item":
        return MarkerStyle.ITEM, "第" + numeral, match["nth"]
    if group == "nth_stop":
        return MarkerStyle.ORDINAL, "第" + numeral[:1], match["nth"]
    if group == "ringed":
        return MarkerStyle.HAN_PAREN, MarkerStyle.HAN_PAREN.value, "一二三四五六七八九十"[ord(numeral) - ord("㈠")]
    if group == "stem":
        return MarkerStyle.LETTER, "甲、", str("甲乙丙丁戊己庚辛壬癸".index(numeral) + 1)
    if group == "word":
        return MarkerStyle.SEQUENCE, "首先", meanings("heading")[numeral].value
    return _circled(numeral)


def _circled(sign: str) -> tuple[MarkerStyle, str, str]:
    """① ⑴ ⒈ : the three rows of twenty enclosed numbers."""
    row, place = divmod(ord(sign) - ord("①"), 20)
    style = (MarkerStyle.CIRCLED, MarkerStyle.ARABIC_PAREN, MarkerStyle.ARABIC)[row]
    return style, style.value, str(place + 1)


def _stand(normal: NormalText, at: int, start: int) -> Stand:
    gap, before = normal.gaps[at], normal.text[at - 1] if at else "\n"
    if at == start or before == "\n" or gap >= Gap.LINE:
        return Stand.LINE
    if before == "#":  # a heading of a page saved as Markdown
        return Stand.LINE
    if before in _STOPS:
        return Stand.STOP
    if gap == Gap.WIDE:
        return Stand.LINE
    if gap:
        return Stand.SPACE
    return Stand.COMMA if before in _COMMAS else Stand.GLUED
