"""The years that a document itself tells (年份): by its title, its date, its first sentences.

A 政府工作报告 of 2026 tells of 2025; a 年度报告 tells of the year in its title; a 通知 tells of none.
"""

from __future__ import annotations

import re

from govdoc.facts.mention import Context
from govdoc.facts.moment import fiveyear
from govdoc.facts.moment.date import moment
from govdoc.facts.time.twofold import halves
from govdoc.facts.time.undated import aimed, only, over, spoken
from govdoc.facts.time.year import YEAR, Years, ending, in_spring
from govdoc.text.normal import NormalText
from govdoc.text.pattern import pattern

_HAN = pattern("[一二][〇零○0OoОо一二三四五六七八九]{3}年")  # 二〇二一年
_BARE = pattern(  # |2018|政府工作报告, 政府工作报告（|2018|）
    "(?<![0-9])(?:19|20)[0-9]{2}(?=[一-龥]{0,12}(?:政府工作|工作总结|总结报告))(?![年届级版])|(?<=告（)(?:19|20)[0-9]{2}(?=）)"
)
_RANGE = pattern("((?:19|20)[0-9]{2})年?[—－~～至-]+((?:19|20)[0-9]{2})年")
_ADDRESS = pattern("各位代表|各位委员|各位副主任|年工作回顾|主要预期目标")
_AHEAD = pattern("年[^，。\n]{0,12}(?:重点|安排|任务|目标|打算|部署)")  # 2021|年重点工作
_SALUTE, _HEAD = pattern("各位(?:代表|委员|副主任)"), 400  # characters of a date, a speaker and whom he addresses
_REVIEW = 4000  # characters in which a speech says whom it addresses and what year it tells of
_RATES = pattern("标准(?:的?(?:通知|公告|通告|决定))?$")  # 清溪县2023年低保|标准|
_SPEECH = "政府工作报告"
_WHOLE, _LATE = pattern("((?:19|20)[0-9]{2})年(?![0-9]{1,2}月)"), ("11", "12")  # |2018年|是开局之年, said in December
_REPORT = ("报告", "公报", "总结", "年报", "汇报")
_REVIEW_NAMES = (*_REPORT, "情况", "回顾", "概况")  # 2011—2015年经济发展情况
_SUMMARY = "总结"
_OPENED = pattern("\n?((?:19|20)[0-9]{2})年，")
_FIVE = re.compile("第(十?[一二三四五六七八九])个五年规划|(十?[一二三四五六七八九])五”?[^，。]*(?:规划|纲要)")
_TERM = pattern("(十?[一二三四五六七八九])五”?(?:时期|期间)[^，。]*(?:总结|回顾|成就|成效)")  # “十三五”时期工作总结
_SHARES, _CITED = "分解", pattern("《[^《》\n]{1,60}》")
_CENSUS = "普查"
_AS_OF = pattern(  # 以|2020年11月1日零时|为标准时点, 普查标准时点为|2023年12月31日
    "((?:19|20)[0-9]{2})年[^，。\n]{0,12}为[^，。\n]{0,6}标准时点|标准时点[为是]((?:19|20)[0-9]{2})年"
)


def years(normal: NormalText, context: Context) -> Years:
    """From the title and the document's date; where neither tells them, from the sentences."""
    return _years(normal, context)._replace(day=context.date)


def _years(normal: NormalText, context: Context) -> Years:
    """The first of these that tells: a speech, a census, halves of a title, its range, a plan of five years, its year, the date."""
    title = western(normal.text[slice(*context.title)].replace("\n", "")) if context.title else ""
    said = [int(m.group()) for m in YEAR.finditer(title)]
    dated = int(context.date[:4]) if context.date else None
    if context.title is None:
        speech = _speech(normal.text, dated) if dated is None or _SALUTE.search(normal.text, 0, _HEAD) else None
        if speech or dated is None:
            return speech or _undated(normal.text)
    if not said and _CENSUS in title and (counted := _AS_OF.search(normal.text, 0, _REVIEW)):
        day = int(counted[1] or counted[2])
        return Years(day, dated or day, None)
    if said and dated is None and (opened := _opened(normal.text, context.title, said[0], title)):
        return Years(opened, opened, None)
    if both := halves(title):
        return _twofold(*both)
    if len(set(said)) > 1:
        ranged = _RANGE.search(title)
        return _spanned(title, "/".join(ranged.groups()), dated) if ranged else Years(said[0], said[-1], said[-1])
    if five := _five(title, said, dated):
        return five
    if _SPEECH in title and f"{_SPEECH}》" not in title:
        return _governed(normal.text, context, said, dated)
    if not said and dated is None:
        return _shared_out(normal.text, title) or _undated(normal.text, context.title)
    return _titled(title, said, dated, context)


def _governed(text: str, context: Context, said: list[int], dated: int | None) -> Years:
    """A 政府工作报告 tells of the year before it is given, of that year when it is nearly over, or of the plan it reviews."""
    start = context.title[1] if context.title else 0
    if dated and _year_end(text, start, context.date or ""):
        return Years(dated, dated, dated + 1)
    now = dated or (said[0] if said else None) or _labelled(context)
    part = None if now else fiveyear.reviewed(text, start, start + _REVIEW)
    return Years(now - 1 if now else None, now, now, part=part)


def _year_end(text: str, start: int, date: str) -> bool:
    """Whether a speech dated 2018-12-22 tells of 2018: it is the first year that it names beside its date."""
    first = _WHOLE.search(text, start, start + _REVIEW) if date[len("2021-") :].startswith(_LATE) else None
    return first is not None and first[1] == date[: len("2021")]


def _twofold(told: str, planned: str) -> Years:
    """2022年工作总结和2023年工作打算: 今年 is the year summed up."""
    year, first = int(ending(told)), int(planned[: len("2023")])
    span, part = (value if "/" in value else None for value in (planned, told))
    return Years(year, first, int(ending(planned)), span, part, this=year)


def _five(title: str, said: list[int], dated: int | None) -> Years | None:
    """“十五五”规划 speaks of the five years to come, “十四五”时期…情况 of those that are over."""
    if plan := _FIVE.search(title):
        first, last = fiveyear.years(plan[1] or plan[2])
        return Years(first - 1, dated or first, last, f"{first}/{last}")
    if said or not (term := _TERM.search(title)):
        return None
    first, last = fiveyear.years(term[1])
    over = dated is None or dated >= last
    return Years(last, dated, None, part=f"{first}/{last}") if over else None


def _titled(title: str, said: list[int], dated: int | None, context: Context) -> Years:
    """The year in a title and the date, as most texts have them."""
    told, now = _told(title, said, dated, context.date or ""), dated or (said[0] if said else None)
    report = any(word in title for word in (*_REPORT, "通报"))
    rates = str(told) if said and _RATES.search(title) else None
    planned = None if report and told == now else now if report else told
    over = told if told and now == told + 1 and _SUMMARY in title else None  # 2020年工作总结, dated 2021-01-05
    return Years(told, now, planned, part=_part(title), rates=rates, this=over)


def western(title: str) -> str:
    """A title with the years that Chinese numerals say in digits, and with the 年 that one before 政府工作报告 lacks.

    >>> western("二〇二一年重点工作安排"), western("一个五年规划"), western("2018政府工作报告")
    ('2021年重点工作安排', '一个五年规划', '2018年政府工作报告')
    """
    return _BARE.sub(lambda year: f"{year[0]}年", _HAN.sub(_digits, title))


def _digits(year: re.Match[str]) -> str:
    said = moment(year.string, *year.span())
    return f"{said.value}年" if said and said.value else year[0]


def _spanned(title: str, span: str, dated: int | None) -> Years:
    """The years of a title with a range: a report (2011—2015年发展情况) tells of them up to the last, a plan is for them."""
    first, last = map(int, span.split("/"))
    if any(word in title for word in _REVIEW_NAMES) and (dated is None or dated >= last):
        return Years(last, dated or last, None, part=span)
    return Years(first, dated or first, last, span)


def _part(title: str) -> str | None:
    """The year, or the part of it, that a title names.

    >>> _part("2023年上半年重点工作督查情况"), _part("2023年重点工作督查情况"), _part("重点工作督查情况")
    ('2023-H1', '2023', None)
    """
    first = YEAR.search(title)
    said = moment(title, first.start(), len(title)) if first else None
    return said.value if said else None


def _told(title: str, said: list[int], dated: int | None, date: str) -> int | None:
    """The year in the title; a report without one tells of its year, in spring of the year before."""
    if said or dated is None or not any(word in title for word in _REPORT):
        return said[0] if said else None
    return dated - in_spring(date)


def _opened(text: str, title: tuple[int, int] | None, named: int, words: str) -> int | None:
    """The year that opens a summary whose title names the next (2020年工作总结⏎2019年，…), which it never speaks of."""
    opened = _OPENED.match(text, title[1]) if title and _SUMMARY in words else None
    if title is None or opened is None or int(opened[1]) != named - 1 or text.find(f"{named}年", title[1]) >= 0:
        return None
    return int(opened[1])


def _shared_out(text: str, title: str) -> Years | None:
    """目标任务分解方案…对《…第十一个五年规划纲要》的任务进行分解: its goals are those of the plan that it shares out."""
    plan = _CITED.search(text, 0, _HEAD) if _SHARES in title else None
    return _five(plan[0], [], None) if plan else None


def _undated(text: str, title: tuple[int, int] | None = None) -> Years:
    """What the sentences say; a text that has a title may tell of the only year in it."""
    if found := spoken(text[title[1] :] if title else text):
        return Years(found.told, found.now, None, part=found.part)
    if title is None and (goal := aimed(text)):
        return Years(None, goal, goal)
    year = only(text) if title else None
    return Years(year, over(text, year) if year else None, None)


def _speech(text: str, dated: int | None) -> Years | None:
    """A speech without title tells of the year it names first, one that begins with its plans of that before.

    Where it has a date (2020年1月5日在…会议上⏎各位代表：) that is of the same year or the next.
    """
    salute = _SALUTE.search(text, 0, _HEAD) if dated else None
    first = YEAR.search(text, salute.end() if salute else 0, _REVIEW) if _ADDRESS.search(text, 0, _REVIEW) else None
    if first is None or text.startswith("年以来", first.end()):
        return None
    told = int(first.group()) - (_AHEAD.match(text, first.end()) is not None)
    if dated is None:
        return Years(told, told + 1, told + 1)
    return Years(told, dated, dated) if told == dated - 1 else None


def _labelled(context: Context) -> int | None:
    """The year of a speech by its headings: the last of them, of one that looks back (2013年工作回顾, 2013年工作情况) the next."""
    named = [(int(y), place.path[-1]) for place in context.places for y in YEAR.findall(place.path[-1])]
    year, label = max(named, default=(None, ""))
    return year + 1 if year and label.endswith(("回顾", "情况", _SUMMARY)) else year
