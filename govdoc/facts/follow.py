"""Nouns behind an amount, as rules of naming (主体在后): 72名【安置帮教人员】 · 1张200元额度的【优待卡】 · 839个【海外仓】、面积2万平方米."""

from __future__ import annotations

from functools import cache

from govdoc.facts.borrow import moving
from govdoc.facts.case import Case
from govdoc.facts.change import changing
from govdoc.facts.duration import AGES, TIMES
from govdoc.facts.object import RELATIVE, after, summing
from govdoc.facts.phrase import LEAST, Range, forms, is_a, measured, parts, size, tiled, words
from govdoc.facts.scope import place_name
from govdoc.model.fact import Measure
from govdoc.model.quantity import Bound
from govdoc.text.lexicon import any_of
from govdoc.text.pattern import pattern

_DESCRIBED = pattern("[\u4e00-\u9fff]{0,4}的")
_COUNTS = ("count", "area", "length")
_MADE = pattern("新建|改建|扩建|改扩建|新改建|续建|增发|新增|整修|修复|引进|未|已建")
_HOMES = pattern(lambda: any_of(forms("home")))
_HOUSEHOLDS = ("户", "人", "名")
_MEMBERS = pattern(  # 老年公寓|、南站|等重点工程的征收
    "((?:(?!等)[^、，])+)((?:、(?:(?!等)[^、，])+)*)等(?=[^，等]{0,8}(?:项目|工程|活动|工作)(?:的|$))"
)
_CONDITIONS = ("money", "mass", "volume", "energy")
_SIZES = ("area", "length", "mass", "volume", "power")
_GENERAL = ("个", "项", "件", "类", "种", "批", "场", "次", "大", "")
_WORKS = ("项目", "工程", "机组", "举措", "措施", "行动", "计划", "任务")
_POPULATION = pattern("口(?![粮岸头])")  # 14亿人|口: the unit begins the noun
_GOT = pattern("(?:得到|获得|享受|领取|接受|参加)了?")
_DONE = pattern(lambda: f"(?:较?大幅度?地?|主动|集中|专题|先后|连续)?(?:{changing()})(?=[\u4e00-\u9fff]{{2}})")
_CHOSEN = pattern(  # 5%至12%|之间自主确定|缴存比例
    "的?(?:幅度|范围|区间)?之?[内间]?(?:由[^，]{2,6})?(?:自主|自行|合理|酌情)?(?:确定|选择|选定|浮动确定)(?=[^，。的]{2})"
)
_INSIDE = pattern("(?![以及含])[\u4e00-\u9fff]{2,3}(?=以[上下内外])")  # 两个|职务|以上
_JOINED = pattern("和(?=[^，]{2,}的)")  # 四个环节|和群众关切的五个方面
_HEADS = ("名", "位")
_BRIEF = pattern("[一-龥]{2,4}(?=[、，。；）\n])")  # 修订12项|标准|，
_BRIEF_KINDS = ("generic", "measure")
_CLOSED = frozenset("、，。；：）\n和及与")
_LIMITS = (Bound.AT_LEAST, Bound.AT_MOST, Bound.OVER, Bound.UNDER)
_POLICY, _STANDARD = "政策", "标准"
_AT_LEAST, _CHANGE = Bound.AT_LEAST, Measure.CHANGE  # bound once: Python 3.11 looks members up slowly
_BEFORE_NOUN = pattern("(?:[^年月日初末底期度]的|经过|历经|经历)$")  # 较重的20个【县】, 经过8年【持续奋斗】


def beyond(case: Case) -> Range | None:
    """1张200元额度的【优待卡】, 1份保额为20万元的【保险】, 12家产值超亿元【企业】: the noun stands behind an amount that describes it."""
    text, slot, at = case.text, case.slot, case.slot.last + 1
    if case.own or case.amount.unit.dimension != "count" or at >= len(case.amounts):
        return None
    start, size_of = case.amounts[slot.last].end, case.amounts[at]
    if size_of.start < slot.stop and size_of.bound in _LIMITS and measured(text, (start, size_of.start)):
        return after(text, size_of.end, slot.stop)
    between = text[start : size_of.start].removesuffix("为")
    if size_of.unit.dimension == "count" or (between and between not in forms("attribute")):
        return None
    described = _DESCRIBED.match(text, size_of.end, slot.stop)
    return after(text, described.end(), slot.stop) if described else None


def following(case: Case) -> Range | None:
    """72名【安置帮教人员】, 最高500万元最长3年的【担保贷款】, 30家、20家【企业】."""
    text, slot = case.text, case.slot
    if moving(case, slot.head) or _conditions(case) or _grown(case):
        return None
    if case.amount.unit.symbol == "人" and _POPULATION.match(text, case.amount.end):
        return case.amount.end - 1, case.amount.end + 1
    modified = text[case.amounts[slot.head].start - 1] == "的"  # 列入范围的5385台、7186蒸吨【燃煤锅炉】
    if slot.size > 1 and ((case.own and not modified) or case.kind is _CHANGE):
        return _last_of_kind(case)
    at, right = case.amounts[slot.last].end, slot.right if slot.size == 1 else slot.stop
    for touching in case.amounts[slot.last + 1 : slot.last + 3]:
        if touching.start != at or (case.own and not modified) or is_a("place", text, (at - 1, at)):
            break
        at, right = touching.end, slot.stop
    if not case.own and case.amount.unit.dimension.startswith("money") and text.startswith(_STANDARD, at):
        return at, at + len(_STANDARD)  # 按1500元/月【标准】提取
    if at in case.starts and text.startswith("前", case.starts[at]) and after(text, case.starts[at] + 1, right) is None:
        return None  # 其余35处|4月底前完成
    at, right = _past_included(case, at, right)
    if at >= right:
        return None
    aged = case.amount.unit.symbol in AGES
    if text.startswith("的", at) and (_modifies(case) or size(text, at + 1, slot.stop, "generic")):
        return None
    found = _one_of(case, _before_next(case, _behind(case, at, right), right))
    if found and case.own and is_a("generic", text, found):
        return None  # 年应纳税所得额100万元至300万元部分
    if found and text[right - 1] in "、和" and right < slot.stop and is_a("level", text, found):
        return after(text, case.amounts[slot.last + 1].end, slot.stop)  # 3个市级、12个县级示范园
    return _aged(text, parts(text, found)[0]) if found and aged else found


def _aged(text: str, found: Range) -> Range:
    """3岁以下【婴幼儿】托位数, 35岁以下【青年职工】人数: an age is told of people, not of what they have."""
    for _, stop, kind in words("folk").scan(text, *found):
        if kind == "folk" and words("folk").kind(text, stop, found[1])[0] != "folk":
            return found[0], stop
    return found


def _modifies(case: Case) -> bool:
    """Whether 的 behind an amount only describes it, for the noun stands before: 【年应纳税所得额】100万元的部分."""
    if case.own is None or case.amount.unit.symbol in AGES or _solved(case) or place_name(case.text, *case.own):
        return False  # 完成柳河村4公里的|水泥路
    return not tiled("event", case.text, case.own)  # 可申请|10万元的贷款


def _behind(case: Case, at: int, right: int) -> Range | None:
    """The noun behind an amount: after 等 and 和 whatever it begins with, else when the words say that one follows."""
    text = case.text
    if text[case.amounts[case.slot.head].start - 1] in "等和" and (noun := summing(text, at, right)):
        return noun
    noun = after(text, at, right)
    if noun is None and (_opens(case) or _leads(case)):
        noun = after(text, at, right, sure=True)
    return noun or _needed(case, at, right)


def _needed(case: Case, at: int, right: int) -> Range | None:
    """查处4起【买卖合同纠纷】, 、2个【收储站】: the noun without which nothing would be counted; not 检查30家|收缴罚款5万元."""
    text, unit = case.text, case.amount.unit
    counts = unit.dimension == "count" or unit.symbol in _HEADS
    if not counts or _named_before(case):
        return None
    if (brief := _BRIEF.match(text, at)) and any(is_a(kind, text, brief.span()) for kind in _BRIEF_KINDS):
        return brief.span()
    found = after(text, at, right, sure=True) if words("stop").kind(text, at, right)[0] == "door" else None
    return found if found and text[found[1] : found[1] + 1] in _CLOSED else None


def _named_before(case: Case) -> bool:
    """企业|30家, but in 事故、4起 and 企业发生8起 the noun before is not what is counted."""
    verb = case.cue.verb
    listed = case.text[case.amounts[case.slot.head].start - 1] == "、"
    return case.own is not None and not listed and not (verb and is_a("occur", case.text, verb))


def _solved(case: Case) -> bool:
    """水窑工程解决了9万人的【饮水困难】, 财政给予50万元的【配套资金】: who did it stands before, what was done behind."""
    verb = case.cue.verb
    return verb is not None and (case.amount.unit.dimension == "person" or is_a("give", case.text, verb))


def _conditions(case: Case) -> bool:
    """【固定资产投资】5亿元以上制造业项目31个, 【年综合能耗】5000吨以上企业: what something measured must reach."""
    if case.own is None or case.amount.bound not in _LIMITS or case.amount.unit.dimension not in _CONDITIONS:
        return False
    return measured(case.text, case.own)


def _grown(case: Case) -> bool:
    """【产值】1亿元以上、同比增长20%以上的企业: a growth that something measured before must reach."""
    limited = case.kind is _CHANGE and case.own is None and case.amount.bound in _LIMITS
    return limited and case.cue.direction == "up" and case.text.startswith("的", case.amount.end)


def _past_included(case: Case, at: int, right: int) -> Range:
    """2名以上（含2名）|检查人员: past the bracket that says a limit is included, and where the words behind it end."""
    text, stop = case.text, case.slot.stop
    closed = text.find("）", at, stop) if text.startswith("（含", at) else -1
    if closed < 0:
        return at, right
    later = (amount.start for amount in case.amounts[case.slot.last + 1 : case.slot.last + 3])
    return closed + 1, min(stop, next((start for start in later if start > closed), stop))


def _leads(case: Case) -> bool:
    """Whether the words around an amount wait for a noun: 较重的20个【县】, 经过8年【持续奋斗】, 获得3个有针对性的【信息】."""
    start = case.amounts[case.slot.head].start
    opened = case.cue.verb or case.text[start - 1] in "内、有"  # 辖区内3户|参加演练的企业, 、5家|在全国领先的企业
    if opened and case.amount.unit.dimension == "count" and RELATIVE.match(case.text, case.amount.end):
        return True
    if case.amount.unit.dimension == "count" and case.text.startswith(_POLICY, case.amount.end):
        return True  # 民营经济32条|政策, but 扣除75%政策
    return _BEFORE_NOUN.match(case.text, max(case.slot.left, start - LEAST), start) is not None


def _last_of_kind(case: Case) -> Range | None:
    """贫困率50%以上、50户以下的【村寨】: the last of a list that counts something else than the first."""
    first, amount, end = case.amounts[case.slot.head], case.amount, case.amount.end
    other = case.slot.place == case.slot.size - 1 and first.unit.dimension != amount.unit.dimension
    return after(case.text, end, case.slot.right) if other and case.text.startswith("的", end) else None


def _before_next(case: Case, found: Range | None, right: int) -> Range | None:
    """839个【海外仓】、面积2万平方米; 1486个【行政村】集体经济总收入5.7亿元: without what the next amount measures."""
    if found is None or right == case.slot.stop:
        return found
    text = case.text
    if joined := _JOINED.search(text, found[0] + LEAST, found[1]):
        return found[0], joined.start()
    behind = text[found[1] : right]  # 10个国家枢纽、清溪等5个枢纽
    reached = behind in ("", "等") or behind in forms("tail")
    if reached and (actor := _actor(text, found)):
        return actor
    if reached and text[found[0] : found[1]].rfind("、") >= LEAST:
        cut = text.rfind("、", *found)
        bracketed = text.rfind("（", found[0], cut) > text.rfind("）", found[0], cut)
        return found if bracketed else (found[0], cut)  # 8个省（区、市）、36个县
    if not measured(text, found):
        return found
    ends = [stop for _, stop, kind in words("counted").scan(text, *found) if kind == "counted"]
    return (found[0], ends[0]) if ends and found[1] - ends[0] >= LEAST else found


def _actor(text: str, found: Range) -> Range | None:
    """6家【医院】收治患者386人: who does what the next amount counts; 9个村危房改造项目 is one name."""
    for start, stop, kind in words("act").scan(text, *found):
        past = start - text.startswith(forms("sum"), start - 1)  # 景区|共|接待
        if kind == "keep" or stop > found[1] - LEAST or text[past - 1] not in _actor_ends():
            continue
        if text.endswith(_actors(), found[0], past):
            named = is_a("abstract", text, (start, stop)) and text.endswith(_WORKS, stop, found[1])
            return None if named else (found[0], past)
    return None


@cache
def _actors() -> tuple[str, ...]:
    """All that does something by its last words: 医院, 党员, 农户."""
    return tuple(form for kind in ("head", "agent", "doer", "folk", "counted") for form in forms(kind))


@cache
def _actor_ends() -> frozenset[str]:
    """Their last characters: asked first, for most verbs stand behind something else."""
    return frozenset(form[-1] for form in _actors())


def _one_of(case: Case, found: Range | None) -> Range | None:
    """60座【泵站】等工程, 2平方公里【新区】、南站等工程的征收, 20户以上【自然村】宽带: without what others belong to or have."""
    if found is None:
        return None
    text, amount = case.text, case.amount
    if amount.unit.symbol in _HOUSEHOLDS and amount.bound is _AT_LEAST and (homes := _HOMES.match(text, *found)):
        return homes.span()
    members = _MEMBERS.match(text, *found) if text.find("等", *found) > 0 else None
    if members is None:
        return found
    if amount.unit.dimension in _SIZES and members.end(1) > found[0]:
        return found[0], members.end(1)
    listed = (
        text[amount.start - 1] == "、"
        and case.slot.head > 0
        and case.amounts[case.slot.head - 1].start >= case.slot.clause
    )
    alone = members.end(1) == members.end(2) and (listed or amount.unit.symbol not in _GENERAL)
    return (found[0], members.end(2)) if alone else found


def _opens(case: Case) -> bool:
    """Whether a verb behind a count is a part of the noun: 3万吨【扩建项目】, 40万亩【新建农田】 opening its clause."""
    amount, slot = case.amount, case.slot
    if amount.unit.dimension.startswith(("money", "time")) or slot.size > 1:
        return False
    first = slot.left == amount.start and amount.unit.dimension in _COUNTS
    made = _MADE.match(case.text, amount.end, slot.stop) if first or (case.cue.verb and not case.own) else None
    length = size(case.text, amount.end, slot.stop, "stop")
    if first and length >= LEAST and RELATIVE.match(case.text, amount.end + length, slot.stop):
        return True
    return made is not None or (length >= LEAST and case.text.startswith(_WORKS, amount.end + length))


def gained(case: Case) -> Range | None:
    """1075人得到【保险理赔】: what people get, who have no noun of their own."""
    got = _GOT.match(case.text, case.amount.end, case.slot.right) if case.amount.unit.dimension == "person" else None
    return after(case.text, got.end(), case.slot.right) if got else None


def repeated(case: Case) -> Range | None:
    """三次大幅提高【最低收购价】, 两次下调【利率】: what was done so often."""
    if case.amount.unit.symbol not in TIMES:
        return None
    done = _DONE.match(case.text, case.amount.end, case.slot.right)
    return after(case.text, done.end(), case.slot.right) if done else None


def chosen(case: Case) -> Range | None:
    """在5%—12%以内自主确定【缴存比例】: what is set between two bounds."""
    found = _CHOSEN.match(case.text, case.amount.end, case.slot.right)
    return after(case.text, found.end(), case.slot.right, sure=True) if found else None


def inside(case: Case) -> Range | None:
    """两个【职务】以上: the noun stands within the amount."""
    start, end = case.amount.core_end, case.amount.end
    found = _INSIDE.match(case.text, start, end) if end - start > LEAST else None  # most amounts: nothing is left
    return found.span() if found else None


def touches(case: Case) -> bool:
    """Whether a noun, not 的, follows at once."""
    end, right = case.amount.end, case.slot.right
    return not case.text.startswith("的", end) and after(case.text, end, right) is not None
