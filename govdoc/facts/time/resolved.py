"""The years of the moments (时点的年份): 2021年3月开工，6月底完工: June of which year.

A year that is said holds for its paragraph, then that of the section or of the document again; a span of several
years (“十四五”规划) is none.
"""

from __future__ import annotations

from typing import NamedTuple

from govdoc.facts.mention import Context, Found, Moment, Place
from govdoc.facts.time import section
from govdoc.facts.time.against import since
from govdoc.facts.time.aside import passing_by
from govdoc.facts.time.held import held_in, within
from govdoc.facts.time.told import years
from govdoc.facts.time.year import Years, completed, meaning
from govdoc.model.fact import Status
from govdoc.text.normal import NormalText
from govdoc.text.pattern import pattern

_REACH = 500  # characters; in one-line documents nothing else ends a paragraph
_ARTICLE = pattern("第[0-9一二三四五六七八九十百]{1,6}条")
_NAMED = {"今年": "+0", "去年": "-1", "上年": "told-1", "本年": "told+0", "明年": "+1"}  # 去年6月
_COUNTED = "these:"  # the form of 十年 in 与2010年相比，十年共增加
ADDED = pattern("[^，。；\n]{0,6}(?:累计|共|合计)")
_BACK = "date.since"  # the rule that finds 五年来
_DOING = "date.while.do"  # the rule that finds 三年 before 安排
_YEAR = len("2021")


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
    held = None if year else held_in(found.moments)
    for moment, home in zip(found.moments, section.homes((m.start for m in found.moments), places), strict=True):
        if moment.value is not None:
            if named := _named_by(text, moment, base):
                year, said = named, moment.end
            continue
        if (home.start if home else 0) >= said or moment.start - said > _REACH or "\n" in text[said : moment.start]:
            year = _year_at(home, base, after)
        word = _NAMED.get(text[max(0, moment.start - 2) : moment.start], "")
        here = dates.at(moment.start)
        own = meaning(word, here)
        form = _ahead(moment, home, base)
        here = here._replace(span=None) if moment.rule == _BACK else here  # 五年来 in a plan
        value = completed(form, int(own) if own else None if word else year, here)
        if value is None and held and form and not (word or _in_article(home)):
            value = within(form, held)
        if form.startswith(_COUNTED) and ADDED.match(text, moment.end):
            value = since(text, moment.start, int(form.removeprefix(_COUNTED))) or value
        if base.day and value and not own and value[_YEAR:] == base.day[_YEAR:] != "":
            value = base.day
        if value:
            made[moment.start] = value
    return made


def _named_by(text: str, moment: Moment, base: Years) -> int | None:
    """The year that a moment says for those behind it; a text with a date and no year of its own speaks in that of its date."""
    if base.day and not base.told:
        return None
    year, _, last = (moment.value or "").partition("/")
    year = year[:_YEAR]
    if not year.isdigit() or (last and not last.startswith(year)):
        return None
    return None if passing_by(text, moment.start, moment.end) else int(year)


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
