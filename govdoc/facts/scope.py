"""口径 (scope): for whom a figure stands: 全镇 · 全市 · 市本级 · 规模以上 · 城镇."""

from __future__ import annotations

import re
from functools import cache

from govdoc.rulebook import rows

_RANKS = re.compile("稳居|位居|位列|名列|排名|排在|跃居|居于|居|列|占|保持|升至|跃升至")


@cache
def _scope() -> re.Pattern[str]:
    words = {form for row in rows("scope") for form in row.forms}
    return re.compile("|".join(sorted(map(re.escape, words), key=len, reverse=True)))


def scope(text: str, low: int, end: int) -> tuple[int, int] | None:
    """The last scope word of ``text[low:end]``.

    >>> scope("全省生产总值", 0, 6)
    (0, 2)
    """
    found = None
    for found in _scope().finditer(text, low, end):
        pass
    return found.span() if found else None


def ranked(text: str, low: int, end: int) -> tuple[tuple[int, int] | None, int]:
    """Among whom a rank holds, and where the words before that end: 单产|居|粮食主产省|第1位.

    >>> ranked("单产居粮食主产省", 0, 8), ranked("指数全国", 0, 4)
    (((3, 8), 2), ((2, 4), 2))
    """
    found = None
    for found in _RANKS.finditer(text, low, end):
        pass
    if found:
        return ((found.end(), end) if found.end() < end else scope(text, low, found.start())), found.start()
    place = scope(text, low, end)
    return place, place[0] if place and place[1] == end else end
