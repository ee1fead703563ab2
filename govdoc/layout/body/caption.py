"""The words of a heading (标题文字): where its title ends.

On a line of its own the whole line is the title. Run in (（一）强化政治站位。镇党委…) it ends at the
first 。；： when text follows; a comma never ends it. One running sentence, or a longer one, is an
item without a title, and an article has a title only when a caption is printed for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from govdoc.layout.body.heading import Mark, Stand
from govdoc.layout.body.runon import lone_end, title_end
from govdoc.model.section import MarkerStyle as Style
from govdoc.text.normal import NormalText
from govdoc.text.pattern import pattern
from govdoc.text.record import record

LONGEST = 40  # characters of a run-in title (GB/T 9704-2012 sets 28 a line, and few headings fill two)
_TWO_LINES = 56  # of a title on lines of its own among such titles
_LINED = frozenset({Style.PART, Style.CHAPTER, Style.CLAUSE, Style.HAN, Style.HAN_PAREN, Style.ARABIC})
_ALONE = frozenset({Style.PART, Style.CHAPTER, Style.CLAUSE})  # these never run in
_WITHIN = frozenset({Style.ITEM, Style.SEQUENCE, Style.ORDINAL, Style.ARABIC, Style.ARABIC_PAREN, Style.CIRCLED})
_STOP = pattern(r"[。；：！？](?![”’])")
_HELD = pattern(r"《[^《》\n]{0,80}》|（[^（）\n]{0,60}）|“[^“”\n]{0,60}”")
_OPENED = pattern("[《（“]")
_GAP = re.compile(rb"[\x01\x02]")  # a space of flat text, where a line ended
_WORDLESS = pattern(r"[0-9A-Za-z.,%/:~—－+-]")  # beside these a gap is spacing: 24 小时
_YEAR = pattern("[12][0-9]{3}年")
_TEXT_RUN = 4  # a gap ends a line only when a run of text follows; 总 则, 总 体 要 求 are spaced out
_PRINTED = pattern(r"[（【\[][^（）【】\[\]\n]{1,30}[）】\]]")  # 第一条（目的）
_SENTENCE = pattern(r"[，。；：]|应当|不得|可以|必须|负责|根据|按照|施行")
_PRINTED_LONGEST = 16  # 第三十九条重点产业和人才税收支持: a caption alone on the line of its article
_NORM = ("鼓励", "支持", "引导", "禁止", "提倡", "实行")  # 第九条 鼓励企业上市。对…: a norm without its subject
_SPOKEN = pattern(r"([^，。；：\n]{2,24})。(?=[^\n])")  # 第七条 种植面积（8分）。指…
_RUN = 3  # fewer articles in a row that open so are chance
_NEXT_LINE = pattern(r"\n([^\n。；：，]{2,30})(?=\n)")  # a title in the cell behind its number
_NEXT_LED = pattern(r"\n([^\n。；：]{4,40})。(?=[^\n])")  # 1|深化垃圾分类。全县…
_TORN = pattern(r"\n([^\n。；：，]{2,6}\n[^\n。；：，]{2,6})\n")  # the same in a narrow cell, above an item
_ARTICLE, _HAN_PAREN = Style.ARTICLE, Style.HAN_PAREN  # bound once: Python 3.11 looks members up slowly
_LINE = Stand.LINE  # bound once: Python 3.11 looks members up slowly


class Near(NamedTuple):
    """What the caption of a heading must know of its neighbours."""

    limit: int  # where the heading's own text ends
    holds_next: bool  # a subsection begins there
    article: bool  # it is an item of an article
    listed: bool  # the item before it ended in ； or ，
    bare: bool  # no item before it has a title
    sign: str  # the stop behind the title of an item before it
    lined: bool  # the item before it is a whole line
    last: bool  # no item of the sequence follows
    flat: bool  # the text has lost its lines
    captioned: bool  # an article in a run of articles with captions


@record
class Caption:
    """A title ``text[start:end]`` (empty when there is none); the section's own text begins at ``body``."""

    start: int
    end: int
    body: int


def caption(normal: NormalText, mark: Mark, near: Near) -> Caption:
    """The title of a heading."""
    text, start = normal.text, mark.end
    if mark.title:
        return Caption(mark.start, mark.title, mark.title + (text[mark.title : mark.title + 1] in "：。"))
    line = text.find("\n", start, near.limit)
    line = near.limit if line < 0 else line
    if mark.style is _ARTICLE:
        return _article(text, start, line, near)
    if line == start:
        torn = _TORN.fullmatch(text, start, near.limit) if near.holds_next else None
        below = torn or _NEXT_LINE.match(text, start, near.limit + 1)
        led = None if below else _NEXT_LED.match(text, start, near.limit)
        whole = below or led
        return Caption(*whole.span(1), whole.end(1) + bool(led)) if whole else Caption(start, start, start)
    stop = _first_stop(text, start, min(line, start + LONGEST + 1))
    gap = _line_gap(normal, start, min(line, stop if stop >= 0 else start + LONGEST))
    if gap and not near.article:
        return Caption(start, gap, gap)
    if near.flat and mark.style in _LINED and (end := _flat_end(text, mark, stop, line)):
        return Caption(start, end, end)
    if stop < 0 and (
        _heads(text, start, line, near) or (near.article and not near.bare and _above(text, start, line, near))
    ):
        return Caption(start, line - (text[line - 1] == "。"), line)
    if stop > start and _led(normal, mark, stop, line, near):
        return Caption(start, stop, stop + 1)
    return Caption(start, start, start)


def _flat_end(text: str, mark: Mark, stop: int, line: int) -> int:
    """Where the title ends in a text that lost its line ends, by its words; 0 when they do not tell."""
    start, alone = mark.end, mark.style in _ALONE
    weak = alone if stop >= 0 else line - start > LONGEST and mark.style is not Style.ARABIC
    end = title_end(text, start, min(line, stop if stop >= 0 else start + LONGEST), weak=weak)
    return end or (lone_end(text, start, min(line, start + LONGEST)) if weak and alone else 0)


def _heads(text: str, start: int, line: int, near: Near) -> bool:
    """Whether a line without an early stop is a title: all of it is, and nothing but it."""
    stop = _STOP.search(text, start, line) if line - start > LONGEST else None
    if stop and (not near.lined or stop.end() < line or line - start > _TWO_LINES or text.count("，", start, line) > 1):
        return False
    return (
        not near.article
        and text[line - 1] not in "，、；"
        and not (near.listed and (near.bare or text[line - 1] == "。"))
    )


def _led(normal: NormalText, mark: Mark, stop: int, line: int, near: Near) -> bool:
    """Whether the words before a stop are a title: they need text to head."""
    text, sign = normal.text, normal.text[stop]
    closed = near.last and near.bare and (near.listed or normal.gaps[stop + 1] > 0)
    ends = (near.listed and not sign == near.sign == "。") or closed
    within = mark.style in _WITHIN or (mark.style is _HAN_PAREN and sign == "。")
    if ends and within and sign != "：" and mark.stand < _LINE:
        return False  # the last of 一是…；二是…；三是… ends the sentence, whatever follows it
    if near.article and near.listed and sign == "。":
        return False
    if stop + 1 < line:
        return True
    if near.article or sign == "；":
        return False
    if near.holds_next:
        return True
    follows = line + 1 < near.limit and text[line] == "\n" and not (near.last and near.bare)
    return not near.listed and (follows or sign == "：" or (sign == "。" and near.lined))


def _first_stop(text: str, start: int, end: int) -> int:
    """The first 。；： outside brackets, or -1."""
    match = _STOP.search(text, start, end)
    if match is None:
        return -1
    if not _OPENED.search(text, start, match.start()):
        return match.start()
    for held in _HELD.finditer(text, start, end + LONGEST):
        if held.start() < match.start() < held.end():
            match = _STOP.search(text, held.end(), end)
        if match is None:
            return -1
    return match.start()


def _line_gap(normal: NormalText, start: int, end: int) -> int:
    """Where a gap of flat text ends the heading's line, or 0."""
    text, gaps = normal.text, normal.gaps
    if gaps.count(0, start + 2, end) >= end - start - 2:
        return 0
    for match in _GAP.finditer(gaps, start + 2, end):
        at = match.start()
        if text[at - 1] in "，、" or _WORDLESS.match(text, at - 1):
            continue
        if (
            _WORDLESS.match(text, at)
            and not text.startswith("——", at)
            and (not _YEAR.match(text, at) or _GAP.search(gaps, at + 1, at + 6))
        ):
            continue
        if not _GAP.search(gaps, at + 1, min(at + _TEXT_RUN, end)) and not (at + 1 == end and gaps[at - 1]):
            return at
    return 0


def captioned(text: str, found: Sequence[Mark]) -> frozenset[int]:
    """Where the articles begin that stand in a run of them, each with a caption run in: 第七条 种植面积（8分）。指…

    One short sentence at the head of an article is law; the same in three articles on end is a style.
    """
    run, made = list[int](), set[int]()
    for mark in found:
        if mark.style is not _ARTICLE:
            continue
        spoken = _SPOKEN.match(text, mark.end)
        if spoken and not _SENTENCE.search(spoken[1]) and not spoken[1].startswith(_NORM):
            run.append(mark.start)
            made.update(run if len(run) == _RUN else run[-1:] if len(run) > _RUN else ())
        else:
            run.clear()
    return frozenset(made)


def _article(text: str, start: int, line: int, near: Near) -> Caption:
    """第一条（目的）为了…, 第一条【目的】; a short caption alone on the line, or run in as in its neighbours.

    Printed brackets are of the title, which goes on from its marker verbatim.
    """
    printed = _PRINTED.match(text, start, line)
    if printed:
        return Caption(*printed.span(), printed.end())
    if _above(text, start, line, near):
        return Caption(start, line, line)
    if near.captioned:
        stop = text.index("。", start)
        return Caption(start, stop, stop + 1)
    return Caption(start, start, start)


def _above(text: str, start: int, line: int, near: Near) -> bool:
    """Whether a short line of an article, or of its item, is no sentence and text or items of its own stand below it."""
    below = line + 1 < near.limit or near.holds_next
    return below and 0 < line - start <= _PRINTED_LONGEST and not _SENTENCE.search(text, start, line)
