"""Which candidates are headings: decided by the sequence each stands in (序数连续).

A marker at the beginning of a line speaks for itself. Elsewhere （一） may be a citation (第（一）项) and
8.6 an amount, so a candidate inside a line needs its neighbours: it continues the sequence, or it
is the first of one. The same holds for 20.2026年10件民生实事, whose full stop could be a decimal point.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import NamedTuple

from govdoc.layout.heading import Mark, Stand
from govdoc.model.section import MarkerStyle as Style

_LOOK = 6  # candidates of one key seen ahead: false ones between two numbers of a list are few
_LISTED = frozenset({Style.SEQUENCE, Style.ORDINAL, Style.ITEM, Style.CIRCLED})  # words that also stand alone
_HAN = "一二三四五六七八九十"
_NOT_BEFORE: dict[Style, re.Pattern[str]] = {
    Style.HAN: re.compile(rf"[{_HAN}\n]"),  # 一、二、三产业融合
    Style.HAN_PAREN: re.compile(r"[项目款条至、和与或及，。；）》\n]"),  # 第（一）项, （一）至（三）, （一）、（二）
    Style.ARABIC: re.compile(r"(?<=、)[0-9]|[0-9]+(?:\.[0-9]+)*%?(?:\n|$)"),  # 1、2月份, a cell 10.581
    Style.ARABIC_PAREN: re.compile(r"[项目款条至、和与或及，。；）》]"),
    Style.CIRCLED: re.compile(r"[①-⑳、，。和至]"),  # 栏目①②③
    Style.ARTICLE: re.compile(r"第|款|之|、|和|至|或|规定的|规定，|所列|中的|）|，"),  # 违反第五条规定的
    Style.CHAPTER: re.compile(r"第|、|和|至|或|规定|的"),
    Style.CLAUSE: re.compile(r"第|、|和|至|或|规定|的"),
    Style.PART: re.compile(r"第|、|和|至|或|的"),
    Style.ORDINAL: re.compile(rf"[{_HAN}、]|第"),  # 第一、二产业
    Style.ITEM: re.compile(r"[求务素点件义闻领职]|一|否"),  # 统一要求, 第一要务, 一是一
}
_NOT_BEHIND = re.compile(r"[第款条项（“《〈及与和或至表图件]$|[统唯之万逐]$")


class _Links(NamedTuple):
    """The numbers of the candidates that follow one candidate in its key, nearest first."""

    after: tuple[Mark, ...]

    def next(self, ordinal: int) -> bool:
        """Whether the sequence goes on with ``ordinal`` before it starts anew."""
        for mark in self.after:
            if mark.ordinal == ordinal and not mark.tight:
                return True
            if mark.ordinal == 1 and mark.stand >= Stand.STOP:
                return False
        return False

    def better(self, mark: Mark) -> bool:
        """Whether the same number comes again in a better place before the sequence goes on."""
        for other in self.after:
            if other.ordinal == mark.ordinal and (other.stand, not other.tight) > (mark.stand, not mark.tight):
                return True
            if other.ordinal != mark.ordinal and other.stand >= Stand.STOP:
                return False
        return False


def standing(text: str, candidates: list[Mark]) -> list[Mark]:
    """The candidates that are headings, in text order."""
    by_key: dict[str, list[Mark]] = defaultdict(list)
    for mark in candidates:
        if not _denied(text, mark):
            by_key[mark.key].append(mark)
    kept = [mark for key in by_key for mark in _chained(by_key[key])]
    return sorted(kept)


def _denied(text: str, mark: Mark) -> bool:
    """Whether the words around say that no heading can stand here."""
    after = _NOT_BEFORE.get(mark.style)
    if after and after.match(text, mark.end):
        return mark.style is not Style.ITEM or mark.stand < Stand.STOP
    if mark.end >= len(text):
        return True
    return mark.stand <= Stand.COMMA and _NOT_BEHIND.search(text, max(0, mark.start - 1), mark.start) is not None


def _chained(row: list[Mark]) -> list[Mark]:
    kept: list[Mark] = []
    last = 0
    for i, mark in enumerate(row):
        links = _Links(tuple(row[i + 1 : i + 1 + _LOOK]))
        mark = _numbered(mark, last)
        if _stands(mark, last, links):
            kept.append(mark)
            last = mark.ordinal
    return kept


def _numbered(mark: Mark, last: int) -> Mark:
    """最后 takes the number after the one before."""
    return mark if mark.ordinal else mark._replace(ordinal=last + 1 if last else 0)


def _stands(mark: Mark, last: int, links: _Links) -> bool:
    begins = mark.ordinal == 1 and links.next(2)
    follows = last > 0 and mark.ordinal == last + 1
    if mark.style is Style.SEQUENCE:
        return mark.stand >= Stand.COMMA and (follows or (mark.ordinal == 1 and bool(links.after) and links.after[0].ordinal != 1))
    if mark.tight:
        return mark.stand >= Stand.STOP and (follows or begins) and not links.better(mark)
    if mark.stand is Stand.LINE:
        return mark.style not in _LISTED or begins or follows or mark.ordinal > 1
    if mark.stand >= Stand.SPACE:
        return begins or follows or (mark.ordinal > 1 and links.next(mark.ordinal + 1))
    return (begins or follows) and not links.better(mark)
