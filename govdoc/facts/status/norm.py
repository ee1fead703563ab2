"""Norms (规范): amounts that set a condition, a limit or a rate, and the orders of a task list that only look like it.

亿元以上项目120个: 亿元 is a condition, 120 a count. 20个工作日内 is a deadline. 新增充电桩200个 in a list of
tasks is no norm.
"""

from __future__ import annotations

from govdoc.facts.mention import Amount, Shape
from govdoc.facts.number.unit import AGES
from govdoc.facts.words.case import Named
from govdoc.facts.words.clause import Slot
from govdoc.facts.words.plan import aimed, budgeted, planned
from govdoc.facts.words.telling import alternatives, said
from govdoc.model.fact import Status
from govdoc.model.quantity import Bound
from govdoc.text.pattern import pattern

_RULED, _ORDER = said("rule", "norm"), said("order")
_TASK, _VERB = pattern(lambda: f"{alternatives('order')}\\Z"), 4  # 培育|, and the length of such a verb
_STATED = (Bound.EXACT, Bound.ABOUT, Bound.NEARLY, Bound.OVER)  # 经过两年多努力: no condition
LIMITS = (Bound.AT_LEAST, Bound.AT_MOST, Bound.UNDER)
_CLASSES = (*LIMITS, Bound.RANGE)
_COUNTS = ("count", "person", "number")
_MORE = "超过破逾"  # 营收|过10亿元|农产品企业
_ABOVE = "超突高逾大过"  # 超10亿元的企业, but not 长达3500多公里的河堤
_GRANTED = ("money", "time", "ratio")  # what a norm gives, allows or takes
_OLD = (*AGES, "年")  # 60岁以上|老年人, 使用20年以上|住宅电梯
_AGED = pattern("的(?=[0-9一-龥])")  # 35岁以下|的143人
# 亿元以上|新开工项目, 5000吨以上|用能单位
_SIZED = pattern("[一-龥]{0,10}?(?:项目|企业|工程|产业链|产业集群|用能单位)(?!资金|投资)")
_SIZES = ("money", "mass", "energy")
_KIND = pattern("的[一-龥]{0,4}(?:企业|项目|乡镇|行政村)")  # 产值过5亿元|的企业实现零的突破
_FIRST = "首"
_WHO = pattern("[^，。；、\n]{0,12}的(?:人(?!才|均)|户|家庭|居民|单位|企业)")  # 离开半年以上|的人
_INDEXED, _INDEXED_AT_MOST = pattern("以[^，。；（）\n]{1,8}为$"), 12  # 以女性为|100
_SORTED = pattern("(?:、超[0-9.]+[万亿]元)*[一-龥]{0,8}?(?:项目|企业|村集体|经营主体)")  # 超10万元|、超30万元村集体
_NOUN = pattern("[一-龥](?<![的时来内前后方可以未不仍为是和及或与至到])")
_HOURS = pattern(lambda: f"(?<=小时){alternatives('open_hours')}")
_LEGAL = pattern("内?的?(?:法定|规定)(?:时限|期限)")
_SERVED = ("之日起", "次日起", "之次日起")  # 可在收到本决定之日起|60日内申请复议
_LEGALLY = ("法定的", "有效期", "有效期为", "有效期限", "有效期限为")  # 本批复有效期|两年
_DAYS_OFF, _OFF_AT_MOST = pattern("放假(?:调休)?(?:或连休)?，?共?$"), 12  # 国庆节|放假调休，共|8天
_COPIES = "一式"  # 一式|两份
_PRIZES = pattern("[等金银铜秀胜织别励]奖(?:作品)?[各共]?$")  # 一等奖|3名
_PRIZES_AT_MOST = 6
_RATE = pattern("的?(?:标准|执行)|计收|收取|征收|计征")  # 按每小时2元|计收
_DUTY = pattern(lambda: f"{alternatives('duty')}|[时期]限(?:为|最长)?$")  # 退回|须在|1个工作日内提出
_LEVEL = pattern(lambda: f"的[^，。；]{{0,2}}{alternatives('attain')}")  # 进入5万亿元以上|的新阶段
_STRIVING = ("力争", "争取")  # 力争|3年内完成改造 is no deadline
_NO_DEADLINE = (*_STRIVING, "天数")  # 空气优良天数|不少于300天 are counted
_CASE = pattern("[^，。；：、\n]{0,20}的，")  # 连续两次|评估不合格的，
_BY = ("按", "按照")
_BY_SHARE = pattern("(?<![分拟])按照?[^，。；按]{0,16}$")
_OPENING = pattern(lambda: f"[0-9（）().．、 ]{{0,6}}(?:{alternatives('order_how')}){{0,4}}")  # 3.全面|改造
_SETTLED = pattern("上的?(?:自然村|行政村|村民小组|村|屯|居民点|聚居点)")  # 20户以|上自然村
_TERM, _TERM_AT_MOST, _MARKS = pattern(lambda: f"{alternatives('term')}$"), 4, "分"  # 起付线|200元, 90|分以上为优秀
_TERM_ENDS = frozenset("线期金费速额")
_POPULOUS = pattern("人口大?[县市镇乡村](?!民)")  # 20万以上|人口县
# 销售额2万元以上|且快递达1000单以上的经营主体
_ALSO = pattern("(?:并?且|或者?|、)[^，。；、0-9]{0,10}[0-9.]{1,8}[万亿]{0,2}[^，。；、0-9]{1,5}以[上下]的(?![0-9])")
_CLASS = pattern("[百千万亿]+[元斤](?!大关|台阶|级|的|多|左右|以)[一-龥]")  # 亿元|企业; 万亩|果园 is a single thing
_VALUES = tuple(f"{aim}（" for aim in ("目标值", "目标数", "计划数", "任务数"))  # 提前实现目标值（|37%|）
_AIMS = ("计划", "任务", "目标", "拟", "初预算", "调整预算", "年度预算", "收入预算", "支出预算")
_MET = pattern("完成|实现|超|已")
_YEARLY = "每年"  # 每年安排2亿元以上资金 is what was done
# 县财政每年|安排预算资金|8500万元, 县政府|列支|200万元, 发行专项债券|2000万元
_FUNDS = pattern(
    "(?:财政|预算)[^，。；]{0,4}安排[一-龥]{0,8}$|(?:(?:财政|政府)[^，。；]{0,4}|(?<=[：；，]))列支$|发行[一-龥]{0,6}债券$|设立(?:总)?规模$"
)
_FUNDS_AT_MOST = 20
_SET_UP, _FUND = "设立", pattern("[^，。；0-9]{0,20}(?:资金|基金)(?=[，。；])")  # 设立|2亿元|工业发展引导资金，
_YEARLY_TASK = pattern("每年(?:培育|新增)(?![^，。；0-9]*每)")  # |每年培育|企业50家
_ADDS = pattern("(?:全年|年内)?(?:新增|新建|新培育)")
_REACH = 300  # characters of a sentence on either side
_TITLE_LEFT = 20  # characters of a title behind its number
_YEARLONG = pattern("全年|(?<![0-9几数一二两三四五六七八九十])年内")
# an exact amount is none of what ``by_itself`` says without one of these before it or in it
_SIGNS = frozenset("等算（式").union(word[-1] for word in (*_BY, *_AIMS))
_BIG = frozenset("百千万亿")
_ENTERED = "入出"  # 完成调整后预算收入|4亿元的98%
_EXACT, _OVER, _AT_LEAST, _AT_MOST = (
    Bound.EXACT,
    Bound.OVER,
    Bound.AT_LEAST,
    Bound.AT_MOST,
)  # bound once: Python 3.11 looks members up slowly
_PERCENT, _SPAN, _PLAIN = Shape.PERCENT, Shape.SPAN, Shape.PLAIN  # bound once: Python 3.11 looks members up slowly


def by_itself(text: str, amount: Amount, slot: Slot, named: Named) -> Status | None:
    """What an amount is in any document: a condition or a norm, what a title counts, the size of a plan; None for most."""
    exact = amount.bound is _EXACT and amount.shape is not _SPAN
    if exact and text[amount.start - 1] not in _SIGNS and text[amount.start] not in _BIG:
        if text[amount.start - 1] in _ENTERED and budgeted(text, amount):
            return Status.PLANNED
        return Status.RULE if not amount.unit.symbol and _indexed(text, amount) else None
    if planned(text, amount) or aimed(text, amount):
        return Status.PLANNED
    if _condition(text, amount, slot, named) or _anywhere(text, amount, slot):
        return Status.RULE
    if _cited(text, amount):
        return Status.ACTUAL
    return Status.PLANNED if _meant(text, amount, slot) else None


def class_name(text: str, amount: Amount) -> bool:
    """亿元企业2家, 百亿斤粮食基地: a size without a digit that names a class of things; 万亿元大关 is reached.

    >>> from govdoc.facts.find import find
    >>> from govdoc.text.normalise import normalise
    >>> text = "培育亿元企业2家，产值3亿元。"
    >>> [class_name(text, amount) for amount in find(normalise(text)).amounts]
    [True, False, False]
    """
    return text[amount.start] in _BIG and amount.bound is _EXACT and _CLASS.match(text, amount.start) is not None


def _condition(text: str, amount: Amount, slot: Slot, named: Named) -> bool:
    """60岁以上老年人, 亿元以上重大项目120个, 20户以上自然村: a condition of what is counted, not a count."""
    if amount.bound is _EXACT:
        return class_name(text, amount)
    limited = amount.bound in LIMITS
    if (
        limited
        and amount.shape is _PLAIN
        and (_SETTLED.match(text, amount.end - 1) or _POPULOUS.match(text, amount.end) or _ALSO.match(text, amount.end))
    ):
        return True
    if limited and amount.unit.symbol in _OLD and _NOUN.match(text, amount.end):
        due = named.rule == "subject.task"  # 两年内|实现全覆盖
        return not (due or text.endswith(_STRIVING, 0, amount.start))  # 使用20年以上住宅电梯
    if amount.unit.symbol in AGES and amount.bound in _CLASSES and _AGED.match(text, amount.end):
        return True
    if limited and amount.unit.dimension in _SIZES and _SIZED.match(text, amount.end):
        return True
    if named.rule != "subject.after" or amount.bound in _STATED or amount.shape is _PERCENT:
        return False
    if text.startswith(_YEARLY, amount.start):
        return False
    if amount.unit.symbol in _OLD:
        return not text.startswith(("时间", "的时间"), amount.end)  # 经过5至8年时间: no condition
    measured = amount.unit.dimension not in _COUNTS
    counted = slot.right < slot.stop and "、" not in text[amount.end : slot.right] and not _tasked(text, amount)
    return limited and (measured or counted) and not text.startswith("的", amount.end)


def _anywhere(text: str, amount: Amount, slot: Slot) -> bool:
    """Norms that a report tells too: 收入超10亿元的企业达100家, 20个工作日的法定期限, 24小时不打烊, 按每户300元标准, 一式两份."""
    if text.endswith(_COPIES, slot.left, amount.start) or (amount.unit.symbol == "字" and amount.bound in LIMITS):
        return True  # 总结材料3000字以内
    if amount.shape is _SPAN:
        if amount.unit.symbol == "天" and _DAYS_OFF.search(text, max(0, amount.start - _OFF_AT_MOST), amount.start):
            return True
        legal = _LEGAL.match(text, amount.end) or text.endswith(_LEGALLY, slot.left, amount.start)
        legal = legal or (amount.bound is _AT_MOST and text.endswith(_SERVED, slot.left, amount.start))
        if legal or _HOURS.match(text, amount.end) or (amount.bound in LIMITS and _WHO.match(text, amount.end)):
            return True
    if text[amount.start] == "每" and amount.bound in LIMITS and not text.startswith(_YEARLY, amount.start):
        return True
    if amount.shape is _PLAIN and text.startswith("的", amount.end) and not _LEVEL.match(text, amount.end):
        above = amount.bound is _OVER and slot.right < slot.stop and text[amount.start] in _ABOVE
        return above or amount.bound in LIMITS or _class_of(text, amount, slot)
    if text[amount.start] in _MORE and amount.bound is _OVER and amount.unit.dimension == "money":
        return _SORTED.match(text, amount.end) is not None and _FIRST not in text[slot.clause : amount.start]
    return text.endswith(_BY, slot.left, amount.start) and _RATE.match(text, amount.end) is not None


def _class_of(text: str, amount: Amount, slot: Slot) -> bool:
    """产值过5亿元|的企业实现零的突破: the size of a class, but not 首个产值超5亿元的企业."""
    sized = amount.bound is _OVER and amount.unit.dimension == "money"
    return sized and _KIND.match(text, amount.end) is not None and _FIRST not in text[slot.clause : amount.start]


def _indexed(text: str, amount: Amount) -> bool:
    """以女性为|100: the base of an index is set, not measured."""
    return (
        text[amount.start - 1] == "为"
        and _INDEXED.search(text, max(0, amount.start - _INDEXED_AT_MOST), amount.start) is not None
    )


def limit(text: str, amount: Amount, slot: Slot, *, told: bool) -> bool:
    """Norms but in a report: 20个工作日内, 最长不超过3天, 500万元以上的, 只有1家的，采取…, 两次评估不合格的，终止授权, 按不低于采购额的30%预付."""
    if told:
        return _duty(text, amount, slot)
    if amount.shape is _PERCENT:
        by = _BY_SHARE.search(text, slot.left, amount.start)
        return by is not None or (amount.bound in LIMITS and text.startswith("的", amount.end))
    if _CASE.match(text, amount.end) or (amount.bound in LIMITS and text.startswith("的", amount.end)):
        return True
    if amount.shape is not _SPAN or text.endswith(_NO_DEADLINE, 0, amount.start):
        return False
    return text[amount.end - 1] == "内" or text.startswith(("不", "最"), amount.start)


def _duty(text: str, amount: Amount, slot: Slot) -> bool:
    """Limits that are norms in a report too: 退回须在1个工作日内提出, 办理时限最长15天; 均在7日内回复 is what was done."""
    return amount.shape is _SPAN and _DUTY.search(text, slot.clause, amount.start) is not None


def defined(text: str, amount: Amount, named: Named) -> bool:
    """起付线为200元, 公示期5个工作日, 90分以上为优秀: a plan sets what counts, it does not aim at it."""
    first, last = named.range or (0, 0)
    if (
        text[last - 1] in _TERM_ENDS
        and 0 <= amount.start - last <= 1
        and _TERM.search(text, max(first, last - _TERM_AT_MOST), last)
    ):
        return True
    return amount.unit.symbol == _MARKS and amount.bound in LIMITS and text.startswith("为", amount.end)


def _cited(text: str, amount: Amount) -> bool:
    """《…等十九件地方性法规的决定》: what the title of another document counts stands."""
    closed = text.find("》", amount.end, amount.end + _TITLE_LEFT) if text[amount.start - 1] == "等" else -1
    return closed >= 0 and text.find("《", amount.end, closed) < 0


def _meant(text: str, amount: Amount, slot: Slot) -> bool:
    """计划30支队, 压减任务65万吨: the size of a plan or a task, but not 完成年度任务65万吨."""
    if text.endswith(_VALUES, 0, amount.start):
        return True
    stated = amount.shape is _PLAIN and text.endswith(_AIMS, slot.left, amount.start)
    return stated and not _MET.search(text, slot.clause, amount.start)


def ordered(text: str, amount: Amount, slot: Slot) -> bool:
    """新增公共充电桩200个, 全年发放补贴300万元: a task to count up to, not a norm; 每月走访1次 is one."""
    if _funded(text, amount, slot) or _prized(text, amount, slot):
        return True
    stated = amount.bound in _STATED or (amount.bound is _AT_LEAST and (_tasked(text, amount) or _adds(text, slot)))
    each = text.find("每", slot.clause, amount.core)
    if not stated or amount.shape is _PERCENT or (each >= 0 and not _YEARLY_TASK.match(text, each)):
        return False
    opened = amount.unit.dimension not in _GRANTED and (_opens(text, slot.clause) or _opens(text, slot.sentence))
    if not opened and not _YEARLONG.search(text, max(slot.sentence, amount.start - _REACH), amount.start):
        return False
    stop = text.find("。", slot.stop, slot.stop + _REACH)
    start = max(opened or slot.sentence, amount.start - _REACH)
    return not _RULED.search(text, start, max(stop, slot.stop))


def _funded(text: str, amount: Amount, slot: Slot) -> bool:
    """县财政安排|200万元, 发行债券|3000万元: what an organ sets aside is a plan of its own, not what anyone may ask for."""
    if amount.unit.dimension != "money" or amount.bound not in _STATED:
        return False
    if text.endswith(_SET_UP, slot.clause, amount.start) and _FUND.match(text, amount.end):
        return True
    return _FUNDS.search(text, max(slot.clause, amount.start - _FUNDS_AT_MOST), amount.start) is not None


def _prized(text: str, amount: Amount, slot: Slot) -> bool:
    """一等奖|3名: how many prizes there are to be; 每组一等奖3名 is a norm."""
    if amount.unit.dimension not in _COUNTS or amount.bound is not _EXACT:
        return False
    prizes = _PRIZES.search(text, max(slot.clause, amount.start - _PRIZES_AT_MOST), amount.start)
    return prizes is not None and "每" not in text[slot.clause : amount.start]


def _adds(text: str, slot: Slot) -> bool:
    """全年|新增光伏装机|5万千瓦以上: so much at least is to be added."""
    return _ADDS.match(text, slot.clause) is not None


def tasked(text: str, slot: Slot) -> bool:
    """“百千万”工程：|培育企业10家左右: whether a sentence or its clause opens with the verb of a task."""
    return bool(_opens(text, slot.clause) or _opens(text, slot.sentence))


def _tasked(text: str, amount: Amount) -> bool:
    """培育|100家以上|企业: so many at least are to be, which is no condition of them."""
    return _TASK.search(text, max(0, amount.start - _VERB), amount.start) is not None


def _opens(text: str, at: int) -> int:
    """Where the verb of a task stands that opens at ``at``: 全面|改造, 按照分批原则，|组织; 0 where none does."""
    start = _OPENING.match(text, at).end()  # type: ignore[union-attr]
    return start if _ORDER.match(text, start) else 0
