"""Telling words (时态词): 已, 将, 力争, 不得, whatever says that something happened, is intended or is a norm.

They are the rows of ``rules/status.tsv``; a value of the table is asked for by its name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache

from govdoc.model.fact import Status
from govdoc.rulebook import forms_of, rows
from govdoc.text.lexicon import alternation, any_of
from govdoc.text.pattern import pattern

_PLAN = "计划"


@cache
def words(*values: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """The words of rules/status.tsv of these values."""
    kinds = {form: row.value for row in rows("status") if row.value in values for form in row.forms}
    return alternation(kinds), kinds


def said(*values: str) -> re.Pattern[str]:
    """Any word of rules/status.tsv of these values, as a pattern that is compiled when it is first used."""
    return pattern(lambda: alternatives(*values))


def alternatives(*values: str) -> str:
    """The source of :func:`said`; 将建 of 将建议交由12个部门 plans nothing, nor does 计划完成 of 已按计划完成."""
    source = any_of(forms_of("status", *values))
    return f"(?:{source}){_untaken()}{_unnamed()}" if "planned" in values else source


def _untaken() -> str:
    """What no word of a plan is before: 将 takes an object there (将新技术用于…)."""
    plans = forms_of("status", "planned")
    taken = [(plan, word) for word in forms_of("status", "taken") for plan in plans if word.startswith(plan)]
    return "".join(f"(?<!{plan}(?={word[len(plan) :]}))" for plan, word in taken)


def _unnamed() -> str:
    """What no word of a plan is behind: 按, and the name of a programme (薄弱学校改造|计划建设项目)."""
    plans = [word for word in forms_of("status", "planned") if word.startswith(_PLAN)]
    names = forms_of("status", "programme")
    widths = sorted({(len(name), len(plan)) for name in names for plan in plans})
    return "".join(f"(?<!{_wide(names, name)}{_wide(plans, plan)})" for name, plan in widths)


def _wide(words: Iterable[str], size: int) -> str:
    """Any of the words of one length: a look-behind must know how far it looks."""
    return f"(?:{'|'.join(word for word in words if len(word) == size)})"


def last_said(text: str, meanings: Mapping[str, Status | None]) -> Status | None:
    """The meaning of the last word of these values."""
    pattern, kinds = words(*meanings)
    found = pattern.findall(text)
    return meanings[kinds[found[-1]]] if found else None


def counted(text: str, meanings: Mapping[str, Status | None]) -> Counter[Status | None]:
    """How many words of each meaning a text holds."""
    pattern, kinds = words(*meanings)
    return Counter(meanings[kinds[word]] for word in pattern.findall(text))
