"""What is given, taken and shared out (补助、罚款、分担): the noun of the money and of its shares.

给予1万元【一次性创业补贴】 · 减半征收【所得税】 · 【资金】由省、市按4:6分担.
"""

from __future__ import annotations

from functools import cache

from govdoc.facts.mention import Amount, Shape
from govdoc.facts.number.unit import COUNTED
from govdoc.facts.subject.extent import actors
from govdoc.facts.words.before import before
from govdoc.facts.words.behind import after, award
from govdoc.facts.words.case import LIMITS, Case
from govdoc.facts.words.change import peel
from govdoc.facts.words.measure import BY_YEARS
from govdoc.facts.words.phrase import LEAST, Range, ending, forms, is_a, measured, words
from govdoc.model.fact import Measure
from govdoc.model.quantity import Bound
from govdoc.text.lexicon import any_of
from govdoc.text.pattern import pattern

_BY = pattern("由(?=[^，]*按)|按")
_SHARERS = pattern(  # 资金|省、市县|按1:1承担
    lambda: f"(?:{any_of(forms('sharer'))}(?:本级|级|财政|两级|三级)?[、和与]?)+(?:分别|各)?$"
)
_TAKEN = pattern("(?:或(?:者)?全?免)?(?:征收|收取|计收|计征|缴纳)?(?=[^，。；、]{2})")
_SPREAD = pattern(  # 按1:1的比例安排|配套资金, 按人均1平方米的标准配建|绿地
    lambda: (
        f"的?(?:比例|标准(?=[配建安筹设]))(?:先行?|及时|足额|同步|统一|配套)?{any_of(forms('spread'))}(?=[^，。；、\n]{{2}})"
    )
)
_SPREAD_OPENS = ("的比", "的标", "比", "标")  # how it begins
_GIVEN_TO = pattern(  # 一次性|奖励|企业, 补助|种粮农户: the verb, and to whom; 补贴资金 and 奖励的村 are no verbs
    lambda: (
        f"(?P<gift>{any_of(forms('gift'))})"
        f"(?P<to>(?:(?!{any_of(forms('gift'))}|资金|标准|对象|政策)[^，。；：、的（）“”《》]){{2,10}})$"
    )
)
_GIVEN_AT_MOST = 12  # characters of the verb and whom it names
_GIVES = pattern("，?(?:一次性)?(?:给予|予以|发放)(?:一次性)?")  # 按投资额的5%|，给予|不超过50万元的奖励
_CLAUSE = pattern("[^，。；\n]*")
_AWARDED = ("money", "multiple", "ratio", "time", "count")  # money/area, money/person too
# 按建筑面积的2‰|配置|，
_SETS = pattern(lambda: rf"(?:的?(?:标准|比例))?(?:据实|全额|足额)?{any_of(forms('set'))}(?=[，。；）\n]|\Z)")
_SET_BY = pattern("按照?(?![期时揭月年季需劳规要程])|参照")
_TO_EACH = pattern(  # 分别给予一次性|奖励|5万元、10万元
    lambda: f"(?:分别|各)(?:再|给予|予以|一次性){{0,2}}({any_of(forms('gift'))})$"
)
# 税收超过100万元|的给予奖励, 经营满两年|的一次性奖励2万元, but 不超过30万元|的一次性奖励
_CONDITION = pattern("的(?:给予|予以|可|一次性(?:奖励|补助|补贴)(?=[0-9]))")
_TO_ONE = pattern(  # 每标准间|奖励|, 每个村|补助|道路建设资金
    lambda: (
        "每(?![年月日天周季次]|学期)[^，。；：、的每0-9]{1,10}?"
        f"(?P<award>{any_of(forms('award'))})(?P<thing>[^，。；：、的]{{4,12}})?$"
    )
)
_TO_ONE_AT_MOST = 28  # characters of all that
_NEXT_YEARS, _YEARS = pattern(BY_YEARS), 4  # amounts
_BACKED = pattern(
    r"的?(?:资金|经费|财政|项目|政策)?[支扶]持(?:资金|经费)?(?=[，。；、）\n]|并|\Z)"
)  # 给予最高20万元|支持
_BACKS = frozenset("支扶的资经财项政")  # the first characters of each
_ONE = pattern("(?:单[个家户项笔]|同一)[^，。；、的]{1,8}?(?:每年|年度|累计)?")  # 给予30%的补助，|单个企业|不超过50万元
_REWARDED = pattern(
    lambda: f"(?:给予|予以|进行|的|享受)(?:一次性)?({any_of(forms('award'))})(?:的?，)$"
)  # 予以|奖励|，
_REWARDED_AT_MOST = 12  # characters of that
_FUNDS = ("资金", "基金")
_PERCENT, _SPAN, _CHANGE, _AT_MOST = (
    Shape.PERCENT,
    Shape.SPAN,
    Measure.CHANGE,
    Bound.AT_MOST,
)  # bound once: Python 3.11 looks members up slowly


def apportioned(case: Case) -> Range | None:
    """对市级、省级企业分别【奖励】5万元、10万元: what each of a list gets."""
    first = case.amounts[case.slot.head]
    if not first.unit.dimension.startswith("money"):
        return None
    given = _TO_EACH.search(case.text, case.slot.clause, first.start)
    return given.span(1) if given else None


def founded(case: Case) -> Range | None:
    """设立5000万元【支持科技创新专项资金】: a fund is named by what it is for."""
    text, end, right = case.text, case.amount.end, case.slot.right
    set_up = case.cue.verb is not None and is_a("found", text, case.cue.verb)
    named = set_up and case.amount.unit.dimension == "money" and text.endswith(_FUNDS, end + LEAST, right)
    return (end, right) if named and not text.startswith("的", end) else None


def divided(case: Case) -> Range | None:
    """【资金】由省、市按4:6分担, 【投资】按不超过总额的40%安排: before 由 and 按; 按1:1的比例安排【配套资金】: behind."""
    if found := spread(case):
        return found
    by = _BY.search(case.text, case.slot.left, case.amount.start)
    end = peel(case.text, case.slot.left, by.start(), case.ends).end if by else 0
    if sharers := _SHARERS.search(case.text, case.slot.left, end):
        end = sharers.start()
    return before(case.text, case.slot.left, end, case.starts) if end > case.slot.left else None


def spread(case: Case) -> Range | None:
    """按1:1的比例安排【配套资金】, 按每人不低于1平方米的标准建设【集中绿地】: what is set apart."""
    text, end = case.text, case.amount.end
    found = _SPREAD.match(text, end, case.slot.stop) if text.startswith(_SPREAD_OPENS, end) else None
    return after(text, found.end(), case.slot.right) if found else None


def regulated(case: Case) -> Range | None:
    """【物业用房】按照建筑面积的2‰配置, 【返还标准】按社保费的50%确定: what is set, not what it is set by."""
    text, amount, slot = case.text, case.amount, case.slot
    if not _SETS.match(text, amount.end):
        return None
    by = _SET_BY.search(text, slot.clause, amount.start)
    if by is None or text.find("由", slot.clause, by.start()) >= 0:
        return None
    found = before(text, slot.clause, peel(text, slot.clause, by.start(), case.ends).end, case.starts)
    return found if found and (measured(text, found) or text.endswith(forms("allotted"), *found)) else None


def promised(case: Case) -> Range | None:
    """按设备投入的8%，给予不超过90万元的【奖励】: the next clause says what is given, and how much of it at most."""
    text, amount, at = case.text, case.amount, case.slot.last + 1
    most = case.amounts[at] if at < len(case.amounts) else None
    if most is None or most.unit.dimension != "money" or not _GIVES.fullmatch(text, amount.end, most.start):
        return None
    if _SET_BY.search(text, case.slot.clause, amount.start) is None:
        return None
    clause = _CLAUSE.match(text, most.end)
    return award(text, most.end, clause.end()) if clause else None


def rewarded(case: Case) -> Range | None:
    """一次性【奖励】企业10万元, 【补助】种粮农户每亩100元: whoever gets it is not what is given."""
    text, end = case.text, case.cue.end
    if text[end - 1] not in _receiver_ends() or not case.amount.unit.dimension.startswith("money"):
        return None
    given = _GIVEN_TO.search(text, max(case.slot.left, end - _GIVEN_AT_MOST), end)
    if given and text.endswith(receivers(), given.start("to"), end):
        return given.span("gift")
    return _to_many(case, end)


def _to_many(case: Case, end: int) -> Range | None:
    """【奖励】12家企业240万元: whoever gets it is counted between the verb and the money."""
    text, head = case.text, case.slot.head
    many = case.amounts[head - 1] if head else None
    if many is None or many.start < case.slot.clause or many.unit.dimension not in COUNTED:
        return None
    if end - many.end > _GIVEN_AT_MOST or not text.endswith(receivers(), many.end, end):
        return None
    given = ending("gift", text, case.slot.clause, many.start)
    return (many.start - len(given), many.start) if given else None


@cache
def receivers() -> tuple[str, ...]:
    """All that something is given to, by its last words: 企业, 农户, 个人."""
    return actors() + forms("receiver")


@cache
def _receiver_ends() -> frozenset[str]:
    """Their last characters: asked first."""
    return frozenset(form[-1] for form in receivers())


def to_each(case: Case, own: Range) -> Range | None:
    """每标准间【奖励】500元, 每个村补助【道路建设资金】2万元: what each of them gets, not what it gets it for."""
    text, end = case.text, own[1]
    low = max(case.slot.left, end - _TO_ONE_AT_MOST)
    at = text.rfind("每", low, end)
    given = _TO_ONE.match(text, at, end) if at >= 0 else None
    return (given.span("thing") if given["thing"] else given.span("award")) if given else None


def capped(case: Case) -> Range | None:
    """按投资额的8%予以【奖励】，单个项目不超过900万元: at most so much of what the clause before gives, whoever gets it."""
    text, own, clause = case.text, case.own, case.slot.clause
    if case.amount.unit.dimension != "money" or case.amount.bound is not _AT_MOST:
        return None
    if own and (own[0] != clause or not _ONE.fullmatch(text, *own) or measured(text, own)):
        return None
    said = case.memory.last
    if own and said and said[0] >= case.slot.sentence and text.endswith(forms("award"), *said):
        return said
    given = _REWARDED.search(text, max(case.slot.sentence, clause - _REWARDED_AT_MOST), clause)
    return given.span(1) if given and case.amount.start - clause <= _GIVEN_AT_MOST else None


def _awards(case: Case) -> bool:
    """Whether so much may be given or taken."""
    amount = case.amount
    return case.kind is not _CHANGE and (amount.unit.dimension.startswith(_AWARDED) or amount.shape is _PERCENT)


def fined(case: Case) -> Range | None:
    """每平方米【罚款】一百元: what stands within the amount."""
    first, core = case.amount.start, case.amount.core
    if core == first or not _awards(case):
        return None
    within = words("award").scan(case.text, first, core)
    return next(((start, stop) for start, stop, kind in within if kind == "award"), None)


def awarded(case: Case) -> Range | None:
    """给予1万元【一次性创业补贴】, 3万元以下【罚款】; 税收超过100万元|的给予奖励 says for what it is given."""
    if not _awards(case):
        return None
    text, last = case.text, _touching(case)
    if last.bound in LIMITS and _CONDITION.match(text, last.end):
        return None
    if text[last.end : last.end + 1] in _BACKS and (backed := _backed(case, last)):
        return backed
    alone = case.slot.size == 1 and last.end <= case.slot.right
    found = award(text, last.end, case.slot.right if alone else case.slot.stop)
    return None if found and awards_next(case, found) else found


def by_years(case: Case) -> Range | None:
    """第一年100%、第二年50%的【房租补贴】: the last of the years says what is given in each."""
    text, at = case.text, case.slot.last
    for year in case.amounts[at + 1 : at + 1 + _YEARS]:
        if year.shape is not _PERCENT or not _NEXT_YEARS.fullmatch(text, case.amounts[at].end, year.start):
            break
        at += 1
    if at == case.slot.last:
        return None
    clause = _CLAUSE.match(text, case.amounts[at].end)
    return award(text, case.amounts[at].end, clause.end()) if clause else None


def _backed(case: Case, last: Amount) -> Range | None:
    """给予最高20万元【支持】, 10万元的【资金扶持】: what is given, when nothing is named that it supports."""
    found = _BACKED.match(case.text, last.end, case.slot.stop + 1) if last.unit.dimension == "money" else None
    return (found.start() + case.text.startswith("的", found.start()), found.end()) if found else None


def _touching(case: Case) -> Amount:
    """给予3年|50%的贴息: the amount that touches a span behind it, for both say what is given."""
    last, at = case.amounts[case.slot.last], case.slot.last + 1
    touched = case.amount.shape is _SPAN and at < len(case.amounts) and case.amounts[at].start == last.end
    return case.amounts[at] if touched else last


def awards_next(case: Case, found: Range) -> bool:
    """投资5000万元以上的|奖励20万元, 带动10户|补助2万元: whether an award stands right before the next amount, which is money."""
    at = case.slot.last + 1
    then = case.amounts[at] if at < len(case.amounts) and case.amount.shape is not _SPAN else None
    return then is not None and then.start == found[1] and then.unit.dimension.startswith("money")


def halved(case: Case) -> Range | None:
    """对小微企业减半征收【所得税】: what is taken stands behind 减半."""
    text, amount = case.text, case.amount
    taken = _TAKEN.match(text, amount.end, case.slot.right) if text.startswith("减半", amount.start) else None
    return after(text, taken.end(), case.slot.right) if taken else None


def paid(case: Case, verb: Range) -> Range | None:
    """【补贴】惠及2万人，累计发放1980万元: what was paid stands before in the sentence."""
    said = case.memory.last
    if said is None or said[0] < case.slot.sentence or case.amount.unit.dimension != "money":
        return None
    return said if is_a("paid", case.text, verb) and case.text.endswith(forms("award"), *said) else None
