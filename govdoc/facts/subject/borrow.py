"""Borrowed subjects (承前省略): the words stand with an earlier amount.

【粮食总产量】15万吨，增长3% · 【城镇收入】1万元，【农村收入】5000元，增长8%和9%.
"""

from __future__ import annotations

from functools import cache

from govdoc.facts.number.unit import COUNTED
from govdoc.facts.subject.topic import LOOK_BACK, announced, topic
from govdoc.facts.words import basis
from govdoc.facts.words.before import before
from govdoc.facts.words.case import Case
from govdoc.facts.words.change import peel
from govdoc.facts.words.clause import clause_start
from govdoc.facts.words.phrase import LEAST, Range, forms, measured, of_size
from govdoc.facts.words.scope import is_scope, scopes
from govdoc.model.fact import Measure
from govdoc.text.pattern import pattern

_NEAR = 80  # characters; a subject further back in another sentence is not meant
_FROM = pattern("[由从][^，。；：、]{0,20}$")  # 事项|由|1400项精简到1300项
_INTO = pattern("[\u4e00-\u9fff]{1,8}(?:[到至为]|(?<![组构形])成|[到至]\\w{1,6}的)")  # |精简到|, |下降到去年的|
INTO_ENDS = "到至为成的"  # the last character of each
_STOPS = frozenset("，。；：、）”\n")
_FARTHEST = 16  # characters: the longest of them
_IN_RANK = pattern("在?(?:全[国省市区县州])?(?:排名|排位|位次)$")  # 产值、税收|在全市排位，分别由…
_DWELLERS = ("户", "人")
_NO_PLACES = ("地区", "国家")  # 地区生产总值 is of no other place
_CHANGE = Measure.CHANGE  # bound once: Python 3.11 looks members up slowly


def moving(case: Case, index: int) -> bool:
    """Whether the amount at ``index`` is where a value began and the next where it went."""
    amounts = case.amounts
    if not 0 <= index < len(amounts) - 1:
        return False
    text, began, went = case.text, amounts[index], amounts[index + 1]
    if text[went.start - 1] not in INTO_ENDS or went.start - began.end > _FARTHEST:
        return False
    into = _INTO.fullmatch(text, began.end, went.start)
    return into is not None and _FROM.search(text, case.slot.clause, began.start) is not None


def began(case: Case) -> Range | None:
    """【工作时限】由法定20个工作日压缩到5个工作日: what stands before 由, when the amount is where a value began."""
    if case.own is None or not moving(case, case.slot.head):
        return None
    text, origin = case.text, _FROM.search(case.text, *case.own)
    if origin is None:
        return None
    return before(text, case.own[0], peel(text, case.own[0], origin.start(), case.ends).end, case.starts)


def moved(case: Case) -> Range | None:
    """事项由1400项【精简到】1300项: where it went has the subject of where it began."""
    return case.memory.trail[-1][0] if moving(case, case.slot.head - 1) else None


def portioned(case: Case) -> Range | None:
    """把控【学习总时长】，其中小学不超过2小时、中学4小时: what is measured stands before 其中, behind it are its parts."""
    text, slot, head = case.text, case.slot, case.slot.head
    if not text.startswith("其中", slot.clause) or case.own is None or measured(text, case.own):
        return None
    last = case.amounts[head - 1].start if head else -1
    told = last_told(case) if last >= slot.clause else None if last >= _clause_before(case) else topic(case)
    return told if told and told[1] <= slot.clause and measured(text, told) else None


def _clause_before(case: Case) -> int:
    """Where the clause before this one begins."""
    return clause_start(case.text, case.slot.sentence, case.slot.clause - 1)


def enumerated(case: Case) -> Range | None:
    """【养老金】、低保标准再次提高，月人均分别提高50元和30元: as many names in an earlier clause as amounts.

    污水、【垃圾】处理能力提高，处理率分别达90%、85%: whose rates, in the clause right before.
    """
    text, slot, head, own = case.text, case.slot, case.slot.head, case.own
    if (own and not measured(text, own)) or text.find("分别", slot.clause, case.amounts[head].start) < 0:
        return None
    least = max(slot.sentence, slot.clause - LOOK_BACK, case.amounts[head - 1].end if head else 0)
    end = slot.clause - 1
    while end > least:
        start = clause_start(text, least, end)
        ranked = _IN_RANK.search(text, start, end)
        stop = ranked.start() if ranked else peel(text, start, end, case.ends).end
        found = before(text, start, stop, case.starts)
        members = (of_size(text, found, slot.size) or _doers(text, start, found, slot.size)) if found else []
        if members or own:
            return _of_rate(text, members[slot.place], own) if members else None
        end = start - 1
    return None


def _doers(text: str, start: int, found: Range, count: int) -> list[Range]:
    """起数、人数|实现“双下降”: the members of what the predicate is told of."""
    verb = text.rfind("实现", start, found[0])
    return of_size(text, (start, verb), count) if verb > start else []


def _of_rate(text: str, member: Range, own: Range | None) -> Range:
    """垃圾|处理能力 of which a 处理率 is told: up to what the rate names."""
    named = text.find(text[own[0] : own[0] + LEAST], member[0] + LEAST, member[1]) if own else -1
    return (member[0], named) if named > 0 else member


def remembered(case: Case) -> Range | None:
    """城镇收入1万元，农村收入5000元，增长8%和9%: the subjects before, one a value."""
    size, memory = case.slot.size, case.memory
    if case.text.startswith("或", case.amounts[case.slot.head].end):
        return None  # 几倍或几十倍: of one thing
    if case.text[case.slot.clause - 1] == "（" and case.amounts[case.slot.head - 1].end == case.slot.clause - 1:
        return memory.trail[-1][0]  # 增长6%（前两年增速分别为3%、2%）
    if members := as_long(case):
        return members
    if size > len(memory.subjects):
        return None
    found, told = memory.subjects[case.slot.place - size], memory.trail[case.slot.place - size][0]
    here = told and told[0] >= case.slot.sentence > found[0]
    apart = not here and case.text.find("\n", memory.subjects[-size][1], case.slot.sentence) >= 0
    return told if here else None if apart else found  # 受理案件9件，办结8件，分别上升5%和6%


def as_long(case: Case) -> Range | None:
    """企业、商户分别新增6家、3家，分别达【30家】、50家: the members of a list right before that is as long as this one."""
    size, trail = case.slot.size, case.memory.trail
    return trail[-size][0] if 1 < size <= len(trail) and trail[-1 - case.slot.place][1] == size else None


def carried(case: Case) -> Range | None:
    """，增长8%: what was told before; without its place when this clause has another: 东部地区【人口】占4成，中部地区占3成."""
    found = None if _dwellers(case) else _earlier(case)
    elsewhere = found and case.own is None and is_scope(case.text[case.slot.left : case.cue.end])
    return unplaced(case.text, found) if found and elsewhere else found


def _dwellers(case: Case) -> bool:
    """下辖18个行政村，全镇|9800户3.2万人: who lives in a place is told of no village before."""
    text, head, said = case.text, case.slot.head, case.memory.last
    if case.amount.unit.symbol not in _DWELLERS or head == 0 or said is None or case.cue.verb:
        return False
    if case.amounts[head - 1].end == case.amount.start:
        return case.memory.trail[-1][0] is None
    return text.endswith(forms("home"), *said) and is_scope(text[case.slot.left : case.cue.end])


@cache
def _places() -> tuple[str, ...]:
    """The words for places and levels that a name may open with: 东部地区, 省级."""
    return tuple(
        word for word in (*scopes(), *forms("level"), *forms("region")) if len(word) >= LEAST and word not in _NO_PLACES
    )


def unplaced(text: str, said: Range) -> Range:
    """国家级【公益林面积】25万亩，省级2万亩; 东部地区【人口】占40%，中部地区占26%: what is told of another place or level.

    >>> text = "东部地区人口"
    >>> text[slice(*unplaced(text, (0, 6)))], unplaced(text, (4, 6))
    ('人口', (4, 6))
    """
    at = said[0]
    while length := max((len(place) for place in _places() if text.startswith(place, at)), default=0):
        at += length
    return (at, said[1]) if said[1] - at >= LEAST else said


def _earlier(case: Case) -> Range | None:
    """The subject of an earlier clause of the sentence, else its topic, else the last of the paragraph."""
    if (noun := _bracketed(case)) is not None:
        return noun
    last = case.memory.outside(case.text, case.amount.start)
    share = case.memory.share
    if case.amount.unit.symbol == "百分点" and share and (share[0] >= case.slot.sentence or _near(case, share)):
        return share
    if last and last[0] >= case.slot.sentence:
        return _measured_by_it(case) or _in_whole(case) or last
    near = last if last and _near(case, last) else None
    return topic(case) or last_told(case) or announced(case) or near or _told_here(case)


def against(case: Case) -> Range | None:
    """【常住人口】与上次普查的30万人相比，增加1万人: what is compared with an amount stands before 与."""
    text, clause = case.text, case.slot.clause
    if not text.startswith("相比", case.amount.end):
        return None
    since = basis.SET.search(text, clause, case.amount.end + LEAST)
    return before(text, clause, since.start(), case.starts) if since and since.start() > clause else None


def compared(case: Case) -> Range | None:
    """【常住人口】30万人，与上次普查的31万人相比: what it is compared with is of what was told before."""
    return carried(case) if case.text.startswith("相比", case.amount.end) else None


def set_against(case: Case) -> Range | None:
    """受理【案件】300起，较上年同期受理280起上升7%: what it has changed from is of what was told before."""
    if case.text[case.amount.end] not in basis.FOLLOWING:
        return None
    since = basis.year_ago(case.text, case.slot.clause, case.amount)
    return carried(case) if since and since[0] == case.slot.clause else None


def _in_whole(case: Case) -> Range | None:
    """849座【公园】24小时开放，占公园总数的87%: the subject of the sentence that the whole names."""
    text, trail, end = case.text, case.memory.trail, case.amount.start
    whole = text.rfind("占", case.slot.left, end)
    if whole < 0 or text.startswith("其中", _clause_before(case)):
        return None  # 支出9亿元，其中预备费3000万元，占支出的3%
    told = (said for said, _ in reversed(trail) if said and said[0] >= case.slot.sentence)
    return next((said for said in told if text.find(text[slice(*said)], whole, end) >= 0), None)


def _bracketed(case: Case) -> Range | None:
    """其中有【发酵酒】（增长87%）、汽车（增长35%）: the member that stands right before the bracket of a change."""
    text, clause = case.text, case.slot.clause
    if case.kind is not _CHANGE or text[clause - 1 : clause] != "（":
        return None
    head = case.slot.head
    least = case.amounts[head - 1].end if head else 0
    return topic(case) if least < clause - LEAST and text[clause - LEAST] not in _STOPS else None


def last_told(case: Case) -> Range | None:
    """又增产14万吨，达到【484万吨】: what the amount before borrowed from an earlier clause of the sentence."""
    trail, sentence = case.memory.trail, case.slot.sentence
    said = trail[-1][0] if trail else None
    return said if said and said[0] >= sentence else None


def _told_here(case: Case) -> Range | None:
    """审结2.9万件，上升【2%】: what the amount before took from another sentence."""
    head = case.slot.head
    here = head > 0 and case.amounts[head - 1].start >= case.slot.sentence and case.kind is _CHANGE
    return case.memory.trail[-1][0] if here else None


def _measured_by_it(case: Case) -> Range | None:
    """单户金额500万元以上的【业务收费】，不高于1%: what is measured and ends the clause before, described by its amount."""
    text, slot, head = case.text, case.slot, case.slot.head
    at = case.amounts[head - 1].end if head else 0
    if at < slot.sentence or slot.clause == 0 or text[slot.clause - 1] != "，" or not text.startswith("的", at):
        return None
    found = (at + 1, slot.clause - 1)
    plain = found[1] - found[0] >= LEAST and text.find("，", *found) < 0
    counted = case.amount.unit.dimension in COUNTED  # 年产值亿元以上的【企业】，2023年有30家
    return found if plain and (counted or measured(text, found)) else None


def _near(case: Case, said: Range) -> bool:
    """Whether a subject was said just before, in the same paragraph."""
    return case.amount.start - said[1] <= _NEAR and "\n" not in case.text[said[1] : case.amount.start]
