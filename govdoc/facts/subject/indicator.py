"""Known indicators (指标): the canonical id of a subject, 地区生产总值 for GDP."""

from __future__ import annotations

from functools import cache

from govdoc.rulebook import rows
from govdoc.text.pattern import pattern

_JOINED = pattern("[、和与及]")  # 城镇和|农村居民人均可支配收入 is not that of the country alone
_SHORTEST = 3  # two characters are never enough at the end of a longer name


@cache
def _names() -> tuple[dict[str, str], dict[str, list[int]]]:
    """Name → id; and the end of a name → the lengths of the names that end so, the longest first."""
    names = {form: row.value for row in rows("indicator") for form in row.forms}
    sizes: dict[str, set[int]] = {}
    for name in names:
        sizes.setdefault(name[-_SHORTEST:], set()).add(len(name))
    return names, {end: sorted(lengths, reverse=True) for end, lengths in sizes.items()}


def indicator(name: str) -> str | None:
    """The id of the longest indicator name that ``name`` is or ends with.

    >>> indicator("全县一般公共预算收入"), indicator("村道"), indicator("城镇、农村居民人均可支配收入")
    ('一般公共预算收入', None, None)
    """
    names, sizes = _names()
    for size in sizes.get(name[-_SHORTEST:], ()):
        found = names.get(name[-size:])
        if found:
            return None if _JOINED.search(name, 0, len(name) - size) else found
    return None
