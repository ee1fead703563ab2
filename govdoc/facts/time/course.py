"""Years of a change (历程): 从2020年的…增长到2025年的…, 年均增长7%, 连续3年.

What a text says of its changes, told to its amounts in text order: of which year is where one sets out and
where it arrives, over which years a mean is taken, which years have run on.
"""

from __future__ import annotations

from govdoc.facts.mention import Amount, Shape, Time
from govdoc.facts.time import against, section
from govdoc.facts.time.year import SPAN, Years, ending
from govdoc.facts.words.basis import FOLLOWING
from govdoc.facts.words.clause import Slot
from govdoc.rulebook import forms_of
from govdoc.text.lexicon import any_of
from govdoc.text.pattern import pattern

_FROM = pattern("[从由][^，。；]{0,24}$")


def _rise() -> str:
    return f"(?:双双|分别|稳步|逐步)?的?(?:(?:{any_of(forms_of('course'))})?(?:到|至|为)|[增升降]至|跃居)"


_RISEN = pattern(_rise)
_RISING = pattern(lambda: f"(?:[、和及][^，。；、]{{1,8}}?)?{_rise()}")  # 从第8位|、第4位双双跃居第1位
_RANKED = pattern("[，、](?:[跃位稳]居|居|排名?|列)[^，。；、]{0,12}")  # 从72亿元提高到88亿元|，跃居全省|第3位
_BEATEN = pattern("[，、]均?[优高低好快]于[^，。；、]{0,12}")  # 从14%降至13%|、优于全国|1个百分点
# 浓度|比2020年下降25%, 较“十三五”末|增加3所, 是2020年的|2.5倍
_SINCE = pattern("[比较](?:(?P<year>[0-9]{4})年(?!同期)|“?十[一二三四]五”?(?:时期)?末)|[是为](?P<base>[0-9]{4})年的$")
_MEAN = pattern("年平?均(?!气温|温度|浓度|降[水雨]|径流)|平均每年")  # 年均浓度 is that of one year
_EVEN = "均"  # stands in each of them
_MEASURED_BY = ("高于", "低于", "大于", "小于", "多于", "少于", "以来", "超过")
_YEAR = len("2021")
_RUNNING = ("连续", "连")
_RUN_FROM = pattern("自?((?:19|20)[0-9]{2})年(?:以来|起|开始)，?[^，。；0-9]{0,8}连续\\Z")  # 自|2010|年以来连续|5年
_RUN_FROM_AT_MOST = 24  # one more than the longest of them
_MONTH = slice(len("2021-"), len("2021-11"))
_DECEMBER = 12
_PARTS = {  # unit → how many make a year, and the form of one
    "年": (1, "{}"),
    "季度": (4, "{}-Q{}"),
    "个季度": (4, "{}-Q{}"),
    "个月": (12, "{}-{:02}"),
}
_LASTING, _RANK = Shape.SPAN, Shape.RANK  # bound once: Python 3.11 looks members up slowly


def rises(text: str, amount: Amount, slot: Slot) -> bool:
    """Whether an amount is where a change sets out from: 由450吨|提高到1000吨."""
    if amount.end == slot.stop or not _FROM.search(text, slot.left, amount.start):
        return False
    return _RISING.match(text, amount.end, slot.stop) is not None


def run(last: str, count: int, unit: str) -> str | None:
    """So many years, quarters or months up to the one that ``last`` ends in; None when it tells of less than a year.

    >>> run("2025", 3, "年"), run("2025", 18, "个月"), run("2025-09", 2, "个季度"), run("2025", 12, "个月")
    ('2023/2025', '2024-07/2025-12', '2025-Q2/2025-Q3', '2025')
    """
    parts, form = _PARTS[unit]
    year, month = int(last[:_YEAR]), int(last[_MONTH] or _DECEMBER)
    if parts == 1 and month < _DECEMBER:
        return None
    end = year * parts + month * parts // _DECEMBER - 1
    first, final = (form.format(at // parts, at % parts + 1) for at in (end - count + 1, end))
    whole = parts == count and month == _DECEMBER
    return str(year) if whole else f"{first}/{final}" if count > 1 else final


class Course:
    """The changes of one text, told to its amounts in text order."""

    def __init__(self, text: str, base: Years) -> None:
        self.text, self.base = text, base
        self._from: str | None = None  # the year in which the change under way set out
        self._pair: tuple[int, str, str] = (-1, "", "")  # a sentence with the years of its change
        self._even: tuple[int, str | None] = (-1, None)  # a list and the years of its mean
        self._run: tuple[int, str] = (-1, "")  # a clause with the years that run on in it
        self._arrival: tuple[int, str] = (-1, "")  # where the latest change arrives, and the year

    def years(
        self,
        amount: Amount,
        slot: Slot,
        own: Time | None,
        value: str | None,
        around: Time | None,
        path: tuple[str, ...],
    ) -> str | None:
        """The ISO value of an amount's years, from that of the time said for it.

        ``own`` is that time, ``around`` the time of its paragraph, ``path`` leads to its section.
        """
        if slot.place and self._even[0] == slot.head:
            value = self._even[1]  # 年均分别增长8%、|9%
        elif value and "/" not in value and self.text.find(_EVEN, slot.left, amount.start) >= 0:
            value = self._mean(amount, slot, value, around, path)
            self._even = (slot.head, value)
        value = self._ranged(amount, slot, own, value)
        if amount.shape is _LASTING or self._run[0] == slot.clause:
            value = self._running(amount, slot, value)
        return self._last(amount, slot, value) if value and "/" in value else value

    def _ranged(self, amount: Amount, slot: Slot, time: Time | None, value: str | None) -> str | None:
        """从A增长到B: A is of the first year, B of the last; 比上年的A提高: A is of the year before."""
        text, own = self.text, time.value if time and time.start >= slot.left else None
        if text[amount.start - 1] == "的" or text[amount.end : amount.end + 1] in FOLLOWING:
            compared = against.base_year(text, amount, slot, value, self.base)
            if compared is not None:
                return compared or None
        if self._from is not None and slot.place and _RISEN.match(text, amount.end, slot.stop):
            return self._from
        if rises(text, amount, slot):
            self._from = self._first(amount, slot, own, value)
            return self._from
        if self._from is not None or (slot.left > slot.clause and _RISEN.match(text, slot.left, amount.start)):
            first, self._from = self._from, None
            last = own or self._paired(slot, 2) or (value or "").rpartition("/")[2]
            if own and first:
                self._pair = (slot.sentence, first, own)
            self._arrival = (amount.end, last)
            return last or None
        return value

    def _last(self, amount: Amount, slot: Slot, value: str) -> str:
        """What a change leads to, and what is measured against the year before its years, is of the last of them."""
        arrived, year = self._arrival
        follows = _RANKED if amount.shape is _RANK else _BEATEN
        if year and follows.fullmatch(self.text, arrived, amount.start):
            return year
        first, _, last = value.partition("/")
        since = _SINCE.search(self.text, slot.clause if slot.place else slot.left, amount.start)
        return last if since and (since["year"] or since["base"]) in (None, _year_before(first)) else value

    def _first(self, amount: Amount, slot: Slot, own: str | None, value: str | None) -> str | None:
        """The year in which a change sets out: before its years; of a plan the year the document tells of.

        A rank may have been held long before.
        """
        told = self.base.told
        if own and not (told and own[:_YEAR] > str(told)):
            return own
        ahead = str(told) if told and value and "/" not in value and value[:_YEAR] > str(told) else None
        lately = amount.shape is not _RANK or "/" in (value or "")
        return (
            self._paired(slot, 1)
            or against.set_out(self.text, slot)
            or ahead
            or (_year_before(value) if lately else None)
        )

    def _mean(self, amount: Amount, slot: Slot, value: str, around: Time | None, path: tuple[str, ...]) -> str | None:
        """年均增长7% is of several years, 高于年均19次的水平 of none.

        The years are those of 从2020年到2025年, of the paragraph's time, or of the heading.
        """
        mean = _MEAN.search(self.text, slot.left, amount.start)
        if not mean:
            return value
        if self.text.endswith(_MEASURED_BY, slot.left, mean.start()):
            return None
        first, last = self._paired(slot, 1), self._paired(slot, 2)
        if first and last:
            return f"{int(first[:_YEAR]) + 1}/{last[:_YEAR]}"
        said = [around.value] if around else []
        said += [named for label in reversed(path) for named in section.times(label, self.base)]
        said.append(self._spanned(value))
        return next((span for span in said if SPAN.fullmatch(span)), value)

    def _spanned(self, value: str) -> str:
        """The years of a plan; as many before them for what its 发展基础 tells."""
        first, _, last = (self.base.span or "").partition("/")
        if not last or value[:_YEAR] >= first:
            return self.base.span or ""
        return f"{2 * int(first) - int(last) - 1}/{int(first) - 1}"

    def _running(self, amount: Amount, slot: Slot, value: str | None) -> str | None:
        """连续3年 and 连续18个月 are the last ones; so is what the clause says after them."""
        if amount.value is None or amount.shape is not _LASTING or amount.unit.symbol not in _PARTS:
            return self._run[1] if self._run[0] == slot.clause else value
        runs = self.text.endswith(_RUNNING, slot.left, amount.start)
        years = self._run_from(amount) if runs else None
        if value and runs and not years:
            years = run(ending(value), int(amount.value), amount.unit.symbol)
        if years:
            self._run = (slot.clause, years)
        return years or value

    def _run_from(self, amount: Amount) -> str | None:
        """自2010年以来连续5年: the years from that one on."""
        since = _RUN_FROM.search(self.text, max(0, amount.start - _RUN_FROM_AT_MOST), amount.start)
        if since is None or amount.value is None or amount.unit.symbol != "年":
            return None
        return f"{since[1]}/{int(since[1]) + int(amount.value) - 1}"

    def _paired(self, slot: Slot, which: int) -> str | None:
        """What 从2020年的…增长到2025年的… said in an earlier clause of the sentence."""
        return str(self._pair[which]) if self._pair[0] == slot.sentence else None


def _year_before(value: str | None) -> str | None:
    """The year before a year, or before a range of years begins: 2020 of 2021/2025."""
    first, _, _ = (value or "").partition("/")
    return str(int(first) - 1) if len(first) == _YEAR else None
