"""附件1: the line that an enclosure opens with, alone, before its title, or with 附件1： in front of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from govdoc.layout.foot.tail import tail_end
from govdoc.text.normal import NormalText
from govdoc.text.pattern import pattern

_LABEL = pattern(
    r"附(?:件|表|录)(?P<number>[0-9](?=[12][0-9]{3}年)|[0-9]{1,2}(?:-[0-9])?|[一二三四五六七八九十]{1,3})?[：:.．、]?|附(?P<bare>[0-9]{0,2})[：:]"
)
_OPENING = pattern(lambda: rf"(?:[一-龥]{{0,8}}〔[0-9]{{4}}〕[0-9]{{1,4}}号)?(?:{_LABEL.pattern})")
_CITED = pattern(r"[一-龥]{0,8}〔[0-9]{4}〕[0-9]{1,4}号$")
_HEADED = pattern(r"附(?:件|表|录)?(?P<number>[0-9]{1,2}|[一二三四五六七八九十])[：:](?=[^\n])")  # 附件1：水库名单
_FIRST = ("1", "一")
_LIST = 400  # characters; 附件： and the next 附件 nearer than this with no 。 between are a list
_TITLE = 60  # characters; a title behind 附件1： is not longer


class _Page(NamedTuple):
    """A label at ``start``; ``end`` is behind it, behind the title on its line too."""

    start: int
    end: int
    numbered: bool


def labels(normal: NormalText, lo: int, hi: int, titles: Sequence[str]) -> list[int]:
    """Lines that hold 附件 and its number and nothing else, 附件1 before a title, 附件1：水库名单 above its text."""
    both = chain(_headed(normal, lo, hi), _free(normal, lo, hi, titles))
    found = sorted({page.start: page for page in both}.values())
    after = [*(page.start for page in found), hi + _LIST][1:]
    return [
        page.start
        for page, later in zip(found, after, strict=False)
        if page.numbered or not _is_list(normal.text, page.start, later)
    ]


def page_label(normal: NormalText, lo: int, hi: int) -> int | None:
    """Where 附件 opens the pages behind a text that nobody signed: a speech with its 名词注释, a 办法 with its 附件1：."""
    text, gaps = normal.text, normal.gaps
    headed: set[int] | None = None
    for match in _LABEL.finditer(text, lo, hi):
        start, end = match.span()
        free = end < hi and (gaps[end] > 0 or text[end] == "\n")
        if free and gaps[start] > 0 and text[start - 1] in "\n。！”" and text[end - 1] not in "：:":
            return start
        if match["number"] in _FIRST:
            headed = {page.start for page in _headed(normal, lo, hi)} if headed is None else headed
            if start in headed:
                return start
    return None


def label_number(text: str, lo: int, hi: int) -> tuple[int, int] | None:
    """The number of the 附件1 that opens an enclosure.

    >>> label_number("附件1清溪县水库名单", 0, 10)
    (2, 3)
    """
    match = _OPENING.match(text, lo, hi)
    return match.span("number") if match and match["number"] else None


def label_end(text: str, lo: int, hi: int) -> int:
    """Behind 附件1 and the line break after it."""
    match = _OPENING.match(text, lo, hi)
    end = match.end() if match else lo
    while end < hi and text[end] in "\n ":
        end += 1
    return end


def is_label(text: str) -> bool:
    """Whether a string is nothing but a label, with or without a 发文字号.

    >>> is_label("附件1"), is_label("清府〔2023〕9号附件1"), is_label("附件1水库名单")
    (True, True, False)
    """
    if _LABEL.fullmatch(_CITED.sub("", text[:24]) or text):
        return True
    match = _LABEL.search(text)
    return match is not None and match.end() == len(text) and bool(_CITED.fullmatch(text[: match.start()]))


def _free(normal: NormalText, lo: int, hi: int, titles: Iterable[str]) -> Iterator[_Page]:
    """The labels that stand alone on their lines or before a title that was named."""
    text, gaps = normal.text, normal.gaps
    at = text.find("附", lo, hi)
    while at >= 0:
        match = _LABEL.match(text, at, hi)
        if match:
            start, end = _with_number(normal, lo, at), match.end()
            opens = start == lo or gaps[start] > 0
            free = end < hi and (gaps[end] > 0 or text[end] in "\n ")
            if (opens and free) or (text[end - 1] not in "：:" and any(text.startswith(t, end) for t in titles)):
                yield _Page(start, end, bool(match["number"]))
        at = text.find("附", at + 1, hi)


def _headed(normal: NormalText, lo: int, hi: int) -> Iterator[_Page]:
    """The labels with a title on their lines, 附件1：水库名单, that text follows; without any they are a list."""
    text, gaps = normal.text, normal.gaps
    opened = (m for m in _HEADED.finditer(text, lo, hi) if (m.start() == lo or gaps[m.start()]) and not gaps[m.end()])
    ends = [(m.start(), _title_end(normal, m.end(), hi)) for m in opened]
    for (start, end), (after, _) in pairwise([*ends, (hi, hi)]):
        if end and end + 1 < after and not _LABEL.match(text, end + 1) and tail_end(normal, end + 1, hi) < hi:
            yield _Page(start, end, numbered=True)


def _title_end(normal: NormalText, at: int, hi: int) -> int:
    """Where the title behind 附件1： ends, at its line or a gap; 0 when a sentence stands there."""
    text, gaps = normal.text, normal.gaps
    end = next((i for i in range(at + 1, min(at + _TITLE, hi)) if text[i] == "\n" or gaps[i]), 0)
    return 0 if any(stop in text[at:end] for stop in "。；") else end


def _is_list(text: str, at: int, later: int) -> bool:
    """附件： with titles below it, before the pages themselves."""
    return later - at < _LIST and "。" not in text[at:later]


def _with_number(normal: NormalText, lo: int, at: int) -> int:
    """清府〔2023〕9号附件1: the 发文字号 belongs to the label."""
    match = _CITED.search(normal.text[max(lo, at - 24) : at])
    return at - len(match.group()) if match else at
