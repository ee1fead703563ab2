"""Whose figure (归口): the scope of each amount, said in its clause or holding on from an earlier one."""

from __future__ import annotations

from govdoc.facts.status.norm import LIMITS, class_name
from govdoc.facts.words.bracket import elsewhere
from govdoc.facts.words.case import BORROWED, Case, Named
from govdoc.facts.words.clause import closed_since, goes_on
from govdoc.facts.words.phrase import Range, forms
from govdoc.facts.words.scope import framed, holds_on, opening, place_name, ranked, scope
from govdoc.model.fact import Measure
from govdoc.text.lexicon import any_of
from govdoc.text.pattern import pattern

# 增速比同期提高3个百分点: of what was told before
_PACE = pattern(lambda: f"(?:同比|环比)?{any_of(forms('pace'))}(?:比|较|同比|环比|$)")
_NOUN = pattern("(?![的和与及或])[一-龥]")  # 亿元以上|项目120个, but not 5%|和3%以内

# 各镇企业数：青石镇|44家, 其中，青石镇|43家: the noun stands before the list
_SHARED = frozenset(("subject.head", "subject.same"))
_EARLIER = BORROWED | {"subject.topic"}  # 全社会|投资10亿元，完成计划的119%
_SUMS = ("总计", "合计", "共计", "总共")  # 云岭镇44家、柳河镇31家，总计|75家: of all of them
# 全县人口9万人。2008年|财政收入6亿元: the county's too
_DATED = pattern("(?:19|20)[0-9]{2}年(?![^，。；\n]{0,16}[省市州县旗区镇乡村])")
_ENUMERATED = pattern("、[^，；]*等|等$")  # 农村|补助、医疗救助等资金, 全社会|投资等6项
# 2024年末，|全市…；…, 清溪县是产粮大县，|全县…；…: the sentence tells of the place
_TOPIC = pattern("(?:[^，；]{2,12}[年月日末底]|[一-龥]{1,6}[省市州盟县区旗镇乡](?:是|位于|地处)[^，；]{1,40})，")
_HAS = pattern("[现共拥]?有|[现共]?辖")  # 全县|有学校3所；医院2家
_HIGHER = 1  # characters of 高 and 低
_REACH = 300  # characters of the sentence before

_RANK, _CHANGE = Measure.RANK, Measure.CHANGE  # bound once: Python 3.11 looks members up slowly


class Scopes:
    """The scopes of one text, told to its amounts in text order."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._last: tuple[Range | None, int] = (None, -1)  # the latest scope and its sentence
        self._of: dict[Range, Range | None] = {}  # subject → the scope it was told with
        self._among: Range | None = None  # among whom the latest rank holds
        self._part: tuple[Range, Range, int] | None = None  # a subject, the part of it told last, and its sentence
        self._past = 0  # where the words of the object behind the latest amount end
        self._frame: tuple[Range | None, int] = (None, -1)  # 规上工业中， and its sentence

    def scope(self, case: Case, named: Named) -> Range | None:
        """Said in the clause, or, with a borrowed subject, in the clause it is borrowed from."""
        slot, start = case.slot, case.amount.start
        if case.kind is _RANK:
            place, _ = ranked(self.text, slot.left, start)
            if place or slot.left > slot.clause:
                self._among = place or (self._among if self._among and self._among[0] >= slot.sentence else None)
                return self._among
        if case.kind is _CHANGE and self._climbs(case, named):
            return self._among
        own = self._said(case, named)
        if own and named.range and named.rule in BORROWED and own[0] >= slot.clause:
            self._part = named.range, own, slot.sentence
        if own is None and (kept := self._kept(case, named)):
            return kept if not self._condition(case) else None
        if elsewhere(self.text, case.amounts, slot.head):
            return own  # 全县产值增长6.4%（|全市|6.6%），加快2个百分点
        if not self._nested(own, case):
            self._last = (own, slot.sentence)
        if named.range and named.rule not in BORROWED:
            self._of[named.range] = own
        return own if own and not self._condition(case) else None

    def _climbs(self, case: Case, named: Named) -> bool:
        """居全国第53位、提升|3位: the change of a rank is among the same."""
        ranked_before = self._among is not None and self._among[0] >= case.slot.sentence
        return ranked_before and case.amount.unit.symbol == "位" and named.rule in BORROWED

    def _said(self, case: Case, named: Named) -> Range | None:
        """The scope in the words of the clause; of a list each member has its own, but 全市 is for all."""
        slot, start = case.slot, case.amount.start
        if (basis := case.cue.basis) and 0 <= case.amounts[slot.head].start - basis[1] <= _HIGHER:
            start = basis[0]  # 农村居民收入增速|快于城镇居民|3个百分点, 增速|比全省、全市|高2个、1个百分点
        stands = case.own and case.own[1] == case.amounts[slot.head].start  # 柳河村|61户、247人
        if named.rule in _SHARED and case.own and stands and place_name(self.text, *case.own):
            return case.own
        own = scope(self.text, max(slot.opening, self._past), start)
        if own and (self._of_member(own, start) or self._closes_list(own, case, named)):
            own = None
        if named.rule == "subject.after" and named.range:
            own = own or opening(self.text, *named.range)
            self._past = named.range[1]  # 改造6万平方米中心城区旧房、3万平方米|旧楼
        if not own and named.rule in _EARLIER and named.range and not self._summed(case):
            own = self._in_part(case, named.range) or self._of.get(named.range) or scope(self.text, *named.range)
        if own and named.rule == "subject.list" and named.range:
            return scope(self.text, *named.range) or (own if holds_on(self.text, own) else None)
        return own

    def _in_part(self, case: Case, subject: Range) -> Range | None:
        """全市收入9亿元，其中|市本级|完成3亿元，增长5%: what is told of a part holds on, up to ；, for what has no words of its own."""
        if case.own or self._part is None or self._part[0] != subject or self._part[2] != case.slot.sentence:
            return None
        part = self._part[1]
        ended = self.text.find("；", part[1], case.amount.start) >= 0
        return None if ended or closed_since(self.text, part[1], case.amount.start) else part

    def _nested(self, own: Range | None, case: Case) -> bool:
        """全乡安排46人，转移|农村|劳动力139人，培训4次: whether people of a kind are counted of a whole place told before."""
        last, sentence = self._last
        if own is None or last is None or sentence != case.slot.sentence or case.amount.unit.dimension != "person":
            return False
        return holds_on(self.text, last) and not holds_on(self.text, own)

    def _of_member(self, own: Range, start: int) -> bool:
        """全社会固定资产投资等|6项指标, 农村特困人员补助、医疗救助等资金|8亿元: of one member of a list, unless it is 全市."""
        return _ENUMERATED.search(self.text, own[1], start) is not None and not holds_on(self.text, own)

    def _closes_list(self, own: Range, case: Case, named: Named) -> bool:
        """财政收入、规上工业增加值|3项指标: of the last member of what is counted."""
        counted = named.rule == "subject.after" and case.amount.unit.dimension == "count"
        return counted and self.text[own[0] - 1] == "、" and not holds_on(self.text, own)

    def _kept(self, case: Case, named: Named) -> Range | None:
        """What an earlier clause of the sentence said: 全市, with a borrowed subject anything, 规上工业中 for the whole of it."""
        slot, (last, sentence) = case.slot, self._last
        if last and sentence == self._sentence(slot.sentence):
            borrowed = named.rule in BORROWED and named.range
            if (borrowed and not self._summed(case)) or self._lasts(last, case) or _PACE.match(self.text, slot.clause):
                return last
        if self._frame[1] != slot.sentence:
            self._frame = framed(self.text, slot.sentence, slot.clause), slot.sentence
        return self._frame[0]

    def _lasts(self, last: Range, case: Case) -> bool:
        """Whether 全市 of an earlier clause is said of this one too.

        It ends at ；, unless the sentence tells of the place, in brackets where they close; no 连续7年 takes it.
        """
        if case.amount.unit.symbol == "年" or not holds_on(self.text, last):
            return False
        apart = self.text.find("；", last[1], case.slot.clause) >= 0
        if apart and not _HAS.match(self.text, last[1]) and not _TOPIC.fullmatch(self.text, self._last[1], last[0]):
            return False
        return not closed_since(self.text, last[1], case.amount.start)

    def _summed(self, case: Case) -> bool:
        """Whether an amount sums up what the clauses before it said."""
        return self.text.endswith(_SUMS, case.slot.clause, case.amount.start)

    def _sentence(self, start: int) -> int:
        """The sentence that scopes hold on in, or the one before that it goes on with."""
        before = self._last[1]
        if goes_on(self.text, before, start):
            return start if self._itemised(start) else before
        near = self._last[0] and _DATED.match(self.text, start) and start - before < _REACH
        return before if near and "\n" not in self.text[before : start - 1] else start

    def _itemised(self, start: int) -> bool:
        """Whether 其中 opens a list of several items, 其中：农业增加值…；工业增加值…, of which each has its own scope or none."""
        return 0 <= self.text.find("；", start, start + _REACH) < (self.text.find("。", start) + 1 or len(self.text))

    def _condition(self, case: Case) -> bool:
        """全市亿元以上项目120个, 全市亿元企业12家: the number counted is the city's, not the 亿元."""
        end, slot = case.amount.end, case.slot
        if class_name(self.text, case.amount):
            return True
        return case.amount.bound in LIMITS and slot.right < slot.stop and _NOUN.match(self.text, end) is not None
