"""口径 (scope): for whom a figure stands: 全镇 · 全市 · 市本级 · 规模以上 · 城镇; for a rank, among whom."""

from __future__ import annotations

import re
from functools import cache

from govdoc.facts.lexicon import any_of
from govdoc.rulebook import rows
from govdoc.text.pattern import pattern

_COMPARED = ("于", "比", "较", "占", "在", "与", "对", "过")
_PLACES = ("nation", "region", "province", "city", "county", "township")

Range = tuple[int, int]


def _longest_first(forms: frozenset[str]) -> str:
    return "|".join(sorted(map(re.escape, forms), key=len, reverse=True))


@cache
def _forms(*kinds: str) -> frozenset[str]:
    """The words of these kinds."""
    return frozenset(form for row in rows("scope") for form in row.forms if row.value in kinds)


@cache
def _alone() -> frozenset[str]:
    """The words that are scopes by themselves."""
    return _forms(*_PLACES, "enterprise", "residence", "sum")


def _placed() -> str:
    """A scope word but in a name (全国人大); 城镇 and 农村 only before people: 农村公路 is a kind of road."""
    others, residence = _forms(*_PLACES, "enterprise"), _forms("residence")
    compared, names, people = "".join(_COMPARED), _longest_first(_forms("name")), _longest_first(_forms("people"))
    placed = any_of(others, guard=f"(?<![{compared}].)")
    tier, budget = any_of(_forms("tier")), _longest_first(_forms("budget"))
    return f"{placed}(?!{names})|{any_of(residence)}(?={people})|{tier}(?=(?:{budget})|$)"


_SCOPE = pattern(_placed)


def holds_on(text: str, place: Range) -> bool:
    """Whether a scope holds for the clauses that follow: 全省 and 我市 do, 规模以上 and 城镇 do not."""
    return text[place[0]] in "全我" and text[slice(*place)] in _forms(*_PLACES)


@cache
def _ranks() -> re.Pattern[str]:
    known = any_of(form for row in rows("rank") for form in row.forms)
    return re.compile(f"{known}|(?<![减安编])排(?=全.|[东西中]部)")  # 总额|排|西部|第2位, but 减排


def scope(text: str, low: int, end: int) -> Range | None:
    """The first scope word of ``text[low:end]``.

    >>> scope("全省生产总值", 0, 6), scope("农村公路", 0, 4), scope("其中农村", 0, 4)
    ((0, 2), None, (2, 4))
    """
    found = _SCOPE.search(text, low, end)
    if found:
        return found.span()
    last = (end - 2, end)
    return last if last[0] >= low and is_scope(text, *last) and text[last[0] - 1 : last[0]] not in _COMPARED else None


def is_scope(text: str, start: int, end: int) -> bool:
    """Whether the words are a scope and nothing else."""
    return text[start:end] in _alone()


def ranked(text: str, low: int, end: int) -> tuple[Range | None, int]:
    """Among whom a rank holds, and where the words before that end: 单产|居|粮食主产省|第1位.

    >>> ranked("单产居粮食主产省", 0, 8), ranked("指数全国", 0, 4)
    (((3, 8), 2), ((2, 4), 2))
    """
    found = list(_ranks().finditer(text, low, end))
    if found:
        start, stop = found[-1].span()
        return ((stop, end) if stop < end else scope(text, low, start)), start
    place = (end - 2, end) if end - low >= 2 and is_scope(text, end - 2, end) else scope(text, low, end)
    return place, place[0] if place and place[1] == end else end
