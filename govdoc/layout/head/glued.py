"""Where a title ends when something else is glued behind it (标题后无换行): …的意见|为贯彻落实 · …条例|第一章 · …公报|清溪县统计局."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from govdoc.layout.element.kind import kind_row, kind_words, list_words
from govdoc.layout.element.moment import DAY
from govdoc.layout.element.organ import is_organ, suffixes
from govdoc.text.pattern import pattern

TITLE = 160  # no title is longer
_GLUE = 10  # no title is glued to anything in fewer characters
_WORDS = 4  # characters of a title before its 文种, at least
_ISSUED = 60  # and at most, when the organ that issued it is glued behind
_BODY = pattern(
    "为(?:了|进一步|加强|规范|贯彻|深入|切实|全面|加快|推[进动]|促进|鼓励|保障)"
)  # 为加强和规范我县…: no title
_STOP = pattern("[，。；：！？\n]")
_NOTE = "1"  # of the page, no longer small and raised
_SHORTEST = 6  # of a title that has organs and a date glued behind it
_ADOPTED = pattern(rf"[（自]{{0,2}}{DAY}[^（）]{{0,200}}?(?:通过|批准|公布|发布|修正|修订|施行)）")
_CHAPTER = pattern(r"(?<=[过布准正订改行）])(?=目?录?第一[章条])")
_DAY = pattern(DAY)


def title_end(text: str) -> Iterator[int]:
    """Behind a title that something else is glued to: its own second printing, the body, a 题注, a page's 来源：."""
    if len(text) < _GLUE or _BODY.match(text):
        return
    shapes = (
        _in_clause(_glued(), text, TITLE),
        _paper().match(text),
        _in_clause(_issued(), text, _ISSUED),
        _ADOPTED.match(text),
    )
    for end in (match.end() for match in shapes if match):
        if text.count("《", 0, end) == text.count("》", 0, end):
            yield end
    yield from _noted(text)
    chapter = _CHAPTER.search(text) if "第一" in text else None
    if chapter:
        yield chapter.start()
    yield _twice(text)
    yield from _dated(text)


def _in_clause(shape: re.Pattern[str], text: str, longest: int) -> re.Match[str] | None:
    """Where the end of a title stands in the first clause of a text, behind at most so many characters."""
    match = shape.search(text, _WORDS)
    return match if match and match.start() <= longest and not _STOP.search(text, 0, match.start()) else None


def _noted(text: str) -> tuple[int, ...]:
    """Around the sign of the first note behind a title: …空气质量报告|1|云岭省环境监测站."""
    title, _, behind = text.rpartition(_NOTE)
    if not (title and (not behind or is_organ(behind)) and kind_row(title)):
        return ()
    return len(title), len(title) + len(_NOTE)


def _dated(text: str) -> tuple[int, ...]:
    """Around organs and a date under a title: …公报|清溪县统计局|2024年3月28日|."""
    date = _DAY.search(text, 0, TITLE) if "月" in text else None
    if not date:
        return ()
    left = text[: date.start()].rstrip("（")
    behind = date.end() + text.startswith("）", date.end())
    if not left and is_organ(text[behind:]):
        return (behind,)
    if is_organ(left) and date.end() == len(text):
        return (date.start(),)
    for match in list_words().finditer(left):
        rest = left[match.end() :]
        if match.end() >= _SHORTEST and (not rest or is_organ(rest)):
            opened, closed = len(left) < date.start(), text.startswith("）", date.end())
            return (match.end(), len(left), 0 if opened and not closed else date.end() + closed)
    return ()


def _twice(text: str) -> int:
    """Where the second printing of a title begins: …的通知|…的通知; 0 when it is printed once."""
    again = text.find(text[:_WORDS], _WORDS) >= 0  # asked first, for hardly a text opens twice alike
    for match in list_words().finditer(text, _WORDS, TITLE) if again else ():
        if text.startswith(text[: match.end()], match.end()):
            return match.end()
    return 0


@cache
def _paper() -> re.Pattern[str]:
    """市政府专题会议纪要|清溪市人民政府办公室关于…"""
    return re.compile(rf"[一-龥]{{2,20}}(?:纪要|文件)(?=[一-龥]{{4,30}}(?:{suffixes()})关于)")


@cache
def _issued() -> re.Pattern[str]:
    """…统计公报|清溪县统计局, …管理办法|清溪市人民政府令."""
    return re.compile(
        rf"(?:公报|年度报告)(?=[一-龥]{{2,20}}(?:{suffixes()})$)|(?:办法|条例|规定|细则)(?=[一-龥]{{2,16}}人民政府令)"
    )


@cache
def _glued() -> re.Pattern[str]:
    """A title and how a body begins: …的意见|为贯彻落实, …条例|第一章, …年度报告|本报告, …通知|来源：."""
    return re.compile(
        rf"(?:{kind_words()}|工作(?:思路|打算|安排|设想))(?:（[^（）]{{1,30}}）)?"
        r"(?=为[了进认切深全贯加推规充]|根据《|依据|按照|近年来|近日|近期|当前|本[报通方办规意条公决年]|目录第一|第一[章条]"
        r"|一、|现将|现就|今年以来|去年以来|刚刚过去|过去的?一年，|[过去的]{0,3}一年来|我[省市县区镇乡村局校旗](?!各)|(?:20|19)?[Xx×*＊]{2,4}年[，以度]?"
        r"|在[省市县区镇乡旗]{0,2}党?委|在上级|[一-龥]{1,4}[市县区镇乡](?:位于|地处|现?[有辖][0-9])|（?[12][0-9]{3}年[0-9]{1,2}月[0-9]{1,2}日|[12][0-9]{3}年(?:，|以来|是|第[一二三四]季度)"
        r"|—{2}|-{2}|(?:(?:信息|文章)?来源|作者|发布时间|时间)：)"
    )
