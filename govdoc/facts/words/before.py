"""Subjects before an amount (主体在前): 受理【信访案件】34宗 · 【调处率】达100%.

What opens the clause is taken off from the left (全年 · 共 · 受理 · 为群众办理 ·), what belongs to
the amount was taken off from the right (``change.peel``); what is left is the phrase.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from govdoc.facts.words.frame import signed, unframed
from govdoc.facts.words.opening import opened, served
from govdoc.facts.words.phrase import (
    LEAST,
    WORKS,
    Range,
    edged,
    forms,
    is_a,
    lasts,
    measured,
    size,
    tiled,
    trimmed,
    words,
)
from govdoc.facts.words.scope import scopes
from govdoc.text.pattern import pattern

_RATES = frozenset("率额量度数值比重例期")  # 审核通过率: its verb is a part of its name
_CLOSING = "]）"
_NOTE = pattern(r"\[\d{1,2}\]$")  # 家庭户[3]|有3201户
_NAMES = pattern("（[^（）、]{2,}(?:、[^（）、]{2,})+）$")  # 返贫村|（青石村、柳河村）|两个, but not 县（市、区）
_TOLD = 4  # characters: a shorter noun needs the words that tell which
_NOT_AFTER_VERB = frozenset("的、和及与型性")
_ADVERBS = ("共", "已", "均", "将", "累计")
_AHEAD = ("要", "将", "拟")
_FOR = ("为", "向", "给")
_DOERS = ("部门", "机关", "单位", "机构")  # 监管部门|已立案17起 counts what they did
_INTO = ("为", "成", "到", "至")
_NOMINAL = frozenset(["新增", "净增"])  # 新增能耗 is a noun
_WHOSE = pattern(  # 入驻企业|年纳税, 企业当年|研发投入, but 企业年金
    lambda: (
        f"(?:{'|'.join((*forms('agent'), *forms('doer'), *forms('receiver')))})(?:(?:本|上一?|当)?年度|[当上]年"
        "|(?=年(?:产|销|营|纳|缴|税|用[电水]|进?出口|主营|交易|网络)))(?=[^，。；、]{2})"
    )
)
_SINCE = pattern("[^，。；、]{1,12}?起(?![来到草步重点伏降源码])(?=[^，。；、]{4})")
# 规上企业累计实现|利润总额, 东部地区拥有|法人单位, 审计共查出|违规金额
_REALISED = pattern(
    "(?:企业|单位|公司|集团)(?:累计|共|均)?(?:实现|完成)(?=[^，。；、的]{2})|地区拥有(?=[^，。；、的]{2})"
)
_IN_ALL = pattern("(?<=[一-龥]{2})(?:共|累计)")
_FORMULA = frozenset("×÷=＝")  # 床日数/人数×【100%】 is no amount of anything
_MODAL = pattern("应当?|须|(?<!许)可|(?<!所)在|于|自(?![我然来主治身愿])|顺延|延长|至少|不得")
_NOTHING = pattern(
    r"""受.{2,10}影响$                       # 受疫情影响: no subject
    | [比较].{2,14}[高低多少快慢]$          # 比全市平均水平低
    | .*[分从按].{1,8}看$                   # 分季度看
    | .*(?:以来|批准)$                      # 建站以来, 经上级批准
    | .*(?:汇率|价格|口径)[计折测核]算$        # 按平均汇率计算为5686美元
    | 第[一二三四五六七八九十0-9]{1,3}个?(?:年|月|季度|学年|阶段)$  # 第二年减免50%
    | 除.{2,24}外$                           # 除法律另有规定外
    | .+期间$                                # 春节期间为|5000户发放慰问金
    | [国省市州县区旗镇乡村、和]+[两三四五]级$   # 县、乡两级共|60人
    | 情况(?:复杂|特殊|紧急)                # 情况复杂的，可延长
    | [\ .]*$                                # dots and blanks""",
    re.VERBOSE,
)
_EQUAL = frozenset("为是相")  # one of these begins each
_EQUALS = pattern("(?:为|是|相当于)[^，]{2,14}$")  # ，|为正常保有量|的104%: of what was told before
# one of these stands at the beginning or the end of each of them
_NOTHING_OPENS, _NOTHING_ENDS = frozenset("受比较情第除 ."), frozenset("看来准算")


def before(text: str, low: int, end: int, moments: Mapping[int, int]) -> Range | None:
    """The noun phrase of ``text[low:end]``; ``moments`` is start → end of what is no noun (dates, markers).

    >>> text = "全年受理信访案件"
    >>> text[slice(*before(text, 0, 8, {}))]
    '信访案件'
    """
    if end - low < LEAST:
        return None
    if text[end - 1] in _CLOSING:
        end = _unnoted(text, low + LEAST, end)
    first, (low, placed) = low, opened(text, low, end, moments)
    if end - low < LEAST:
        return None
    signs = signed(text, first, end)
    based = 0
    if signs:
        if text[first] in _EQUAL and text.startswith("的", end) and _EQUALS.match(text, first, end):
            return None
        low, end, based = unframed(text, first, low, end)
        if (at := text.rfind("已", low + LEAST, end - LEAST)) > 0:
            end = _undone(text, low, at, end)
    if based and text[based - 1] == "将":
        based = opened(text, based, end, moments)[0]  # 我局将|继续改造|农村公路
    inner = based or _inner(text, low, end)
    inner = _described(text, inner, end) if signs else inner
    inner = _its_own(text, inner, end) if text.find("年", inner + LEAST, end) > 0 else inner
    if placed is not None and text.endswith(forms("when"), low, end):
        return None  # 在取得证书的当年: a time
    if placed and inner == low:
        inner = _placed(text, low, end)
        de = text.rfind("的", low, end - LEAST) if inner in (low, end) else -1
        inner = de + 1 if de > low else inner  # 在村卫生室工作的|人员
        if inner in (low, end):
            return None  # a place
    found = trimmed(text, _last_member(text, inner, end, moments), end) if signs else edged(text, inner, end)
    if found and text.find("或", *found) > 0:
        found = _told_twice(text, *found)
    return found if found and not _names_nothing(text, *found) else None


def _told_twice(text: str, start: int, end: int) -> Range:
    """没有违法所得或者|违法所得: the noun behind 或 when it ends the words before it too."""
    at = text.rfind("或", start, end)
    last = at + 1 + text.startswith("者", at + 1)
    return (last, end) if end - last >= LEAST and text.endswith(text[last:end], start, at) else (start, end)


def _unnoted(text: str, low: int, end: int) -> int:
    """Where the words end before the sign of a note and before a bracket of names: 家庭户|[3], 返贫村|（青石村、柳河村）."""
    if text[end - 1] == "]" and (note := _NOTE.search(text, low, end)):
        end = note.start()
    names = _NAMES.search(text, low, end) if text[end - 1] == "）" else None
    return names.start() if names else end


def _placed(text: str, low: int, end: int) -> int:
    """Past what a preposition opened: 自2021届起|补贴标准, 在邻近国家|实施|民生项目."""
    since = _SINCE.match(text, low, end)
    return since.end() if since else served(text, low, end)


@cache
def _nothing() -> frozenset[str]:
    """The last characters of all that names nothing."""
    return lasts("step").union(_FORMULA, _NOTHING_ENDS, "内间级", (word[-1] for word in scopes()))


def _names_nothing(text: str, start: int, end: int) -> bool:
    """其中【农村】1万个; 跨4个【万亿元台阶】、突破9万亿元; 【辖区内】49户企业."""
    last = text[end - 1]
    if end - start >= LEAST and last not in _nothing() and text[start] not in _NOTHING_OPENS:
        return False  # as most are
    words = text[start:end]
    if len(words) < LEAST or last in _FORMULA or last == "内" or words == "之间" or words in scopes():
        return True
    return words.endswith(forms("step")) or _NOTHING.match(words) is not None


def _undone(text: str, low: int, at: int, end: int) -> int:
    """Where 已 at ``at`` begins, when it ends the phrase with its verb: 查出的问题|已整改|到位94%."""
    done = tiled("event", text, (at + 1, end)) and not text.endswith(_DOERS, low, at)
    return at if done else end


def _inner(text: str, low: int, end: int) -> int:
    """Past the last predicate inside: 产业园完成|投资, “清溪港”累计登记|船舶, 产业园共入驻|企业, 监测机制识别|低收入家庭."""
    past = _realised(text, low, end)
    if low < end and text[end - 1] in _RATES:
        # 补贴带动|家电零售额
        return max((stop for _, stop, _ in words("pull").scan(text, past, end - _TOLD)), default=past)
    last = past
    for start, stop, kind in words("inner").scan(text, past, end):
        if kind == "verb":
            named = (
                end - stop < LEAST
                or (start > low and is_a("bare", text, (stop, end)))
                or text[stop] in _NOT_AFTER_VERB
                or _one_affair(text, start, stop, end)
            )
            last = last if named else stop
        elif kind == "agent":
            last = _acted(text, stop, end) or last
        elif kind != "keep" and (stop - start >= LEAST or kind == "sum"):
            last = _past(text, stop, end, "action") or (_timed(text, start, stop, end) if kind == "time" else 0) or last
    return last


def _realised(text: str, low: int, end: int) -> int:
    """Past who reached or has it: 规上企业累计实现|利润总额, 东部地区拥有|法人单位, 审计共查出|违规金额."""
    found = _REALISED.search(text, low, end) if end - low > _TOLD else None
    past = found.end() if found else low
    for summed in _IN_ALL.finditer(text, past, end - _TOLD) if end > low and text[end - 1] in _RATES else ():
        length = size(text, summed.end(), end, "action")
        past = summed.end() + length if 0 < length <= end - summed.end() - _TOLD else past
    return past


def _timed(text: str, start: int, stop: int, end: int) -> int:
    """Past a time inside: 学生每天|体育锻炼时间, and past 共 behind it; 0 when the time ends nothing."""
    each = text[start] == "每" and end - stop >= LEAST and measured(text, (stop, end))
    return stop if each else _summed(text, stop, end)


def _one_affair(text: str, start: int, stop: int, end: int) -> bool:
    """矿山|修复|治理, 湿地|修复|工程: what is done names what follows."""
    if is_a("abstract", text, (stop, end)):
        return True
    return text[stop:end] in WORKS and is_a("abstract", text, (start, stop))


def _described(text: str, low: int, end: int) -> int:
    """Past the clause that tells which: 符合贴息条件的|个人创业贷款最高额度."""
    de = text.find("的", low, end - LEAST)
    told = de > low and end - de - 1 >= _TOLD and size(text, low, end, "relative")
    return de + 1 if told else low


def _its_own(text: str, low: int, end: int) -> int:
    """Past whose measure of a year it is: 入驻企业|年纳税, 企业当年|研发投入."""
    whose = _WHOSE.search(text, low, end)
    return whose.end() if whose and measured(text, (whose.end(), end)) else low


def _past(text: str, at: int, end: int, group: str) -> int:
    """Past the verb at ``at`` when a noun follows it; 0 when none does. 今年要|动用|库存, 累计为农户提供|保障."""
    at += text.startswith(_AHEAD, at, end)
    if text.startswith(_FOR, at, end):
        past = served(text, at + 1, end)
        return past if at + 1 < past <= end - LEAST else 0
    length = size(text, at, end, group)
    return at + length if 0 < length <= end - at - LEAST else 0


def _summed(text: str, at: int, end: int) -> int:
    """Past the 共 behind a time, which opens what the subject did: 水库全年共|供水; 0 without it."""
    length = next((len(word) for word in ("共", "累计") if text.startswith(word, at)), 0)
    return at + length if 0 < length <= end - at - LEAST else 0


def _acted(text: str, at: int, end: int) -> int:
    """Past the verb of whoever does it: 法律顾问|提供|咨询, 《方案》共|实施|项目; 园区建设项目 is a name."""
    at += next((len(word) for word in _ADVERBS if text.startswith(word, at, end)), 0)
    past = at + size(text, at, end, "lead")
    if past == at or is_a("abstract", text, (at, past)):
        return 0
    if past == end:
        return 0 if text.startswith(_INTO, end) else end  # 《纲要》提出|8项任务, but 公司整合为4家
    named = end - past < LEAST or is_a("bare", text, (past, end)) or text[past] in _NOT_AFTER_VERB
    return 0 if named else past


def _last_member(text: str, low: int, end: int, moments: Mapping[int, int]) -> int:
    """Past a 、 that begins another predicate: 集结中心获批、|全年开行班列."""
    at = text.rfind("、", low, end) + 1
    if at and text[at - LEAST] == "强" and text[at - LEAST - 1].isdigit():
        return at  # 世界500强、|固定资产投资
    length = size(text, at, end, "predicate") if at else 0
    if not length or at + length >= end or text[at : at + length] in _NOMINAL:
        return low
    return opened(text, at, end, moments)[0]


def last_action(text: str, phrase: Range) -> Range:
    """What a span runs from: 登记注册 of 范围扩大至登记注册五年内.

    >>> text = "范围扩大至登记注册"
    >>> text[slice(*last_action(text, (0, 9)))]
    '登记注册'
    """
    phrase = obliged(text, phrase)
    at = max(text.rfind(mark, *phrase) for mark in "的至且并被")
    return (at + 1, phrase[1]) if phrase[1] - at - 1 >= LEAST and at >= phrase[0] else phrase


def obliged(text: str, phrase: Range) -> Range:
    """The phrase up to 应, 须 or 在: 补办|应在疫情解除后."""
    match = _MODAL.search(text, phrase[0] + LEAST, phrase[1])
    if match and text.endswith(("后", "时"), phrase[0], match.start()) and phrase[1] - match.end() >= LEAST:
        return match.end(), phrase[1]  # 恢复正常后应|继续观察
    return (phrase[0], match.start()) if match else phrase
