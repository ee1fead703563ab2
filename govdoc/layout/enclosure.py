"""What a letter encloses: the 方案 behind a 印发通知, and 附件 pages, each a document of its own.

An enclosure begins behind the closing of the letter, at a line 附件1, where a title stands that
the letter has named in 《》 or in its 附件说明, or at the red head of another document (…文件清府〔2023〕9号).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govdoc.layout.element.docno import NumberPlace
from govdoc.layout.element.kind import kind_row, list_words
from govdoc.layout.element.pieces import pieces
from govdoc.layout.foot.attachment import Listed
from govdoc.layout.head.adoption import adoption
from govdoc.layout.head.cells import cells
from govdoc.layout.head.reading import head
from govdoc.layout.head.title import title_runs
from govdoc.layout.label import is_label, label_end, labels
from govdoc.layout.part import Cell, Role
from govdoc.text.normal import Gap, NormalText
from govdoc.text.pattern import pattern

_NAMED = pattern(r"《([^《》]{4,90}(?:〈[^〉]{1,60}〉[^《》]{0,40})?)》")
_GIVEN = pattern(r"印发|转发|批转|公布|施行|制定了|制订了|发布")
_LISTED = pattern(  # 附：检测服务收费标准|检测服务收费标准: listed below what came before, printed in the next line
    r"附(?:件|表)?：(?P<first>[一-龥]{4})[^\n。；]{0,40}(?P<last>[一-龥]{4})\n?(?P<title>(?P=first)[^\n。；]{0,40}(?P=last))"
)
_SERIAL = pattern("(?P<stem>[一-龥0-9]{6,40})（第[0-9一二三四五六七八九十]{1,3}[号期]）")
_PAGE = "\n -—－―0123456789"  # －2－附件1: a page number of a text without lines
_SMALL = 12  # characters; less behind a closing is debris, not an enclosure
_LINE = 60  # characters; a line that lists a title is not longer
_WORDS = 60  # characters; less without a sentence, title or label is the foot of a page: 点击查看全文|回首页|返回
_FAR = 400  # characters; a red head, a title and what stands under it are not longer
_HEADS = 4  # lines that a title of an enclosure may take
_UNDER_TITLE = (Role.SUBTITLE, Role.ADOPTION, Role.DATE, Role.NUMBER, Role.SPEAKER, Role.ADDRESSEES, Role.MARK)


def named(normal: NormalText, lo: int, hi: int) -> list[str]:
    """The titles in 《》 of a letter that gives something out (现将《…》印发给你们)."""
    text = normal.text[lo:hi]
    found = [m[1] for m in _NAMED.finditer(text)]
    return found if found and _GIVEN.search(text) else []


def listed_titles(normal: NormalText, found: Listed | None) -> list[str]:
    """The titles of an 附件说明."""
    return [normal.text[a:b].replace("\n", "") for _, a, b in found.items] if found else []


def enclosure_starts(
    normal: NormalText, at: int, hi: int, titles: Sequence[str], numbers: Sequence[NumberPlace]
) -> list[int]:
    """Where the enclosures between ``at`` and ``hi`` begin."""
    text = normal.text
    while at < hi and text[at] in "\n 。-—－―":
        at += 1
    places = {*labels(normal, at, hi, titles), *_titles(normal, at, hi, titles), *_red_heads(normal, at, hi, numbers)}
    places.update(_printed_below(normal, at, hi))
    if not places and (hi - at < _SMALL or _is_foot(normal, at, hi)):
        return []
    starts = sorted({at, *places})
    if len(starts) > 1 and _lists(text, at, starts[1]):
        starts = starts[1:]
    return [s for i, s in enumerate(starts) if i == 0 or not _same(text, starts[i - 1], s)]


def _lists(text: str, at: int, after: int) -> bool:
    """Whether all that stands before an enclosure is the line that lists it: 附件：清溪县防汛预案|清溪县防汛预案."""
    words = text[label_end(text, at, after) : after].strip("\n ")
    return text.startswith("附", at) and 0 < len(words) <= _LINE and text.startswith(words, after)


def _is_foot(normal: NormalText, lo: int, hi: int) -> bool:
    """Whether nothing but a few words follow a closing, no sentence and nothing that a title says the kind of."""
    if hi - lo > _WORDS or "。" in normal.text[lo:hi]:
        return False
    return all(kind_row(piece.text) is None for piece in pieces(normal, lo, hi))


def serial_starts(normal: NormalText, titles: Sequence[Cell], lo: int, hi: int) -> list[int]:
    """Where the next of a series begin on the same page, each by itself: …公报（第一号）, …公报（第二号）."""
    serial = next((m for cell in titles if cell.role is Role.FREE and (m := _SERIAL.fullmatch(cell.text))), None)
    if serial is None:
        return []
    again = re.compile(rf"{re.escape(serial['stem'])}（第[0-9一二三四五六七八九十]{{1,3}}[号期]）(?=(?P<line>\n)?)")
    found = (m for m in again.finditer(normal.text, lo, hi) if normal.gaps[m.start()])
    return [m.start() for m in found if m["line"] or m.end() == hi or normal.gaps[m.end()]]


def _printed_below(normal: NormalText, lo: int, hi: int) -> Iterator[int]:
    """Where the title begins that the line above lists: 附：检测服务收费标准|检测服务收费标准."""
    text, gaps = normal.text, normal.gaps
    for match in _LISTED.finditer(text, lo, hi):
        free = gaps[match.end()] or text[match.end() : match.end() + 1] == "\n"
        if free and gaps[match.start()] and gaps[match.start("title")]:
            yield match.start("title")


def _titles(normal: NormalText, lo: int, hi: int, titles: Sequence[str]) -> list[int]:
    """Where a named title stands by itself, over however many lines, the first time behind the letter."""
    text, gaps, found = normal.text, normal.gaps, []
    for title in titles:
        for start, end in _spelled(text, title, lo, hi):
            edge = start == lo or gaps[start] > 0 or text[start - 1] == "。"
            if edge and (end == hi or gaps[end] > 0 or text[end] in "\n（" or text[start - 1] in "。\n"):
                found.append(start)
                break
    return found


def _spelled(text: str, title: str, lo: int, hi: int) -> Iterator[tuple[int, int]]:
    """Where a title is printed, with a line break anywhere, with or without 关于."""
    core = title.removeprefix("关于")
    at = text.find(core[:2], lo, hi)
    while at >= 0:
        end = _same_words(text, core, at, hi)
        if end:
            yield (at - 2 if text.startswith("关于", at - 2) and at - 2 >= lo else at), end
        at = text.find(core[:2], at + 1, hi)


def _same_words(text: str, words: str, at: int, hi: int) -> int:
    """The end of ``words`` at ``at``, line breaks apart; 0 when they do not stand there."""
    for word in words:
        at += at < hi and text[at] == "\n"
        if at >= hi or text[at] != word:
            return 0
        at += 1
    return at


def _red_heads(normal: NormalText, lo: int, hi: int, numbers: Sequence[NumberPlace]) -> list[int]:
    """Where another document's 发文机关标志 and 发文字号 stand: behind the last 。 or line before …文件."""
    text, found = normal.text, []
    for number in numbers:
        if lo < number.start < hi and text[max(lo, number.start - 3) : number.start].rstrip("\n").endswith("文件"):
            floor = max(lo, number.start - _FAR)
            start = max(text.rfind(c, floor, number.start - 4) for c in "。\n")
            found.append(max(floor, start + 1))
    return found


def _same(text: str, before: int, start: int) -> bool:
    """A label and the title right behind it begin one enclosure."""
    between = text[before:start].strip(_PAGE)
    return not between or is_label(between)


def enclosure_body(normal: NormalText, lo: int, hi: int, titles: Sequence[str], numbers: Sequence[NumberPlace]) -> int:
    """Where the body of an enclosure begins: behind its label, its title, and what stands under that."""
    end = _title_end(normal, lo, hi, titles, numbers)
    if end is None:
        return head(normal, lo, hi, numbers).body
    law = adoption(normal, end, min(hi, end + _FAR), numbers)
    if law and law.range[0] <= end + 2:
        end = law.range[1] + (normal.text[law.range[1] : law.range[1] + 1] == "）")
    for cell in cells(normal, end, min(hi, end + _FAR), numbers):
        if cell.role not in _UNDER_TITLE:
            break
        end = cell.end
    return end


def _title_end(
    normal: NormalText, lo: int, hi: int, titles: Sequence[str], numbers: Sequence[NumberPlace]
) -> int | None:
    """The end of the title an enclosure opens with; None when it opens with something else."""
    label = label_end(normal.text, lo, hi)
    for title in titles:
        printed = next(_spelled(normal.text, title, label, min(hi, label + _FAR)), None)
        if printed and printed[0] == label:
            return printed[1]
    lines: list[Cell] = []
    for cell in cells(normal, label, min(hi, label + _FAR), numbers):
        if cell.role is not Role.FREE or len(lines) == _HEADS or (lines and cell.gap == Gap.BLANK and label > lo):
            break
        lines.append(cell)
    shown, first = _lines_shown(lines), title_runs(lines)[0] if lines else (0, 0)
    worded = lines and kind_row("".join(c.text for c in lines[slice(*first)])) is not None
    if worded or (shown and label > lo):
        return lines[max(shown, first[1] if worded else 0) - 1].end
    if label > lo:
        return _glued_title(normal, label, hi) or (lines[0].end if lines else None)
    return None


def _lines_shown(lines: Sequence[Cell]) -> int:
    """How many lines the title has by its look: centred lines of one size."""
    sizes = [c.look.size if c.look and c.look.centred else 0 for c in lines]
    return next((n for n, size in enumerate(sizes) if not size or size != sizes[0]), len(sizes))


def _glued_title(normal: NormalText, lo: int, hi: int) -> int | None:
    """附件2云岭镇水库名单（共20个）东山水库、…: up to the first list word."""
    line = normal.text.find("\n", lo, hi)
    for match in list_words().finditer(normal.text, lo, min(hi, lo + 60, line if line > 0 else hi)):
        words = normal.text[lo : match.end()]
        if words.count("《") == words.count("》"):
            return None if re.search(r"[，。；]", words) else match.end()
    return None
