"""Borrowed subjects (承前省略): the words stand with another amount or in an earlier clause.

受理信访案件34宗，【办结】30宗 · 粮食总产量15万吨，【增长】3% · 创建材料（3000字以内）.
"""

from __future__ import annotations

from govdoc.facts.case import Case
from govdoc.facts.change import peel
from govdoc.facts.phrase import LEAST, Range, forms, measured, parts, tiled, verb
from govdoc.facts.subject import before
from govdoc.model.fact import Measure
from govdoc.model.quantity import Bound
from govdoc.text.pattern import pattern

_LOOK_BACK = 120  # a topic further back is not meant
_ARTICLE = pattern("第[一二三四五六七八九十百]+[章节条]")  # 数据来源：统计局第八条|蔬菜产量（8分）
_NEAR = 80  # characters; a subject further back in another sentence is not meant
_COUNTED = ("count", "person")
_LIMITS = (Bound.AT_LEAST, Bound.AT_MOST, Bound.OVER, Bound.UNDER, Bound.RANGE)
_STAGES = pattern("、(?:已|新)?(?:开工|竣工|完工|建成|投产|投用|投运|并网|在建)")
_FROM = pattern("[由从][^，。；：、]{0,14}$")  # 事项|由|1400项精简到1300项
_INTO = pattern("[\u4e00-\u9fff]{1,8}(?:[到至为成]|[到至]\\w{1,6}的)")  # |精简到|, |下降到去年的|
_NOUNLESS = ("的", "的有", "的共有")
_COUNTRIES = ("国家和地区", "国家及地区", "国家（地区）")  # they are counted
_SIZES = frozenset("大小多少高低")
_SETS = ("的", "为")  # 50人以上|的补助2万元, 50—100亿元|为0.006%
_STOPS = frozenset("，。；：、）”\n")
_FARTHEST = 16  # characters: the longest of them


def moving(case: Case, index: int) -> bool:
    """Whether the amount at ``index`` is where a value began and the next where it went."""
    amounts = case.amounts
    if not 0 <= index < len(amounts) - 1:
        return False
    text, began, went = case.text, amounts[index], amounts[index + 1]
    if went.start - began.end > _FARTHEST or not _FROM.search(text, case.slot.clause, began.start):
        return False
    return _INTO.fullmatch(text, began.end, went.start) is not None


def moved(case: Case) -> Range | None:
    """事项由1400项【精简到】1300项: where it went has the subject of where it began."""
    return case.memory.trail[-1][0] if moving(case, case.slot.head - 1) else None


def same(case: Case) -> Range | None:
    """排查矛盾纠纷20起，成功调处18起: the same unit again, and no noun."""
    if case.own:
        return None
    slot, i = case.slot, case.slot.head
    again = i > 0 and case.amounts[i - 1].start >= slot.sentence and case.amounts[i - 1].unit == case.amount.unit
    if (
        i > 1
        and not again
        and case.amounts[i - LEAST].start >= slot.sentence
        and case.text.startswith(_SETS, case.amount.end)
    ):
        alike = case.amounts[i - LEAST].unit == case.amount.unit and len(case.memory.trail) >= LEAST
        return case.memory.trail[-LEAST][0] if alike else None  # 50人以上的补助2万元，100人以上的补助4万元
    last = case.memory.last
    if not (last and again and last[0] >= slot.sentence and case.amount.unit.dimension == "count"):
        return None
    told = _told(case) if slot.size == 1 else None
    return max(last, told) if told else last  # 300元以上的【大队】，2023年有162个，2024年增加到556个


def elided(case: Case) -> Range | None:
    """工作人员5名，其中取得证书的【2名】; 资金300万元，其中县水务局【210万元】: the noun stands with the same unit before."""
    found = _alike(case)  # before the questions, for most sentences have none
    waits = found and (_headless(case) or _happened(case) or _staged(case) or _shared_out(case) or _older(case))
    return found if waits else None  # asked when no noun follows


def _alike(case: Case) -> Range | None:
    """The subject of the last amount of the same unit in the sentence, with the one before when it opens with 其中."""
    amounts, trail, head, least = case.amounts, case.memory.trail, case.slot.head, _told_from(case)
    for back in range(1, min(len(trail), head) + 1):
        if amounts[head - back].start < least:
            return None
        if amounts[head - back].unit == case.amount.unit and trail[-back][0]:
            return trail[-back][0]
    return None


def _told_from(case: Case) -> int:
    """Where the sentence begins that a part is of: 企业245家。|其中，云岭镇43家."""
    sentence = case.slot.sentence
    if not case.text.startswith("其中", sentence):
        return sentence
    least = max(0, sentence - _LOOK_BACK)
    return max(least, *(case.text.rfind(mark, least, sentence - 1) + 1 for mark in "。\n"))


def contrasted(case: Case) -> Range | None:
    """省级可办率不低于90%，市县级【不低于70%】: a level or a region is no subject beside the same unit."""
    if case.own is None or case.slot.size > 1 or not case.text.endswith(forms("region"), *case.own):
        return None
    if case.text.endswith(_COUNTRIES, *case.own):
        return None
    if case.own[1] < case.amount.start and case.text[case.amount.start - 1] == "的":
        return None  # 5个国家和地区的|20个港口
    return _alike(case)


def portioned(case: Case) -> Range | None:
    """把控【学习总时长】，其中小学不超过2小时、中学4小时: what is measured stands before 其中, behind it are its parts."""
    text, slot, head = case.text, case.slot, case.slot.head
    if not text.startswith("其中", slot.clause) or case.own is None or measured(text, case.own):
        return None
    last = case.amounts[head - 1].start if head else -1
    told = _told(case) if last >= slot.clause else None if last >= _clause_before(case) else topic(case)
    return told if told and told[1] <= slot.clause and measured(text, told) else None


def _clause_before(case: Case) -> int:
    """Where the clause before this one begins."""
    end = case.slot.clause - 1
    return max(case.slot.sentence, *(case.text.rfind(mark, case.slot.sentence, end) + 1 for mark in "，；："))


def _headless(case: Case) -> bool:
    """取得法律职业资格的2名, 产量增长的有45种: 的 without its noun; 大专学历的74人 has one."""
    text, start = case.text, case.amount.start
    grouped = case.own is not None and text.endswith(forms("group"), *case.own)
    return text.endswith(_NOUNLESS, 0, start) and case.amount.unit.dimension in _COUNTED and not grouped


def _happened(case: Case) -> bool:
    """已完工21所, 未开工4所, 调解成功209件: what happened to some of them."""
    text, amount = case.text, case.amount
    if case.own:
        return tiled("event", text, case.own)
    done = amount.unit.dimension in _COUNTED and case.slot.size == 1 and amount.end == case.slot.stop
    return done and (case.cue.verb or verb(text, case.slot.left, case.cue.end)) is not None


def _older(case: Case) -> bool:
    """年龄35岁以下的143人；36—45岁的182人: the next age."""
    return case.own is None and case.amount.unit.symbol.endswith("岁")


def _staged(case: Case) -> bool:
    """新能源开工60万千瓦、投产30万千瓦: how far others have come."""
    return bool(_STAGES.fullmatch(case.text, case.slot.left, case.amount.start))


def _shared_out(case: Case) -> bool:
    """其中县水务局210万元、县财政局90万元: who gets what part."""
    if case.own is None or case.own[1] - case.own[0] <= LEAST or not case.text.endswith(forms("holder"), *case.own):
        return False
    return case.text.find("其中", case.slot.sentence, case.amount.start) >= 0


def bounded(case: Case) -> Range | None:
    """【投资额】1000万元以下的项目由县里审批；【1000万元以上】的项目: the next class of what was measured."""
    text, amount = case.text, case.amount
    if amount.start != case.slot.clause or amount.bound not in _LIMITS or not text.startswith("的", amount.end):
        return None
    found = _alike(case)
    return found if found and measured(text, found) else None


def parallel(case: Case) -> Range | None:
    """【投资】300万元的管网、200万元的道路: a member of a list that opens with its money has what the first has."""
    head, slot = case.slot.head, case.slot
    if head == 0 or slot.size > 1 or case.amount.unit.dimension != "money" or case.text[case.amount.start - 1] != "、":
        return None
    first, said = case.amounts[head - 1], case.memory.trail[-1][0]
    listed = first.start >= slot.clause and first.unit == case.amount.unit and slot.right > case.amount.end
    return said if listed and said and slot.clause <= said[0] and said[1] <= first.start else None


def enumerated(case: Case) -> Range | None:
    """【养老金】、低保标准再次提高，月人均分别提高50元和30元: as many names in an earlier clause as amounts."""
    text, slot, head = case.text, case.slot, case.slot.head
    if case.own or text.find("分别", slot.clause, case.amounts[head].start) < 0:
        return None
    least = max(slot.sentence, slot.clause - _LOOK_BACK, case.amounts[head - 1].end if head else 0)
    end = slot.clause - 1
    while end > least:
        start = max(least, *(text.rfind(mark, least, end) + 1 for mark in "，；："))
        found = before(text, start, peel(text, start, end, case.ends).end, case.starts)
        members = parts(text, found) if found else []
        if len(members) == slot.size:
            return members[slot.place]
        end = start - 1
    return None


def remembered(case: Case) -> Range | None:
    """城镇收入1万元，农村收入5000元，增长8%和9%: the subjects before, one a value."""
    size, memory = case.slot.size, case.memory
    if case.text.startswith("或", case.amounts[case.slot.head].end):
        return None  # 几倍或几十倍: of one thing
    if len(memory.trail) >= size and memory.trail[-1 - case.slot.place][1] == size:
        return memory.trail[-size][0]  # a list as long as this one: its members
    return memory.subjects[case.slot.place - size] if size <= len(memory.subjects) else None


def carried(case: Case) -> Range | None:
    """，增长8%: the subject of an earlier clause of the sentence, else its topic, else the last of the paragraph."""
    if (noun := _bracketed(case)) is not None:
        return noun
    last = case.memory.outside(case.text, case.amount.start)
    share = case.memory.share
    if case.amount.unit.symbol == "百分点" and share and (share[0] >= case.slot.sentence or _near(case, share)):
        return share
    if last and last[0] >= case.slot.sentence:
        return _measured_by_it(case) or last
    return topic(case) or _told(case) or (last if last and _near(case, last) else None)


def _bracketed(case: Case) -> Range | None:
    """其中有【发酵酒】（增长87%）、汽车（增长35%）: the member that stands right before the bracket of a change."""
    text, clause = case.text, case.slot.clause
    if case.kind is not Measure.CHANGE or text[clause - 1 : clause] != "（":
        return None
    head = case.slot.head
    least = case.amounts[head - 1].end if head else 0
    return topic(case) if least < clause - LEAST and text[clause - LEAST] not in _STOPS else None


def _told(case: Case) -> Range | None:
    """又增产14万吨，达到【484万吨】: what the amount before borrowed from an earlier clause of the sentence."""
    trail, sentence = case.memory.trail, case.slot.sentence
    said = trail[-1][0] if trail else None
    return said if said and said[0] >= sentence else None


def _measured_by_it(case: Case) -> Range | None:
    """单户金额500万元以上的【业务收费】，不高于1%: what is measured and ends the clause before, described by its amount."""
    text, slot, head = case.text, case.slot, case.slot.head
    at = case.amounts[head - 1].end if head else 0
    if at < slot.sentence or slot.clause == 0 or text[slot.clause - 1] != "，" or not text.startswith("的", at):
        return None
    found = (at + 1, slot.clause - 1)
    plain = found[1] - found[0] >= LEAST and text.find("，", *found) < 0
    counted = case.amount.unit.dimension in _COUNTED  # 年产值亿元以上的【企业】，2023年有30家
    return found if plain and (counted or measured(text, found)) else None


def _near(case: Case, said: Range) -> bool:
    """Whether a subject was said just before, in the same paragraph."""
    return case.amount.start - said[1] <= _NEAR and "\n" not in case.text[said[1] : case.amount.start]


def topic(case: Case) -> Range | None:
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
            return parts(text, found)[-1] if bracket else _undescribed(text, found)
        end = start - 1
    return None


def _undescribed(text: str, found: Range) -> Range:
    """蒸发量|大: without what is said of what is measured."""
    start, end = found
    return (start, end - 1) if text[end - 1] in _SIZES and measured(text, (start, end - 1)) else found
