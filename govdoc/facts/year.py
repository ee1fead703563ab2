"""The years of a document (年份): the one it tells of, the one it speaks in, the one its plans are for.

A 政府工作报告 of 2026 tells of 2025; a 年度报告 tells of the year in its title; a 通知 tells of none.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from govdoc.facts.mention import Context
from govdoc.text.normal import NormalText

YEAR = re.compile("(?:19|20)[0-9]{2}(?=年|—|-|年度)")
_RANGE = re.compile("((?:19|20)[0-9]{2})年?[—－~～至-]+((?:19|20)[0-9]{2})年")
_ADDRESS = re.compile("各位代表|各位委员|年工作回顾|主要预期目标")
_REVIEW = 4000  # characters in which a speech says whom it addresses and what year it tells of
_SPEECH = "政府工作报告"
_REPORT = ("报告", "公报", "总结", "年报")
_SPRING = 3  # a report signed by March tells of the year before


class Years(NamedTuple):
    """The year the document tells of, the year it speaks in, and the year its plans are for."""

    told: int | None
    now: int | None
    planned: int | None
    span: str | None = None  # 2016/2018 of a plan（2016—2018年）


def years(normal: NormalText, context: Context) -> Years:
    """From the title and the document's date."""
    title = normal.text[slice(*context.title)].replace("\n", "") if context.title else ""
    said = [int(m.group()) for m in YEAR.finditer(title)]
    dated = int(context.date[:4]) if context.date else None
    if context.title is None and dated is None:
        return _spoken(normal.text)
    if len(set(said)) > 1:
        ranged = _RANGE.search(title)
        return Years(said[0], said[-1], said[-1], "/".join(ranged.groups()) if ranged else None)
    if _SPEECH in title:
        now = dated or (said[0] if said else None) or _labelled(context)
        return Years(now - 1 if now else None, now, now)
    told, now = _told(title, said, dated, context.date or ""), dated or (said[0] if said else None)
    report = any(word in title for word in _REPORT)
    return Years(told, now, None if report and told == now else now if report else told)


def _told(title: str, said: list[int], dated: int | None, date: str) -> int | None:
    """The year in the title; a report without one tells of its year, in spring of the year before."""
    if said or dated is None or not any(word in title for word in _REPORT):
        return said[0] if said else None
    return dated - 1 if len(date) > len("2021") and int(date[5:7]) <= _SPRING else dated


def _spoken(text: str) -> Years:
    """A speech without title and date tells of the year it names first."""
    first = YEAR.search(text, 0, _REVIEW) if _ADDRESS.search(text, 0, _REVIEW) else None
    told = int(first.group()) if first else None
    return Years(told, told + 1, told + 1) if told else Years(None, None, None)


def _labelled(context: Context) -> int | None:
    found = [int(y) for place in context.places for y in YEAR.findall(place.path[-1])]
    return max(found, default=None)
