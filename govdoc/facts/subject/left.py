"""Nouns before an amount, as rules of naming (主体在前): 【信访案件】34宗 · 【调处率】100% · 其中【男】85人."""

from __future__ import annotations

from govdoc.facts.mention import Shape
from govdoc.facts.number.unit import TIMES
from govdoc.facts.subject.borrow import began
from govdoc.facts.subject.follow import touches
from govdoc.facts.subject.granted import receivers, rewarded, to_each
from govdoc.facts.words.before import before
from govdoc.facts.words.case import Case
from govdoc.facts.words.frame import lasting_on
from govdoc.facts.words.phrase import LEAST, Range, forms, is_a, lasts, words
from govdoc.model.fact import Measure
from govdoc.text.lexicon import any_of
from govdoc.text.pattern import pattern

_GIVEN = pattern(  # 青山公司|投资, 在柳河村|投资, 对失独家庭|一次性补助
    lambda: (
        f"(?:分别|各|被?处|中|再|最高|最多|最低|及时|累计)(?=(?:赔付|{'|'.join(forms('award'))})$)"
        "|(?:公司|集团|在[^，。；、的]{2,8})(?=投资$)"
        f"|(?<=[对予的])[^，。；、的]{{0,8}}?{any_of(receivers())}(?=(?:一次性)?(?:{'|'.join(forms('award'))})$)"
    )
)
_MET = pattern(lambda: f"的(?:一次性|再|另)?(?=(?:另奖|{'|'.join(forms('award'))})$)")  # 对获评名牌的|奖励
_MEETING = ("对", "凡", "被", "获", "引进", "达到", "成功", "首次", "新")  # what must be met begins so
_OFTEN = pattern("每(?:半年|[一两三]年|[年月日天周旬]|季度?|个?学[期年])|至少|定期")  # 许可证|每年|年检一次
_AWAY = pattern("距离?(?=[^，。；、离]{2})")  # 距离|取水口500米处
_PARTS = ("组成", "构成")  # 总成绩|由笔试和面试两部分组成
_SUMMED = ("count", "money")
_NAMES, _SUM = 20, 4  # characters: a shorter list of names may stay, a shorter noun needs it
_OWN_UNITS = ("折", "成")
_BESIDE_BRIEF = frozenset("，、（；：中或和及")
# bound once: Python 3.11 looks members up slowly
_PERCENT, _CHANGE, _SHARE = Shape.PERCENT, Measure.CHANGE, Measure.SHARE


def owned(case: Case) -> Range | None:
    """【调处率】100%, 【产值】增长5%: changes and rates belong to the words before."""
    amount = case.amount
    if amount.shape is _PERCENT and case.kind is _SHARE and case.cue.end == amount.start and touches(case):
        return None  # 纳税人90%以上【涉税事项】
    first = case.kind is _CHANGE or amount.shape is _PERCENT or amount.unit.symbol in _OWN_UNITS
    if not first or case.own is None:
        return None
    given = to_each(case, case.own) if case.kind is _SHARE else None  # 按售价每台|补贴|20%
    return given or _borne(case, lasting_on(case.text, case.own))


def _borne(case: Case, own: Range) -> Range:
    """【建设资金】由县财政补助80%: without who pays so much of it."""
    if case.kind is not _SHARE or case.text[own[1] - 1] not in lasts("borne"):
        return own
    by = case.text.find("由", own[0] + LEAST, own[1])
    return (own[0], by) if by > 0 and case.text.endswith(forms("borne"), by, own[1]) else own


def brief(case: Case) -> Range | None:
    """其中【男】85人, 存栏【牛】300头, 【钢】增长8%: a noun of one character, which stands alone before its amount."""
    text, at = case.text, (case.cue.end if case.kind is _CHANGE else case.amount.start) - 1
    if text[at] not in lasts("brief") or (case.own and text[case.own[0] : at] != "其中"):
        return None
    return (at, at + 1) if at == case.slot.left or text[at - 1] in _BESIDE_BRIEF else None


def left(case: Case) -> Range | None:
    """【信访案件】34宗, 【总成绩】由笔试和面试两部分组成, 距【取水口】500米处, 负责人每季度【带队检查】1次, 单位被处【罚款】5万元."""
    own = _unlevelled(case.text, case.own) if case.own and not is_a("level", case.text, case.own) else None
    if own is None:
        return None
    unit = case.amount.unit
    if unit.symbol.split("/")[0] in TIMES:
        return _done(case, own)
    if case.text.startswith(_PARTS, case.amount.end) and (by := case.text.find("由", own[0] + LEAST, own[1])) > 0:
        return own[0], by
    if unit.dimension == "length" and (away := _AWAY.match(case.text, *own)):
        return away.end(), own[1]
    if unit.dimension.startswith("money") and (given := _given(case, own) or began(case)):
        return given
    return _summed(case, own) if unit.dimension in _SUMMED else own


def _done(case: Case, own: Range) -> Range:
    """负责人每季度【带队检查】1次, 台账每年至少【清查】1次: what is done so often, without who does it and to what."""
    at = max(own[0], *(stop for _, stop, kind in words("doer").scan(case.text, *own) if kind == "doer"), own[0])
    at = max(at, *(often.end() for often in _OFTEN.finditer(case.text, at, own[1] - LEAST)), at)
    return before(case.text, at, own[1], case.starts) or ((at, own[1]) if own[1] - at >= LEAST else own)


def _given(case: Case, own: Range) -> Range | None:
    """单位被处【罚款】5万元, 青山公司【投资】3亿元, 一次性【奖励】企业10万元: without who gives and who gets it."""
    given = _GIVEN.search(case.text, *own) if case.amount.unit.dimension == "money" else None
    if given is None and case.text.startswith(_MEETING, case.slot.clause):
        given = _MET.search(case.text, *own)
    return (given.end(), own[1]) if given else to_each(case, own) or rewarded(case)


def _unlevelled(text: str, own: Range) -> Range:
    """【农业龙头企业】省级6家、市级15家: without the level behind the noun."""
    cut = own[1] - LEAST
    return (
        (own[0], cut) if cut - own[0] > LEAST and is_a("level", text, (cut, own[1])) and text[cut + 1] == "级" else own
    )


def _summed(case: Case, own: Range) -> Range:
    """云岭农机、清溪纺织等【先进制造业集群】4个, 风电、光伏等【总投资】3亿元的项目: the noun behind the names that it sums up."""
    text, counted = case.text, case.amount.unit.dimension == "count"
    if text.find("等", *own) < 0 or (counted and own[1] - own[0] <= _NAMES):
        return own
    for start, stop, _ in words("halt").scan(text, *own):
        sums = own[1] - stop >= _SUM if counted else is_a("attribute", text, (stop, own[1]))
        if text[start:stop] == "等" and sums and text.find("、", own[0], start) > 0:
            return stop, own[1]
    return own
