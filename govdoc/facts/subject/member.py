"""Members (并列的主体): which of several things an amount or a rank belongs to.

起数、人数分别下降4%、5% · 面积居全省第3位 · 东区、西区排名46位、82位.
"""

from __future__ import annotations

from govdoc.facts.mention import Amount, Shape
from govdoc.facts.subject.borrow import carried, enumerated
from govdoc.facts.words.basis import respective
from govdoc.facts.words.before import before
from govdoc.facts.words.behind import after
from govdoc.facts.words.case import LIMITS, Case
from govdoc.facts.words.change import peel
from govdoc.facts.words.clause import clause_start
from govdoc.facts.words.phrase import LEAST, Range, is_a, measured, of_size, parts, tiled
from govdoc.facts.words.scope import ranked
from govdoc.text.pattern import pattern
from govdoc.text.record import changed

# 居全市12个|县区|第3位, 居8县|（市）|第二, 在13个|县区中排名|第2位, 在36个|重点渔港中均位居|第6
_RIVALS = pattern(
    "((?:（[县市区旗、]{1,8}）)?[省市州县区旗镇乡、]{0,6}|街道)中?(?:排名|排|位居|位列|名列|列|居)?"
    "|(?P<kind>[一-龥]{2,10})中(?:均|分别)?(?:排名|排|位居|位列|名列|列|居)"
)
_PEERS = pattern(
    "(?:(?:[^，。；、0-9]{0,4})[一二三四五六七八九十]{1,3}|全[国省市州县]各?|各|同类)(?:县市区|县[市区]|市[县州区]|区县|市|县|区|乡镇|街道|省[市区]?)"
)
_WHOLE = pattern("在[^，。；、]{2,14}?(?:中|内)(?![心央小型])")
_EACH = ("均", "都")
_FOR_ALL = ("分别", *_EACH)
_AND_PLACES = pattern("（[县市区旗、]+）")
_ROSE = pattern("(?:上升|提升|前移|跃升|升|跃)[到至为][^，。；、]{0,6}")
_LINKS = frozenset("、和与及")  # 第7位、第6位
_OF = ("", "的")
_RANK = Shape.RANK  # bound once: Python 3.11 looks members up slowly
_FROM = ("由", "从")  # 增速由|全市第12位升至9位
_ALL = ("均", "都", "仍", "也", "分别")


def listed(case: Case) -> Range | None:
    """起数、人数分别下降4%、5%: as many members before as amounts; of 家电、手机零售额 the first goes on to what is measured."""
    text, slot, own = case.text, case.slot, case.own
    if own is None:
        return None
    low = slot.opening
    apart = text.find("分别", low, own[1])  # 企业、机构|分别认定, 就业、创业贷款|分别完成年计划|的118%、248%
    end = apart if apart > low else own[1]
    if members := of_size(text, (own[0], end), slot.size) if end > own[0] else []:
        member = members[slot.place]
        part = (  # 轻|、重工业占比, 第一|、二产业, 刑事|、治安案件
            member[1] - member[0] < LEAST or text[member[0] : member[1] - 1] == "第" or is_a("modifier", text, member)
        )
        shared = part or (measured(text, members[-1]) and not measured(text, member))
        return (member[0], end) if shared else member
    members = of_size(text, (low, end), slot.size)  # 接待游客、实现收入分别增长: own is what follows the last verb
    found = before(text, *members[slot.place], case.starts) if members else None
    if found and found == members[slot.place] and measured(text, own) and not measured(text, found):
        return own  # 职工和居民政策范围内|支付比例|分别为84%和69%
    return found


def against_each(case: Case) -> Range | None:
    """【税收】较上月、年初分别增长5%、3%: one thing, against as many bases as there are values."""
    text, slot, first = case.text, case.slot, case.amounts[case.slot.head]
    if not case.cue.basis or not respective(text, slot.opening, first.start, slot.size):
        return None
    if slot.place:
        return case.memory.trail[-1][0]
    several = case.own and of_size(text, case.own, slot.size)
    return None if several else case.own or carried(case)


def summed(case: Case) -> Range | None:
    """【纺织业】，【造纸业】2个行业增加值分别增长5%、6%: the members that a count behind them sums up, one a value."""
    text, slot = case.text, case.slot
    sum_of = case.amounts[slot.head - 1] if slot.head else None
    if sum_of is None or sum_of.value != slot.size or sum_of.start <= slot.sentence or not _of_sum(case, sum_of.end):
        return None
    if case.own and is_a("place", text, (sum_of.end - 1, sum_of.end)):
        return case.own  # 青山、云岭两市【房价】分别上涨1%、2%
    end = sum_of.start - text.endswith("等", 0, sum_of.start)
    members = of_size(text, (clause_start(text, slot.sentence, end), end), slot.size) or _apart(
        text, slot.sentence, end, slot.size
    )
    return before(text, *members[slot.place], case.starts) if members else None


def among(case: Case) -> Range | None:
    """在第三产业中【金融业】、【房地产业】分别增长5%、6%: the members behind the whole."""
    text, slot = case.text, case.slot
    start = case.amounts[slot.head].start
    whole = _WHOLE.match(text, slot.clause, start)
    apart = text.find("分别", slot.clause, start)
    if whole is None or apart < 0:
        return None
    members = of_size(text, (whole.end(), apart), slot.size)
    return before(text, *members[slot.place], case.starts) if members else None


def _of_sum(case: Case, count: int) -> bool:
    """Whether the values are of what the count that ends at ``count`` sums up: 2个|行业增加值分别增长, 2个行业增势良好，|分别增长."""
    text, slot, own = case.text, case.slot, case.own
    if own is None:
        return text.startswith("分别", slot.clause) and text.find("，", count, slot.clause - 1) < 0
    near = own[0] >= count and text[count : own[0]] in _OF  # 、授权点分别新增: no noun of the count
    return near and text.find("分别", own[1], case.amounts[slot.head].start) >= 0


def _apart(text: str, low: int, end: int, size: int) -> list[Range]:
    """The last ``size`` clauses, each a member: |纺织业|，|造纸业|."""
    marks = [at for at in range(low, end) if text[at] == "，"][-size:]
    starts = [low, *(at + 1 for at in marks)][-size:]
    return list(zip(starts, [*marks[-size + 1 :], end], strict=True)) if len(starts) == size else []


def holder(case: Case) -> Range | None:
    """综合指数居全省第3位: the words before 居."""
    left, place, end = _place_words(case)
    noun = after(case.text, case.amount.end, case.slot.right) if place and place[0] == end else None
    if noun and noun[0] == case.amount.end:
        return parts(case.text, noun)[0]  # 新增全球前1%学科3个: without 居
    cue = peel(case.text, left, end, case.ends)
    if cue.direction:  # 面积增速均居第4位: the rate is what ranks
        cue = changed(cue, end=end - next((len(word) for word in _ALL if case.text.endswith(word, left, end)), 0))
    own = before(case.text, left, cue.end - case.text.endswith(_FROM, left, cue.end), case.starts)
    trail, size = case.memory.trail, case.slot.size
    if size <= len(trail) and _rose(case):
        return trail[-size][0]
    apart = size > 1 and case.text.startswith("分别", case.slot.clause)
    if apart and (named := enumerated(case)):
        return named  # 产值、税收在全市排位，分别由第15位、第9位上升为
    if 1 < size <= len(trail) and (apart or (_says_nothing(case, own) and _as_before(case))):
        return trail[-size][0]  # 开工率88%、完工率61%，分别居第2位和第4位: one a rank
    if size > 1 and (member := listed(changed(case, own=own))):
        return member  # 东区、西区排名46位、82位
    if own is None and case.text.startswith(_EACH, case.slot.clause) and (said := _each(case)):
        return said
    if own is None and (met := _of_those(case)):
        return met
    rival = _rival(case)
    if rival and (own is None or own[1] == rival.start):
        return case.memory.outside(case.text, rival.start) or own  # ，在全省21个地级市中居第7位，沿海9市中居第1位
    said = case.memory.last
    if own and said and said[0] == own[0] and tiled("event", case.text, (said[1], own[1])):
        return said  # 9个医疗中心|开诊运营、居全国第2位
    return own if own and not _says_nothing(case, own) else carried(case) or own


def _rose(case: Case) -> bool:
    """由去年的15位、第9位|上升为今年的|12位、第6位: whether ranks have risen to these."""
    head = case.slot.head
    return head > 0 and _ROSE.fullmatch(case.text, case.amounts[head - 1].end, case.amounts[head].start) is not None


def _as_before(case: Case) -> bool:
    """Whether the list before is as long, and the members of this one before took what its members have."""
    trail, size, place = case.memory.trail, case.slot.size, case.slot.place
    alike = len(trail) > place and trail[-1 - place][1] == size
    return alike and (place == 0 or (len(trail) > size and trail[-1][0] == trail[-1 - size][0]))


def _of_those(case: Case) -> Range | None:
    """【销售额】在200万元至400万元的|前三名: by what they are chosen and ranked, when the limit stands right before."""
    head, at = case.slot.head, case.amount.start
    limit = case.amounts[head - 1] if head else None
    right = limit and limit.bound in LIMITS and case.text[limit.end : at] in ("", "的")
    return case.memory.trail[-1][0] if right else None


def _says_nothing(case: Case, own: Range | None) -> bool:
    """，居全省第3位, 总量居全省第3位, 五县区排名第四: no words before a rank, or none that name what ranks."""
    return (
        own is None
        or is_a("weak", case.text, parts(case.text, own)[-1])
        or _PEERS.fullmatch(case.text, *own) is not None
    )


def each(case: Case) -> Range | None:
    """【城镇、农村居民收入】分别达3万元、2万元，均增长6%: one value for all that the list before tells of."""
    return _each(case) if case.slot.size == 1 and case.text.startswith(_FOR_ALL, case.slot.clause) else None


def _each(case: Case) -> Range | None:
    """【覆盖率、绿地率】分别达46%、43%，均居全国第2位: all that the list before tells of."""
    trail = case.memory.trail
    size = trail[-1][1] if trail else 1
    first, last = (trail[-size][0], trail[-1][0]) if 1 < size <= len(trail) else (None, None)
    if first is None or last is None or not case.slot.sentence <= first[0] < last[0]:
        return None
    return (first[0], last[1]) if "，" not in case.text[first[0] : last[1]] else None


def places(case: Case) -> Range | None:
    """辖1【区】6【县】, 4【县（市）】: places are counted without another noun."""
    text, end = case.text, case.amount.end
    if case.own or not is_a("place", text, (end - 1, end)):
        return None
    also = _AND_PLACES.match(text, end)
    return end - 1, also.end() if also else end


def rivals(case: Case) -> Range | None:
    """投资总量居8【县（市）】第二: the places among which something ranks."""
    at, end = case.slot.last + 1, case.amount.end
    if at >= len(case.amounts) or case.amounts[at].shape is not _RANK or not is_a("place", case.text, (end - 1, end)):
        return None
    among = _RIVALS.fullmatch(case.text, end, case.amounts[at].start)
    return (end - 1, max(end, among.end(1))) if among and not among["kind"] else None


def _rival(case: Case) -> Amount | None:
    """The count of those among whom something ranks: 居全省|21个|地级市第7位."""
    slot = case.slot
    last = case.amounts[slot.head - 1] if slot.head and slot.place == 0 else None
    near = last is not None and last.start >= slot.clause
    return last if last and near and _RIVALS.fullmatch(case.text, last.end, case.amount.start) else None


def _place_words(case: Case) -> tuple[int, Range | None, int]:
    """Where the words before a rank begin, among whom it holds, and where what ranks ends; a list has them before its first."""
    text, slot, at = case.text, case.slot, case.amount.start
    if last := _rival(case):
        low = max(slot.clause, case.amounts[slot.head - 2].end if slot.head > 1 else 0)
        return low, *ranked(text, low, last.start)
    if slot.place == 0 or text[slot.left] not in _LINKS:
        return slot.left, *ranked(text, slot.left, at)
    return slot.opening, *ranked(text, slot.opening, case.amounts[slot.head].start)
