"""附件说明: 附件：1. … 2. … between body and signature (GB/T 9704-2012 §7.3.4)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from govdoc.facts.number.numeral import read
from govdoc.layout.element.organ import is_organ
from govdoc.layout.element.pieces import pieces
from govdoc.model.header import Attachment
from govdoc.text.normal import Gap, NormalText
from govdoc.text.pattern import pattern

_LABEL = pattern(r"附(?:件|表|录)?(?:：(?=.)|(?=1[.．、：](?![0-9])))", re.DOTALL)
_CONTACT = pattern(r"[（\n]?(?:联系人|联系电话|联系方式|咨询电话|传真)：|（此件")
_HAN = "一二三四五六七八九十"
# 1.|水库名单, 附件2：|值班表, 三、|联系人
_ORDINAL = pattern(rf"(?:附[件表录])?(?:(?<![0-9])([0-9]{{1,2}})[.．、：]|(?<![{_HAN}])([{_HAN}])、)")
_NUMBERED = pattern(rf"(?:[0-9]{{1,2}}[.．、：]|[{_HAN}]、)(?=[《\n ]*\Z)")
_FILE = pattern(r"\.(?:docx?|xlsx?|pdf|wps|zip|rar|jpe?g|png)\Z")
_TITLE = 60  # characters; a title is not longer
_MARKER = 8  # characters; what stands between a number and its title is not longer
_LONGEST = 1600


class Listed(NamedTuple):
    """A list of attachments: ``start`` at its label, ``end`` behind its last item."""

    start: int
    end: int
    items: tuple[tuple[int | None, int, int], ...]


def listed(normal: NormalText, lo: int, hi: int) -> Listed | None:
    """The last 附件说明 of a range that runs to its end.

    >>> from govdoc.text.normalise import normalise
    >>> n = normalise("特此通知。\\n附件：1.任务分工表\\n2.联系人名单")
    >>> [(k, n.text[a:b]) for k, a, b in listed(n, 0, len(n.text)).items]
    [(1, '任务分工表'), (2, '联系人名单')]
    """
    text, gaps = normal.text, normal.gaps
    best = None
    for match in _LABEL.finditer(text, max(lo, hi - _LONGEST), hi):
        at = match.start()
        edge = at == lo or gaps[at] > 0 or text[at - 1] in "。！）" or text[at - 1].isascii()
        if edge and best is None and "。" not in text[match.end() : hi].rstrip("。\n"):
            best = match
    return _items(normal, best.start(), best.end(), hi) if best else None


def _items(normal: NormalText, start: int, at: int, hi: int) -> Listed:
    contact = _CONTACT.search(normal.text, at, hi)
    hi = _unsigned(normal, at, contact.start() if contact else hi)
    ranges = _numbered(normal, at, hi) or [(None, a, b) for a, b in _lines(normal, at, hi)]
    items = tuple((k, *_trim(normal.text, a, b)) for k, a, b in ranges)
    return Listed(start, hi, tuple(i for i in items if i[2] > i[1]))


def _unsigned(normal: NormalText, at: int, hi: int) -> int:
    """Where the list ends before an organ alone on its line, which signs without a date."""
    later = islice(pieces(normal, at, hi), 1, None)
    return next((piece.start for piece in later if piece.opens_line and is_organ(piece.text)), hi)


def _numbered(normal: NormalText, at: int, hi: int) -> list[tuple[int | None, int, int]]:
    """1. … 2. … by their order, so that a digit inside a title does not cut it."""
    places: list[re.Match[str]] = []
    for match in _ORDINAL.finditer(normal.text, at, hi):
        ordinal = read(match[match.lastindex or 1])
        alike = match.lastindex == places[0].lastindex if places else match.start() <= at + 1
        if ordinal == len(places) + 1 and alike:
            places.append(match)
    stops = [match.start() for match in places[1:]] + [hi]
    return [(i, match.end(), stop) for i, (match, stop) in enumerate(zip(places, stops, strict=False), 1)]


def _lines(normal: NormalText, at: int, hi: int) -> list[tuple[int, int]]:
    """One title a line; what follows on the same line goes on."""
    found: list[tuple[int, int]] = []
    for piece in pieces(normal, at, hi):
        if found and piece.gap < Gap.LINE:
            found[-1] = (found[-1][0], piece.end)
        else:
            found.append((piece.start, piece.end))
    return found


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Without list punctuation, and without 《》 when they hold all of it."""
    while end > start and text[end - 1] in "。；，_ \n":
        end -= 1
    if text[start : start + 1] == "《" and text[end - 1] == "》" and "》" not in text[start : end - 1]:
        start, end = start + 1, end - 1
    return start, end


def linked(normal: NormalText, lo: int, hi: int) -> Listed | None:
    """A list that is all of a range, behind the date: files that a page links to, two numbers and more, the title below it.

    >>> from govdoc.text.normalise import normalise
    >>> n = normalise("附件：1.水库名单.xls\\n2.值班表.doc")
    >>> [n.text[a:b] for _, a, b in linked(n, 0, len(n.text)).items]
    ['水库名单.xls', '值班表.doc']
    """
    found = listed(normal, lo, hi) if _LABEL.match(normal.text, lo, hi) else None
    if found is None or found.start > lo or found.end < hi:
        return None
    numbered = len(found.items) > 1 and found.items[0][0] is not None
    text = normal.text
    short = all(b - a <= _TITLE and "\n" not in text[a:b] for _, a, b in found.items)
    files = all(_FILE.search(text, a, b) for _, a, b in found.items)
    opens = [text[a:b] for _, a, b in found.items if b > a and text.startswith(text[a:b], hi)]
    return found if short and (files or numbered or opens) else None


def attachment_models(normal: NormalText, found: Listed) -> tuple[Attachment, ...]:
    """The items as models."""
    return tuple(Attachment.trusted(ordinal=k, title=normal.phrase(a, b)) for k, a, b in found.items)


def ordinal_places(normal: NormalText, items: Iterable[Attachment]) -> Iterator[tuple[int, int]]:
    """Where the numbers of a list stand: 附件：1、水库名单|2、值班表."""
    for item in items:
        end = normal.place(item.title.span)[0]
        match = _NUMBERED.search(normal.text, max(0, end - _MARKER), end) if item.ordinal else None
        if match:
            yield match.span()
