"""The year of a text without title and date (无题无日期的文字), told by its own sentences.

2014年，新建学校3所。…在校学生2万人。 tells of 2014; one that says 去年 beside it speaks in 2015. A year in
the midst of a sentence (始建于1958年, 比2005年, 〔2014〕12号) says nothing of the text.
"""

from __future__ import annotations

from typing import NamedTuple

from govdoc.rulebook import forms_of
from govdoc.text.lexicon import any_of
from govdoc.text.pattern import pattern

_Y = "(?:19|20)[0-9]{2}"
# not 2035年|远景目标
_CALENDAR = pattern(f"(?<!到)(?<!力争)(?<!争取)(?<!确保)({_Y})年(?!度|的?(?:奋斗|预期|远景)?目标)")
# 2017年1月1日以后
_BOUND = pattern(f"({_Y})年(?:[0-9]{{1,2}}月)?(?:[0-9]{{1,2}}日)?[底末]?(?:起|前|后|以[来前后]|之[前后])")
_OPENS = pattern(  # 。2014年， · \A2014年全市 · 【办案】2014年， · 。据测算，2014年 · 。在2013年的基础上，2014年
    rf"(?:\A|[。！？】\n])(?:据[测统][算计]，|截[至止]到?|在[^，。\n]{{0,24}}基础上，)?({_Y})年"
    "(?=[，末底]|[一-龥]|[0-9]{1,2}月[末底份，])(?![度初前后起至到和与及、]|[末底]前|[0-9]{1,2}月[末底]前|以[来前后]|之[前后]|同期|[一二三四五六七八九十]+月)"
)
_HEAD = 100  # characters: a year that opens a sentence so early is that of the text
_LATER = pattern("(?<![比较与同为])(?:去年|一年来|过去一年|过去的一年)(?!同期|同比|的?水平|底?相比)")
_THIS_YEAR = "今年"
_OVER = pattern("全年(?!任务|目标|计划)|年末|年底")  # of a year that is over
# a year that the text speaks in
_UNDER_WAY = pattern(f"目前|截[至止](?!到?{_Y}年[底末])|上半年|前?[一二三]季度|月份|年是|工作安排")
_LASTED = pattern(f"(?:\\A|[。！？\n])({_Y})年以来，")  # 2018年以来，我院
_YEARLONG = pattern("这一年|一年来|今年")
_CHAIN = pattern(  # 2022年建成3个，2023年建成4个，今年再建5个
    rf"({_Y})年[^。\n]{{0,60}}?[，；]({_Y})年[^。\n]{{0,60}}?[，；]今年"
)
_AGAINST = pattern("[比较](?:19|20)[0-9]{2}年(?:[增减提下降上多少]|同期|[末底])")  # 比1995年增加
_BLANK = pattern("(?<![_*×X○])[_*×X○]{2,8}年")  # ____年, ××年: a year that is not told, beside one that is
_PLANS = pattern("年[^。\n]{0,60}?(?:将|新的一年)")  # 。2015|年，我县将继续…: what a review ends with
_STANDS = pattern(f"({_Y})年是[^。\n]{{0,40}}[之一]年")  # 2014年是攻坚之年，一年来，…今年预计|出栏2万头
_EXPECTED = "今年预计"
_AIMED = pattern(  # 紧紧|围绕2016年脱贫攻坚目标|, |按照《2024年政府工作报告》重点任务|
    lambda: (
        f"{any_of(forms_of('status', 'aims_at'))}[^，。\n]{{0,16}}?{_Y}年"
        f"[^，。\n]{{0,16}}?{any_of(forms_of('status', 'aim'))}"
    )
)
# 现将2023年第一季度检查情况通报如下
_MADE_KNOWN = pattern(f"现将{_Y}年[^，。\n]{{2,40}}?(?:通报|报告|汇报|公布|公告|公示)如下")
_ANY = pattern(f"{_Y}年")
_COUNTED = pattern("[今去前明上]年|一年来")  # years counted from one that nobody says
_YEAR_END = pattern(f"({_Y})年[底末](?!前)")
_PAST = pattern("过去的?一年")
_JUST_PAST = pattern(f"刚刚?过去的({_Y})年")
_SINCE_THEN = pattern("今年(?:以来|上半年|[一前]|1[-—－~～至到])")  # 今年以来, 今年1—6月
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
    >>> spoken("在座各位：刚刚过去的2009年，粮食增产。")
    Spoken(told=2009, now=2010, part=None)
    >>> spoken("2022年建成3个，2023年建成4个，今年再建5个。")[:2]
    (2024, 2024)
    """
    if past := _JUST_PAST.search(text):
        return Spoken(int(past[1]), int(past[1]) + 1)
    if opening := _opening(text):
        return opening
    if following := _set_out(text):
        return following
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
    if _EXPECTED in text and (stands := _STANDS.search(text)) and int(stands[1]) == told:
        return told
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


def aimed(text: str) -> int | None:
    """The year whose goals a text works for, or of which it gives an account or one of its sentences says so, where it names no other.

    >>> aimed("紧紧围绕2016年脱贫目标，减少贫困人口300人。"), aimed("确保脱贫300人。2016年修路3公里。")
    (2016, 2016)
    >>> aimed("现将2023年第一季度检查情况通报如下。第一季度，检查5次。")
    2023
    >>> aimed("去年脱贫300人。2016年修路3公里。")
    """
    goal = _AIMED.search(text) or _MADE_KNOWN.search(text) or (_OPENS.search(text) and not _COUNTED.search(text))
    return only(text) if goal else None


def over(text: str, told: int) -> int:
    """The year in which a text speaks that names no other: 截至2007年底 and 刚刚过去的一年 are told in the next.

    >>> over("刚刚过去的一年，成绩显著。截至2007年底，建桥2座。", 2007), over("2007年春季建桥2座。", 2007)
    (2008, 2007)
    """
    return told + bool(_PAST.search(text) and _YEAR_END.search(text))


def only(text: str) -> int | None:
    """The one year that a text names, but as a bound or a basis (比1995年增加); 2020年度 is that of an account, beside ____年 it is one of several.

    >>> only("2020年春节期间停产3家。"), only("2017年1月1日以后毕业的学生，可申请补贴。")
    (2020, None)
    """
    named = set(_CALENDAR.findall(text))
    if len(named) != 1 or _BOUND.search(text) or _BLANK.search(text) or _AGAINST.search(text):
        return None
    return int(named.pop())


def _set_out(text: str) -> Spoken | None:
    """The year after the one whose end is all that a text names before it goes on with 今年以来.

    >>> _set_out("全乡2010年底收入3892元。今年以来，修路3公里。")
    Spoken(told=2011, now=2011, part=None)
    """
    ended = _YEAR_END.search(text)
    if not ended or len(_ANY.findall(text)) > 1 or not _SINCE_THEN.search(text, ended.end()):
        return None
    return Spoken(int(ended[1]) + 1, int(ended[1]) + 1)


def _opening(text: str) -> Spoken | None:
    """The only year that opens sentences, no later one being named: at the head of the text or more than once.

    >>> _opening("2014年，建桥2座。\\n2014年，修路。\\n2015年，我县将继续修路。")
    Spoken(told=2014, now=2015, part=None)
    """
    opens = list(_OPENS.finditer(text))
    ahead = len(opens) > 1 and int(opens[-1][1]) == int(opens[0][1]) + 1 and _PLANS.match(text, opens[-1].end(1))
    said = {int(match[1]) for match in opens[: -1 if ahead else None]}
    if len(said) != 1 or (opens[0].start() > _HEAD and len(opens) == 1):
        return None
    told, since = said.pop(), _LASTED.search(text)
    if since and int(since[1]) != told:
        return None  # 2018年以来，…2019年，…: the years of a term
    if any(int(year) > told + bool(ahead) for year in _CALENDAR.findall(text)):
        return None
    return Spoken(told, told + 1 if ahead else _now(text, told))
