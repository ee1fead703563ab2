"""Dates and periods (日期、时期): 2021年11月23日 · 2021年1-11月 · 一季度 · “十四五” · 近三年.

GB/T 7408 forms (2021-11-23) and GB/T 15835 forms, Chinese years (二〇二一年) too. A value is given
when the words themselves say the year; else ``Moment.form`` keeps what they say.
"""

from __future__ import annotations

import re
from calendar import isleap
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from govdoc.facts.mention import Moment
from govdoc.facts.moment import era
from govdoc.facts.moment.clock import clock
from govdoc.facts.moment.day import CLOCK as _CLOCK
from govdoc.facts.moment.day import DAY as _D
from govdoc.facts.moment.day import alone
from govdoc.facts.number.numeral import read
from govdoc.rulebook import group
from govdoc.text.pattern import pattern

_DASH = "-—–－―~～"
_YEAR = r"(?:1[5-9]|2[01])[0-9]{2}"
_HAN_YEAR = r"[一二][〇零○0OoОо一二三四五六七八九]{3}"  # 二0二三年 and 二О二三年 are usual slips
_M = "(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_WEEKDAY = r"(?:（(?:星期|周|礼拜)[一二三四五六日天]）)?"
# 2005年|中央财政, 2005年|初中毕业生, 2020年|末端网点, 2020年|底层住宅
_PART = (
    "(?:底(?![层部数线座泥])|末(?![端级梢])|初(?![中级次步始])"
    "|中(?![央国小学医药型等期心级高部西东南北考秋欧华美俄方共外介低长]))"
)
_SINCE = "年?度(?!假)|来(?![华自访源宾往客])|间(?![歇隔接断])|以来"  # 2020年|来华留学生, 2020年|度假区
_MORE_DAYS = rf"(?:[、和及]{_D}){{1,9}}[日号]"  # 7月2|、3、4日
_POINT = pattern(  # 2021年11月23日（星期二）9时 · 2021年10月底 · 11月23日 · 7月19|-22日 · 二〇二一年十一月
    rf"(?:(?P<y>{_YEAR}|{_HAN_YEAR})年(?P<yt>{_SINCE}|年?{_PART})?+)?+"
    rf"(?:(?P<m>{_M}|(?<=年)元)月(?!龄)(?:(?P<d>{_D})(?:[日号]{_WEEKDAY}{_CLOCK}|(?=[{_DASH}至到]+{_D}[日号]|{_MORE_DAYS}))|份?(?P<mt>[上中下]旬|{_PART})?+))?+"
)
_DAY = pattern(rf"(?P<d>{_D})[日号]{_CLOCK}")
_DAYS_ON, _ONE_DAY = pattern(_MORE_DAYS), pattern(_D)
_SEASON = pattern(  # 一季度 · 前三季度 · 上半年 · 1-11月 · 1—11月份 · 2、3月 · 前10个月
    rf"(?P<q>第?[一二三四1-4]季度)|(?P<pq>前[一二两三123]个?季度)|(?P<h>(?:[上下]|(?<=年)[前后])半年(?!内))"
    rf"|(?P<m1>{_M}|元)(?:月?[{_DASH}至到]{{1,2}}|、)(?P<m2>{_M})月份?(?![0-9一二三四五六七八九十]{{1,3}}[日号])"
    rf"|(?:(?<![一-龥])|(?<=[年市县区省国镇乡旗州司额计末在]))前(?P<pm>{_M}|两)个月(?![内前以]|之内)"
)
# 图1：2016-2020|粮食产量
_YEARS = pattern(
    rf"(?P<a>{_YEAR}|{_HAN_YEAR})年?(?P<join>[{_DASH}至到、/]+)(?P<b>{_YEAR}|{_HAN_YEAR})(?:年度?|学年|(?=[）》])|(?<=[图表][0-9][:：].{{9}})(?=[一-龥]))"
)
_MONTHS = pattern(  # 2020.1-2020.6
    rf"(?P<y1>{_YEAR})\.(?P<m1>1[0-2]|0?[1-9])[{_DASH}至到](?P<y2>{_YEAR})\.(?P<m2>1[0-2]|0?[1-9])(?![0-9.%万亿元])"
)
_LISTED = pattern(rf"{_YEAR}(?=[和与及]{_YEAR}年)")  # 2023|和2024年
_NUMERIC = pattern(  # 2021-11-23 · 2021.11.23 · 2021/11/23 · 2021-11 is left to the ids
    rf"(?P<y>{_YEAR})(?P<s>[-./－])(?P<m>1[0-2]|0?[1-9])(?P=s)(?P<d>3[01]|[12][0-9]|0?[1-9])(?![0-9])"
    rf"(?: ?[0-9]{{1,2}}[:：][0-9]{{2}}(?:[:：][0-9]{{2}})?)?"
)
_JANUARY = pattern(rf"(?<![0-9万亿百千十余多几])元月?[{_DASH}至到]{{1,2}}$")  # 元至|6月
_FIRST_MONTH = "元月"  # 自元月11日起
_JANUARY_AT_MOST = len("5元月——")
_YEARLY = pattern("第[二三四五六2-9]年[的度]?$")
_JOIN = pattern(rf"[{_DASH}]+|起?[至到]")
_TO = frozenset(f"至到{_DASH}")
_FIRST_HALF = "上前"
_RECURRING = tuple(group("date", "recurring"))
_DIGITS = str.maketrans("〇零○OoОо一二三四五六七八九", "0000000123456789")
_QUARTER = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4}


class _Point(NamedTuple):
    """What a point of time says: any of year, month, day, and where its words end."""

    year: str
    month: str
    day: str
    end: int

    def form(self, year: str = "?") -> str:
        """ISO, ``?`` for a year that is not said."""
        return "-".join(filter(None, (self.year or year, self.month, self.day)))


_DAYS = {"02": 29, "04": 30, "06": 30, "09": 30, "11": 30}
_NO_DAY = "??"  # a day that its month does not have


def _two(word: str | None) -> str:
    if not word:
        return ""
    return "01" if word == "元" else f"{int(word) if word.isascii() else int(read(word)):02d}"


def _day_of(year: str, month: str, word: str | None) -> str:
    """Two digits; ``??`` when there is no such day (2月30日), so that the date stays without a value."""
    day = _two(word)
    exists = month != "02" or day != "29" or not year or isleap(int(year))
    return day if not day or (int(day) <= _DAYS.get(month, 31) and exists) else _NO_DAY


def _point(text: str, at: int, end: int) -> _Point | None:
    match = _POINT.match(text, at, end)
    if not match or match.end() == at:
        return None
    year, told, month, day, _ = match.groups()
    return None if told and month else _Point(*_said(year, month, day), match.end())


@lru_cache(maxsize=4096)
def _said(year: str | None, month: str | None, day: str | None) -> tuple[str, str, str]:
    """The words of a point of time in digits: the same words, the same day."""
    digits, two = (year or "").translate(_DIGITS), _two(month)
    return digits, two, _day_of(digits, two, day)


def full_date(text: str, start: int = 0, end: int | None = None) -> Moment | None:
    """A calendar day with its year that opens ``text[start:end]``: the form of a 成文日期.

    >>> full_date("二〇二一年十一月二十三日").value, full_date("2021.11.23").value
    ('2021-11-23', '2021-11-23')
    >>> full_date("2021年11月") is None
    True
    """
    stop = len(text) if end is None else end
    numeric = _NUMERIC.match(text, start, stop)
    if numeric:
        month = _two(numeric["m"])
        day = _day_of(numeric["y"], month, numeric["d"])
        return Moment(start, numeric.end(), f"{numeric['y']}-{month}-{day}", "date.numeric") if day != _NO_DAY else None
    point = _point(text, start, stop)
    if not point or not (point.year and point.day) or point.day == _NO_DAY:
        return None
    return Moment(start, point.end, point.form(), "date.day")


def moment(text: str, at: int, end: int, follows: str = "") -> Moment | None:
    """The date or period whose first numeral stands at ``at``, or None; the character that ``follows`` it may be told.

    >>> moment("2021年1-11月", 0, 10).value, moment("6月底前", 0, 4).form
    ('2021-01/2021-11', '?-06')
    """
    for form in _BY_NEXT.get(follows, _FORMS):
        if found := form(text, at, end):
            return _recurring(text, found) if found.form and not found.form.startswith("?-??") else found
    return None


def _recurring(text: str, found: Moment) -> Moment:
    """每年1月31日, 次年3月, 考核期第2年10月: no year of the document's makes them a date."""
    at = found.start
    if text.endswith(_RECURRING, max(0, at - 4), at) or _YEARLY.search(text[max(0, at - 4) : at]):
        return found._replace(form="")
    return found


def _day(text: str, at: int, end: int) -> Moment | None:
    """15日 of 每月15日前, 1日、15日, 29日 of 29日2时: a day whose month stands before; 元月11日, found at its 11."""
    if text.endswith(_FIRST_MONTH, 0, at) and (match := _DAY.match(text, at, end)):
        return Moment(at - len(_FIRST_MONTH), match.end(), None, "date.day", f"?-01-{_two(match['d'])}")
    if not alone(text, at, end):
        return None
    match = _DAY.match(text, at, end)
    return Moment(at, match.end(), None, "date.day", f"?-??-{_two(match['d'])}") if match else None


def half(text: str, at: int) -> Moment:
    """上半年, 下半年, 今年后半年, found at its 半."""
    return _recurring(
        text, Moment(at - 1, at + 2, None, "date.season", f"?-H{1 if text[at - 1] in _FIRST_HALF else 2}")
    )


def led(text: str, low: int, at: int, end: int) -> Moment | None:
    """前三季度, 前10个月: the numeral stands after 前 or 第."""
    found = _season(text, at - 1, at - 1, end, "") if at > low and text[at - 1] in "前第" else None
    return _recurring(text, found) if found else None


def _numeric(text: str, at: int, end: int) -> Moment | None:
    if months := _MONTHS.match(text, at, end):
        first, last = (f"{months[year]}-{_two(months[month])}" for year, month in (("y1", "m1"), ("y2", "m2")))
        return Moment(at, months.end(), f"{first}/{last}", "date.range") if first < last else None
    match = _NUMERIC.match(text, at, end)
    return (full_date(text, at, end) or Moment(at, match.end(), None, "date.numeric")) if match else None


def _years(text: str, at: int, end: int) -> Moment | None:
    """Years in a row: 2016—2020年, 2020、2021年."""
    if listed := _LISTED.match(text, at, end):
        return Moment(at, listed.end(), listed.group(), "date.year")
    match = _YEARS.match(text, at, end)
    if match is None:
        return None
    first, last = match["a"].translate(_DIGITS), match["b"].translate(_DIGITS)
    if first >= last or (match["join"] == "、" and (int(last) - int(first) > 1 or "年、" in match.group())):
        return None  # 2019、2021年 are two years
    return Moment(at, match.end(), f"{first}/{last}", "date.years")


def _part_of_year(text: str, at: int, end: int) -> Moment | None:
    """1-11月, 2、3月: a season without its year; 元至6月 is found at its 6."""
    january = _JANUARY.search(text, max(0, at - _JANUARY_AT_MOST), at) if text[at - 1] in _TO else None
    start = january.start() if january else at
    return _season(text, start, start, end, "")


def _season(text: str, start: int, at: int, end: int, year: str) -> Moment | None:
    match = _SEASON.match(text, at, end)
    if not match:
        return None
    form = _season_form(match, year or "?")
    if not form:
        return None
    return Moment(start, match.end(), None if not year else form, "date.season", "" if year else form)


def _season_form(match: re.Match[str], year: str) -> str:
    """The value of quarters, halves and months of a year: 第三季度 -Q3, 前三季度 -01/-09, 2—5月 -02/-05; "" for 5—2月."""
    if match["q"]:
        word = match["q"].removeprefix("第")[0]
        return f"{year}-Q{_QUARTER.get(word) or word}"
    if match["pq"]:
        word = match["pq"][1]
        last = 3 * (_QUARTER.get(word) or int(word))
        return f"{year}-01/{year}-{last:02d}"
    if match["h"]:
        return f"{year}-H{1 if match['h'][0] in _FIRST_HALF else 2}"
    first, last_month = _two(match["m1"]) or "01", _two(match["m2"]) or _two(match["pm"])
    return f"{year}-{first}/{year}-{last_month}" if first < last_month <= "12" else ""


def _calendar(text: str, at: int, end: int) -> Moment | None:
    """A day, month or year, or a range of them: 2021年3月5日, 6月底, 2021年3月至2022年1月."""
    first = _point(text, at, end)
    if not first:
        return None
    if first.year and not first.month:
        season = _season(text, at, first.end, end, first.year)
        if season:
            return season
    if first.day and text[first.end - 1] not in "日号" and (more := _DAYS_ON.match(text, first.end, end)):
        return _days(at, first, more)
    last = _range_end(text, first, end)
    if last is None:
        rule = "date.day" if first.day else "date.month" if first.month else "date.year"
        return _made(at, first.end, first.form(), rule)
    if not first.year and not last.year:
        return _made(at, last.end, f"{first.form()}/{last.form()}", "date.range")
    return _made(at, last.end, f"{first.form()}/{last.form(first.year)}", "date.range")


def _days(at: int, first: _Point, more: re.Match[str]) -> Moment:
    """7月2、3、4日: days in a row are a range, others lie in their month."""
    days = [int(first.day), *(int(_two(day)) for day in _ONE_DAY.findall(more.group()))]
    month = first._replace(day="").form()
    if days != list(range(days[0], days[0] + len(days))):
        return _made(at, more.end(), month, "date.month")
    return _made(at, more.end(), f"{first.form()}/{month}-{days[-1]:02d}", "date.range")


def _made(start: int, end: int, form: str, rule: str) -> Moment:
    return Moment(start, end, None, rule, form) if "?" in form else Moment(start, end, form, rule)


def _range_end(text: str, first: _Point, end: int) -> _Point | None:
    """The second point of 8月6日至8月7日, 3月1日—5日, 2020年1月至2021年3月."""
    join = _JOIN.match(text, first.end, end)
    if not join:
        return None
    last = _point(text, join.end(), end)
    if last is None or not (last.month or last.year):
        day = _DAY.match(text, join.end(), end) if first.day else None
        return _Point(first.year, first.month, _day_of(first.year, first.month, day["d"]), day.end()) if day else None
    whole = bool(first.year and last.year and last.month)  # 2021年1月至2021年7月15日
    if (bool(last.day) != bool(first.day) and not whole) or (last.year and not first.year):
        return None
    return last if last.year else last._replace(year=first.year)


# the forms in the order in which they are asked, each with the characters that may follow its first numeral
_FORMS: dict[Callable[[str, int, int], Moment | None], str] = {
    _numeric: "-./－",
    _years: f"年{_DASH}至到、/和与及",
    _part_of_year: f"季月{_DASH}至到、",
    _calendar: "年月0OoОо",
    clock: ":：时点",
    _day: "日号",
    era.decade: "年世",
}
_BY_NEXT = {char: [form for form, opens in _FORMS.items() if char in opens] for char in "".join(_FORMS.values())}
