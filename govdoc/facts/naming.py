"""Naming (定主体): the rules that give an amount its subject, in the order they are asked.

A rule looks at one amount and at what earlier clauses named, and answers with a phrase or with
nothing; the first answer stands, and its id is kept in ``Fact.rules``.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable
from typing import NamedTuple

from govdoc.facts.change import Peeled, peel
from govdoc.facts.clause import Slot
from govdoc.facts.mention import Amount, Shape
from govdoc.facts.object import after, award, task
from govdoc.facts.phrase import LEAST, Range, forms, is_a, parts, size, verb, words
from govdoc.facts.scope import ranked
from govdoc.facts.subject import before, last_action, obliged
from govdoc.model.fact import Measure

_ANCHORS = ("后", "後", "前", "起")  # 解除后三十天内: a deadline, what is due follows
_LOOK_BACK = 120  # a topic further back is not meant
_OBLIGED = re.compile("(?:应当?|须|必须|要|[在于])$")
_ARTICLE = re.compile("第[一二三四五六七八九十百]+[章节条]")  # 数据来源：统计局第八条|蔬菜产量（8分）
_NEAR = 80  # characters; a subject further back in another sentence is not meant
_AWARDED = ("money", "multiple", "ratio", "time", "count")  # money/area, money/person too
_FACTORS = ("×", "÷")  # 床日数/人数×100%: a number of a formula
_RUNNING = ("连续", "连")
_BEFORE_NOUN = re.compile("(?:[^年月日初末底期度]的|经过|历经|经历)$")  # 较重的20个【县】, 经过8年【持续奋斗】
_AGES = ("岁", "周岁")
_OWN_UNITS = ("折", "成")
_SUBJECTS = 4  # no list takes more subjects from earlier clauses
_TRAIL = 16  # no list is longer that another list repeats


class Memory:
    """What earlier amounts named: the latest subjects, each once, and one a amount."""

    def __init__(self) -> None:
        self.subjects: deque[Range] = deque(maxlen=_SUBJECTS)
        self.share: Range | None = None  # the latest that was told in percent
        self.trail: deque[tuple[Range | None, int]] = deque(maxlen=_TRAIL)

    @property
    def last(self) -> Range | None:
        """The latest subject."""
        return self.subjects[-1] if self.subjects else None

    def keep(self, named: Named, size: int, amount: Amount) -> None:
        """Keep a subject for later clauses, the latest last; ``size`` is that of the amount's list."""
        self.trail.append((named.range, size))
        if named.range and amount.shape is Shape.PERCENT:
            self.share = named.range
        if named.range and named.rule not in BORROWED:
            if named.range in self.subjects:
                self.subjects.remove(named.range)
            self.subjects.append(named.range)

    @staticmethod
    def go_on(case: Case, named: Named) -> Named:
        """What later clauses speak of: 地区生产总值 after 地区生产总值连跨3个台阶."""
        stepped = named.range and case.own and case.text.endswith(forms("step"), *named.range)
        return Named(case.own, named.rule) if stepped else named


class Case(NamedTuple):
    """One amount as the rules see it; ``own`` is the phrase before it, ``starts`` and ``ends`` the dates."""

    text: str
    amounts: tuple[Amount, ...]
    amount: Amount
    slot: Slot
    cue: Peeled
    own: Range | None
    kind: Measure
    starts: dict[int, int]
    ends: dict[int, int]
    memory: Memory


class Named(NamedTuple):
    """A subject and the id of the rule that found it."""

    range: Range | None
    rule: str


def _ranked(case: Case) -> Range | None:
    """综合指数居全省第3位: the words before 居."""
    if case.kind is not Measure.RANK:
        return None
    left = case.slot.left
    _, end = ranked(case.text, left, case.amount.start)
    cue = peel(case.text, left, end, case.ends)
    own = before(case.text, left, end if cue.direction else cue.end, case.starts)
    return own if own and not is_a("weak", case.text, own) else _carried(case) or own


def _listed(case: Case) -> Range | None:
    """起数、人数分别下降4%、5%: as many members before as amounts."""
    members = parts(case.text, case.own) if case.slot.size > 1 and case.own else []
    return members[case.slot.place] if len(members) == case.slot.size else None


def _awarded(case: Case) -> Range | None:
    """给予1万元【一次性创业补贴】, 3万元以下【罚款】."""
    if case.kind is Measure.CHANGE or not case.amount.unit.dimension.startswith(_AWARDED):
        return None
    last = case.amounts[case.slot.last]
    inside = words("award").scan(case.text, case.amount.start, case.amount.core)
    for start, stop, kind in inside if case.amount.core > case.amount.start else ():
        if kind == "award":
            return start, stop  # 每平方米【罚款】一百元
    return award(case.text, last.end, case.slot.right if case.slot.size == 1 else case.slot.stop)


def _due(case: Case) -> Range | None:
    """解除后30天内【恢复正常还款】."""
    amount, slot = case.amount, case.slot
    if amount.shape is not Shape.SPAN or amount.unit.symbol in _AGES:
        return None
    before_it = case.text[slot.left : amount.start]
    running = before_it.endswith(_RUNNING) and slot.right == slot.stop
    within = (case.own is None or bool(_OBLIGED.search(before_it))) and case.text.startswith("内", amount.end - 1)
    if not (running or within or before_it.endswith(_ANCHORS)):
        return None
    if running and case.own and size(case.text, amount.end, slot.stop, "tail"):
        return case.own  # 水质连续9年达到Ⅱ类
    due = task(case.text, amount.end, slot.right if case.own else slot.stop)
    if due and case.own and case.text[due[0]] in "不未":
        return case.own  # 扣除方式在一年内不能变更
    return due or (obliged(case.text, case.own) if case.own else None)


def _topical(case: Case) -> Range | None:
    """免住宿费，标准为500元; 规模5亿元的【引导基金】: 标准 and 规模 name nothing by themselves."""
    if not case.own or case.cue.direction or not is_a("weak", case.text, case.own):
        return None
    if case.text.startswith("的", case.amount.end):
        return after(case.text, case.amount.end, case.slot.right)
    topic, last = _topic(case), _carried(case)
    return max(topic, last) if topic and last else last


def _owned(case: Case) -> Range | None:
    """【调处率】100%, 【产值】增长5%: changes, rates and spans belong to the words before."""
    amount = case.amount
    if case.own and amount.shape is Shape.SPAN and amount.unit.symbol not in _AGES:
        fee = after(case.text, amount.end, case.slot.right)
        return fee if fee and case.text.endswith(forms("fee"), *fee) else last_action(case.text, case.own)
    if amount.shape is Shape.PERCENT and case.kind is Measure.SHARE and case.cue.end == amount.start and _touches(case):
        return None  # 纳税人90%以上【涉税事项】
    first = case.kind is Measure.CHANGE or amount.shape is Shape.PERCENT or amount.unit.symbol in _OWN_UNITS
    return case.own if first else None


def _touches(case: Case) -> bool:
    """Whether a noun, not 的, follows at once."""
    end, right = case.amount.end, case.slot.right
    return not case.text.startswith("的", end) and after(case.text, end, right) is not None


def _following(case: Case) -> Range | None:
    """72名【安置帮教人员】, 最高500万元最长3年的【担保贷款】, 30家、20家【企业】."""
    text, slot = case.text, case.slot
    if slot.size > 1 and (case.own or case.kind is Measure.CHANGE):
        return None
    at, right = case.amounts[slot.last].end, slot.right if slot.size == 1 else slot.stop
    for touching in case.amounts[slot.last + 1 : slot.last + 3]:
        if touching.start != at or case.own:
            break
        at, right = touching.end, slot.stop
    aged = case.amount.unit.symbol in _AGES
    if text.startswith("的", at) and ((case.own and not aged) or size(text, at + 1, slot.stop, "generic")):
        return None
    sure = _BEFORE_NOUN.search(text, slot.left, case.amounts[slot.head].start) is not None
    found = after(text, at, right, sure)
    if found and text[right - 1] in "、和" and right < slot.stop and is_a("level", text, found):
        return after(text, case.amounts[slot.last + 1].end, slot.stop)  # 3个市级、12个县级示范园
    return parts(text, found)[0] if found and aged else found


def _left(case: Case) -> Range | None:
    """【信访案件】34宗."""
    return case.own


def _same(case: Case) -> Range | None:
    """排查矛盾纠纷20起，成功调处18起: the same unit again, and no noun."""
    slot, i = case.slot, case.slot.head
    again = i > 0 and case.amounts[i - 1].start >= slot.sentence and case.amounts[i - 1].unit == case.amount.unit
    if (
        i > 1
        and not again
        and case.amounts[i - LEAST].start >= slot.sentence
        and case.text.startswith("的", case.amount.end)
    ):
        alike = case.amounts[i - LEAST].unit == case.amount.unit and len(case.memory.trail) >= LEAST
        return case.memory.trail[-LEAST][0] if alike else None  # 50人以上的补助2万元，100人以上的补助4万元
    last = case.memory.last
    return last if last and again and last[0] >= slot.sentence and case.amount.unit.dimension == "count" else None


def _alone(case: Case) -> Range | None:
    """【投入】2000余万元: nothing but its verb."""
    if case.kind is Measure.CHANGE or case.slot.size > 1 or case.amount.end == case.slot.right < case.slot.stop:
        return None
    left = case.slot.left
    return verb(case.text, left, case.amount.start) or case.cue.verb or verb(case.text, left, case.cue.end)


def _remembered(case: Case) -> Range | None:
    """城镇收入1万元，农村收入5000元，增长8%和9%: the subjects before, one a value."""
    size, memory = case.slot.size, case.memory
    if size > 1 and len(memory.trail) >= size and memory.trail[-1 - case.slot.place][1] == size:
        return memory.trail[-size][0]  # a list as long as this one: its members
    return memory.subjects[case.slot.place - size] if 1 < size <= len(memory.subjects) else None


def _carried(case: Case) -> Range | None:
    """，增长8%: the subject of an earlier clause of the sentence, else its topic, else the last of the paragraph."""
    last = case.memory.last
    share = case.memory.share
    if case.amount.unit.symbol == "百分点" and share and share[0] >= case.slot.sentence:
        return share
    if last and last[0] >= case.slot.sentence:
        return last
    near = last and "\n" not in case.text[max(last[1], case.amount.start - _NEAR) : case.amount.start]
    return _topic(case) or (last if near and last and case.amount.start - last[1] <= _NEAR else None)


def _topic(case: Case) -> Range | None:
    """What an earlier clause speaks of, or what stands before the bracket: 创建材料（3000字以内）."""
    text, sentence, end = case.text, case.slot.sentence, case.slot.clause - 1
    bracket = end >= 0 and text[end] == "（"
    head = case.slot.head
    least = max(sentence, end - _LOOK_BACK, case.amounts[head - 1].end if head else 0)
    while end > least:
        start = max(least, *(text.rfind(mark, least, end) + 1 for mark in "，；："))
        for article in _ARTICLE.finditer(text, start, end):
            start = article.end()
        found = before(text, start, end, case.starts)
        if found:
            return parts(text, found)[-1] if bracket else found
        end = start - 1
    return None


RULES: tuple[tuple[str, Callable[[Case], Range | None]], ...] = (
    ("subject.rank", _ranked),
    ("subject.list", _listed),
    ("subject.award", _awarded),  # before the noun before: 贷款金额2%的补贴 is a 补贴
    ("subject.task", _due),
    ("subject.topic", _topical),
    ("subject.before", _owned),
    ("subject.after", _following),  # before the noun before: 供水公司3座泵站 counts 泵站
    ("subject.left", _left),
    ("subject.same", _same),
    ("subject.verb", _alone),
    ("subject.remembered", _remembered),
    ("subject.carried", _carried),
)
BORROWED = ("subject.same", "subject.remembered", "subject.carried")  # the words stand with another amount


def name(case: Case) -> Named:
    """The first rule that finds a subject."""
    if case.text[case.amount.start - 1 : case.amount.start] in _FACTORS:
        return Named(None, "subject.none")
    for rule, find in RULES:
        found = find(case)
        if found:
            return Named(found, rule)
    return Named(None, "subject.none")
