"""Nouns behind an amount, as rules of naming (主体在后): 72名【安置帮教人员】 · 1张200元额度的【优待卡】 · 839个【海外仓】、面积2万平方米."""

from __future__ import annotations

from govdoc.facts.number.unit import AGES
from govdoc.facts.subject.borrow import moving
from govdoc.facts.subject.extent import before_next, counted, of_people, one_of
from govdoc.facts.subject.granted import awards_next, spread
from govdoc.facts.words.behind import RELATIVE, after, summing
from govdoc.facts.words.case import Case
from govdoc.facts.words.phrase import (
    LEAST,
    Range,
    ending,
    forms,
    is_a,
    measured,
    parts,
    size,
    tiled,
    verb,
    words,
)
from govdoc.facts.words.scope import place_name
from govdoc.model.fact import Measure
from govdoc.model.quantity import Bound
from govdoc.text.lexicon import any_of
from govdoc.text.pattern import pattern

_DESCRIBED = pattern("[\u4e00-\u9fff]{0,4}的")
_COUNTS = ("count", "area", "length")
_MADE = pattern(lambda: any_of(forms("made")))
_CONDITIONS = ("money", "mass", "volume", "energy")
_POPULATION = pattern("口(?![粮岸头])")  # 14亿人|口: the unit begins the noun
_MODIFIED = pattern(  # 选择8个|有基础、有特色的乡镇, but 帮助30户|脱贫的做法
    lambda: (
        f"[^，。；的]{{2,24}}的(?!{any_of(forms('generic') + forms('abstract') + forms('notice'))})[\u4e00-\u9fff]{{2}}"
    )
)
_GOT = pattern(lambda: f"{any_of(forms('got'))}了?")
_CHOSEN = pattern(  # 5%至12%|之间自主确定|缴存比例
    "的?(?:幅度|范围|区间)?之?[内间]?(?:由[^，]{2,6})?(?:自主|自行|合理|酌情)?(?:确定|选择|选定|浮动确定)(?=[^，。的]{2})"
)
_INSIDE = pattern("(?![以及含或])[\u4e00-\u9fff]{2,3}(?=以[上下内外])")  # 两个|职务|以上
_FOLK = ("人", "户", "名", "位")
_LINKS = frozenset("和及与、或")  # behind one of these a number opens another member of its list
_HEADS = ("名", "位")
_BESIDE = ("（含", "（累计", "（总计", "（共")
_GRADED = pattern("[十百千万亿]{1,2}级")  # 3个万亿级
_BRIEF = pattern("[一-龥]{2,4}(?=[、，。；）\n])")  # 修订12项|标准|，
_BRIEF_KINDS = ("generic", "measure")
_CLOSED = frozenset("、，。；：）\n和及与")
_AND = ("、", "和")
_LIMITS = (Bound.AT_LEAST, Bound.AT_MOST, Bound.OVER, Bound.UNDER)
_MEETS = pattern("(?:符合|满足|具备|达到|不符)?(?:以下|下列|上述|前款|前述|其中|任意|至少)*")  # 同时符合上述|两项条件
_POLICY, _STANDARD = "政策", "标准"
_CHANGE = Measure.CHANGE  # bound once: Python 3.11 looks members up slowly
_BEFORE_NOUN = pattern("(?:[^年月日初末底期度]的|经过|历经|经历|受过|受到)$")  # 较重的20个【县】, 经过8年【持续奋斗】


def beyond(case: Case) -> Range | None:
    """1张200元额度的【优待卡】, 1份保额为20万元的【保险】, 12家产值超亿元【企业】: the noun stands behind an amount that describes it."""
    text, slot, at = case.text, case.slot, case.slot.last + 1
    if case.own or case.amount.unit.dimension != "count" or at >= len(case.amounts):
        return None
    start, size_of = case.amounts[slot.last].end, case.amounts[at]
    between = text[start : size_of.start].removesuffix("为")
    if size_of.start < slot.stop and size_of.bound in _LIMITS and _property(text, start, size_of.start, between):
        return after(text, size_of.end, slot.stop)
    if size_of.unit.dimension == "count" or (between and not between.endswith(forms("attribute"))):
        return None
    described = _DESCRIBED.match(text, size_of.end, slot.stop)
    return after(text, described.end(), slot.stop) if described else None


def _property(text: str, start: int, end: int, said: str) -> bool:
    """Whether words name nothing but what is measured: 4条|路面宽度|不低于5米的硬化路, 3个|年产|20万吨以上项目."""
    return measured(text, (start, end)) or said in forms("attribute")


_WAS = ("现行的", "原来的", "原先的")  # 票价由现行的|15元、10元、8元调整为…: no words of a noun behind


def following(case: Case) -> Range | None:
    """72名【安置帮教人员】, 最高500万元最长3年的【担保贷款】, 30家、20家【企业】."""
    text, slot = case.text, case.slot
    if moving(case, slot.head) or (case.own and _conditions(case, case.own)) or _grown(case):
        return None
    if case.amount.unit.symbol == "人" and _POPULATION.match(text, case.amount.end):
        return case.amount.end - 1, case.amount.end + 1
    opens = case.amounts[slot.head].start
    modified = text[opens - 1] == "的" and not text.endswith(_WAS, 0, opens)  # 列入范围的5385台、7186蒸吨【燃煤锅炉】
    if slot.size > 1 and ((case.own and not modified) or case.kind is _CHANGE):
        return _last_of_kind(case)
    if case.own and _folk(case, case.own):
        return None
    at, right = case.amounts[slot.last].end, slot.right if slot.size == 1 else slot.stop
    if modified or not case.own or text[case.amounts[slot.head].start - 1] == "等":
        at, right = _past_touching(case, at, right)
    if not case.own and case.amount.unit.dimension.startswith("money") and text.startswith(_STANDARD, at):
        return at, at + len(_STANDARD)  # 按1500元/月【标准】提取
    if at in case.starts and text.startswith("前", case.starts[at]) and after(text, case.starts[at] + 1, right) is None:
        return None  # 其余35处|4月底前完成
    at, right = _past_included(case, at, right)
    if at >= right:
        return None
    if text.startswith("的", at) and (_modifies(case) or size(text, at + 1, slot.stop, "generic")):
        return spread(case)
    return _noun(case, at, right)


def _folk(case: Case, own: Range) -> bool:
    """【员工】800人就业: people before their own number, and none behind it."""
    text, end = case.text, case.amount.end
    if text[case.amount.start - 1] in _LINKS:
        return False  # 4名康复人员和|31名3级以上患者: the number opens another member of the list
    if case.amount.unit.symbol not in _FOLK or not text.endswith((*forms("folk"), "户"), *own):
        return False
    return not text.startswith("的", end) and not words("folk").pattern.search(text, end, case.slot.right)


def _past_touching(case: Case, at: int, right: int) -> Range:
    """列入范围的5385台、7186蒸吨|燃煤锅炉, 6个亿元以上和12个5000万元以上|项目: past the amounts that touch, and where the words end."""
    slot, past = case.slot, False
    for touching in case.amounts[slot.last + 1 : slot.last + 5]:
        joined = past and case.text[at : at + 1] in _AND and touching.start == at + 1
        if (touching.start != at and not joined) or is_a("place", case.text, (at - 1, at)):
            break
        at, right, past = touching.end, slot.stop, True
    return at, right


def _noun(case: Case, at: int, right: int) -> Range | None:
    """The noun among the words behind an amount, and no more than it."""
    text, slot = case.text, case.slot
    noun = _behind(case, at, right)
    if noun is None or (is_a("award", text, noun) and awards_next(case, noun)):
        return None
    found = one_of(case, counted(case, before_next(case, noun, right)))
    if is_a("trouble", text, found):
        return None  # 连续100天超2亿千瓦|考验
    if case.own and is_a("generic", text, found) and not _MEETS.fullmatch(text, *case.own):
        return None  # 年应纳税所得额100万元至300万元部分
    if text[right - 1] in "、和" and right < slot.stop and (is_a("level", text, found) or _GRADED.match(text, *found)):
        return _shared(case, after(text, case.amounts[slot.last + 1].end, slot.stop))
    return of_people(text, parts(text, found)[0]) if case.amount.unit.symbol in AGES else found


def _shared(case: Case, noun: Range | None) -> Range | None:
    """3个市级、12个县级【示范园】, 2个万亿级和5个千亿级【产业集群】: the noun of the next amount, without its level."""
    if noun is None:
        return None
    graded = _GRADED.match(case.text, *noun)
    at = graded.end() if graded else noun[0] + size(case.text, *noun, "level")
    return (at, noun[1]) if noun[1] - at >= LEAST else noun


def _modifies(case: Case) -> bool:
    """Whether 的 behind an amount only describes it, for the noun stands before: 【年应纳税所得额】100万元的部分."""
    if case.own is None or case.amount.unit.symbol in AGES or _solved(case) or place_name(case.text, *case.own):
        return False  # 完成柳河村4公里的|水泥路
    if case.amount.unit.dimension == "count" and verb(case.text, *case.own):
        return False  # 执法人员立即提取|不少于两份的|样本
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


def _conditions(case: Case, own: Range) -> bool:
    """【固定资产投资】5亿元以上制造业项目31个, 【年综合能耗】5000吨以上企业: what something measured must reach."""
    limited = case.amount.bound in _LIMITS and case.amount.unit.dimension in _CONDITIONS
    return limited and measured(case.text, own)


def _grown(case: Case) -> bool:
    """【产值】1亿元以上、同比增长20%以上的企业: a growth that something measured before must reach."""
    limited = case.kind is _CHANGE and case.own is None and case.amount.bound in _LIMITS
    return limited and case.cue.direction == "up" and case.text.startswith("的", case.amount.end)


def _past_included(case: Case, at: int, right: int) -> Range:
    """2名以上（含2名）|检查人员, 新增20户（累计60户）|商户: past a bracket that includes a limit or tells a sum, and where the words end."""
    text, stop = case.text, case.slot.stop
    closed = text.find("）", at, stop) if text.startswith(_BESIDE, at) else -1
    if closed < 0:
        return at, right
    later = (amount.start for amount in case.amounts[case.slot.last + 1 : case.slot.last + 3])
    return closed + 1, min(stop, next((start for start in later if start > closed), stop))


def _leads(case: Case) -> bool:
    """Whether the words around an amount wait for a noun: 较重的20个【县】, 经过8年【持续奋斗】, 获得3个有针对性的【信息】."""
    start = case.amounts[case.slot.head].start
    opened = case.cue.verb or case.text[start - 1] in "内、有"  # 辖区内3户|参加演练的企业, 、5家|在全国领先的企业
    done = opened or (case.own is None and verb(case.text, case.slot.left, case.cue.end))
    if done and case.amount.unit.dimension == "count" and _MODIFIED.match(case.text, case.amount.end):
        return True
    if case.amount.unit.dimension == "count" and case.text.startswith(_POLICY, case.amount.end):
        return True  # 民营经济32条|政策, but 扣除75%政策
    return _BEFORE_NOUN.match(case.text, max(case.slot.left, start - LEAST), start) is not None


def _last_of_kind(case: Case) -> Range | None:
    """贫困率50%以上、50户以下的【村寨】: the last of a list that counts something else than the first."""
    first, amount, end = case.amounts[case.slot.head], case.amount, case.amount.end
    other = case.slot.place == case.slot.size - 1 and first.unit.dimension != amount.unit.dimension
    if other and not case.text.startswith("的", end):  # 总长12公里、5条|支渠
        size_of = case.own is not None and (measured(case.text, case.own) or ending("total", case.text, *case.own))
        other = amount.unit.dimension == "count" and bool(size_of)
        return _noun(case, end, case.slot.right) if other else None
    return after(case.text, end, case.slot.right) if other else None


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
    return made is not None or (length >= LEAST and case.text.startswith(forms("work"), amount.end + length))


def gained(case: Case) -> Range | None:
    """1075人得到【保险理赔】: what people get, who have no noun of their own."""
    got = _GOT.match(case.text, case.amount.end, case.slot.right) if case.amount.unit.dimension == "person" else None
    return after(case.text, got.end(), case.slot.right) if got else None


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
