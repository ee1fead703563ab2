"""Times (时间): every time of the text with its year, and how far each holds.

今年, 去年, 6月底, 五年来 are counted from the year the document speaks in; under a heading with a
year of its own (2026年重点工作) from that.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from govdoc.facts.mention import Context, Found, Moment, Place, Time
from govdoc.facts.time import section
from govdoc.facts.time.against import since
from govdoc.facts.time.held import stretch, within
from govdoc.facts.time.todate import since_january
from govdoc.facts.time.year import Years, completed, meaning, relative, years
from govdoc.model.fact import Status
from govdoc.rulebook import group
from govdoc.text.debris import DOTS
from govdoc.text.lexicon import any_of
from govdoc.text.normal import NormalText
from govdoc.text.pattern import pattern

# 比上年, 较2020年, 快于2020年, 恢复到2019年: a basis, no time of the amount
# and 除去2002年、|2003年|到期的面积: years that are left out
_ASIDE = pattern(
    "(?:[比较与]|[快慢高低优好多少大小]于|[高超]出|恢复[到至]|(?:除去|扣除|剔除|不含)(?:[0-9]{4}年[、和及与]){0,4})$"
)
_ASIDE_ENDS, _ASIDE_AT_MOST = frozenset("比较与于出到至去除含、和及"), 26
_REACH = 500  # characters; in one-line documents nothing else ends a paragraph
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
_BASIS = pattern("[”》]?(?:(?:同期|水平)的|(?:同期)?的?基础上|的(?=[0-9.]+倍))")  # 2015年|的1.4倍, 2020年|基础上翻一番
_SUMMED = pattern("[^，。；\n]{0,20}(?:总和|合计)的?(?=[0-9.]+倍)")  # 2010年|到2020年总和的1.7倍
_TIMES, _SUMMED_AT_MOST = "倍", 40
_SHARE = pattern("[^，。；0-9]{0,4}(?:计划|任务|目标|预算)[任务数额]{0,2}的?(?=[0-9])")  # 占全年|计划任务的48%
_GROUND = pattern("[^，。；\n]{0,24}基础上")  # 在2023年较快增长的基础上
_ARTICLE = pattern("第[0-9一二三四五六七八九十百]{1,6}条")
_YEAR = len("2021")
_START = attrgetter("start")
_NAMED = {"今年": "+0", "去年": "-1", "上年": "told-1", "本年": "told+0", "明年": "+1"}  # 去年6月
_YEAR_AGO = ("上年", "上一年")
_CARRIED = pattern(  # 上年|结转收入3亿元, 上年|结余、动用预算稳定调节基金等3亿元 are income of this year
    "净?结[余转](?:[^，。；、0-9]{0,8}|、[^，。；0-9]{0,24}等)[0-9.,]+[万亿]*元"
)
_LASTING = pattern("(?:[期间来末]|[前后].年)$")  # “十四五”时期, 期间, 以来, “十四五”前三年
# 产量2024年|比2023年增长5%，单产增长2%
_GROWING = pattern("(?:预计)?[比较](?:[0-9一二三四五六七八九〇○零]{4}年|上年|上一年)")
_GOALS = pattern("[^，。；：、0-9\n]{0,20}目标(?:任务)?(?:[是为]|：)")  # 建议2026年|全县经济社会发展主要预期目标为：
_AS_OF = ("截至", "截止")  # 把截至6月底|登记的3家
_EVENT = pattern(lambda: any_of(group("date", "event")))
_FROM = ("从", "由")
_FROM_NOW = ("+", "-")  # 今年, 去年: counted from the year in which the text speaks
_HELD = (
    "，",
    "止，",
    "前，",
    "底前，",
)  # behind a time that holds: 2025年| ， · 自2月1日起至6月30日| 止， · 6月底| 前，

SPAN = pattern("[0-9]{4}/[0-9]{4}")  # the value of a span of years: 2021/2025
UNTOLD = "?"  # the value of a time whose years the text does not tell: 几年来
_UP_TO_NOW = "截至目前"
_FROM_ON = pattern("[自从]([0-9]{4})年(?:起|开始)[^。；\n]{0,40}，$")  # 自|2015年|起实施改造，|截至目前
_FROM_AT_MOST = 50  # one more than the longest of them
_ADDED = pattern("[^，。；\n]{0,6}(?:累计|共|合计)")
_COUNTED = "these:"  # the form of 十年 in 与2010年相比，十年共增加
_LATELY = ("近", "最近")
_BACK = "date.since"  # the rule that finds 五年来
_DOING = "date.while.do"  # the rule that finds 三年 before 安排
_OPEN = frozenset(("date.since", "date.several", "date.past", "date.these"))  # the rules that find such a time


class Dates(NamedTuple):
    """What a text says of its years: those it speaks of, and what follows for its moments and its parts."""

    base: Years
    after: frozenset[str]  # the parts behind its plans
    said: dict[int, str]  # start → ISO of the moments whose own words do not say the year (6月底, 一季度, 近三年)
    titled: int = 0  # where the title ends: in a text without lines a year in it opens no paragraph
    turn: int = 0  # where a summary begins to plan: from there on 今年 is the year in which it speaks

    def at(self, start: int) -> Years:
        """The years that the words at a place are counted from: before a summary plans, none are those of its plan."""
        if not self.base.this:
            return self.base
        return self.base._replace(this=None) if start >= self.turn else self.base._replace(span=None)


def resolve(normal: NormalText, found: Found, context: Context) -> Dates:
    """The years of a text, and of its moments."""
    base = years(normal, context)
    after = section.after_plans(context.places, base)
    turn = section.turn(context.places, base, len(normal.text)) if base.this else 0
    dates = Dates(base, after, {}, context.title[1] if context.title else 0, turn)
    return dates._replace(said=_resolve(normal.text, found, context.places, dates))


def _resolve(text: str, found: Found, places: tuple[Place, ...], dates: Dates) -> dict[int, str]:
    """2021年3月开工，6月底完工: the year said before holds for its paragraph, then that of the section again."""
    made: dict[int, str] = {}
    base, after = dates.base, dates.after
    year, said = base.told or base.now, 0
    held = None if year else stretch(found.moments)
    for moment, home in zip(found.moments, section.homes((m.start for m in found.moments), places), strict=True):
        if moment.value is not None:
            if (base.told or not base.day) and moment.value[:_YEAR].isdigit() and not _passing_by(text, moment):
                year, said = int(moment.value[:_YEAR]), moment.end
            continue
        if (home.start if home else 0) >= said or moment.start - said > _REACH or "\n" in text[said : moment.start]:
            year = _year_at(home, base, after)
        word = _NAMED.get(text[max(0, moment.start - 2) : moment.start], "")
        here = dates.at(moment.start)
        named = meaning(word, here)
        form = _ahead(moment, home, base)
        here = here._replace(span=None) if moment.rule == _BACK else here  # 五年来 in a plan
        value = completed(form, int(named) if named else None if word else year, here)
        if value is None and held and form and not (word or _in_article(home)):
            value = within(form, held)
        if form.startswith(_COUNTED) and _ADDED.match(text, moment.end):
            value = since(text, moment.start, int(form.removeprefix(_COUNTED))) or value
        if base.day and value and not named and value[_YEAR:] == base.day[_YEAR:]:
            value = base.day
        if value:
            made[moment.start] = value
    return made


def _ahead(moment: Moment, home: Place | None, base: Years) -> str:
    """The form of a moment; 三年安排30亿元 under 2026年重点工作 are years to come."""
    planned = moment.rule == _DOING and home and section.status(home.path, base) is Status.PLANNED
    return moment.form.replace("these:", "next:") if planned else moment.form


def _year_at(home: Place | None, base: Years, after: frozenset[str]) -> int | None:
    """The year of a section, else that of the document; an article speaks of every year: 第二条 放假1天（1月1日）."""
    if _in_article(home):
        return None
    return (section.year(home.path, base, after) if home else None) or base.told or base.now


def _in_article(home: Place | None) -> bool:
    return home is not None and any(map(_ARTICLE.match, home.path))


def _passing_by(text: str, moment: Moment) -> bool:
    """与2020年相比, 从2020年的12家, 为1998年以来最高: a year that the sentence only looks back to."""
    if text.endswith("以来", moment.start, moment.end) or text.startswith("以来", moment.end):
        return True
    return text[max(0, moment.start - 1) : moment.start] in _FROM or _compared(text, moment.start, moment.end)


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
        and not _compared(text, m.start, m.end)
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
        if value is not None and not told and not _compared(text, *match.span()):
            yield Time(*match.span(), value, _frame(text, *match.span(), opens))


def _worded(said: str, base: Years) -> str | None:
    """The value of a word; "" when the text does not tell its year: 今年 is not that of the sentence before."""
    value = meaning(said, base)
    if said == UNTOLD or (value is None and said[:1] in _FROM_NOW and base.told):
        return UNTOLD
    return "" if value is None and said else value


def _counted_from(text: str, now: re.Match[str], value: str) -> str:
    """自2015年起实施改造，截至目前累计改造30户: what is added up from a year on is of all years since."""
    first = _FROM_ON.search(text, max(0, now.start() - _FROM_AT_MOST), now.start())
    return f"{first[1]}/{value}" if first and first[1] < value and _ADDED.match(text, now.end()) else value


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


def _compared(text: str, start: int, end: int) -> bool:
    """比上年增长, 恢复到2019年同期的九成, 占全年任务的48%, 除去2002年到期的: a basis, no time of the amount."""
    opens = start - (text[start - 1 : start] == "“")  # 较|“十三五”同期
    if text[opens - 1 : opens] in _ASIDE_ENDS and _ASIDE.search(text, max(0, opens - _ASIDE_AT_MOST), opens):
        return True
    if text.startswith("全年", start):
        return _SHARE.match(text, end) is not None
    summed = text.find(_TIMES, end, end + _SUMMED_AT_MOST) >= 0 and _SUMMED.match(text, end)
    return bool(summed or _BASIS.match(text, end))


def _sets_out(text: str, start: int, end: int) -> bool:
    """从2020年的9家, 自2020年起; but 自2020年以来 and 自2月1日起至6月30日止， are times that hold."""
    before = text[max(0, start - 1) : start]
    if text.endswith("以来", start, end):
        return False
    return before in _FROM or (before == "自" and not text.startswith(("止", "期间"), end))


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
    if _TAKEN.match(text, end) or _sets_out(text, start, end) or _passing(text, start, end):
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
