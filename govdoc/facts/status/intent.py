"""How far a plan reaches (打算): where its words stop to hold, and where words further on still hold.

年度计划投资5亿元，|累计完成3亿元: what was done ends it. 2016年脱贫计划：… is one to the end of its paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator

from govdoc.facts.mention import Amount
from govdoc.facts.words.clause import Slot
from govdoc.facts.words.telling import alternatives, said, words
from govdoc.model.fact import Status
from govdoc.text.pattern import pattern

_TURNS = {"switch_planned": Status.PLANNED, "switch_actual": Status.ACTUAL}
_DONE, _DID = said("done"), said("did")
_SET = ("计划", "概算", "估算")
_PLAN, _PLAN_TO = "计划", pattern("(?![内外]|生育|单列|免疫|执行|[一-龥]{1,4}率)")  # 计划|修路5公里
_STOP = pattern("[，；]")
_LABELS = ("计划：", "打算：")
# 主要任务是：|改造泵站3座。修路5公里。|目前
_TASKS, _TASKS_END = ("任务是：", "目标是："), pattern("[\n已]|目前|截[至止]|实际|\\Z")
_LABEL = pattern("(?!完成|执行)[^，。；：！？\n]{0,12}")  # ⏎|2016年脱贫|计划：
_LABEL_AT_MOST = 14  # more than the longest of them and its line end
SOON = ("，将", "，拟", "，计划")  # one of them opens the clause that follows
# 补助资金3万元|，将于12月底兑现
_TO_BE_PAID = pattern(lambda: f"，(?:将|拟|计划)[于在]?[^，。；\n]{{0,10}}{alternatives('payout')}")
_AMONG, _AIMS = "其中", ("计划", "任务")
_QUOTA = pattern(  # 下达造林指导性|计划2.3万亩，|其中
    lambda: (
        f"(?:^|[，。；：\n])(?![^，。；：\n]{{0,30}}(?<!计划){alternatives('fulfils')})[^，。；：\n]{{0,40}}"
        f"(?:{'|'.join(_AIMS)})[一-龥]{{0,8}}[0-9.]+[一-龥]{{1,4}}[，（]$"
    )
)
_QUOTA_AT_MOST = 80
_QUOTA_END = pattern(lambda: f"[。；\n]|{alternatives('done')}|\\Z")
_LIST, _LIST_END = "其中：", pattern(lambda: f"[。\n]|{alternatives('done')}|\\Z")  # 其中：东片1万亩；西片2万亩


def turns(text: str) -> Iterator[tuple[int, Status]]:
    """Where sentences turn a text without headings to the past or to the future.

    >>> [(at, str(status)) for at, status in turns("一年来，办案3件。下一步，办案5件。")]
    [(0, 'actual'), (9, 'planned')]
    """
    pattern, kinds = words(*_TURNS)
    for match in pattern.finditer(text):
        yield match.start(), _TURNS[kinds[match.group()]]


def ended(text: str, plan: re.Pattern[str], low: int, at: int) -> bool:
    """Whether what was done stands between the last words of a plan and an amount.

    >>> text = "计划投资5亿元，累计完成3亿元"
    >>> ended(text, said("planned"), 0, 4), ended(text, said("planned"), 0, 12)
    (False, True)
    """
    last = deque(plan.finditer(text, low, at), maxlen=1)
    if not last or not any(word in last[0].group() for word in _SET):
        return False
    stop = _STOP.search(text, last[0].end(), at)
    return stop is not None and _DONE.search(text, stop.end(), at) is not None


def opens(text: str, at: int) -> bool:
    """Whether a clause opens with a plan and what is to be done: |计划改造|60公里, but not 计划生育 and 计划执行率.

    >>> opens("计划改造60公里", 0), opens("计划生育率98%", 0)
    (True, False)
    """
    return text.startswith(_PLAN, at) and _PLAN_TO.match(text, at + len(_PLAN)) is not None


def labelled(text: str) -> list[tuple[int, int]]:
    """The paragraphs that say of themselves that they are plans.

    >>> labelled("扶持农户3户。\\n明年工作计划：扶持农户5户。\\n完成年度计划：3户。")
    [(8, 22)]
    >>> labelled("今年任务是：修路5公里。建桥2座。目前，修路3公里。")
    [(2, 17)]
    """
    return sorted(_labelled(text)) if any(label in text for label in (*_LABELS, *_TASKS)) else []


def within(plans: list[tuple[int, int]], at: int) -> bool:
    """Whether a place stands in one of these paragraphs."""
    last = bisect_right(plans, (at, at)) - 1
    return last >= 0 and at < plans[last][1]


def quotas(text: str) -> list[tuple[int, int]]:
    """The parts of what was set as a task, up to what was done.

    >>> text = "市下达造林计划2万亩，其中经济林1万亩，实际造林3万亩。完成任务2万亩，其中经济林1万亩。"
    >>> [text[slice(*at)] for at in quotas(text)]
    ['其中经济林1万亩，']
    """
    return list(_quotas(text)) if any(aim in text for aim in _AIMS) else []


def _quotas(text: str) -> Iterator[tuple[int, int]]:
    at = text.find(_AMONG)
    while at >= 0:
        if text[at - 1] in "，（" and _QUOTA.search(text, max(0, at - _QUOTA_AT_MOST), at):
            stop = _LIST_END if text.startswith(_LIST, at) else _QUOTA_END
            end = stop.search(text, at).start()  # type: ignore[union-attr]
            yield at, end
            at = end  # on from there: what stands within has been told
        at = text.find(_AMONG, at + 1)


def _labelled(text: str) -> Iterator[tuple[int, int]]:
    """Where a label of plans stands alone before its colon, up to the end of its line."""
    for label in _LABELS:
        at = text.find(label)
        while at >= 0:
            line = text.rfind("\n", max(0, at - _LABEL_AT_MOST), at)
            start = line + 1 if line >= 0 else max(0, at - _LABEL_AT_MOST)
            if _LABEL.fullmatch(text, start, at):
                end = text.find("\n", at)
                at = end if end >= 0 else len(text)
                yield start, at
            at = text.find(label, at + 1)
    for label in _TASKS:
        at = text.find(label)
        while at >= 0:
            end = _TASKS_END.search(text, at).start()  # type: ignore[union-attr]
            yield at, end
            at = text.find(label, end)


def happened(text: str, start: int, at: int) -> bool:
    """2020年3月，共查出|20个: words of what was done between a time and an amount."""
    return _DID.search(text, start, at) is not None


def to_be_paid(text: str, amount: Amount, slot: Slot) -> bool:
    """补助资金3万元，将于12月底兑现: a sum of which the next clause, behind ``SOON``, says that it is to be paid."""
    last = slot.right == slot.stop and amount.unit.dimension == "money"
    return last and _TO_BE_PAID.match(text, slot.stop) is not None
