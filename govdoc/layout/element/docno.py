"""发文字号: 机关代字 + 年份 + 序号, as in 清府〔2023〕9号; 令 and 公告 number plainly (第12号, 2020年第6号).

GB/T 9704-2012 wants 六角括号 〔〕; archives hold every other bracket, broken pairs and spaces too.
The last character is 号, or nearly always, so the scan goes from one 号 to the next and reads backwards.
"""

from __future__ import annotations

import re
from collections import deque
from functools import cache
from typing import NamedTuple

from govdoc.facts.number.numeral import read
from govdoc.layout.element.organ import NUMBERED, is_organ
from govdoc.model.header import DocNumber
from govdoc.rulebook import forms_of
from govdoc.text.lexicon import any_of
from govdoc.text.normal import NormalText
from govdoc.text.pattern import pattern

_REACH = 40  # 号 closes a number no longer than this: 食品药品监管总局、海关总署公告 and 第4号 in all
_CODE = 14  # 机关代字 of joint bodies: 国务院联防联控机制综发 is the longest met
_MARK = 6  # a shorter organ in front of a number is part of its 机关代字 (人社厅明电, 工信部联企业)
_OPEN, _CLOSE = "〔﹝【（[〈《{<＜", "〕﹞】）]〉》}>＞"

_ZERO = "0OoО〇○"  # 〔2O23〕1〇号: what a scanner makes of 0
_DIGIT = "1-9" + _ZERO
_ZEROS = str.maketrans(dict.fromkeys(_ZERO, "0"))
_NUMBER = pattern(
    rf"""
    (?: (?P<open>[{re.escape(_OPEN)}])? [ ]?
        (?P<year>(?:19|2[{_ZERO}])[{_DIGIT}]{{2}}) [ ]?
        (?(open) (?P<close>[{re.escape(_CLOSE + _OPEN)}])? | (?P<half>[{re.escape(_CLOSE)}]) )
        [ ]? 第? [ ]? (?P<serial>[{_DIGIT}]{{1,5}})                  # 〔2023〕9号, [2023]9号, 2023〕9号
      | [〔﹝【［（\[] [ ]? [〕﹞】］）\]] [ ]? (?P<blank>[0-9]{{1,4}})     # 清府发〔〕9号: the year was lost
      | (?<=[发函办文规]) (?P<run>(?:19|20)[0-9]{{2}}) (?P<rest>[1-9][0-9]{{0,2}})       # （清发201120号）: the brackets were lost
      | 字 第 (?P<plain>[0-9]{{1,5}}|[一二三四五六七八九十百〇零]{{1,5}})   # 国秘字第201号
      | (?P<whole>(?:19|20)[0-9]{{2}}) 年 第 (?P<nth>[0-9]{{1,4}})        # 财政部公告2020年第6号
      | 第 (?P<order>[0-9]{{1,4}}|[一二三四五六七八九十百〇零]{{1,5}})       # 国务院令第721号, 第12号
    ) 号\Z
    """,
    re.VERBOSE,
)
_HEAD = 600  # characters in which a document's own number stands
_UNENDED = pattern(  # 清发改审〔2023〕71 at the end of its line: 号 was left out
    r"[〔﹝【［\[](?P<year>(?:19|20)[0-9]{2})[〕﹞】］\]] ?(?P<serial>[0-9]{1,4})(?=\n|\Z)"
)
_WORDS = pattern(r"[一-龥]+\Z")
_JOINT = pattern(r"(?:[一-龥]{2,20}[局署部委厅院会府办行]、){0,4}[一-龥]+\Z")  # 清溪市水利局、林业局|第4号令
_ORDER = pattern(r"(?:[一-龥、]{0,30}(?:令|公告|通告))\Z")
# 清溪市人民政府令（第67号）: its 机关代字 is the mark
_SERIES = pattern(r"(.{2,40}(?:令|公告|通告))（?(?:[0-9]{4}年)?第")


class NumberPlace(NamedTuple):
    """A 发文字号-shaped string ``text[start:end]`` and its parts, read."""

    start: int
    end: int
    organ_code: str | None
    year: int | None
    serial: int | None


def doc_numbers(normal: NormalText) -> tuple[NumberPlace, ...]:
    """Every 发文字号 of the text, cited or own, in order.

    >>> from govdoc.text.normalise import normalise
    >>> [n[2:] for n in doc_numbers(normalise("清府办发[2023] 12号，见（云府〔2022﹞3号）"))]
    [('清府办发', 2023, 12), ('云府', 2022, 3)]
    """
    text, found, done = normal.text, [], 0
    at = text.find("号")
    while at >= 0:
        place = _read(normal, max(done, at - _REACH), at + 1)
        if place:
            found.append(place)
            done = place.end
        at = text.find("号", at + 1)
    bare = _unended(normal)
    return tuple(sorted([*found, bare])) if bare else tuple(found)


def _unended(normal: NormalText) -> NumberPlace | None:
    """The number of the head that stands alone on its line without its 号."""
    match = _UNENDED.search(normal.text, 0, _HEAD)
    if match is None:
        return None
    start = _code_start(normal, max(0, match.start() - _REACH), match.start())
    alone = start == 0 or normal.gaps[start] or normal.text[start - 1] == "\n"
    code, year, serial = normal.text[start : match.start()], int(match["year"]), int(match["serial"])
    return NumberPlace(start, match.end(), code, year, serial) if alone and len(code) > 1 else None


def doc_number(normal: NormalText, place: NumberPlace) -> DocNumber:
    """The model of a place; ``value`` is the standard writing with 〔〕."""
    span = normal.span(place.start, place.end)
    code, year, serial = place.organ_code, place.year, place.serial
    value = normal.clean(place.start, place.end)
    if code is None and (series := _SERIES.match(value)):
        code = series[1]
    elif year is not None and "年第" not in value:
        value = f"{code or ''}〔{year}〕{serial}号"
    return DocNumber.trusted(
        span=span, text=normal.verbatim(place.start, place.end), value=value, organ_code=code, year=year, serial=serial
    )


def _read(normal: NormalText, lo: int, end: int) -> NumberPlace | None:
    """The number that ends with the 号 at ``end``, in any of the forms of :data:`_NUMBER`; None when it is none."""
    text = normal.text
    match = _NUMBER.search(text[lo:end])
    if not match:
        return None
    start, got = lo + match.start(), match.groupdict()
    if got["year"]:
        first = _code_start(normal, lo, start)
        return NumberPlace(first, end, text[first:start] or None, _scanned(got["year"]), _scanned(got["serial"]))
    if serial := got["plain"] or got["blank"]:
        stop = start if got["blank"] else start + 1
        first = _code_start(normal, lo, stop)
        code = text[first:stop]
        return NumberPlace(first, end, code, None, _count(serial)) if len(code) > 1 else None
    if got["run"]:
        first = _code_start(normal, lo, start)
        whole = text[first - 1 : first] == "（" and text.startswith("）", end)
        return NumberPlace(first, end, text[first:start], int(got["run"]), int(got["rest"] or 0)) if whole else None
    return _ordered(normal, lo, start, end, got)


def _ordered(normal: NormalText, lo: int, start: int, end: int, got: dict[str, str | None]) -> NumberPlace | None:
    """令 and 公告: with the organ before it on the same line, else only alone on its line."""
    text, gaps = normal.text, normal.gaps
    year = int(got["whole"]) if got["whole"] else None
    serial = _count(got["nth"] or got["order"] or "")
    cut = max((i for i in range(max(lo, start - 30), start) if gaps[i]), default=max(lo, start - 30))
    organ = _ORDER.search(text, cut, start) if not gaps[start] else None
    first = organ.start() if organ else start
    if text.startswith("）", end) and text.endswith("》（", 0, first):
        return NumberPlace(first, end, None, year, serial)  # 《防汛通告》（第6号）, 《办法》（公告2015年第102号）
    if organ and len(organ.group()) > 2 and "的" not in organ.group() and "关于" not in organ.group():
        dated = organ.group().startswith("日") and text[organ.start() - 1 : organ.start()].isdigit()
        return NumberPlace(organ.start() + dated, end, None, year, serial)
    if text[end : end + 1] == "令" and not gaps[end]:
        words = _JOINT.search(text, max(cut, lo), start)
        return NumberPlace(words.start() if words else start, end + 1, None, year, serial)
    opened = start > 0 and text[start - 1] in "（〔[" and not gaps[start]
    closed = end + (text[end : end + 1] in ("）", "〕", "]"))
    edge = start - opened
    titled = text[:edge].endswith(NUMBERED) if edge < _REACH else text[edge - _REACH : edge].endswith(NUMBERED)
    alone = (edge == 0 or gaps[edge] > 0) and (closed >= len(text) or gaps[closed] > 0 or text[closed] == "\n")
    alone = alone or (titled and (opened == (closed > end)) and (opened or organ is not None))
    return NumberPlace(start, end, None, year, serial) if alone else None


def _code_start(normal: NormalText, lo: int, at: int) -> int:
    """Where the 机关代字 that ends at ``at`` begins: behind punctuation, a gap, a word of docno.tsv, an organ."""
    text, gaps = normal.text, normal.gaps
    words = _WORDS.search(text, max(lo, at - _REACH), at)
    if not words:
        return at
    gap = next((i for i in range(at - 1, words.start(), -1) if gaps[i]), words.start())
    stop = deque(_stops().finditer(text, words.start(), at), maxlen=1)
    if stop and stop[0].end() == at and (gap > stop[0].start() or gaps[at]):
        return at
    start = max(gap, stop[0].end()) if stop and stop[0].end() < at else gap
    organ = _organ_end(text, start, at)
    return organ or max(start, at - _CODE)


def _organ_end(text: str, start: int, at: int) -> int:
    """清溪县财政局|清财发〔…〕: an 发文机关标志 that runs into its number; 0 when there is none."""
    for end in range(at - 2, start + _MARK - 1, -1):
        if is_organ(text[start:end]):
            return end
    return 0


@cache
def _stops() -> re.Pattern[str]:
    return re.compile(any_of(forms_of("docno")))


def _scanned(digits: str) -> int:
    return int(digits.translate(_ZEROS))


def _count(digits: str) -> int | None:
    """The value of 12, 十二, 一二; None when it is none.

    >>> _count("12"), _count("一百二十"), _count("一二"), _count("十百十")
    (12, 120, 12, None)
    """
    try:
        return int(read(digits))
    except ValueError:
        return None
