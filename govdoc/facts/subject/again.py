"""The same unit again (同一量词再现): the noun stands with an earlier amount of the same unit.

受理信访案件34宗，成功【办结】30宗 · 工作人员5名，其中取得证书的【2名】 · 省级不低于90%，市县级【不低于70%】.
"""

from __future__ import annotations

from govdoc.facts.number.unit import COUNTED
from govdoc.facts.subject.borrow import as_long, last_told, unplaced
from govdoc.facts.subject.topic import LOOK_BACK
from govdoc.facts.words.case import LIMITS, Case
from govdoc.facts.words.clause import clause_start, closed_since
from govdoc.facts.words.phrase import LEAST, Range, forms, is_a, measured, tiled, verb
from govdoc.facts.words.scope import place_name
from govdoc.model.fact import Measure
from govdoc.text.pattern import pattern

_STAGES = pattern(lambda: f"、(?:已|新)?(?:{'|'.join(forms('stage'))})")
_OTHERWISE = pattern("每?(?:少|多|再)")
_FURTHER = pattern("每再?(?:增加|减少|超过|少于|多|少|增|减|超)$")  # 每增加|5吨
_NOUNLESS = ("的", "的有", "的共有")
_COUNTRIES = ("国家和地区", "国家及地区", "国家（地区）")  # they are counted
_THINGS = ("个", "家")
_COUNTED_SO = ("村", "网站", "公众号", "客户端")  # 其中部门网站12个 are websites, 其中部门网站12条 are messages
_TURN = 2  # amounts: the limit and what is given
_CHANGE = Measure.CHANGE  # bound once: Python 3.11 looks members up slowly
_GIVES = "(?:按|(?:一次性)?(?:给予|予以|奖励|补助|补贴))"
# 3亿元（不含3亿元）|的，奖励3万元; 1000万元以上|，奖励
_CLASS = pattern(f"(?:（[^（）]{{1,30}}）|）)?(?:的|部分|，?{_GIVES})")
_CONDITION = pattern(f"(?:部分)?(?:的?(?:，|前|{_GIVES})|的部分)")  # what it is a condition of, and no noun
_OPENED = pattern("(?:首次|累计|当年|全年)?(?:完成|实现|达到?)?|[对在]")  # |完成|2000万元以上的
_INCLUDED = ("含", "不含", "包括", "不包括", "等于", "不等于")
_SETS = ("的", "为")  # 50人以上|的补助2万元, 50—100亿元|为0.006%


def same(case: Case) -> Range | None:
    """排查矛盾纠纷20起，成功调处18起: the same unit again, and no noun."""
    slot, i = case.slot, case.slot.head
    again = i > 0 and case.amounts[i - 1].start >= slot.sentence and case.amounts[i - 1].unit == case.amount.unit
    if not again and i > 1 and case.kind is not _CHANGE and case.text.startswith(_SETS, case.amount.end):
        return _by_turns(case)
    if not again and i > 0 and _class_of(case, i - 1):
        return _alike(case)
    last = case.memory.last
    if not (last and again and case.amount.unit.dimension == "count"):
        return None
    if members := as_long(case):
        return members
    if last[0] < slot.sentence:
        return None if case.amount.unit.symbol == "次" else case.memory.trail[-1][0]  # 总量达14万户，新登记2万户
    told = last_told(case) if slot.size == 1 else None
    return max(last, told) if told else last  # 300元以上的【大队】，2023年有162个，2024年增加到556个


def _class_of(case: Case, index: int) -> bool:
    """企业137家，其中注册资金1000万元以上46家: whether the amount right before says which of them are counted."""
    limit, amount = case.amounts[index], case.amount
    if limit.end != amount.start or limit.bound not in LIMITS:
        return False  # as most are
    return amount.unit.dimension == "count" and case.kind is not _CHANGE and limit.unit.dimension != "count"


def _by_turns(case: Case) -> Range | None:
    """50人以上的补助2万元，【100人以上】的补助4万元: the amount before the last is of this unit, and of this sentence."""
    before, trail = case.amounts[case.slot.head - _TURN], case.memory.trail
    alike = before.start >= case.slot.sentence and before.unit == case.amount.unit and len(trail) >= _TURN
    return trail[-_TURN][0] if alike else None


def elided(case: Case) -> Range | None:
    """工作人员5名，其中取得证书的【2名】; 资金300万元，其中县水务局【210万元】: the noun stands with the same unit before."""
    found = _alike(case)  # before the questions, for most sentences have none
    if found is None:
        return None
    if case.own and is_a("rest", case.text, case.own):
        return _left_over(case)
    named = _headless(case) or _shared_out(case) or _older(case)
    told = named or _happened(case) or _staged(case) or _differing(case)
    return found if told else None


def further(case: Case) -> Range | None:
    """经营私盐20吨的，刑期一年，每增加【5吨】再加半年: more of what the sentence told in the same unit."""
    return _alike(case) if _FURTHER.search(case.text, case.slot.left, case.amount.start) else None


def _alike(case: Case) -> Range | None:
    """The subject of the last amount of the same unit in the sentence, with the one before when it opens with 其中."""
    amounts, trail, head = case.amounts, case.memory.trail, case.slot.head
    sentence, symbol = case.slot.sentence, case.amount.unit.symbol
    least = _before(case.text, sentence) if case.text.startswith("其中", sentence) else sentence
    for back in range(1, min(len(trail), head) + 1):
        told = amounts[head - back]
        if told.start < least:
            return None
        if told.unit.symbol == symbol and trail[-back][0] and not closed_since(case.text, told.end, case.amount.start):
            return trail[-back][0]  # 案件20件（含民事|12件），办结18件: not of what the bracket counts
    return None


def _left_over(case: Case) -> Range | None:
    """民办学校8所，整改6所，其余【2所】正在整改: what the last larger amount of the same unit counts."""
    trail, head, amount = case.memory.trail, case.slot.head, case.amount
    for back in range(1, min(len(trail), head) + 1):
        told = case.amounts[head - back]
        if told.start < case.slot.sentence or amount.value is None:
            return None
        if told.unit == amount.unit and told.value is not None and told.value > amount.value:
            return trail[-back][0] if amount.unit.dimension == "count" else None
    return None


def _before(text: str, sentence: int) -> int:
    """Where the sentence before this one begins: |企业245家。其中，云岭镇43家."""
    return clause_start(text, max(0, sentence - LOOK_BACK), sentence - 1, "。\n")


def contrasted(case: Case) -> Range | None:
    """省级可办率不低于90%，市县级【不低于70%】: a level or a region is no subject beside the same unit."""
    if case.own is None or case.slot.size > 1 or not case.text.endswith(forms("region"), *case.own):
        return None
    if case.text.endswith(_COUNTRIES, *case.own):
        return None
    if case.own[1] < case.amount.start and case.text[case.amount.start - 1] in "的、":
        return None  # 5个国家和地区的|20个港口, 2个新城区、|3个副中心
    found = _alike(case)
    return unplaced(case.text, found) if found else None


def elsewhere(case: Case) -> Range | None:
    """【消费价格】上涨0.8%，其中城市上涨0.9%；两市【房价】分别上涨1%、2%，清溪市下降1%: a change in another place."""
    text, own = case.text, case.own
    if own is None or text[own[0] - 1] not in "，；：、中" or not _is_place(text, own):
        return None
    found = _alike(case)
    return found if found and not _is_place(text, found) else None


def _is_place(text: str, own: Range) -> bool:
    """Whether words are only a place: 农村, 清溪市."""
    return is_a("area", text, own) or place_name(text, *own)


def _headless(case: Case) -> bool:
    """取得法律职业资格的2名, 产量增长的有45种: 的 without its noun; 大专学历的74人 has one."""
    text = case.text
    if not text.endswith(_NOUNLESS, 0, case.amount.start) or case.amount.unit.dimension not in COUNTED:
        return False
    return case.own is None or not text.endswith(forms("group"), *case.own)


def _happened(case: Case) -> bool:
    """已完工21所, 未开工4所, 调解成功209件: what happened to some of them."""
    text, amount = case.text, case.amount
    if case.own:
        return tiled("event", text, case.own)
    counted = amount.unit.dimension in COUNTED or text.startswith("其中", case.slot.clause) or _fulfilled(case)
    closed = amount.end == case.slot.stop or text.startswith("（", amount.end)
    done = counted and case.slot.size == 1 and closed
    return done and (case.cue.verb or verb(text, case.slot.left, case.cue.end)) is not None


def _fulfilled(case: Case) -> bool:
    """改造任务5公里，完成6公里: how much of it."""
    return case.cue.verb is not None and case.text[slice(*case.cue.verb)] == "完成"


def _older(case: Case) -> bool:
    """年龄35岁以下的143人；36—45岁的182人: the next age."""
    return case.own is None and case.amount.unit.symbol.endswith("岁")


def _differing(case: Case) -> bool:
    """抽查2次得5分，少开展1次扣1分; 建有2个得5分，低于2个不得分: more or less than what was asked."""
    if case.own or case.amount.unit.dimension not in COUNTED:
        return False
    bound = case.amount.start == case.slot.clause and case.amount.bound in LIMITS
    return bound or _OTHERWISE.match(case.text, case.slot.clause, case.amount.start) is not None


def _staged(case: Case) -> bool:
    """新能源开工60万千瓦、投产30万千瓦: how far others have come."""
    return bool(_STAGES.fullmatch(case.text, case.slot.left, case.amount.start))


def _shared_out(case: Case) -> bool:
    """其中县水务局210万元、县财政局90万元, 其中柳河村61户: who gets what part; 其中精品村12个 are villages."""
    if case.own is None or case.own[1] - case.own[0] <= LEAST or not case.text.endswith(forms("holder"), *case.own):
        return False
    if case.amount.unit.symbol in _THINGS and case.text.endswith(_COUNTED_SO, *case.own):
        return False
    return case.text.find("其中", case.slot.sentence, case.amount.start) >= 0


def of_age(case: Case) -> Range | None:
    """【未成年人】20人，其中14岁以上的8人；16岁以上的12人: those of an age among the people told of."""
    at, ages = case.amount.start, case.amounts[case.slot.head - 1] if case.slot.head else None
    if ages is None or ages.end != at - 1 or not ages.unit.symbol.endswith("岁"):
        return None
    return _alike(case) if case.text.find("其中", case.slot.sentence, ages.start) >= 0 else None


def bounded(case: Case) -> Range | None:
    """【投资额】1000万元以下的项目由县里审批；【1000万元以上】（不含3亿元）的，奖励3万元: the next class of what was measured.

    投资完成1000万元以上的，奖励3万元；完成【5000万元以上】的，奖励9万元: behind a verb only when no noun follows.
    """
    text, amount, clause = case.text, case.amount, case.slot.clause
    if not (_CLASS if amount.start == clause else _CONDITION).match(text, amount.end):
        return None
    if not _OPENED.fullmatch(text, clause, amount.start) or (amount.start == clause and amount.bound not in LIMITS):
        return None
    least = _before(text, amount.start)  # not the sentence: the first class may stand in a heading, ①投资…奖励2万元；
    for back in range(1, min(len(case.memory.trail), case.slot.head) + 1):
        told, found = case.amounts[case.slot.head - back], case.memory.trail[-back][0]
        if told.start < least:
            return None
        if told.unit == amount.unit and found and measured(text, found) and _CLASS.match(text, told.end):
            return found
    return None


def included(case: Case) -> Range | None:
    """【投资】1亿元—3亿元（不含【3亿元】）的: a limit is of the amount before its bracket."""
    opened, head = case.slot.clause - 1, case.slot.head
    limit = case.text[opened : opened + 1] == "（" and head > 0 and case.amounts[head - 1].end == opened
    said = case.text[opened + 1 : case.amount.start] in _INCLUDED and case.text.startswith("）", case.amount.end)
    return case.memory.trail[-1][0] if limit and said else None


def parallel(case: Case) -> Range | None:
    """【投资】300万元的管网、200万元的道路: a member of a list that opens with its money has what the first has."""
    head, slot = case.slot.head, case.slot
    if head == 0 or slot.size > 1 or case.amount.unit.dimension != "money" or case.text[case.amount.start - 1] != "、":
        return None
    first, said = case.amounts[head - 1], case.memory.trail[-1][0]
    listed = first.start >= slot.clause and first.unit == case.amount.unit and slot.right > case.amount.end
    return said if listed and said and slot.clause <= said[0] and said[1] <= first.start else None
