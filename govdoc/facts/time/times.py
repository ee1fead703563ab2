"""Times (时间): every time of the text with its year, and how far each holds.

今年, 去年, 6月底, 五年来 are counted from the year the document speaks in; under a heading with a
year of its own (2026年重点工作) from that.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from operator import attrgetter

from govdoc.facts.mention import Found, Moment, Place, Time
from govdoc.facts.time.aside import compared, sets_out
from govdoc.facts.time.resolved import ADDED, Dates
from govdoc.facts.time.todate import since_january
from govdoc.facts.time.year import Years, meaning, relative
from govdoc.rulebook import group
from govdoc.text.debris import DOTS
from govdoc.text.lexicon import any_of
from govdoc.text.normal import NormalText
from govdoc.text.pattern import pattern

# 。2025年 · ，力争到2026年 · 各位代表，刚刚过去的2025年 · ，今年6月 · ，截至9月底 · ，最终核算2025年
_OPENING = pattern(
    rf"""(?:(?P<inside>；|(?<!各位代表)(?<!各位委员)(?<!同志们)，)|[，。：！？\n—{DOTS}]|\A)
        (?:力争|确保|计划|预[计测]|争取|(?:刚刚?|即将)?过去的)?
        (?:(?:最终|初步)?(?:核算|核实|计算))?
        (?:[今去上当本明]年)?
        (?:截至|截止|截止到|截至到|在|至|到|自)?
        [“《]?\Z""",
    re.VERBOSE,
)
_OPENING_AT_MOST = 13  # one more than the longest of them
_STOPS = frozenset("。：！？\n—" + DOTS)
_OPENING_ENDS = frozenset("，；争保划计测取的年至止到在自算实“《")  # one of them, or of those, stands before what opens
# 2019年的收入, 2019年同期: no time of the clauses that follow
_TAKEN = pattern("[”》]?(?:的|以前|同期|水平|应届|届|级)")
_GROUND = pattern("[^，。；\n]{0,24}基础上")  # 在2023年较快增长的基础上
_START = attrgetter("start")
_YEAR_AGO = ("上年", "上一年")
_CARRIED = pattern(  # 上年|结转收入3亿元, 上年|结余、动用预算稳定调节基金等3亿元 are income of this year
    "净?结[余转](?:[^，。；、0-9]{0,8}|[和及与]当年[^，。；、0-9]{0,12}|、[^，。；0-9]{0,24}等)[0-9.,]+[万亿]*元"
)
_LASTING = pattern("(?:[期间来末]|[前后].年)$")  # “十四五”时期, 期间, 以来, “十四五”前三年
# 产量2024年|比2023年增长5%，单产增长2%
_GROWING = pattern("(?:预计)?[比较](?:[0-9一二三四五六七八九〇○零]{4}年|上年|上一年)")
_GOALS = pattern("[^，。；：、0-9\n]{0,20}目标(?:任务)?(?:[是为]|：)")  # 建议2026年|全县经济社会发展主要预期目标为：
_AS_OF = ("截至", "截止")  # 把截至6月底|登记的3家
_EVENT = pattern(lambda: any_of(group("date", "event")))
_STEP_BACK = ("quarter-1", "month-1")  # 上季度, 上个月
_FROM_NOW = ("+", "-")  # 今年, 去年: counted from the year in which the text speaks
# behind a time that holds: 2025年| ， · 自2月1日起至6月30日| 止， · 6月底| 前，
_HELD = ("，", "止，", "前，", "底前，")

UNTOLD = "?"  # the value of a time whose years the text does not tell: 几年来
_UP_TO_NOW = "截至目前"
_FROM_ON = pattern("[自从]([0-9]{4})年(?:起|开始)[^。；\n]{0,40}，$")  # 自|2015年|起实施改造，|截至目前
_FROM_AT_MOST = 50  # one more than the longest of them
_LATELY = ("近", "最近")
_OPEN = frozenset(("date.since", "date.several", "date.past", "date.these"))  # the rules that find such a time


def times(normal: NormalText, found: Found, places: tuple[Place, ...], dates: Dates) -> list[Time]:
    """All times in order: dates and periods with a value or of unknown years, and the words of rules/period.tsv."""
    text, base, resolved = normal.text, dates.base, dates.said
    opens = {at for place in places for at in (place.title, place.title_end)}
    opens |= {m.start for m in found.moments if normal.gaps[m.start]}  # of a line that has lost its end
    made = [
        Time(
            m.start,
            m.end,
            since_january(text, m.start, m.end, _since(text, m, iso, base)),
            0 if m.start < dates.titled else _reach(text, m, opens),
        )
        for m in found.moments
        if (iso := m.value or resolved.get(m.start) or (UNTOLD if m.rule in _OPEN else ""))
        and not compared(text, m.start, m.end)
    ]
    made += _worded_times(text, found.moments, dates, opens)
    made.sort(key=_START)
    return made


def _reach(text: str, moment: Moment, opens: Collection[int]) -> int:
    """How far a moment holds: 近三年，投入5亿元。试点扩大到60个村: for its sentence, when it looks back from today."""
    reach = _frame(text, moment.start, moment.end, opens)
    return min(reach, 1) if text.startswith(_LATELY, moment.start) else reach


def _worded_times(text: str, moments: Sequence[Moment], dates: Dates, opens: Collection[int]) -> Iterator[Time]:
    """The words of rules/period.tsv: 今年, 上年, “十四五”时期; where a moment says more, it stands."""
    taken = [m.start for m in moments]
    pattern, by_form = relative()
    for match in pattern.finditer(text):
        at = bisect_left(taken, match.start())
        near = moments[max(0, at - 1) : at + 1]
        value = _worded(by_form[match.group()].value, dates.at(match.start()))
        if match.group() == _YEAR_AGO[0] and _CARRIED.match(text, match.end()):
            continue
        if value and match.group() == _UP_TO_NOW:
            value = _counted_from(text, match, value)
        told = any(m.start < match.end() and match.start() < m.end + (value == "") for m in near)
        if value is not None and not told and not compared(text, *match.span()):
            yield Time(*match.span(), value, _frame(text, *match.span(), opens))


def _worded(said: str, base: Years) -> str | None:
    """The value of a word; "" when the text does not tell its year: 今年 is not that of the sentence before."""
    value = meaning(said, base)
    if said == UNTOLD or (value is None and ((said[:1] in _FROM_NOW and base.told) or said.endswith(_STEP_BACK))):
        return UNTOLD
    return "" if value is None and said else value


def _counted_from(text: str, now: re.Match[str], value: str) -> str:
    """自2015年起实施改造，截至目前累计改造30户: what is added up from a year on is of all years since."""
    first = _FROM_ON.search(text, max(0, now.start() - _FROM_AT_MOST), now.start())
    return f"{first[1]}/{value}" if first and first[1] < value and ADDED.match(text, now.end()) else value


def _since(text: str, moment: Moment, value: str, base: Years) -> str:
    """2018年以来制定文件37件 lasts up to the year the document tells of."""
    last = base.told or base.now
    if (
        len(value) != len("2018")
        or not last
        or not text.endswith("以来", moment.start, moment.end)
        or int(value) >= last
    ):
        return value
    return f"{value}/{last}"


def _passing(text: str, start: int, end: int) -> bool:
    """“十四五”开好局, 上年结转3件, 两年平均增长, 在2023年较快增长的基础上, 2010年撤县设市: words that say nothing of the clauses that follow."""
    if text[start - 1 : start] == "在" and _GROUND.match(text, end):
        return True
    if text.startswith(_YEAR_AGO, start):
        return not text.startswith("，", end)
    if text.startswith("平均", end) or _EVENT.match(text, end):
        return True
    return "“" in text[max(0, start - 1) : start + 1] and _LASTING.search(text, start, end) is None


def _frame(text: str, start: int, end: int, opens: Collection[int] = ()) -> int:
    """How far a time holds; see :class:`Time`. ``opens`` are the places where a title begins or ends.

    >>> _frame("2025年，产粮", 0, 5), _frame("产粮，2025年产油", 3, 8), _frame("恢复到2019年同期的九成", 3, 8)
    (2, 1, 0)
    """
    if _TAKEN.match(text, end) or sets_out(text, start, end) or _passing(text, start, end):
        return 0
    if (start in opens or (start - 1 in opens and text[start - 1] in "“自到至")) and text.startswith(_HELD, end):
        return 2
    if start == 0 or text[start - 1] in _STOPS:
        return 2
    led = text[start - 1] in _OPENING_ENDS
    opening = _OPENING.search(text[max(0, start - _OPENING_AT_MOST) : start]) if led else None
    if opening is None:
        return int(
            text.startswith(_AS_OF, start - 2) or _GROWING.match(text, end) is not None or _within(text, start, end)
        )
    return 1 if opening["inside"] else 2


def _within(text: str, start: int, end: int) -> bool:
    """县里拟在“十四五”后两年，新建学校3所: behind 在 and before a comma; 指标圆满完成今年|1—6月份，产值为3亿元; 建议2026年主要目标为：."""
    if _GOALS.match(text, end):
        return True
    if text.startswith("月份，", end - len("月份")) and text.startswith("今年", start - len("今年")):
        return True
    return text.endswith(("在", "在“", "，于"), 0, start) and text.startswith(("，", "”，"), end)
