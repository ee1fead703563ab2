"""The search (查找): one scan of the text; each number is read once, by the first reader that knows it.

The readers stand in order in :data:`_READERS`, :func:`digits` and :func:`_chinese`; who wins a collision is said in
:mod:`govdoc.facts.number.overlap`. What no reader knows stays ``unknown``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from govdoc.facts.digits import DATED, YEAR, YEARS, digits, measured
from govdoc.facts.mention import NO_GRID, Amount, Found, Mention, Moment, Other
from govdoc.facts.models import quantity
from govdoc.facts.moment import date, lunar
from govdoc.facts.moment.clock import spoken
from govdoc.facts.moment.fiveyear import plan
from govdoc.facts.moment.reckoned import reckoned, several
from govdoc.facts.number import bare, chinese, label, ordinal, overlap, ratio, series
from govdoc.facts.number import quantity as grammar
from govdoc.facts.number.grade import graded
from govdoc.facts.number.numeral import HAN
from govdoc.facts.number.scan import DOCUMENT, SENTENCE
from govdoc.facts.number.unit import COUNTED
from govdoc.facts.number.vague import vague
from govdoc.facts.table import cell, grid
from govdoc.model.quantity import Quantity, Role
from govdoc.text.normal import NormalText
from govdoc.text.normalise import normalise
from govdoc.text.pattern import pattern

# of a text, from a place on, what matched, up to an end
_Reader = Callable[[str, int, re.Match[str], int], Mention | None]

_EVEN_QUOTED = frozenset("大多余来几好 ")  # “十大攻坚行动” may be counted, “二十多年来” is a time
# 违反本条例十三、|十四条|规定: articles cited without 第
_CITED, _LAW = (
    pattern("条(?:[、和及]|的?规定|所列)"),
    pattern(rf"(?:条例|办法|规定|细则|[^方办]法)(?:[{HAN}]{{1,4}}[、和及至])*\Z"),
)
_LAW_AT_MOST = 16  # characters of the law's last word and the articles before
_PLAN = pattern(r"(?:十?[一二三四五六七八九]|十)五(?=[”’\"]|时期|期间|规划|以来|末)")


def find(normal: NormalText, claims: Sequence[Other] = (), *, sentence: bool = False) -> Found:
    """All numbers of a text; what ``claims`` covers is taken as it is said.

    In a ``sentence`` that is no document Chinese numerals without a unit count too.

    >>> found = find(normalise("2021年共办件34件，同比增长5.2%。"))
    >>> [str(a.unit) for a in found.amounts], found.moments[0].value
    (['件', '%'], '2021')
    """
    text = normal.text
    amounts: list[Amount] = []
    moments: list[Moment] = []
    claims = overlap.beside(claims, [*label.defined(text), *lunar.days(text)])
    others = list(claims)
    for mention in _search(text, overlap.free(len(text), claims), sentence):
        if type(mention) is Amount:
            amounts.append(mention)
        elif type(mention) is Moment:
            moments.append(mention)
        else:
            others.append(mention)  # type: ignore[arg-type]
    rows = grid.read(normal, amounts)
    if rows is not NO_GRID:
        amounts, serials = grid.with_units(text, amounts, rows)
        others += serials
    table = cell.in_table(text, amounts, rows.starts)
    others += table.others
    kept, links = bare.page_links(text, table.amounts)
    others += links
    others.sort()
    return Found(tuple(series.told(text, kept)), tuple(moments), tuple(others), rows)


def _search(text: str, stretches: Iterable[tuple[int, int]], sentence: bool) -> list[Mention]:
    """What the scan finds in the stretches, each place read by the reader of its kind."""
    found: list[Mention] = []
    scan, readers = (SENTENCE.search, _ALONE) if sentence else (DOCUMENT.search, _READERS)
    for start, end in stretches:
        at = low = start  # what is read reaches back to ``low``, past candidates that were none: 每|万人6.8件
        while match := scan(text, at, end):
            mention = readers[match.lastgroup](text, low, match, end)
            if mention is None or mention.start < low:
                at = match.end()
            else:
                found.append(mention)
                at = low = mention.end
    return found


def _chinese(text: str, low: int, match: re.Match[str], end: int) -> Mention | None:
    """A Chinese numeral: a plan (“十四五”), a time of day, a name, a grade, else what follows it decides."""
    at, stop = match.span()
    if text[stop - 1] == "五" and _PLAN.match(text, at, end):
        return plan(text, at, end)
    follows = text[stop] if stop < end else ""
    found: Mention | None = spoken(text, at, end) if follows and follows in "点點时" else None
    found = found or label.lexical(text, at, end) or graded(text, at, stop, end)
    if found is None and follows == "个" and at > low and text[at - 1] == "前":
        found = date.led(text, low, at, end)  # 前两个月
    return found or _han_measured(text, low, match, end, follows)


def _han_measured(text: str, low: int, match: re.Match[str], end: int, follows: str) -> Mention | None:
    """A Chinese numeral that is no name by itself: what follows it decides."""
    at, stop = match.span()
    if follows and (follows in "年月季世0OoОо" or (stop - at == YEAR and follows in DATED)):
        moment = date.led(text, low, at, end) or date.moment(text, at, end, follows)
        if moment is None and follows == "年":
            moment = reckoned(text, low, at, stop, stop + 1)
        if moment:
            return moment
    elif follows and follows in "分又份比":
        share = ratio.versus(text, at, end) if follows == "比" else ratio.fraction(text, low, at, end)
        if share:
            return share
    if follows == "条" and _CITED.match(text, stop) and _LAW.search(text, max(low, at - _LAW_AT_MOST), at):
        return Other(at, stop + 1, Role.ORDINAL, "ordinal")
    if follows not in _EVEN_QUOTED and label.quoted(text, at, stop):
        return None  # “三馆一中心”: asked before the amount is read, for names in quotations are many
    amount = grammar.amount(text, low, at, end)
    if follows == "大":
        return chinese.kinds(text, at, amount)
    if amount and amount.unit is YEARS and amount.core_end > stop + 1:
        moment = reckoned(text, low, at, stop, amount.core_end)
        if moment:
            return moment  # 二十多年来
    if amount is None or not chinese.counts(text, low, at, stop, amount):
        return None
    amount = chinese.reached(text, low, amount)
    core = stop if amount.unit.dimension in COUNTED else amount.end
    named = label.after(text, at, stop, core, end)
    return named or (ordinal.top(text, low, amount) if amount.unit.symbol in ordinal.PLACED else amount)


def _ordinal(text: str, low: int, match: re.Match[str], end: int) -> Mention | None:
    at = match.start()
    quarter = date.led(text, at, at + 1, end) if text.startswith("季", at + 2) else None  # 第一季度
    return quarter or ordinal.ordinal(text, low, at, end)


def _share(text: str, low: int, match: re.Match[str], end: int) -> Mention | None:
    return ratio.qualified(text, low, chinese.share(match.start(), text, end))


_READERS: dict[str | None, _Reader] = {  # who reads what the scan found, by the name of the alternative that found it
    "plain": measured,
    "digits": digits,
    "han": _chinese,
    "ordinal": _ordinal,
    "share": _share,
    "zero": _share,
    "top": lambda text, low, match, end: ordinal.leading(text, low, match.start(), end),
    "crowd": lambda text, low, match, end: chinese.crowd(text, low, match.start(), end),
    "clause": lambda _text, _low, match, _end: Other(*match.span(), Role.ORDINAL, "label.clause"),
    "stage": lambda _text, _low, match, _end: Other(match.start(), match.end(), Role.GRADE, "label.stage"),
    "half": lambda text, _low, match, _end: date.half(text, match.start()),
    "part": lambda text, low, match, end: chinese.half(text, low, match.start(), end),
    "vague": lambda text, low, match, end: several(text, low, at := match.start(), end) or vague(text, low, at, end),
}


def _number_alone(text: str, low: int, match: re.Match[str], end: int) -> Mention | None:
    """A number of a sentence: one without a unit, and the forms that documents do not use, are read too."""
    at = match.start()
    number = bare.notation(text, low, at, end) or _READERS[match.lastgroup](text, low, match, end)
    unknown = isinstance(number, Other) and number.role is Role.UNKNOWN
    return (grammar.amount(text, low, at, end) if unknown else None) or number


def _han_alone(text: str, low: int, match: re.Match[str], end: int) -> Mention | None:
    return _READERS[match.lastgroup](text, low, match, end) or bare.chinese(text, low, match.start(), end)


_HAN_FORMS = ("han", "share", "vague", "part")
_ALONE = _READERS | dict.fromkeys(("plain", "digits"), _number_alone) | dict.fromkeys(_HAN_FORMS, _han_alone)


def quantities(text: str) -> tuple[Quantity, ...]:
    """The amounts of any text, in order.

    >>> [(q.text, q.value) for q in quantities("约1.2万余户参保")]
    [('约1.2万余户', Decimal('12000'))]
    """
    normal = normalise(text)
    return tuple(quantity(normal, a) for a in find(normal, sentence=True).amounts)
