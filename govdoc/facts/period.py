"""Periods (时期): the time an amount is about, said in its clause or inherited.

Clause, sentence, paragraph, heading, title, date: the nearest that says a time wins. 今年, 去年,
全年, 五年来 are counted from the year the document speaks in.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from govdoc.facts.clause import Slot
from govdoc.facts.lexicon import alternation
from govdoc.facts.mention import Amount, Context, Found, Moment, Shape
from govdoc.facts.year import YEAR, Years, years
from govdoc.model.date import Period
from govdoc.model.fact import Status
from govdoc.rulebook import Row, rows
from govdoc.text.normal import NormalText

_OPENERS = frozenset("，。；：！？\n在至到—")
_FROM = re.compile("[从由][^，。；]{0,24}$")
_RISEN = re.compile(
    "的?(?:增长|增加|提高|上升|提升|扩大|下降|减少|降低|压减|跃升|发展|攀升|缩短)?(?:到|至|为)|[增升降]至"
)
_RUNNING = ("连续", "连")
_COMPARED = ("比", "较", "与")  # 比上年, 较2020年: a basis, no time of the amount
_DAY = len("2021-11-23")
_REACH = 500  # characters; in one-line documents nothing else ends a paragraph
_BEFORE_FRAME = ("截至", "截止", "截止到", "截至到")


class Time(NamedTuple):
    """A time in the text: ``frame`` when it stands at the head of a clause and holds for what follows."""

    start: int
    end: int
    value: str
    frame: bool


@cache
def _relative() -> tuple[re.Pattern[str], dict[str, Row]]:
    by_form = {form: row for row in rows("period") for form in row.forms}
    return alternation(by_form), by_form


def _value(word: str, base: Years) -> str | None:
    """What 今年 (+0), 去年 (-1), 全年 (year), 五年来 (five), “十四五” (2021/2025) mean here."""
    if "/" in word:
        return word
    if word == "year":
        return None
    if word == "five":
        return f"{base.told - 4}/{base.told}" if base.told else None
    return str(base.now + int(word)) if base.now else None


def resolve(normal: NormalText, found: Found, context: Context) -> dict[int, str]:
    """Start → ISO of the moments whose own words do not say the year (6月底, 一季度, 近三年)."""
    return _resolve(normal.text, found, years(normal, context))


def _resolve(text: str, found: Found, base: Years) -> dict[int, str]:
    """2021年3月开工，6月底完工: the year said before holds for its paragraph, then the document's own again."""
    made: dict[int, str] = {}
    own = year = base.told or base.now
    said = 0
    for moment in found.moments:
        if moment.value is not None:
            if base.told and moment.value[:4].isdigit():
                year, said = int(moment.value[:4]), moment.end
            continue
        if moment.start - said > _REACH or "\n" in text[said : moment.start]:
            year = own
        value = _completed(moment, year, base)
        if value:
            made[moment.start] = value
    return made


def _completed(moment: Moment, year: int | None, base: Years) -> str | None:
    form = moment.form
    if not form or "??" in form:
        return None
    kind, _, count = form.partition(":")
    if count:
        return _counted(kind, int(count), base)
    return form.replace("?", str(year)) if year else None


def _counted(kind: str, count: int, base: Years) -> str | None:
    if kind == "next":
        return f"{base.now}/{base.now + count - 1}" if base.now else None
    last = base.told or base.now
    if last and count == 1:
        return str(last)
    return f"{last - count + 1}/{last}" if last else None


class Clock:
    """The times of one text, told to its amounts in text order."""

    def __init__(self, normal: NormalText, found: Found, base: Years) -> None:
        self.normal, self.base = normal, base
        self._times = _times(normal, found, base)
        self._at = 0
        self._frame: Time | None = None
        self._pair: tuple[int, str, str] = (-1, "", "")
        self._defaults: dict[tuple[Status, tuple[str, ...]], str | None] = {}
        self._from: str | None = None
        self._periods: dict[tuple[int, bool], Period] = {}
        self._implied: dict[str, Period] = {}
        self._run: tuple[int, str] = (-1, "")
        self._starts = {m.start: m for m in self._times}

    def time(self, amount: Amount, slot: Slot, label: int | None) -> Time | None:
        """The time said for an amount: its table row, its clause, or a frame of its paragraph."""
        own = self._advance(amount, slot)
        if label is not None and label in self._starts:
            return self._starts[label]
        if own is None and self._frame and not self._reaches(self._frame, amount, slot):
            self._frame = None
        return own or self._frame

    def _reaches(self, frame: Time, amount: Amount, slot: Slot) -> bool:
        """A year at the head of a sentence holds for its paragraph, a day for its sentence."""
        if frame.start >= slot.sentence:
            return True
        if (len(frame.value) >= _DAY and "/" not in frame.value) or amount.start - frame.end > _REACH:
            return False
        return self.normal.text.find("\n", frame.end, amount.start) < 0

    def _advance(self, amount: Amount, slot: Slot) -> Time | None:
        own: Time | None = None
        while self._at < len(self._times) and self._times[self._at].start < amount.start:
            time = self._times[self._at]
            self._at += 1
            if time.frame:
                self._frame = time
            if time.start >= slot.clause:
                own = time
        return own

    def period(
        self, amount: Amount, slot: Slot, time: Time | None, status: Status, path: tuple[str, ...]
    ) -> Period | None:
        """The period of an amount; a norm has none but one said in its own clause."""
        if status is Status.RULE:
            near = time and time.start >= slot.clause and (time.frame or time.end == amount.start)
            return self._said(time, False) if time and near else None
        value, inherited = self._value(slot, time, status, path)
        value = self._running(amount, slot, self._ranged(amount, slot, time, value))
        if not value:
            return None
        if time and time.value == value:
            return self._said(time, inherited)
        return self._unsaid(value)

    def _value(self, slot: Slot, time: Time | None, status: Status, path: tuple[str, ...]) -> tuple[str | None, bool]:
        if time:
            return time.value, time.start < slot.sentence
        key = status, path
        if key not in self._defaults:
            self._defaults[key] = default_period(status, self.base, path)
        return self._defaults[key], True

    def _said(self, time: Time, inherited: bool) -> Period:
        """The period of a time in the text: one value for all amounts that share it."""
        key = time.start, inherited
        made = self._periods.get(key)
        if made is None:
            span, words = self.normal.words(time.start, time.end)
            made = self._periods[key] = Period.trusted(span=span, text=words, value=time.value, inherited=inherited)
        return made

    def _unsaid(self, value: str) -> Period:
        """The period that no word of the text says."""
        made = self._implied.get(value)
        if made is None:
            nowhere = self.normal.span(0, 0)
            made = self._implied[value] = Period.trusted(span=nowhere, text="", value=value, inherited=True)
        return made

    def _ranged(self, amount: Amount, slot: Slot, time: Time | None, value: str | None) -> str | None:
        """从A增长到B: A is of the first year, B of the last; 连续3年 are the last three."""
        text, own = self.normal.text, time.value if time and time.start >= slot.left else None
        if _RISEN.match(text, amount.end, slot.stop) and _FROM.search(text, slot.left, amount.start):
            self._from = own or self._paired(slot, 1) or _year_before(value)
            return self._from
        if self._from is not None or (slot.left > slot.clause and _RISEN.match(text, slot.left, amount.start)):
            first, self._from = self._from, None
            last = own or self._paired(slot, 2) or (value or "").rpartition("/")[2]
            if own and first:
                self._pair = (slot.sentence, first, own)
            return last or None
        return value

    def _running(self, amount: Amount, slot: Slot, value: str | None) -> str | None:
        """连续3年 are the last three; so is what the clause says after them."""
        if amount.value is None or amount.shape is not Shape.SPAN or amount.unit.symbol != "年":
            return self._run[1] if self._run[0] == slot.clause else value
        year = (value or "").rpartition("/")[2]
        if len(year) == len("2021") and self.normal.text.endswith(_RUNNING, slot.left, amount.start):
            self._run = (slot.clause, f"{int(year) - int(amount.value) + 1}/{year}")
            return self._run[1]
        return value

    def _paired(self, slot: Slot, which: int) -> str | None:
        """What 从2020年的…增长到2025年的… said in an earlier clause of the sentence."""
        return str(self._pair[which]) if self._pair[0] == slot.sentence else None


def _year_before(value: str | None) -> str | None:
    """The year before a range of years begins: 2020 of 2021/2025."""
    first, slash, _ = (value or "").partition("/")
    return str(int(first) - 1) if slash and len(first) == len("2021") else None


def _times(normal: NormalText, found: Found, base: Years) -> list[Time]:
    """All times of the text in order: dates and periods with a value, and the words of rules/period.tsv."""
    text, resolved = normal.text, _resolve(normal.text, found, base)
    made = [
        Time(m.start, m.end, value, _frames(text, m.start, m.end))
        for m in found.moments
        if (value := m.value or resolved.get(m.start)) and text[m.start - 1 : m.start] not in _COMPARED
    ]
    taken = [m.start for m in found.moments]
    pattern, by_form = _relative()
    for match in pattern.finditer(text):
        at = bisect_left(taken, match.start())
        near = found.moments[max(0, at - 1) : at + 1]
        value = _value(by_form[match.group()].value, base)
        if (
            value
            and text[match.start() - 1 : match.start()] not in _COMPARED
            and not any(m.start < match.end() and match.start() < m.end for m in near)
        ):
            made.append(Time(*match.span(), value, _frames(text, *match.span())))
    made.sort()
    return made


def _frames(text: str, start: int, end: int) -> bool:
    if text[end : end + 1] == "的" or text[max(0, start - 1) : start] in ("比", "较", "从", "由"):
        return False
    return start == 0 or text[start - 1] in _OPENERS or text[max(0, start - 2) : start] in _BEFORE_FRAME


def label_period(path: tuple[str, ...], base: Years, status: Status) -> str | None:
    """The time a section's labels name, the innermost first."""
    pattern, by_form = _relative()
    for label in reversed(path):
        said = YEAR.findall(label)
        if said:
            return str(said[-1] if status is Status.PLANNED else said[0])
        words = pattern.findall(label)
        if words:
            return _value(by_form[words[-1 if status is Status.PLANNED else 0]].value, base)
    return None


def default_period(status: Status, base: Years, path: tuple[str, ...]) -> str | None:
    """What the headings, the title and the date say, when the text around the amount says nothing."""
    if status is Status.RULE:
        return None
    named = label_period(path, base, status)
    if named:
        return named
    year = base.told if status is Status.ACTUAL else base.span or base.planned
    return str(year) if year else None
