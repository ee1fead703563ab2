"""Linking (关联): each amount with its subject, measure, change, scope, period, status and indicator.

The words before an amount say how it changed and what it measures (``preface``), the rules of ``naming``
find its subject, and scope (``scoping``), time (``period``) and status are read from its clause or taken
from what stands around it: each of all amounts in text order, before the next is asked.
"""

from __future__ import annotations

from govdoc.facts.mention import Amount, Context, Found, Place, Shape, Time
from govdoc.facts.models import quantity
from govdoc.facts.number.unit import rule
from govdoc.facts.scoping import Scopes
from govdoc.facts.status.genre import glossary
from govdoc.facts.status.judge import Judge
from govdoc.facts.subject.indicator import indicator
from govdoc.facts.subject.naming import name
from govdoc.facts.table.meaning import Cell, cells, in_rows
from govdoc.facts.time.course import rises
from govdoc.facts.time.period import Clock
from govdoc.facts.time.resolved import Dates
from govdoc.facts.time.section import homes
from govdoc.facts.words.case import Case, Memory, Named
from govdoc.facts.words.change import Peeled
from govdoc.facts.words.clause import Slot, slots
from govdoc.facts.words.measure import direction, stated
from govdoc.facts.words.phrase import Range, forms, lasts
from govdoc.facts.words.preface import Preface, Words
from govdoc.model.date import Period
from govdoc.model.fact import Change, Fact, Measure, Status
from govdoc.text.normal import NormalText
from govdoc.text.pattern import pattern
from govdoc.text.record import changed, record

_PROJECTS = ("项目", "工程", "生产线", "装置", "机组", "电站")
_BUILT = tuple(f"{what}{part}" for what in _PROJECTS for part in ("", "主体", "一期", "二期", "三期"))  # 乙烯项目主体
_BUILT_ENDS = frozenset(what[-1] for what in _BUILT)
_ALIKE = f"等(?:重大|重点)?(?:{'|'.join(_PROJECTS)})"
# 2万吨仓储|等项目, 年产3万吨板材|、热电联产等项目, 年产3万吨饲料|及5万吨肥料项目
_SUCH, _LISTED = pattern(_ALIKE), pattern(f"、[^，]*{_ALIKE}|[及和与][^，、]{{1,16}}(?:{'|'.join(_PROJECTS)})")
_AVERAGE = "平均"
_ANNIVERSARY = "周年"  # 建县|70周年| comes with the year, planned or not
_EXTENTS = ("person", "money", "ratio", "area", "length", "number")  # 40万亩农田项目 is as large as what was done
_GENERAL = ("一般在", "一般为", "一般是", "共印")  # 年降水量一般在|400毫米以下, （共印|3份）
_SCHEDULES = ("工期", "工期为", "建设期", "建设期为", "周期", "周期为", "建设年限")  # 建设周期|14个月
_GENERAL_ENDS = frozenset(word[-1] for word in _GENERAL)
_FAR = 400  # characters; real sentences reach 100, and one without an end must not stand in each of its facts
_stating = Fact.trusted
_HAN = "一"  # the first of the characters of words
_WORD = pattern(r"[^\W\d_]")
_CHANGE = Measure.CHANGE  # bound once: Python 3.11 looks members up slowly
_SPAN = Shape.SPAN
_PLANNED, _ACTUAL = Status.PLANNED, Status.ACTUAL  # bound once: Python 3.11 looks members up slowly


def link(normal: NormalText, found: Found, context: Context, dates: Dates) -> tuple[Fact, ...]:
    """One fact an amount, in text order."""
    return tuple(_Linker(normal, found, context, dates).facts(context.places)) if found.amounts else ()


def _floor(amount: Amount, home: Place | None) -> int:
    """Where the words that may speak of an amount begin: behind its heading, or with it when it stands there."""
    if home is None:
        return 0
    return home.title_end if home.title_end <= amount.start else home.title


@record
class _Point:
    """An amount with the words around it, its section, its cell in a table, and what it counts."""

    case: Case
    home: Place | None
    cell: Cell | None
    named: Named


class _Linker:
    """The thread of one text: what earlier clauses said, while the amounts go by.

    Each question is asked of all amounts before the next is asked of any: code that runs again at once
    is still in the processor's caches, which saves a seventh of the time of linking.
    """

    def __init__(self, normal: NormalText, found: Found, context: Context, dates: Dates) -> None:
        self.normal, self.text, self.amounts, self.grid = normal, normal.text, found.amounts, found.grid
        self.memory = Memory()
        self.preface = Preface(self.text, found, self.memory)
        self.scopes = Scopes(self.text)
        terms = glossary(self.text)
        self.clock = Clock(normal, found, context.places, dates, terms)
        self.judge = Judge(normal, context, dates, terms)

    def facts(self, places: tuple[Place, ...]) -> list[Fact]:
        """The facts, in text order."""
        points = self._points(places)
        scopes = [p.cell.scope if p.cell else self.scopes.scope(p.case, p.named) for p in points]
        times = [self._when(p) for p in points]
        return [self._fact(p, where, *when) for p, where, when in zip(points, scopes, times, strict=True)]

    def _points(self, places: tuple[Place, ...]) -> list[_Point]:
        """Where each amount stands, what the words before it say, and then its subject."""
        table = cells(self.text, self.amounts, self.grid.starts) | in_rows(self.text, self.amounts, self.grid)
        around = homes([a.start for a in self.amounts], places)
        floors = [_floor(a, home) for a, home in zip(self.amounts, around, strict=True)]
        found = slots(self.text, self.amounts, self.normal.gaps, floors)
        words = [self.preface.words(a, slot) for a, slot in zip(self.amounts, found, strict=True)]
        stands = zip(self.amounts, found, words, around, strict=True)
        return [self._point(*stand, table.get(i)) for i, stand in enumerate(stands)]

    def _point(self, amount: Amount, slot: Slot, words: Words, home: Place | None, cell: Cell | None) -> _Point:
        case = self.preface.case(amount, slot, *words)
        named = Named(cell.subject, "subject.cell") if cell else name(case)
        if named.range and self.text[named.range[0]] < _HAN and not _WORD.search(self.text, *named.range):
            named = Named(None, "subject.none")  # a cell with a number alone heads nothing
        self.memory.keep(named if cell else self.memory.go_on(case, named), slot.size, amount)
        return _Point(case, home, cell, named)

    def _when(self, point: _Point) -> tuple[Status, Period | None]:
        """Whether it happened or is intended, and when."""
        case, home, cell, named = point.case, point.home, point.cell, point.named
        amount, slot, cue = case.amount, case.slot, case.cue
        bare = case.own is None and case.kind is _CHANGE
        time = self.clock.time(amount, slot, home, cell.times if cell else (), bare=bare)
        if time and cue.basis and cue.basis[0] <= time.start < cue.basis[1]:
            averaged = self.text.endswith(_AVERAGE, *cue.basis) and cue.basis[0] == time.start  # 两年平均|增长6%
            time = time if averaged else None  # 较全国2019年平均水平增长5%: no time of the amount
        near = changed(slot, sentence=min(slot.sentence, time.start)) if cell and time else slot
        capacity = self._capacity(amount, named, slot.stop)
        judged = self.judge.status(amount, near, home, named, cue, time, cell)
        status = self._status(amount, near, judged, capacity)
        timeless = capacity or self._lasting(amount, named, slot, time)
        return status, None if timeless else self.clock.period(amount, slot, time, status, home.path if home else ())

    def _fact(self, point: _Point, where: Range | None, status: Status, period: Period | None) -> Fact:
        """The model: what was found of an amount, and the words around it that say so."""
        case, named = point.case, point.named
        amount, cue = case.amount, case.cue
        span, text = self.normal.words(*self._hull(amount, case.slot, named.range, where, cue.basis))
        subject = self.normal.phrase(*named.range) if named.range else None
        grown = point.cell if point.cell and point.cell.grows else None
        kind = _CHANGE if grown else stated(self.text, amount, case.kind, named.range, celled=point.cell is not None)
        return _stating(
            span=span,
            text=text,
            subject=subject,
            indicator=indicator(subject.value) if subject else None,
            quantity=quantity(self.normal, amount),
            measure=kind,
            change=self._change(amount, cue, grown) if kind is _CHANGE else None,
            scope=self.normal.phrase(*where) if where else None,
            period=period,
            status=_ACTUAL if amount.unit.symbol == _ANNIVERSARY and status is _PLANNED else status,
            section=point.home.path if point.home else (),
            rules=(*amount.rules, *rule(amount.unit.symbol), named.rule, *cue.rules),
        )

    def _status(self, amount: Amount, slot: Slot, judged: Status, capacity: bool) -> Status:
        """The capacity of a project under way is planned, where a plan sets out from is not."""
        if judged is _PLANNED and rises(self.text, amount, slot):
            return _ACTUAL  # 由450吨提高到1000吨
        built = judged is not _ACTUAL or not capacity or amount.unit.dimension == "voltage"
        return _PLANNED if not built and self.judge.unfinished(slot) else judged

    def _capacity(self, amount: Amount, named: Named, stop: int) -> bool:
        """120万吨乙烯项目, 年产3万吨板材、热电联产等项目: the size of a project is of no year."""
        if named.rule != "subject.after" or named.range is None or amount.unit.dimension in _EXTENTS:
            return False
        end = named.range[1]
        yearly = self.text.endswith("年产", 0, amount.start)
        ended = self.text[end - 1] in _BUILT_ENDS and self.text.endswith(_BUILT, *named.range)
        built = ended or _SUCH.match(self.text, end)
        if not built:
            return yearly and _LISTED.search(self.text, amount.end, stop) is not None
        products = amount.unit.symbol != "条" and "生产线" in self.text[slice(*named.range)]  # 3万只|生产线, but 2条
        return yearly or amount.unit.dimension != "count" or products

    def _lasting(self, amount: Amount, named: Named, slot: Slot, time: Time | None) -> bool:
        """境内最高海拔1200米, 年降水量一般在400毫米以下, 每年可节电3万度: of no year but one that the sentence says."""
        if time is not None and time.start >= slot.sentence:
            return False
        if named.range and self._natural(*named.range):
            return True
        if self.text[amount.start - 1] in _GENERAL_ENDS and self.text.endswith(_GENERAL, slot.left, amount.start):
            return True
        if amount.shape is _SPAN and self.text.endswith(_SCHEDULES, slot.left, amount.start):
            return True
        return self.text.startswith("每年", slot.left)

    def _natural(self, start: int, end: int) -> bool:
        return self.text[end - 1] in lasts("nature") and self.text.endswith(forms("nature"), start, end)

    def _change(self, amount: Amount, cue: Peeled, grown: Cell | None) -> Change:
        since = grown.basis if grown else cue.basis
        basis = self.normal.phrase(*since) if since else None
        return Change.trusted(direction=direction(self.text, amount, cue), basis=basis)

    @staticmethod
    def _hull(amount: Amount, slot: Slot, *said: Range | None) -> Range:
        """The range of an amount and of what was said of it in its sentence, not too far away."""
        first, last = amount.start, amount.end
        floor, ceiling = max(slot.sentence, first - _FAR), last + _FAR
        for words in said:
            if words and words[0] >= floor and words[1] <= ceiling:
                first, last = min(first, words[0]), max(last, words[1])
        return first, last
