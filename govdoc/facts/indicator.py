"""Known indicators (指标): the canonical id of a subject, 地区生产总值 for GDP."""

from __future__ import annotations

from functools import cache

from govdoc.rulebook import rows
from govdoc.text.pattern import pattern

_JOINED = pattern("[、和与及]")  # 城镇和|农村居民人均可支配收入 is not that of the country alone
_SHORTEST = 3  # two characters are never enough at the end of a longer name


@cache
def _names() -> tuple[dict[str, str], int, frozenset[str]]:
    """Name → id, the longest name, and the ends of all names."""
    names = {form: row.value for row in rows("indicator") for form in row.forms}
    return names, max(map(len, names)), frozenset(name[-_SHORTEST:] for name in names)


def indicator(name: str) -> str | None:
    """The id of the longest indicator name that ``name`` is or ends with.

    >>> indicator("全县一般公共预算收入"), indicator("村道"), indicator("城镇、农村居民人均可支配收入")
    ('一般公共预算收入', None, None)
    """
    names, longest, ends = _names()
    whole = names.get(name)
    if whole or name[-_SHORTEST:] not in ends:
        return whole
    for size in range(min(longest, len(name) - 1), _SHORTEST - 1, -1):
        found = names.get(name[-size:])
        if found:
            return None if _JOINED.search(name, 0, len(name) - size) else found
    return None
