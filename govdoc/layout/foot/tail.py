"""What follows the body, element by element: 附注, 联系人, 抄送, 印发, chrome — read forwards from a place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from functools import cache
from itertools import islice
from typing import NamedTuple

from govdoc.layout.element.chrome import is_chrome
from govdoc.layout.element.moment import DAY, PRINTED
from govdoc.layout.element.organ import is_organ
from govdoc.layout.element.pieces import Piece, pieces, pieces_back
from govdoc.layout.foot.attachment import listed
from govdoc.layout.foot.signoff import organs_before
from govdoc.layout.head.cells import LABEL
from govdoc.rulebook import forms_of
from govdoc.text.lexicon import any_of
from govdoc.text.normal import Gap, NormalText
from govdoc.text.pattern import pattern

_WINDOW = 4000
_NOTE = pattern(r"（[^（）]{2,120}(?:（[^（）]{0,60}）[^（）]{0,60})*）")
_ADOPTED = pattern(
    rf"（{DAY}[^（）]{{0,60}}(?:会议|大会)[^（）]*通过"
)  # the 题注 of what an order gives out is no 附注
_PRINT = pattern(rf"(?P<who>(?:[^。；，：\n]{{0,49}}?[一-龥）])?)\n?(?P<date>{PRINTED})印发?")
_LABEL = pattern(LABEL)
_PIECES = 120  # of a web page's foot
_VALUE = 8  # characters; the value of a page's label is not longer
_RECORD = 900  # a 版记 is not longer
_PRINTED = pattern(rf"{PRINTED}印发?(?![一-龥]{{2}})")
_AGAIN = pattern("抄[送报]：")  # 抄报：市卫生局|抄送：县政府办
_TOPIC = "主题词"  # before 2012 a 版记 began with them
_PLACES = frozenset("省市县区镇乡")  # with these the name of the printer begins
_PLACE = pattern("[一-龥]+[省市县区镇乡]")
_ORGANS = 60  # characters of an organ and the printer that runs into it
_OFFICE = pattern("(?:党政|政府)?办公?[室厅]?$")
# the line is of the page, whatever names it holds
_RIGHTS = pattern(r"(?:(?i:copyright|©)|[^\n]{0,40}(?:公网安备|ICP备))[^\n]*")
_LAST = pattern(rf"{DAY}印发[。）\n]*(?:（共印[0-9]+份）)?[。\n]*\Z")


class Kind(Enum):
    """What an element is."""

    NOTE = "note"
    CONTACT = "contact"
    CC = "cc"
    PRINT = "print"
    CHROME = "chrome"


class Element(NamedTuple):
    """An element of the tail, ``text[start:end]``."""

    kind: Kind
    start: int
    end: int


def elements(normal: NormalText, lo: int, hi: int) -> Iterator[Element]:
    """The elements from ``lo`` on, as long as there are any; the first other text ends them.

    >>> from govdoc.text.normalise import normalise
    >>> n = normalise("（此件公开发布）\\n抄送：县委办公室。\\n清溪县人民政府办公室　　2023年12月18日印发\\n清溪县防汛方案")
    >>> [(e.kind.value, n.text[e.start:e.end]) for e in elements(n, 0, len(n.text))]
    [('note', '（此件公开发布）'), ('cc', '抄送：县委办公室。'), ('print', '清溪县人民政府办公室2023年12月18日印发')]
    """
    text, at, held = normal.text, lo, None
    stop = min(hi, lo + _WINDOW)
    while at < stop:
        piece = next(pieces(normal, at, stop), None)
        if piece is None:
            return
        found = _element(normal, piece.start, piece.end, stop)
        if found is None and held and piece.start > lo and _goes_on(held, piece, text[piece.start - 1]):
            found = Element(held, piece.start, piece.end)
        if found is None:
            return
        yield found
        held = found.kind if found.kind in (Kind.CONTACT, Kind.CHROME, Kind.CC) else None
        at = max(found.end, piece.start + 1)
        while at < stop and text[at] in "\n 。":
            at += 1


def _goes_on(held: Kind, piece: Piece, before: str) -> bool:
    """Whether a piece belongs to the element before it on its line: a number, a name, an address, what a label names."""
    if piece.gap >= Gap.LINE or _LABEL.match(piece.text):
        return False
    return held is not Kind.CHROME or before == "：" or len(piece.text) <= _VALUE


def _element(normal: NormalText, start: int, end: int, hi: int) -> Element | None:
    """The element of the tail that a piece begins; None when it is of the body."""
    text = normal.text
    whole = text[start:end]
    note = _NOTE.match(text, start, hi)
    if note and not _ADOPTED.match(note.group()):
        return Element(_note_kind(text[start + 1 : note.end() - 1]), start, note.end())
    printed = _PRINT.match(text, start, hi)
    if printed and (printed.group().endswith("印发") or not _second(text, start, printed.end())):
        return Element(Kind.PRINT, start, printed.end())
    cc = _cc().match(text, start)
    if cc:
        return Element(Kind.CC, start, _sentence_end(normal, start, hi))
    if _contact().match(text, start):
        return Element(Kind.CONTACT, start, _topic_end(normal, start, hi) if whole.startswith(_TOPIC) else end)
    if is_chrome(whole) and not _LABEL.match(whole):
        rest = _RIGHTS.match(text, start, hi)
        return Element(Kind.CHROME, start, rest.end() if rest else end)
    return None


def _topic_end(normal: NormalText, start: int, hi: int) -> int:
    """Where 主题词 end: with their line, or where they run into the rest of the 版记 (主题词：水利请示|抄送：县政府办。)."""
    line = normal.text.find("\n", start, hi)
    end = min(hi if line < 0 else line, start + _RECORD)
    cc = _cc().search(normal.text, start + len(_TOPIC), end)
    return cc.start() if cc else _printed_from(normal, start, end)


def _printed_from(normal: NormalText, start: int, end: int) -> int:
    """Where the 印发 line begins that is glued to what stands before it, ``end`` when there is none."""
    text = normal.text
    printed = _PRINTED.search(text, start, end)
    if printed is None:
        return end
    gap = max((i for i in range(start + 1, printed.start()) if normal.gaps[i]), default=0)
    return gap or _printer_start(text, start, printed.start())


def _printer_start(text: str, lo: int, hi: int) -> int:
    """Where the printer begins behind the last organ of 抄送: its organ is one that the document names.

    >>> text = "清溪县水利局请示。抄送：县委农工办云岭省清溪县水利局办公室"
    >>> text[_printer_start(text, 9, 29) :]
    '云岭省清溪县水利局办公室'
    """
    lo = max(lo, hi - _ORGANS, *(text.rfind(mark, lo, hi) + 1 for mark in "：，、；。"))
    stem = _OFFICE.sub("", text[lo:hi])
    known = next((at for at in range(2, len(stem) - 2) if 0 <= text.find(stem[at:]) < lo), None)
    if known is None:
        return hi
    ends = (at for at in range(known, 1, -1) if at == known or _PLACE.fullmatch(stem, at, known))
    return next((lo + at for at in ends if _is_cc(stem[:at])), hi)


def _is_cc(text: str) -> bool:
    """Whether an organ ends here that is told in short too: 县委农工办."""
    return text[-1] not in _PLACES and (is_organ(text) or text[-1] == "办")


def _second(text: str, start: int, end: int) -> bool:
    """Whether organ and date without 印发 stand on two lines: that is a signature, not a 印发 line."""
    return "\n" in text[start:end]


def _note_kind(inner: str) -> Kind:
    """附注 (a 请示 gives its 联系人 there), unless the brackets hold a web page's source or the number of copies."""
    if inner.replace("\n", "").startswith("共印"):
        return Kind.CONTACT
    return Kind.CHROME if is_chrome(inner) else Kind.NOTE


def _sentence_end(normal: NormalText, start: int, hi: int) -> int:
    """抄送 runs to its 。 over however many lines, but not into a 印发 line; without 。 to the end of its line."""
    text = normal.text
    stop = _printed_from(normal, start, min(hi, start + _RECORD))
    again = _AGAIN.search(text, start + len("抄报"), stop)
    stop = again.start() if again else stop
    full = text.find("。", start, stop)
    if full >= 0:
        return full + 1
    line = text.find("\n", start, stop)
    return line if line >= 0 else stop


def tail_end(normal: NormalText, lo: int, hi: int) -> int:
    """Where the elements from ``lo`` on end."""
    end = lo
    for element in elements(normal, lo, hi):
        end = element.end
    while end < hi and normal.text[end] in "\n 。":
        end += 1
    return end


def tail_start(normal: NormalText, lo: int, hi: int) -> int:
    """The earliest place from which nothing but tail elements runs to ``hi``; ``hi`` when there is none."""
    start = hi
    for piece in islice(pieces_back(normal, max(lo, hi - _WINDOW // 2), hi), _PIECES):
        if tail_end(normal, piece.start, hi) < hi:
            if piece.start < start - 200:
                break
            continue
        start = piece.start
    start = min(start, _record_start(normal, lo, hi))
    found = listed(normal, lo, start)
    return found.start if found else start


def _record_start(normal: NormalText, lo: int, hi: int) -> int:
    """Where a 版记 that is glued to the last sentence begins (…。抄送：…。清溪县人民政府办公室2023年5月4日印发)."""
    text = normal.text
    for match in _cc().finditer(text, max(lo, hi - _RECORD), hi):
        sure = text[match.start() - 1] in "。）\n" or normal.gaps[match.start()] or match.group()[1] == "送"
        if sure and tail_end(normal, match.start(), hi) >= hi:
            return match.start()
    floor = max(lo, hi - _RECORD)
    printed = _LAST.search(text, floor, hi) if text.find("印发", floor, hi) >= 0 else None
    if not printed:
        return hi
    organs = organs_before(normal, lo, printed.start())
    return organs[0][0] if organs else printed.start()


@cache
def _cc() -> re.Pattern[str]:
    return re.compile(rf"(?:{_forms('cc')})(?:机关|单位)?：")


@cache
def _contact() -> re.Pattern[str]:
    return re.compile(rf"(?:{_forms('contact')})(?:人|电话)?[：0-9]")


def _forms(value: str) -> str:
    return any_of(forms_of("closing", value))
