"""Status (状态): whether it happened, is intended, or is a norm.

A time beside the amount and words beside it decide first (2027年, 力争, 已建), then the labels of the
section (2026年重点工作), then a sentence that turned the text (一年来，我们…), then what kind of
document the title names (办法 sets norms, 方案 plans, 报告 tells).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from govdoc.facts.mention import Context, Place
from govdoc.facts.period import Years
from govdoc.model.fact import Status
from govdoc.rulebook import rows
from govdoc.text.normal import NormalText

_GENRES = (("genre_rule", Status.RULE), ("genre_planned", Status.PLANNED), ("genre_actual", Status.ACTUAL))
_SECTIONS = (("section_planned", Status.PLANNED), ("section_actual", Status.ACTUAL), ("section_rule", Status.RULE))
_TURNS = (("switch_planned", Status.PLANNED), ("switch_actual", Status.ACTUAL))
_WRAPPERS = re.compile("的?(?:通知|函|公告|批复|决定)$")
_YEAR = re.compile("(?:19|20)[0-9]{2}(?=年)")


@cache
def _pattern(*values: str) -> tuple[re.Pattern[str], dict[str, str]]:
    kinds = {form: row.value for row in rows("status") if row.value in values for form in row.forms}
    return re.compile("|".join(map(re.escape, sorted(kinds, key=len, reverse=True)))), kinds


def _last(text: str, meanings: tuple[tuple[str, Status], ...]) -> Status | None:
    """The meaning of the last word of these kinds."""
    pattern, kinds = _pattern(*(value for value, _ in meanings))
    found = pattern.findall(text)
    return dict(meanings)[kinds[found[-1]]] if found else None


def genre(normal: NormalText, context: Context) -> Status:
    """What the title says of the whole document, 通知 of what it sends set aside; without a word a norm."""
    if context.title is None:
        return Status.RULE
    title = normal.text[slice(*context.title)].replace("\n", "")
    return _last(_WRAPPERS.sub("", title).rstrip("》”）"), _GENRES) or (
        Status.ACTUAL if title.endswith(("函", "批复", "决定")) else Status.RULE
    )


def section(path: tuple[str, ...], base: Years) -> Status | None:
    """What the labels of a section say, the innermost first.

    >>> section(("二、2026年重点工作", "（一）稳增长"), Years(2025, 2026))
    <Status.PLANNED: 'planned'>
    """
    for label in reversed(path):
        status = _last(label, _SECTIONS)
        if status:
            return status
    years = [int(y) for y in _YEAR.findall(path[0])] if path else []
    if years and base.told and base.now and base.told < base.now:
        return Status.PLANNED if years[-1] >= base.now else Status.ACTUAL
    return None


class Turns:
    """The sentences that turn a text without headings to the past or to the future."""

    def __init__(self, text: str) -> None:
        pattern, kinds = _pattern(*(value for value, _ in _TURNS))
        found = [(m.start(), dict(_TURNS)[kinds[m.group()]]) for m in pattern.finditer(text)]
        self._starts = [at for at, _ in found]
        self._found = [status for _, status in found]

    def at(self, place: int, low: int) -> Status | None:
        """The last turn between ``low`` and ``place``."""
        i = bisect_right(self._starts, place) - 1
        return self._found[i] if i >= 0 and self._starts[i] >= low else None


def local(text: str, low: int, high: int, default: Status) -> Status:
    """The words of the clause around an amount against the default of its surroundings.

    >>> local("力争接待游客90万人次", 0, 11, Status.ACTUAL)
    <Status.PLANNED: 'planned'>
    """
    if _pattern("planned")[0].search(text, low, high):
        return Status.PLANNED
    if default is Status.ACTUAL:
        return default
    if _pattern("actual")[0].search(text, low, high):
        return Status.ACTUAL
    if default is Status.PLANNED and _pattern("rule")[0].search(text, low, high):
        return Status.RULE
    return default
