"""What a letter encloses: the 方案 behind a 印发通知, and 附件 pages, each a document of its own.

An enclosure begins behind the closing of the letter, at a line 附件1, or where a title stands
that the letter has named in 《》 or in its 附件说明.
"""

from __future__ import annotations

import re

from govdoc.layout.attachment import Listed
from govdoc.text.normal import NormalText

_NAMED = re.compile(r"《([^《》]{4,90}(?:〈[^〉]{1,60}〉[^《》]{0,40})?)》")
_GIVEN = re.compile(r"印发|转发|批转|公布|施行|制定了|制订了|发布")
_LABEL = re.compile(
    r"(?:[一-龥]{0,8}〔[0-9]{4}〕[0-9]{1,4}号)?附(?:件|表|录)?(?P<number>[0-9]{1,2}|[一二三四五六七八九十]{1,3})?[：:.．、]?"
)
_SMALL = 12  # characters; less behind a closing is debris, not an enclosure


def named(normal: NormalText, lo: int, hi: int) -> list[str]:
    """The titles in 《》 of a letter that gives something out (现将《…》印发给你们)."""
    text = normal.text[lo:hi]
    return [m[1] for m in _NAMED.finditer(text)] if _GIVEN.search(text) else []


def enclosure_starts(normal: NormalText, at: int, hi: int, titles: list[str]) -> list[int]:
    """Where the enclosures between ``at`` and ``hi`` begin."""
    text = normal.text
    while at < hi and text[at] in "\n 。":
        at += 1
    if hi - at < _SMALL:
        return []
    starts = sorted({at, *_labels(normal, at, hi, titles), *_titles(normal, at, hi, titles)})
    return [s for i, s in enumerate(starts) if i == 0 or not _same(text, starts[i - 1], s)]


def _labels(normal: NormalText, lo: int, hi: int, titles: list[str]) -> list[int]:
    """Lines that hold 附件 and its number and nothing else, and 附件1 before a known title."""
    text, gaps, found = normal.text, normal.gaps, []
    at = text.find("附", lo, hi)
    while at >= 0:
        match = _LABEL.match(text, at, hi)
        end = match.end() if match else at
        free = end < hi and (gaps[end] > 0 or text[end] == "\n")
        opens = at == lo or gaps[at] > 0
        if match and ((opens and free) or any(text.startswith(t, end) for t in titles if match["number"])):
            found.append(_with_number(normal, lo, at))
        at = text.find("附", at + 1, hi)
    return found


def _with_number(normal: NormalText, lo: int, at: int) -> int:
    """清府〔2023〕9号附件1: the 发文字号 belongs to the label."""
    match = re.search(r"[一-龥]{0,8}〔[0-9]{4}〕[0-9]{1,4}号$", normal.text[max(lo, at - 24) : at])
    return at - len(match.group()) if match else at


def _titles(normal: NormalText, lo: int, hi: int, titles: list[str]) -> list[int]:
    """Where a named title stands by itself, over however many lines."""
    text, gaps, found = normal.text, normal.gaps, []
    for title in titles:
        core = title.removeprefix("关于")
        pattern = re.compile("(?:关于\n?)?" + "\n?".join(map(re.escape, core)))
        for match in pattern.finditer(text, lo, hi):
            start, end = match.span()
            edge = start == lo or gaps[start] > 0 or text[start - 1] == "。"
            if edge and (end == hi or gaps[end] > 0 or text[end] in "\n（") and text[start - 1 : start] != "《":
                found.append(start)
                break
    return found


def _same(text: str, before: int, start: int) -> bool:
    """A label and the title right behind it begin one enclosure."""
    return bool(_LABEL.fullmatch(text[before:start].strip("\n "))) or start - before < _SMALL


def listed_titles(normal: NormalText, found: Listed | None) -> list[str]:
    """The titles of an 附件说明."""
    return [normal.text[a:b].replace("\n", "") for _, a, b in found.items] if found else []
