"""Years without 年 behind them (年代、名称里的年份): 20世纪90年代初, 2024 of 2024清溪竞争力指数."""

from __future__ import annotations

import re

from govdoc.facts.mention import Moment
from govdoc.facts.number.numeral import read
from govdoc.text.pattern import pattern

_TEN = r"(?:(?P<c>(?:1[5-9]|20|十[五六七八九]|二十)世纪)?(?P<d>[1-9]0|[二三四五六七八九]十)年代(?P<t>[初末]期?|中期|后期|前期)?)"
_DECADE, _UNTIL = pattern(_TEN), pattern(f"[至到—-]{_TEN}")  # 20世纪80年代|至90年代
_DECADE_PARTS = {"初": (0, 3), "前": (0, 4), "中": (3, 6), "后": (5, 9), "末": (7, 9)}  # 80年代后期 is 1985 to 1989
_TITLED = pattern(r"(?:19|20)[0-9]{2}(?=[一-龥]{2})")
_NO_YEAR = frozenset("第号：:")
_PLACES = frozenset("省市县区镇乡村")


def heads(text: str, at: int, stop: int, unit: str) -> Moment | None:
    """2020 of 2020县水利局工作总结: no line begins with so many counties."""
    opens = unit in _PLACES and (at == 0 or text[at - 1] == "\n")
    return titled(text, at, stop, len(text)) if opens else None


def decade(text: str, at: int, end: int) -> Moment | None:
    """80年代后期, 20世纪80年代至90年代: ten years, or more, of the century that is said, else of the twentieth.

    >>> decade("自80年代后期以来", 1, 9).value, decade("20世纪80年代至90年代", 0, 13).value
    ('1985/1989', '1980/1999')
    """
    match = _DECADE.match(text, at, end)
    if not match:
        return None
    first, last = _ten_years(match, match["c"])
    until = _UNTIL.match(text, match.end(), end)
    if until and (later := _ten_years(until, until["c"] or match["c"]))[1] > last:
        return Moment(at, until.end(), f"{first}/{later[1]}", "date.decade")
    return Moment(at, match.end(), f"{first}/{last}", "date.decade")


def _ten_years(match: re.Match[str], century: str | None) -> tuple[int, int]:
    """The first and the last year of a decade or of the part of it that is said."""
    first = (int(read((century or "20世纪").removesuffix("世纪"))) - 1) * 100 + int(read(match["d"]))
    low, high = _DECADE_PARTS[match["t"][0]] if match["t"] else (0, 9)
    return first + low, first + high


def titled(text: str, at: int, stop: int, end: int) -> Moment | None:
    """2024 of 2024清溪竞争力指数: a year that opens a name.

    >>> titled("发布2024清溪竞争力指数", 2, 6, 13).value
    '2024'
    """
    if not _TITLED.match(text, at, end) or text[at - 1 : at] in _NO_YEAR:
        return None
    return Moment(at, stop, text[at:stop], "date.titled")
