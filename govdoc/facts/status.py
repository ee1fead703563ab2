"""Status (状态): whether it happened, is intended, or is a norm.

The words beside the amount decide first (力争, 应当, 已), then the section's label (2026年重点工作),
then what kind of document the title names (办法 sets norms, 方案 plans, 报告 tells).
"""

from __future__ import annotations

import re
from functools import cache

from govdoc.facts.mention import Context, Place
from govdoc.model.fact import Status
from govdoc.rulebook import rows
from govdoc.text.normal import NormalText


@cache
def _pattern(value: str) -> re.Pattern[str]:
    words = sorted((form for row in rows("status") if row.value == value for form in row.forms), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))


_GENRES = (("genre_rule", Status.RULE), ("genre_planned", Status.PLANNED), ("genre_actual", Status.ACTUAL))
_SECTIONS = (("section_planned", Status.PLANNED), ("section_actual", Status.ACTUAL), ("section_rule", Status.RULE))
_WRAPPERS = re.compile("的?(?:通知|函|公告|批复|决定)$")
_FUTURE = re.compile("到(20[0-9]{2})年")


def genre(normal: NormalText, context: Context) -> Status | None:
    """What the title says of the whole document: the last word of a kind, 通知 of what it sends set aside."""
    if context.title is None:
        return None
    title = _WRAPPERS.sub("", normal.text[slice(*context.title)].replace("\n", "")).rstrip("》”）")
    return _last(title, _GENRES)


def _last(text: str, kinds: tuple[tuple[str, Status], ...]) -> Status | None:
    best, found = -1, None
    for value, status in kinds:
        for match in _pattern(value).finditer(text):
            if match.end() > best:
                best, found = match.end(), status
    return found


def section(place: Place | None) -> Status | None:
    """What the labels of a section say, the innermost first.

    >>> section(Place(0, 9, 0, 5, ("二、2026年重点工作", "（一）稳增长")))
    <Status.PLANNED: 'planned'>
    """
    for label in reversed(place.path if place else ()):
        for value, status in _SECTIONS:
            if _pattern(value).search(label):
                return status
    return None


def local(text: str, low: int, high: int, default: Status, year: int | None) -> Status:
    """The words of the clause around an amount against the default of its surroundings."""
    if default is Status.RULE:
        return Status.ACTUAL if _pattern("actual").search(text, low, high) else default
    if _pattern("planned").search(text, low, high) or _later(text, low, high, year):
        return Status.PLANNED
    if default is Status.PLANNED:
        if _pattern("actual").search(text, low, high):
            return Status.ACTUAL
        if _pattern("rule").search(text, low, high):
            return Status.RULE
    return default


def _later(text: str, low: int, high: int, year: int | None) -> bool:
    match = _FUTURE.search(text, low, high)
    return bool(match and year and int(match[1]) > year)
