"""Heads with a colon (冒号前的总称): what stands before it is counted of each member behind it.

【各镇企业数】：云岭镇44家、柳河镇31家 · 【差额费率】：中标额5亿元以下的为0.03%，10亿元以下的为0.02%
"""

from __future__ import annotations

from govdoc.facts.words.before import before
from govdoc.facts.words.case import Case
from govdoc.facts.words.clause import clause_start
from govdoc.facts.words.phrase import LEAST, Range, forms, measured
from govdoc.text.pattern import pattern

_REACH = 300  # characters: no list of members is longer
_IS = pattern("的?[为按是]$")  # 5亿元以下|的为|0.03%
_EACH = pattern("各(?:[省市县区州旗镇乡村、]|街道|地区|单位|部门|（[^）]{1,8}）)+的?")  # 各县（市、区）|企业数
_LISTING = pattern("(?:排名|排序|情况)?(?:分别)?(?:如下|为)$")  # 平均成绩|排名如下：云岭镇92.5分
_HOSPITAL = "医院"  # 起付线：一级医院200元
_MARKS = ("成绩", "得分", "分值")
_TITLE, _OPENS = 24, "、.．）\n"  # characters of a heading behind its number


def placed(case: Case) -> Range | None:
    """【企业数】：云岭镇44家、柳河镇31家: a place stands alone before the amount."""
    text, own = case.text, case.own
    if own is None or not _touches(case, own[1]) or not text.endswith((*forms("holder"), _HOSPITAL), *own):
        return None
    return _head(case) if text[own[0] - 1] in "：、，；" else None


def _touches(case: Case, end: int) -> bool:
    """Whether nothing but a bracket stands between a name that ends at ``end`` and its amount: 云岭镇|（含新村）|44家."""
    start = case.amount.start
    return end == start or (case.text[end] == "（" and case.text.find("）", end, start) == start - 1)


def titled(case: Case) -> Range | None:
    """七、【建设工期】：3年: the amount is all that stands under a heading."""
    text, colon = case.text, case.slot.clause - 1
    if case.amount.start != colon + 1 or not 0 <= colon <= case.slot.sentence or text[colon] != "：":
        return None
    start = max(text.rfind(mark, max(0, colon - _TITLE), colon) + 1 for mark in _OPENS)
    found = before(text, start, colon, case.starts) if start else None
    return found if found and (measured(text, found) or text.endswith(forms("bare"), *found)) else None


def conditioned(case: Case) -> Range | None:
    """【费率】：中标额5亿元以下的为0.03%: a rate follows the amount that it holds for."""
    head, amount = case.slot.head, case.amount
    if head == 0 or case.amounts[head - 1].unit == amount.unit:
        return None
    return _head(case) if _IS.fullmatch(case.text, case.amounts[head - 1].end, amount.start) else None


def _head(case: Case) -> Range | None:
    """The name of what is measured, before the colon."""
    text, clause = case.text, case.slot.clause
    colon = text.rfind("：", max(case.slot.sentence, clause - _REACH), clause)
    if colon < 0:
        return None
    low = case.slot.sentence
    end = max(low, text.rfind("（", low, colon)) if text[colon - 1] == "）" else colon  # 成绩排名如下（满分：100分）：
    start = clause_start(text, low, end)
    listing = _LISTING.search(text, start, end)
    found = before(text, start, listing.start() if listing else end, case.starts)
    if found is None or not (measured(text, found) or text.endswith(_MARKS, *found)):
        return None
    each = _EACH.match(text, found[0] - 1, found[1] - LEAST)
    return (each.end(), found[1]) if each else found
