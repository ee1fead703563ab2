"""Topics (话题): what words without an amount speak of, in the clause or the short sentence before.

【养老金标准】继续提高，年人均提高200元 · 【经营主体】稳中培优。总量达14万户 · 【创建材料】（3000字以内）.
"""

from __future__ import annotations

from govdoc.facts.words.before import before
from govdoc.facts.words.behind import after
from govdoc.facts.words.case import Case
from govdoc.facts.words.change import peel
from govdoc.facts.words.clause import clause_start
from govdoc.facts.words.frame import lasting_on
from govdoc.facts.words.phrase import LEAST, Range, measured, parts, size
from govdoc.model.fact import Measure
from govdoc.text.pattern import pattern

LOOK_BACK = 120  # a topic further back is not meant
_ARTICLE = pattern("第[一二三四五六七八九十百]+[章节条]")  # 数据来源：统计局第八条|蔬菜产量（8分）
_IS = ("为", "是")
_SAYING = frozenset("是为再")
_WHEN = pattern("[为自从](?=[0-9]{4}年)|第[一二三四五]年")  # 租金|第一年全免，第二年减半
_NOT_SAYING = frozenset("但就于还也只凡正不可若总国")  # 但是, 于是, 国是
# |提高了|护理补贴标准，提高幅度
_RAISED = pattern("(?:适时|继续|再次)?(?:提高|降低|上调|下调|缩短|延长)了(?=[^，。；、]{3})")
_SIZES = frozenset("大小多少高低")
_CHANGE = Measure.CHANGE  # bound once: Python 3.11 looks members up slowly
# 破案率|创近五年新高，达86%, 研发投入强度|居全省前列，达3.2%, 旅游收入|实现历史最好水平，达9亿元
_PRAISED = pattern(
    "(?:实现|再?创下?|刷新|[位稳跃]居|居(?=[全世国省市县])|[位名]列|处于|走在|保持)"
    "[^，。；]{0,12}(?:水平|新高|[纪记]录|前列|首位|前茅|方阵|佳绩|领先)$"
)
_NOT_AMONG = frozenset("其初高集空水")  # 其中, 初中, 集中
_SEEN = ("来看", "看")
_SHORT = 20  # characters of a sentence that only announces


def restated(case: Case) -> Range | None:
    """【养老金标准】继续提高，年人均提高200元: what changes in the clause before, which has no amount."""
    text, slot, end = case.text, case.slot, case.slot.clause - 1
    if case.kind is not _CHANGE or slot.size > 1 or end <= slot.sentence or text[end] != "，":
        return None
    start = clause_start(text, max(slot.sentence, end - LOOK_BACK), end)
    if slot.head and case.amounts[slot.head - 1].end > start:
        return None
    told = peel(text, start, end, case.ends)
    return before(text, start, told.end, case.starts) if told.direction else None


def announced(case: Case) -> Range | None:
    """【经营主体】稳中培优。总量达14万户: what the short sentence before speaks of, which has no amount."""
    text, end = case.text, case.slot.sentence - 1
    opens = case.own[0] if case.own else case.cue.end
    if end < 0 or text[end] != "。" or opens > case.slot.sentence:
        return None
    start = max(text.rfind(mark, max(0, end - _SHORT), end) + 1 for mark in "。：\n")
    if start == 0 or (case.slot.head and case.amounts[case.slot.head - 1].end > start):
        return None
    found = after(text, case.starts.get(start, start), end)
    return found if found and LEAST < found[1] - found[0] < end - found[0] else None


def within(case: Case) -> Range | None:
    """受理的【诉求】中，直办20件: the whole that the clause before names, of what was done with a part."""
    text, end = case.text, case.slot.clause - LEAST
    if case.amount.unit.dimension != "count" or not text.startswith("中，", end) or text[end - 1] == "其":
        return None
    return before(text, clause_start(text, case.slot.sentence, end), end, case.starts)


def topic(case: Case) -> Range | None:
    """What an earlier clause speaks of, or what stands before the bracket: 创建材料（3000字以内）."""
    text, sentence, end = case.text, case.slot.sentence, case.slot.clause - 1
    bracket = end >= 0 and text[end] == "（"
    head = case.slot.head
    least = max(sentence, end - LOOK_BACK, case.amounts[head - 1].end if head else 0)
    while end > least:
        if text[end - 1] == "）" and (opened := text.rfind("（", least, end)) >= 0:
            end = opened  # 审结3万件|（含旧存案件，下同）
            continue
        start = clause_start(text, least, end)
        if start == least and head and text.startswith(_IS, start):
            return None  # 80至89分|为良好，60分以下
        for article in _ARTICLE.finditer(text, start, end):
            start = article.end()
        praised = _PRAISED.search(text, start + LEAST, end)
        stop = praised.start() if praised else _viewed(text, start, end)
        found = before(text, start, stop, case.starts)
        if found:
            return parts(text, found)[-1] if bracket else _undescribed(text, lasting_on(text, found))
        end = start - 1
    return None


def _viewed(text: str, start: int, end: int) -> int:
    """Where 看 begins behind what is measured, or 中: 从批发总量|来看：增长2%, 网民留言|中，排名前三; 分产业看 measures nothing."""
    if text[end - 1] == "中" and end - start > LEAST and text[end - LEAST] not in _NOT_AMONG:
        return end - 1
    seen = end - next((len(word) for word in _SEEN if text.endswith(word, start, end)), 0)
    return seen if seen < end and text[start] == "从" and measured(text, (start + 1, seen)) else end


def _undescribed(text: str, found: Range) -> Range:
    """蒸发量|大, 经营主体|稳中培优, 经济增速|是综合指标: without what is said of it."""
    start, end = found
    if raised := _RAISED.match(text, start, end):
        start = raised.end()
    if (when := _WHEN.search(text, start + LEAST, end)) is not None:
        return start, when.start()  # 执行期限|为2020年2月至6月
    told_of = text.find("是", start + LEAST, end)
    if told_of > 0 and text[told_of - 1] not in _NOT_SAYING and text[told_of + 1] != "否":
        return start, told_of  # 草牧业|是牧区和半农半牧区的支柱产业
    told = after(text, start, end)
    if told and told[0] == start and LEAST < told[1] - start < end - start:
        said = text[told[1]] in _SAYING or size(text, told[1], end, "halt") >= LEAST
        return told if said else (start, end)
    return (start, end - 1) if text[end - 1] in _SIZES and measured(text, (start, end - 1)) else (start, end)
