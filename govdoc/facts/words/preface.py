"""The words before an amount (数前之词): read backwards, they say how it changed, what has it, and what it measures.

The words that belong to the amount are taken off first (``change.peel``), what opens the clause last
(``before``); a basis that is no date (比“四经普”, 在…基础上) is told from the subject here.
"""

from __future__ import annotations

from govdoc.facts.mention import Amount, Found, Shape
from govdoc.facts.number.numeral import MINUS
from govdoc.facts.number.unit import COUNTED, NO_UNIT, TIMES
from govdoc.facts.words import basis
from govdoc.facts.words.before import before
from govdoc.facts.words.behind import summing
from govdoc.facts.words.bracket import elsewhere, noted, outside
from govdoc.facts.words.case import Case, Memory
from govdoc.facts.words.change import REGION_LAST, TURNS, Peeled, Word, beside, charged, leading, peel, word_before
from govdoc.facts.words.clause import Slot
from govdoc.facts.words.frame import answered
from govdoc.facts.words.measure import measure
from govdoc.facts.words.phrase import LEAST, Range
from govdoc.facts.words.purpose import serves
from govdoc.model.fact import Measure
from govdoc.model.quantity import Role, Unit
from govdoc.text.pattern import pattern
from govdoc.text.record import changed

_TAKES = pattern("占(?![比用道有]|地(?![方区]))")  # 外资占比 and 占地面积 are names, 教师占总人数 a statement
_THAN = pattern("(?<![占对同环之入百可])[比较](?![重例率值价])[^，]{2,14}$")  # 从业人员|比“四经普”|增长8%
_AGAINST_ALL = ("比，", "比较，")  # |与上年同期相|比，
_SET_AT_MOST = 80  # characters of the words that set a basis
_SET_FOR = 400  # characters of a sentence that such a basis stands for
_BASE = pattern(r"[比较](?=[0-9上去前])[^，。；：]{2,30}(?:的|普查)\Z")  # |比2010年第六次普查的|3.33人|减少0.43人
_CENSUS = pattern("[比较][0-9]{4}年.*普查")
_AND = pattern("[、和与及]")
_ANSWERING = frozenset("为作进实开予")  # one of these begins each
_MODALS = "应须要可"
_LISTS = frozenset("、和及与")
_JOINING = frozenset("和及与等")
_CUT = ("压减", "压缩", "压降", "削减", "缩减", "缩短", "调减", "核减")
_LOWER = ("降低", "减少", "减轻", "下降")
_THROUGHOUT = ("同比", "环比")  # |同比|批次下降11%、人次上升3%: what opens a clause holds for all of it
_LEVELS = ("最高值", "最低值", "平均值", "均值", "峰值", "平均水平")
_GROUNDS = ("基础上", "水平上")  # 在现行水平上|下浮5%
_PLUS = frozenset("+＋")
_LOWERED = 6  # characters of 降低|实体成本, the verb and what it lowers
_LOWERS = pattern(
    "[压削缩降减](?<=[一-龥、].)(?:(?<=[压削缩])减|(?<=压)降|(?<=降)低|(?<=减)[少轻]|(?<=减)(?=时间|材料|环节|跑动))(?![一-龥]{0,2}(?:任务|目标|计划|指标|比例|幅度|工作|量|率))(?=[一-龥]{2,4}$)"
)
_PERCENT = Shape.PERCENT  # bound once: Python 3.11 looks members up slowly
_MARKER = Role.MARKER  # bound once: Python 3.11 looks members up slowly
_SHARE = Measure.SHARE  # bound once: Python 3.11 looks members up slowly


def _moved(word: Word, amount: Amount) -> bool:
    """降低用电成本30亿元 and 提高待遇5% are changes; 提升改造道路3公里 and 压减文件12份 are counts."""
    return amount.shape is _PERCENT or (word.kind == "down" and word.form in _LOWER)


def _implied(text: str, left: int, own: Range) -> Word | None:
    """The change verb before what it changes: 压减|产能|3万吨."""
    return word_before(text, left, own[0]) if text.endswith(_CUT, left, own[0]) else None


def _lowered(text: str, own: Range) -> tuple[Word, Range] | None:
    """为实体经济|降低|成本|110亿元, 平均|压减|时间|58%: the change verb inside a phrase, and the noun behind it."""
    cut = _LOWERS.search(text, max(own[0], own[1] - _LOWERED), own[1])
    word = leading(text, cut.start(), own[1]) if cut else None
    return (word, (cut.end(), own[1])) if cut and word else None


def _signed(text: str, at: int, *, share: bool) -> str:
    """The change that a sign, or nothing but 同比, tells behind a basis: 同比|-6.2%, 环比+|0.3%, 同比|5%."""
    if text[at] in MINUS:
        return "down"
    return "up" if text[at - 1] in _PLUS or (share and text.endswith(_THROUGHOUT, 0, at)) else ""


def _rated(text: str, own: Range, slot: Slot) -> bool:
    """失业率、价格涨幅分别控制在|5%和3%: only the last name is that of a growth, a rate of its own stands at its level."""
    names = _AND.split(text[own[0] : own[1]])
    return len(names) == slot.size and slot.place < slot.size - 1 and names[slot.place].endswith("率")


Words = tuple[Peeled, Range | None]  # what belongs to an amount, and the phrase before that


class Preface:
    """The words before the amounts of one text, read in text order; ``memory`` holds what earlier ones named."""

    def __init__(self, text: str, found: Found, memory: Memory) -> None:
        self.text, self.amounts, self.memory = text, found.amounts, memory
        self.starts = {m.start: m.end for m in found.moments}
        self.starts |= {o.start: o.end for o in found.others if o.role is _MARKER}
        self.ends = {m.end: m.start for m in found.moments}
        # where the last amount ends whose verb stands before its noun, its unit, and the verb
        self.turned: tuple[int, Unit, Word | None] = 0, NO_UNIT, None
        self.left: Words = peel("", 0, 0, {}), None
        self.since: list[Range] = []  # a basis for each of the list
        self.for_all = basis.for_all(text)
        self.compared: tuple[int, int, Range] | None = None  # the last amount with a basis of its own, and that

    def words(self, amount: Amount, slot: Slot) -> Words:
        """What the words before an amount say and have; the members of a list share those before the first."""
        text = self.text
        if slot.place == 0:
            self.left = self._first(amount, slot)
        cue, own = self.left
        cue = self._of_member(amount, slot, cue, own) if slot.size > 1 else cue
        if (
            cue.basis
            and not cue.direction
            and not cue.verb
            and (signed := _signed(text, amount.start, share=amount.shape is _PERCENT))
        ):
            cue = changed(cue, direction=signed)
        if own and self._elsewhere(amount, slot, cue, own):
            own = None
        if own and text[amount.end : amount.end + 1] in _ANSWERING:
            own = answered(text, own, amount.end)
        turn = None if cue.direction else self._turn(amount, slot, cue, own)
        if (turn or cue.direction) and serves(text, slot.left, amount):
            return changed(cue, direction=""), None
        if turn:
            self.turned = amount.end, amount.unit, turn[0]
            cue, own = cue.turned(turn[0]), turn[1]
        if cue.direction and not cue.basis:
            if text.startswith(_THROUGHOUT, slot.clause):
                return changed(cue, basis=(slot.clause, slot.clause + LEAST)), own
            cue, own = self._against(slot, cue, own)
            cue = cue if cue.basis else self._before(amount, cue)
        if cue.basis and cue.direction:
            self.compared = amount.start, amount.end, cue.basis
        return cue, own

    def _of_member(self, amount: Amount, slot: Slot, cue: Peeled, own: Range | None) -> Peeled:
        """What a member of a list has of its own: 失业率、价格涨幅; 较上月、年初|分别增长; 分别增长5%、|下降|3%."""
        if own and cue.direction.startswith("rate") and _rated(self.text, own, slot):
            cue = changed(cue, direction="")
        if slot.place and self.since:
            cue = changed(cue, basis=self.since[slot.place])
        verb = word_before(self.text, slot.left, amount.start) if slot.place else None
        return cue.turned(verb) if verb and verb.kind in TURNS else cue

    def _first(self, amount: Amount, slot: Slot) -> Words:
        """The words before the first amount of a list, or before one that stands alone."""
        if elsewhere(self.text, self.amounts, slot.head):
            return changed(self.left[0], end=slot.left), None
        text, low, start = self.text, slot.left, amount.start - (self.text[amount.start - 1] in _PLUS)
        start = noted(text, low, start)
        self.since = basis.respective(text, low, start, slot.size) if slot.size > 1 else []
        points = amount.unit.dimension == "percentage_point"
        other = beside(text, low, start, points) if points or text[start - 1] in REGION_LAST else None
        cue = self._beside(low, start, *other) if other else self._peel(low, start)
        return cue, before(text, *outside(text, self.amounts, low, cue.end, slot.head), self.starts)

    def _peel(self, low: int, end: int) -> Peeled:
        """What belongs to the amount; 增速|较去年同期和全年|分别回落: with the bases of a list as one word."""
        cue = peel(self.text, max(low, self.since[-1][1]) if self.since else low, end, self.ends)
        if not self.since or cue.end != self.since[-1][1] or not cue.direction:
            self.since = []
            return peel(self.text, low, end, self.ends)
        left = peel(self.text, low, self.since[0][0], self.ends, cue.direction)
        return changed(left, to=cue.to, basis=self.since[0], rules=(*cue.rules, *left.rules))

    def _elsewhere(self, amount: Amount, slot: Slot, cue: Peeled, own: Range) -> bool:
        """Whether what is counted stands elsewhere than in the words before the amount."""
        text, last = self.text, self.text[amount.start - 1]
        if cue.verb and text[own[1]] in _MODALS:
            return True  # 各乡镇应组建不少于30人的队伍: whoever has to do it is not counted
        if not cue.direction and text[own[0]] in "比较" and _CENSUS.fullmatch(text, *own):
            return True  # 比2012年渔业普查|36艘减少6艘
        if last == "有" and text.startswith("的", amount.end):
            return True  # 会议应当有三分之二以上的|业主|参加
        if last in _LISTS and slot.head and self._told_anew(amount, self.amounts[slot.head - 1], slot):
            return True
        return slot.size == 1 and last in _JOINING and self._sums_up(amount, slot)  # 救灾款和7亿元|重建资金

    def _told_anew(self, amount: Amount, past: Amount, slot: Slot) -> bool:
        """Whether what is counted stands behind an amount as it does behind the last.

        两次|降低准备金率、|两次下调利率; 90%的|园区达到标准、|80%的|矿山完成治理.
        """
        text = self.text
        if amount.unit.symbol in TIMES:
            return text[amount.start - 1] == "、" and past.end == slot.left and past.unit.symbol in TIMES
        parts = amount.shape is _PERCENT and past.shape is _PERCENT
        return parts and text.startswith("的", amount.end) and text.startswith("的", past.end)

    def case(self, amount: Amount, slot: Slot, cue: Peeled, own: Range | None) -> Case:
        """What the rules of naming see of an amount, whose words before it are read."""
        text = self.text
        last = self.memory.last if cue.direction else None
        going_on = last is not None and last[0] >= slot.sentence
        kind = measure(text, slot.clause, amount, slot.right, cue, own is not None, going_on)
        if kind is _SHARE and own:
            own = self._whole(own)
        return Case(text, self.amounts, amount, slot, cue, own, kind, self.starts, self.ends, self.memory)

    def _sums_up(self, amount: Amount, slot: Slot) -> bool:
        """Whether the noun behind an amount, and behind one that touches it, sums up a list: 等12个亿元以上|项目."""
        end, right, at = amount.end, slot.right, slot.last + 1
        if right == end and at < len(self.amounts) and self.amounts[at].start == end:
            end, right = self.amounts[at].end, slot.stop
        return summing(self.text, end, right) is not None

    def _beside(self, low: int, end: int, word: Word, start: int) -> Peeled:
        """A change against what stands elsewhere, 高于全省|0.9个百分点: the words from ``start`` on are its basis."""
        cue = peel(self.text, low, start, self.ends, word.kind)
        return changed(cue, basis=(start, end), rules=(*cue.rules, word.rule))

    def _turn(self, amount: Amount, slot: Slot, cue: Peeled, own: Range | None) -> tuple[Word, Range | None] | None:
        """The direction that stands before the subject, kept for the members of a list: 压减|钢铁产能30万吨、煤炭产能50万吨.

        降低|用电成本|30亿元, 减免|收费|50%; but 降低成交额在|5亿元以上的服务收费 is no change by that amount.
        """
        text, counted = self.text, amount.unit.dimension in COUNTED  # 压减文件12份 tells how many
        if own and text[amount.start - 1] != "在":
            if (word := leading(text, *own)) and _moved(word, amount):
                return word, (own[0] + len(word.form), own[1])
            if not counted and (inner := _lowered(text, own)):
                return inner
        if amount.shape is _PERCENT and (fee := charged(text, slot.left, cue.end)):
            return fee[0], own or (fee[1], cue.end)
        last, unit, going_on = self.turned
        if own is None:
            return None
        if going_on and last + 1 == own[0] and text[last] == "、" and unit == amount.unit:
            return going_on, own
        implied = None if counted else _implied(text, slot.left, own)
        return (implied, own) if implied else None

    def _against(self, slot: Slot, cue: Peeled, own: Range | None) -> Words:
        """从业人员|比“四经普”|增长8%, 办理时间|在10个工作日的基础上|再缩短20%: a basis that is no date."""
        text = self.text
        if own and (than := _THAN.search(text, *own)):
            end = peel(text, own[0], than.start(), self.ends).end  # 增速|分别|比全省、全市高
            subject = before(text, own[0], end, self.starts) if end > own[0] else None
            return changed(cue, basis=than.span()), subject
        if own and (said := word_before(text, slot.clause, own[0])) and said.kind == "basis":
            opens = own[0] - len(said.form)
            if text[opens] in "比较与" and text.endswith(_LEVELS, *own):
                return changed(cue, basis=(opens, own[1])), None  # 用电负荷300万千瓦，|较去年最高值|增加20万千瓦
            return changed(cue, basis=(opens, own[0])), own  # 月均|检查次数|下降30%
        at = text.rfind("在", slot.clause, cue.end) if text.endswith(_GROUNDS, slot.clause, cue.end) else -1
        if at < 0:
            return self._from(slot, cue) or (self._throughout(slot, cue), own)
        low = slot.left if at >= slot.left else slot.clause
        return changed(cue, basis=(at, cue.end)), before(text, low, at, self.starts)

    def _before(self, amount: Amount, cue: Peeled) -> Peeled:
        """The basis that an earlier clause sets for the same change, or the paragraph for all: 减少80吨，|减少|0.8%."""
        last = self.compared
        if last and basis.told_again(self.text, last[1], (cue.end, amount.start), last[0]):
            return changed(cue, basis=last[2])
        said = basis.likewise(self.text, self.for_all, amount.start) if self.for_all else None
        return changed(cue, basis=said) if said else cue

    def _throughout(self, slot: Slot, cue: Peeled) -> Peeled:
        """与上年同期相比，|起数下降5%，人数下降6%: the basis that a clause of its own sets for those that follow."""
        far = max(slot.sentence, slot.clause - _SET_FOR)
        said = [(self.text.rfind(word, far, slot.clause), len(word)) for word in _AGAINST_ALL]
        end = max((at + size - 1 for at, size in said if at >= 0), default=-1)
        low = max(slot.sentence, end - _SET_AT_MOST)
        against = basis.SET.search(self.text, low, end) if end >= 0 else None
        return changed(cue, basis=against.span()) if against else cue

    def _from(self, slot: Slot, cue: Peeled) -> Words | None:
        """比去年同期|的3.2%|下降0.4个百分点: the amount between a basis and its change."""
        text, clause = self.text, slot.clause
        base = self.amounts[slot.head - 1] if slot.head else None
        if base is None or base.start <= clause:
            return None
        if text.startswith("相比", base.end) and cue.end <= base.end + len("相比"):
            against = basis.SET.search(text, clause, base.end + len("相比"))
            return self._set(cue, slot, *against.span()) if against else None
        if base.end != cue.end:
            return None
        stem = peel(text, clause, base.start - (text[base.start - 1] == "的"), self.ends)
        if stem.basis and (text[base.start - 1] == "的" or stem.basis[1] == base.start):
            return changed(cue, basis=stem.basis), before(text, clause, stem.end, self.starts)
        if ago := basis.year_ago(text, clause, base):
            return self._set(cue, slot, *ago)
        than = _BASE.search(text, clause, base.start)
        return self._set(cue, slot, than.start(), base.end) if than else None

    def _set(self, cue: Peeled, slot: Slot, start: int, end: int) -> Words:
        """With a basis that stands before the change, and the subject before that."""
        return changed(cue, basis=(start, end)), before(self.text, slot.clause, start, self.starts)

    def _whole(self, own: Range) -> Range | None:
        """What has the share: 教师 of 教师占总人数."""
        takes = _TAKES.search(self.text, *own)
        if takes is None:
            return own
        return before(self.text, own[0], peel(self.text, own[0], takes.start(), self.ends).end, self.starts)
