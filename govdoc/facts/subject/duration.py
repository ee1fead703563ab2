"""Durations (时长、期限): what lasts so long, is due within it, or comes back after it.

解除后30天内【恢复正常还款】 · 每5年开展一次【资源清查】 · 【水质】连续9年达到Ⅱ类 · 免收3个月【房租】
"""

from __future__ import annotations

from govdoc.facts.mention import Shape
from govdoc.facts.number.unit import AGES, TIMES
from govdoc.facts.subject.borrow import began, carried
from govdoc.facts.subject.topic import topic
from govdoc.facts.words.before import before, last_action, obliged
from govdoc.facts.words.behind import after, award, task
from govdoc.facts.words.case import Case
from govdoc.facts.words.frame import lasting_on
from govdoc.facts.words.phrase import LEAST, Range, forms, measured, size, trimmed
from govdoc.facts.words.scope import ranks
from govdoc.facts.words.telling import said
from govdoc.model.fact import Measure
from govdoc.model.quantity import Bound
from govdoc.text.pattern import pattern

_TIME = pattern("左?右?的?(时间)(?![节点段表序限内])|([一-龥]{2}期)[内间满]")
_AGE = ("年龄在", "年龄")
JUBILEE = "周年"
_JUBILEE_OF, _JUBILEE_AT_MOST = pattern("(?<=[为向])[一-龥]{2,16}$"), 24  # 为|自治州成立|60周年献礼
_ANCHORS = ("后", "後", "前", "起")  # 解除后三十天内: a deadline, what is due follows
_ADVERBIAL = ("学前", "目前", "此前", "当前", "以前")
_OBLIGED = pattern("(?:应当?|须|必须|要|[在于])$")
_OBLIGING = said("duty", "oblige")
_RUNNING = ("连续", "连")
_MODIFIED = 10  # characters: what stands further on is a predicate
_CONDITIONS = (Bound.AT_LEAST, Bound.UNDER, Bound.OVER)
_STOPPED = pattern("停止|暂停|中止|禁止")
_GRANTS = ("给予", "予以", "准予", "办理", "可", "、")
_GIVING = ("给予", "予以")
_ALSO = pattern("[并且]")
_DEEMED = pattern("，即?((?:视为|视同|推定)[^，。；、]{2,12})")  # 经过三十日|，即视为同意
_LATE = pattern("(?:仍|尚)?[不未](?![同足满少超含])[^，。；、也的]{2,8}")  # 超过5个工作日|不答复|的
_NOUN_ENDS = pattern("[，。；、）和的]")
_SPAN, _CHANGE = Shape.SPAN, Measure.CHANGE  # bound once: Python 3.11 looks members up slowly
_AT_LEAST, _OVER = Bound.AT_LEAST, Bound.OVER  # bound once: Python 3.11 looks members up slowly


def _spans(case: Case) -> bool:
    return case.amount.shape is _SPAN and case.amount.unit.symbol not in AGES


def recurring(case: Case) -> Range | None:
    """每5年开展一次【资源清查】, 每半年【培训】一次: what comes back."""
    text, amount, at = case.text, case.amount, case.slot.last + 1
    if not (_spans(case) and "每" in text[amount.start - 1 : amount.core] and at < len(case.amounts)):
        return None
    times = case.amounts[at]
    if times.unit.symbol not in TIMES or times.start > case.slot.stop:
        return None
    return after(text, times.end, case.slot.stop) or task(text, amount.end, times.start)


def going_on(case: Case) -> Range | None:
    """【水质】连续9年达到Ⅱ类, 【出口】，连续3年位居首位: what has been so for so long."""
    text, amount, slot = case.text, case.amount, case.slot
    before_it = text[slot.left : amount.start]
    if not (_spans(case) and before_it.endswith(_RUNNING)):
        return None
    if case.cue.direction.startswith("rate"):  # 【进出口增速】连续9年居首位, 【增速】连续9年居首位
        return case.own[0] if case.own else case.cue.end, amount.start - len(_running(before_it))
    if case.own is None:
        on = size(text, amount.end, slot.stop, "tail") or ranks(text, amount.end)
        return carried(case) if on else None
    return None if text.endswith(forms("doer"), *case.own) else case.own


def _running(before_it: str) -> str:
    """The word that says so: 连续."""
    return next(word for word in _RUNNING if before_it.endswith(word))


def due(case: Case) -> Range | None:
    """解除后30天内【恢复正常还款】."""
    if not _spans(case):
        return None
    text, amount, slot = case.text, case.amount, case.slot
    before_it = text[slot.left : amount.start]
    if text.startswith("的", amount.end):  # 折算后不足1整天的部分
        generic = before_it.endswith(_ANCHORS) and size(text, amount.end + 1, slot.stop, "generic")
        return carried(case) if generic else None
    deemed = _DEEMED.match(text, amount.end) if case.own is None else None
    running = before_it.endswith(_RUNNING) and slot.right == slot.stop
    within = text.startswith(("内", "前"), amount.end - 1) and _must(case, before_it)
    ahead = case.own and before_it.endswith("提前") and measured(text, case.own)  # 【覆盖率】提前一年达到100%
    anchored = before_it.endswith(_ANCHORS) and not ahead and not before_it.endswith(_ADVERBIAL)
    if deemed or not (running or within or anchored):
        return deemed.span(1) if deemed else None
    stop = slot.right if case.own or text[slot.right - 1] == "的" else slot.stop
    found = _given(case) or _shared(case) or _theirs(text, amount.end, stop) or task(text, amount.end, stop)
    if found and slot.right < found[1] and measured(text, (found[0], slot.right)):
        found = found[0], slot.right  # 3个月内【结果答复率】100%
    found = _past_amount(case, found) if found else None
    timed = case.own is not None and text.endswith(_ANCHORS, *case.own)
    if found and case.own and text[found[0]] in "不未" and not (timed or text.endswith(forms("doer"), *case.own)):
        return case.own  # 扣除方式在一年内不能变更
    if found is None and timed:
        return _of_whom(case)
    if found is None and case.own and text.endswith(forms("doer"), *case.own):
        return _finished(case) or case.own
    if found is None and case.own is None and text.endswith(forms("done"), amount.end, slot.stop):
        return topic(case)  # 可调整【支付标准】，在2年内调整到位
    return found or (obliged(text, case.own) if case.own else None)


def _given(case: Case) -> Range | None:
    """后三年给予50%的【奖励】: what is given for so long."""
    text, end = case.text, case.amount.end
    found = award(text, end, case.slot.stop) if text.startswith(_GIVING, end) else None
    return (max(found[0], text.rfind("的", *found) + 1), found[1]) if found else None


def idle(case: Case) -> Range | None:
    """土地一年以上【未动工】的, 连续两年【未使用】的: what has not been done for so long."""
    if not _spans(case):
        return None
    text, amount = case.text, case.amount
    late = _LATE.match(text, amount.end, case.slot.stop)
    long = amount.bound in (_AT_LEAST, _OVER) or text.endswith(_RUNNING, case.slot.left, amount.start)
    return late.span() if late and long and text.startswith("的", late.end()) else None


def _shared(case: Case) -> Range | None:
    """新建道路交付后五年内、大修道路竣工后三年内【不得挖掘】: what the deadlines of a list are set for."""
    text, end, at = case.text, case.amount.end, case.slot.last + 1
    then = case.amounts[at] if at < len(case.amounts) and text.startswith("、", end) else None
    if then is None or then.shape is not _SPAN or then.start >= case.slot.stop:
        return None
    return task(text, then.end, case.slot.stop) if text.endswith(_ANCHORS, end, then.start) else None


def _finished(case: Case) -> Range | None:
    """供水企业应当在24小时内【抢修】完毕: what is to be done by then."""
    text, start, end = case.text, case.amount.end, case.slot.right
    done = next((len(word) for word in forms("done") if text.endswith(word, start, end)), 0)
    return (start, end - done) if done and end - done - start == LEAST else None


def _of_whom(case: Case) -> Range | None:
    """【信访事项】应当自受理之日起60日内办结: what stands before the duty, when the time alone is near."""
    duty = _OBLIGING.search(case.text, case.slot.left, case.amount.start)
    return before(case.text, case.slot.left, duty.start(), case.starts) if duty else None


def _must(case: Case, before_it: str) -> bool:
    """Whether what follows a time is due: 申请人应当在30日内, 镇政府应当在收到报告后的30日内, 负责人15分钟内."""
    if case.own is None or before_it.endswith(("、", "的")) or _OBLIGED.search(before_it):
        return True
    return bool(_OBLIGING.search(before_it)) or case.text.endswith(forms("doer"), *case.own)


def _theirs(text: str, start: int, stop: int) -> Range | None:
    """5年内其经营中产生并缴纳的【地方税收】: what is described, not how it came about."""
    de = text.rfind("的", start, stop) if text.startswith("其", start) else -1
    return trimmed(text, de + 1, stop) if 0 < de < stop - LEAST else None


def _past_amount(case: Case, found: Range) -> Range | None:
    """前三年给予|100%|【租金补贴】: the amount that opens what is due is none of its words."""
    then = case.amounts[case.slot.last + 1 : case.slot.last + LEAST]
    if not then or then[0].start != found[0]:
        return found
    return trimmed(case.text, then[0].end, found[1]) if found[1] - then[0].end >= LEAST else None


def taken(case: Case) -> Range | None:
    """用3年【时间】, 五年【过渡期】内: nothing else is measured; 仅用90天建成【算力中心】: what was done in it."""
    if not _spans(case):
        return None
    text, end = case.text, case.amount.end
    if found := _TIME.match(text, end, case.slot.stop):
        return found.span(found.lastindex or 0)
    done = text[case.amount.start - 1] == "用" and size(text, end, case.slot.stop, "verb")
    return after(text, end + done, case.slot.right) if done else None


def stayed(case: Case) -> Range | None:
    """在代理机构【实习】满1年, 银行给予【展期】1年: what lasts, when only its place or who grants it stands before it."""
    text, end = case.text, case.cue.end
    found = next(((end - len(f), end) for f in forms("lasting") if text.endswith(f, case.slot.left, end)), None)
    if not _spans(case) or found is None:
        return None
    granted = case.own == found or text.endswith(_GRANTS, case.slot.left, found[0])
    return found if case.own is None or granted else None


def aged(case: Case) -> Range | None:
    """【年龄35岁以下】的143人, 【36-45岁】的182人: people without a noun are told by their age."""
    text, head, at = case.text, case.slot.head, case.amount.start
    ages = case.amounts[head - 1] if head and text[at - 1] == "的" else None
    if ages is None or ages.end != at - 1 or ages.unit.symbol not in AGES or case.amount.unit.dimension != "person":
        return None
    return next((ages.start - len(f) for f in _AGE if text.endswith(f, 0, ages.start)), ages.start), ages.end


def lasting(case: Case) -> Range | None:
    """免收3个月【房租】, 入境144小时【免签政策】: a noun that a span modifies, up to the clause's end."""
    text, end = case.text, case.amount.end
    found = after(text, end, case.slot.right)
    if found is None or text.endswith(forms("fee"), *found):
        return found
    if case.own and case.amount.bound is _AT_LEAST and _whom(text, found):
        return None  # 失业登记一年以上人员
    if found[0] > end or text[end - 1] == "内" or case.kind is _CHANGE:
        return None
    stop = found[0] + len(_NOUN_ENDS.split(text[slice(*found)])[0])
    whole = _NOUN_ENDS.match(text, stop) and LEAST <= stop - found[0] <= _MODIFIED
    return (found[0], stop) if whole else None


def _whom(text: str, found: Range) -> bool:
    """Whether a noun says who it is: 人员, 人员就业."""
    return text.endswith(forms("head"), *found) or text.startswith(forms("folk"), found[0])


def spanned(case: Case) -> Range | None:
    """免收3个月【房租】, 【登记注册】五年内: a span belongs to the noun behind it or to what was done before."""
    if case.amount.unit.symbol in AGES:
        return None
    if case.amount.unit.symbol == JUBILEE:
        if case.own:
            return last_action(case.text, case.own)  # 自治州【建立】50周年|营造氛围
        of = _JUBILEE_OF.search(
            case.text, max(case.slot.clause, case.amount.start - _JUBILEE_AT_MOST), case.amount.start
        )
        return of.span() if of else None
    if case.own and case.text.startswith("距", case.own[0]):
        return after(case.text, case.amount.end, case.slot.right)  # 距退休5年以内的【职工】
    if case.own and case.text.endswith(forms("relative"), *case.own):
        also = _ALSO.search(case.text, case.amount.end, case.slot.right)  # 具有3年以上【工作经历】并在职
        return after(case.text, case.amount.end, also.start() if also else case.slot.right)
    if origin := began(case):
        return origin
    if case.own is None and case.amount.bound is _OVER:
        late = _LATE.match(case.text, case.amount.end, case.slot.stop)
        return late.span() if late else lasting(case)
    if case.own and (stopped := _STOPPED.search(case.text, case.slot.left, case.own[1])):
        return stopped.start(), case.own[1]  # 【停止承接新的业务】6个月
    if case.own and case.kind is _CHANGE and (ran_out := lasting_on(case.text, case.own)) != case.own:
        return ran_out  # 【承包】到期后再延长30年
    return lasting(case) or (last_action(case.text, _last_condition(case, case.own)) if case.own else None)


def _last_condition(case: Case, own: Range) -> Range:
    """现役军人、在读学生、【服务年限】不满2年: the last of some conditions."""
    if case.amount.bound not in _CONDITIONS:
        return own
    at = max(case.text.rfind(mark, *own) for mark in "、及") + 1
    last = trimmed(case.text, at, own[1]) if own[1] - at >= LEAST and at else None
    return last or own  # 医院（含分院）进修半年以上
