"""The year of a text without title and date (无题无日期的文字), told by its own sentences.

2014年，新建学校3所。…在校学生2万人。 tells of 2014; one that says 去年 beside it speaks in 2015. A year in
the midst of a sentence (始建于1958年, 比2005年, 〔2014〕12号) says nothing of the text.
"""

from __future__ import annotations

from typing import NamedTuple

from govdoc.text.pattern import pattern

_Y = "(?:19|20)[0-9]{2}"
_CALENDAR = pattern(f"(?<!到)(?<!力争)(?<!争取)(?<!确保)({_Y})年(?!度)")
_BOUND = pattern(f"({_Y})年(?:[0-9]{{1,2}}月)?(?:[0-9]{{1,2}}日)?(?:起|前|后|以[来前后]|之[前后])")  # 2017年1月1日以后
_OPENS = pattern(  # 。2014年， · \A2014年全市 · 。据测算，2014年 · 。在1992年快速增长的基础上，1993年
    rf"(?:\A|[。！？\n])(?:据[测统][算计]，|截[至止]到?|在[^，。\n]{{0,24}}基础上，)?({_Y})年"
    "(?=[，末底]|[一-龥]|[0-9]{1,2}月[末底份，])(?![度初前后起至到和与及、]|以[来前后]|之[前后]|同期|[一二三四五六七八九十]+月)"
)
_HEAD = 100  # characters: a year that opens a sentence so early is that of the text
_LATER = pattern("(?<![比较与同为])(?:去年|一年来|过去一年|过去的一年)(?!同期|同比|的?水平|底?相比)")
_THIS_YEAR = "今年"
_OVER = pattern("全年(?!任务|目标|计划)|年末|年底")  # of a year that is over
_UNDER_WAY = pattern(
    f"目前|截[至止](?!到?{_Y}年[底末])|上半年|前?[一二三]季度|月份|年是|工作安排"
)  # a year that the text speaks in
_LASTED = pattern(f"(?:\\A|[。！？\n])({_Y})年以来，")  # 2018年以来，我院
_YEARLONG = pattern("这一年|一年来|今年")
_CHAIN = pattern(  # 2022年建成3个，2023年建成4个，今年再建5个
    rf"({_Y})年[^。\n]{{0,60}}?[，；]({_Y})年[^。\n]{{0,60}}?[，；]今年"
)
# 从2017年的3亿元增加到2022年的5亿元, told with 五年来
_TERM = pattern(rf"[从由]({_Y})年[^。，；\n]{{0,40}}?到({_Y})年")
_FIVE = pattern("五年来|过去五年|这五年")


class Spoken(NamedTuple):
    """The year a text tells of and the year it speaks in."""

    told: int
    now: int | None
    part: str | None = None  # the five years that it reviews


def spoken(text: str) -> Spoken | None:
    """The years of a text by the years that open its sentences, a chain of years up to 今年, or the ends of its five years.

    >>> spoken("2014年，新建学校3所，力争2020年建成9所。去年建桥2座。")[:2], spoken("学校始建于1958年。")
    ((2014, 2015), None)
    >>> spoken("2022年建成3个，2023年建成4个，今年再建5个。")[:2]
    (2024, 2024)
    """
    if told := _opening(text):
        return Spoken(told, _now(text, told))
    if lasted := _lasted(text):
        return lasted
    chain = _CHAIN.search(text)
    if chain and int(chain[2]) == int(chain[1]) + 1:
        return Spoken(int(chain[2]) + 1, int(chain[2]) + 1)
    terms = {(int(a), int(b)) for a, b in _TERM.findall(text)} if _FIVE.search(text) else set()
    last = max((b for _, b in terms), default=0)
    return Spoken(last, None, f"{last - 4}/{last}") if (last - 5, last) in terms else None


def _now(text: str, told: int) -> int | None:
    """The year in which a text speaks that tells of ``told``: the next with 去年; 今年 may be either.

    >>> _now("2014年，建桥2座。去年修路。", 2014), _now("2014年，目前建桥2座。今年修路。", 2014), _now("2014年，建桥。今年修路。", 2014)
    (2015, 2014, None)
    """
    if _LATER.search(text):
        return told + 1
    if _THIS_YEAR not in text or _UNDER_WAY.search(text):
        return told
    return told + 1 if _OVER.search(text) else None


def _lasted(text: str) -> Spoken | None:
    """2018年以来，… told with 五年来: five years; with 这一年 that year alone.

    >>> _lasted("2018年以来，我院办案。五年来，结案300件。"), _lasted("2018年以来，我局办案。")
    (Spoken(told=2022, now=None, part='2018/2022'), None)
    """
    since, five = _LASTED.search(text), _FIVE.search(text) is not None
    if since is None:
        return None
    first = int(since[1])
    if any(int(year) > first + 4 * five for year in _CALENDAR.findall(text)):
        return None
    if five:
        return Spoken(first + 4, None, f"{first}/{first + 4}")
    return Spoken(first, first) if _YEARLONG.search(text) else None


def only(text: str) -> int | None:
    """The one year that a text names, but as a bound; 2020年度 is that of an account.

    >>> only("2020年春节期间停产3家。"), only("2017年1月1日以后毕业的学生，可申请补贴。")
    (2020, None)
    """
    named = set(_CALENDAR.findall(text))
    return int(named.pop()) if len(named) == 1 and not _BOUND.search(text) else None


def _opening(text: str) -> int | None:
    """The only year that opens sentences, no later one being named: at the head of the text or more than once."""
    opens = list(_OPENS.finditer(text))
    said = {int(match[1]) for match in opens}
    if len(said) != 1 or (opens[0].start() > _HEAD and len(opens) == 1):
        return None
    told, since = said.pop(), _LASTED.search(text)
    if since and int(since[1]) != told:
        return None  # 2018年以来，…2019年，…: the years of a term
    return told if all(int(year) <= told for year in _CALENDAR.findall(text)) else None
