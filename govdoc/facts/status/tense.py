"""Tense (时态): whether the time of an amount lies before that of speaking, at it or after it.

A time to come is a plan (到2030年建成5座) and one before has happened (2019年建成5座); a norm is of no time, unless a
date in its sentence makes it a task or a report.
"""

from __future__ import annotations

from govdoc.facts.mention import Amount, Time
from govdoc.facts.status import intent
from govdoc.facts.time.year import SPAN, Years, ending
from govdoc.facts.words.clause import Slot
from govdoc.facts.words.telling import said
from govdoc.model.fact import Status
from govdoc.model.quantity import Bound
from govdoc.text.pattern import pattern

_PLANNED, _ACTUAL, _NORM, _RULED = said("planned"), said("actual"), said("norm"), said("rule", "norm")
_UNTIL = pattern(r"(?:\A|[，。；：、（）”\n]|力争|争取|确保|计划|目标|预计)到$")  # |到|2030年, but not 增加到2024年的
_BEFORE = 3  # characters of 力争到
_DUE = pattern("[底末]|.[底末]?前")  # 6月底前
_GRANTS = pattern("奖[励补]|[再各可]奖|奖[0-9]|补[助贴]?[0-9]|减免|[的户者]，")  # 税收达100万元的，|奖|3万元
_HELD = "年，"  # 2012—2015|年，
_REACHES = "(?:达到?|(?:提[高升]|增[加长]|下降|降低)到|[保维]持在|稳定在)"
_REACHED = pattern(f"(?:{_REACHES}|增[加长]|提[高升]|下降|降低)$")
_AIM = pattern(f"{_REACHES}[0-9.]+%(?![的者])")  # 毛入园率|达98%
_REACH = 200  # characters of a sentence of aims
_PLAN_AT_MOST = 6  # characters of the words of a plan behind a time
_YEAR, _MONTH = len("2021"), len("2021-11")
_AT_LEAST = Bound.AT_LEAST
PLANNED, ACTUAL, RULE = Status.PLANNED, Status.ACTUAL, Status.RULE  # bound once: Python 3.11 looks members up slowly


class Tense:
    """The times of one text against that of its speaking."""

    def __init__(self, text: str, base: Years, date: str) -> None:
        self._text, self._base, self._date = text, base, date
        self._orders: dict[str, int] = {}  # value of a time → what ``_order`` says of it

    def status(self, amount: Amount, slot: Slot, time: Time, default: Status) -> Status | None:
        """A time after that of speaking is a plan, one before it has happened."""
        now = self._base.now
        if default is not RULE and self._until(time, slot) and (now is None or int(time.value[:_YEAR]) >= now):
            return self._ahead(amount, slot, default)
        if default is RULE and time.start < slot.sentence:
            return PLANNED if int(time.value[:_YEAR]) >= (now or 0) and self._goes_on(amount, slot, time) else None
        if now is None:
            return self._target(amount, slot, time) if default is RULE else None
        order = self._orders.get(time.value)
        if order is None:
            order = self._orders[time.value] = self._order(time, now)
        if default is RULE:
            return self._norm_at(amount, slot, time, order)
        if order <= 0:
            return self._past(slot, time, default, order, now)
        return ACTUAL if self._told_later(amount, time, default) else self._ahead(amount, slot, default)

    def _told_later(self, amount: Amount, time: Time, default: Status) -> bool:
        """2019年7月至2020年6月，共查出|20个 in a report on 2019 without a date: it was written after that."""
        told = self._base.told if self._base.told == self._base.now and not self._date else None
        if default is not ACTUAL or told is None or int(ending(time.value)[:_YEAR]) != told + 1:
            return False
        return not _PLANNED.search(self._text, time.end, amount.start) and intent.happened(
            self._text, time.end, amount.start
        )

    def _until(self, time: Time, slot: Slot) -> bool:
        """|到|2030年, 力争到2030年, 第二条 到2030年: up to which something is meant to be."""
        text, start = self._text, time.start
        if not text.endswith("到", 0, start):
            return False
        return start - 1 == slot.sentence or _UNTIL.search(text, max(0, start - _BEFORE), start) is not None

    def _target(self, amount: Amount, slot: Slot, time: Time) -> Status | None:
        """到2030年，茶园达5万亩，加工率达60% in a norm without a date: aims to the end of the sentence, if nothing is granted."""
        due = time.frame and len(time.value) == _YEAR and self._text.startswith("前", time.end)
        if not (due or self._until(time, slot) or self._spanned(amount, time)):
            return None
        if _GRANTS.search(self._text, time.end, slot.stop):
            return None
        return None if _RULED.search(self._text, time.end, slot.stop) else self._ahead(amount, slot, RULE)

    def _goes_on(self, amount: Amount, slot: Slot, time: Time) -> bool:
        """到2027年，建成教育强县。毛入园率达|98%，产值达30亿元: shares to be reached by then, in a sentence that grants nothing."""
        text, low = self._text, slot.sentence
        if not text.endswith("到", 0, time.start) or not _REACHED.search(text, slot.left, amount.start):
            return False
        stop = text.find("。", amount.end, low + _REACH)
        if stop < 0 or not _AIM.search(text, low, stop):
            return False
        return not (_RULED.search(text, low, stop) or _GRANTS.search(text, low, stop))

    def _spanned(self, amount: Amount, time: Time) -> bool:
        """|2012—2015年，年均新增床位300张: the years of a plan open a clause; 2012—2015年，共投入|3亿元 may be over."""
        if not (time.frame and SPAN.fullmatch(time.value) and self._text.startswith(_HELD, time.end - 1)):
            return False
        return amount.bound is _AT_LEAST or not intent.happened(self._text, time.end, amount.start)

    def _ahead(self, amount: Amount, slot: Slot, default: Status) -> Status | None:
        """A time to come: a plan, but for 老年人占比已达22%, and in a plan for 原则上不超过3年."""
        if _ACTUAL.search(self._text, slot.left, amount.start):
            return ACTUAL
        normed = default is PLANNED and _NORM.search(self._text, slot.clause, slot.stop)
        return None if normed else PLANNED

    def _past(self, slot: Slot, time: Time, default: Status, order: int, now: int) -> Status | None:
        """A time before that of speaking, or about it: in a report on 2025, 2026年 is a plan."""
        here = time.start >= slot.sentence or self._text.startswith("其中", slot.sentence)
        if default is PLANNED and not here and int(time.value.rpartition("/")[2][:_YEAR]) == now:
            return None
        if order == 0 and here and self._base.told == now - 1 and time.value == str(now):
            return PLANNED
        clause = self._text[slot.clause : slot.stop]  # 去年开工，5000户的住房将得到改善
        if order >= 0 or (time.start < slot.clause and "将" in clause and _PLANNED.search(clause)):
            return None
        if default is ACTUAL and time.start >= slot.sentence and self._meant(time):
            return None
        return ACTUAL if self._base.told or here else None

    def _meant(self, time: Time) -> bool:
        """2020年|计划投|资3亿元, 今年计划种粮12万亩: what was planned in a year that is over, until it is done."""
        plan = _PLANNED.search(self._text, time.start, time.end + _PLAN_AT_MOST)
        return plan is not None and plan.start() <= time.end

    def _norm_at(self, amount: Amount, slot: Slot, time: Time, order: int) -> Status | None:
        """A time in the sentence of a norm makes it a plan (6月底前建成) or a report (截至6月底，建成), unless its words are a norm's."""
        if _RULED.search(self._text, slot.clause, slot.stop):
            return None
        if order < 0:
            return ACTUAL if time.frame and self._text.startswith("，", time.end) else None
        due = len(time.value) == _MONTH and _DUE.match(self._text, time.end - 1)
        return PLANNED if due or len(time.value) == _YEAR or self._spanned(amount, time) else None

    def _order(self, time: Time, now: int) -> int:
        """Before (-1), at (0) or after (1) the time of speaking, as exactly as both are said."""
        last = ending(time.value)
        spoken = self._date if len(last) > _YEAR and self._date[:_YEAR] == str(now) else str(now)
        size = min(len(last), len(spoken), _MONTH)
        return (last[:size] > spoken[:size]) - (last[:size] < spoken[:size])
