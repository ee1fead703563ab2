"""署名和成文日期: the organs and the date that close a document, wherever the text puts them.

They stand on lines of their own, behind spaces in flat text, or straight behind the last 。
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govdoc.layout.element.chrome import is_chrome
from govdoc.layout.element.kind import list_words
from govdoc.layout.element.moment import BLANK, DAY, MONTH, POINTED
from govdoc.layout.element.organ import is_name, is_office, is_organ, signs, single
from govdoc.layout.element.pieces import Piece, pieces_back
from govdoc.layout.foot.attachment import listed
from govdoc.text.normal import Gap, NormalText
from govdoc.text.pattern import pattern

_DATE = pattern(f"{DAY}|{BLANK}")
_POINTED = pattern(POINTED)
_DAYLESS = pattern("月(?![0-9一二三四五六七八九十日份底初末上中下至—-])")  # 2024年5月 without a day
_TO_MONTH = pattern(MONTH)
_MONTH = pattern(r"月[0-9一二三四五六七八九十廿]{0,3}日")  # a literal first character makes this scan fast
_YEAR = 8  # characters from year to 月: 二〇二一年十一
_BEGIN = 6  # characters of a named title are enough to know it
_REACH = 260  # ten joint organs
_STOPS = pattern(r"[。！？；：，》]|[A-Za-z0-9_][^一-龥“]*(?=[一-龥“])")
_FOOT = rf"[（\[【〔]|附|主题词|抄送|抄报|分送|政策咨询|联系|咨询电话|扫一扫|责任编辑|相关|分享|打印|关闭|[一-龥]{{4,30}}{DAY}印发"
_FOLLOWS = pattern(rf"\n|{_FOOT}")  # 2023年5月4日|清溪县人民政府办公室2023年5月5日印发
_ENDS = pattern(rf"\n*(?:{_FOOT}|\Z)")
_SEAL = pattern(r"（[^（）]{0,30}章）")  # （清溪县教育局代章）
_RECORD = ("主题词：", "抄送：", "抄报：")  # a 版记 follows
_ITEM = pattern(r"[一二三四五六七八九十]、|[0-9]{1,2}[.．、]")
_SHORT = 4  # a broken first half of an organ's name is longer


class Known(NamedTuple):
    """What the head and the letter have named: titles that may follow, organs that may sign."""

    titles: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()


NOTHING = Known()


class SignOff(NamedTuple):
    """Organs (each a range) and date of a closing; ``start``-``end`` covers both."""

    start: int
    end: int
    organs: tuple[tuple[int, int], ...]
    date: tuple[int, int] | None


def signoffs(normal: NormalText, lo: int, hi: int, known: Known = NOTHING) -> Iterator[SignOff]:
    """Every place of ``lo``-``hi`` that could close a document, in order; 2021.11.23 and 2021年11月 where no organ signs with a day.

    >>> from govdoc.text.normalise import normalise
    >>> n = normalise("特此报告。云岭镇人民政府2021年11月23日")
    >>> [(n.text[a:b], n.text[s.date[0]:s.date[1]]) for s in signoffs(n, 0, len(n.text)) for a, b in s.organs]
    [('云岭镇人民政府', '2021年11月23日')]
    """
    signed = False
    for month in _MONTH.finditer(normal.text, lo, hi):
        found = _signoff(normal, lo, hi, month, known)
        if found:
            signed = signed or bool(found.organs)
            yield found
    if not signed:
        yield from filter(None, (_pointed(normal, lo, hi, *day) for day in _unusual(normal.text, lo, hi)))


def _signoff(normal: NormalText, lo: int, hi: int, month: re.Match[str], known: Known) -> SignOff | None:
    """What ends with 2021年11月23日."""
    text = normal.text
    match = _DATE.search(text, max(lo, month.start() - _YEAR), month.end())
    if not match or match.end() != month.end():
        return None
    start, end = match.span()
    if text[start - 1 : start] == "（" and text.startswith("）", end):
        start, end = start - 1, end + 1
    named = any(text.startswith(t[:_BEGIN], end) for t in known.titles)
    if not (end == hi or normal.gaps[end] > 0 or _FOLLOWS.match(text, end) or named):
        return None
    organs = organs_before(normal, lo, start, known.issuers)
    recorded = text.startswith(_RECORD, end)
    ends = named and text[start - 1 : start] in ("。", "！")
    if not (organs or recorded or ends or _stands_alone(normal, lo, start, end, hi)):
        return None
    return SignOff(organs[0][0] if organs else start, end, organs, (start, end))


def _unusual(text: str, lo: int, hi: int) -> Iterator[tuple[int, int]]:
    """The dates that are seldom those of a signature: 2021.11.23, and 2021年11月 without a day."""
    yield from (day.span() for day in _POINTED.finditer(text, lo, hi))
    for month in _DAYLESS.finditer(text, lo, hi):
        dated = _TO_MONTH.search(text, max(lo, month.start() - _YEAR), month.end())
        if dated and dated.end() == month.end():
            yield dated.span()


def _pointed(normal: NormalText, lo: int, hi: int, start: int, end: int) -> SignOff | None:
    """What ends with 2021.11.23 or 2021年11月: an organ alone on its line signs, and only the foot or what it encloses follows."""
    if normal.text[end - 1] == "月" and not normal.gaps[start]:
        return None  # 清溪县水利局2024年5月
    organs = organs_before(normal, lo, start)
    if not organs or not normal.gaps[organs[0][0]]:
        return None
    if not _ENDS.match(normal.text, end, hi) and not _encloses(normal, lo, organs[0][0], end):
        return None
    return SignOff(organs[0][0], end, organs, (start, end))


def undated(normal: NormalText, lo: int, hi: int, issuers: Sequence[str]) -> tuple[int, int] | None:
    """The organ of the title that signs without a date: the last thing that stands in a range, alone.

    >>> from govdoc.text.normalise import normalise
    >>> n = normalise("特此通知。\\n清溪县水利局")
    >>> undated(n, 0, len(n.text), ["清溪县水利局"])
    (6, 12)
    """
    last = next(pieces_back(normal, lo, hi), None)
    return (last.start, last.end) if last and last.start > lo and last.gap and last.text in issuers else None


def _encloses(normal: NormalText, lo: int, organ: int, end: int) -> bool:
    """Whether a title of the 附件说明 above a signature follows its date."""
    found, after = listed(normal, lo, organ), end + (normal.text[end : end + 1] == "\n")
    return found is not None and any(normal.text.startswith(normal.text[a:b], after) for _, a, b in found.items)


def _stands_alone(normal: NormalText, lo: int, start: int, end: int, hi: int) -> bool:
    """A date without organs: behind a gap or a full stop, before a gap, no web page's date."""
    text, gaps = normal.text, normal.gaps
    if start > lo and not gaps[start]:
        return text[start - 1] in "。！" and end == hi
    floor = max(lo, start - _REACH)
    line = text[max(floor, text.rfind("\n", floor, start) + 1) : start]
    beside = text[end : end + 3] if end < hi and 0 < gaps[end] < Gap.LINE else ""
    return not (line and (is_chrome(line) or (line[-1].isascii() and line[-1].isalnum()))) and beside not in (
        "来源：",
        "作者：",
        "浏览次",
    )


def organs_before(normal: NormalText, lo: int, date: int, issuers: Sequence[str] = ()) -> tuple[tuple[int, int], ...]:
    """The organs that stand before a date, back to the last sentence."""
    found: list[tuple[int, int]] = []
    broken, held = False, None
    for piece in pieces_back(normal, max(lo, date - _REACH), date):
        start = _behind(piece)
        if found and start > piece.start and normal.text[start - 1] == "：" and normal.gaps[found[-1][0]] >= Gap.LINE:
            break  # 第二组：云岭镇人民政府 is the last line of a list
        name = normal.text[start : piece.end]
        if _SEAL.fullmatch(name) and not found:
            continue
        glued = _known(name, issuers) if start > piece.start or not is_organ(name) else []
        if glued:
            found += [(piece.end - b, piece.end - a) for a, b in glued]
            break
        office = held is not None and is_office(name.removesuffix("："))  # 市长：|周 怀 远
        if is_organ(name) or signs(name) or office:
            found.append((_after_list(normal, piece, start), held.end if held and office else piece.end))
            held = None
            if start > piece.start:
                break
        elif found and start == piece.start and not broken and _is_half(normal, piece, found[-1]):
            found[-1] = (start, found[-1][1])
            broken = True
        elif not found and not held and is_name(name):
            held = piece
        elif len(piece.text) > _SHORT or any("一" <= c <= "龥" for c in name):
            break
    return tuple(part for organ in reversed(found) for part in single(normal.text, *organ))


def _known(name: str, issuers: Sequence[str]) -> list[tuple[int, int]]:
    """The known organs that end ``name``, as distances from its end: …分工表|清溪县财政局|清溪县税务局."""
    found: list[tuple[int, int]] = []
    at = 0
    while True:
        issuer = next((i for i in issuers if name[: len(name) - at].endswith(i)), None)
        if not issuer:
            return found
        found.append((at, at + len(issuer)))
        at += len(issuer)


def _after_list(normal: NormalText, piece: Piece, start: int) -> int:
    """Behind an 附件说明 that runs into the signature: 附件：任务分工表|清溪县财政局; an organ alone on its line is whole."""
    alone = start == piece.start and (piece.opens_line or normal.text[start - 1] == "。")
    if alone or "附" not in normal.text[max(0, piece.start - _REACH) : piece.end]:
        return start
    stop = deque(list_words().finditer(piece.text, start - piece.start), maxlen=1)
    return piece.start + stop[0].end() if stop and is_organ(piece.text[stop[0].end() :]) else start


def _behind(piece: Piece) -> int:
    """Where the last clause of a piece begins: behind its last full stop, digit or Latin letter."""
    if signs(piece.text):
        return piece.start
    last = deque(_STOPS.finditer(piece.text, 0, len(piece.text) - 1), maxlen=1)
    return piece.start + last[0].end() if last else piece.start


def _is_half(normal: NormalText, piece: Piece, organ: tuple[int, int]) -> bool:
    """The first half of a name that was broken over two lines (…肺炎疫情 | 防控工作领导小组)."""
    gap = normal.gaps[organ[0]]
    whole = piece.text + normal.text[organ[0] : organ[1]]
    if _ITEM.match(piece.text):
        return False  # 附件：一、水库名单|二、值班表|清溪县水利局
    return len(piece.text) > _SHORT and gap != Gap.WIDE and is_organ(whole) and "一" <= piece.text[-1] <= "龥"
