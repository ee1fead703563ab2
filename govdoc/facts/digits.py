"""Numbers in Arabic digits (阿拉伯数字): what their neighbours make of them, a name, a date, a ratio, else an amount."""

from __future__ import annotations

import re

from govdoc.facts.mention import Amount, Mention, Other
from govdoc.facts.moment import date, era
from govdoc.facts.moment.reckoned import reckoned
from govdoc.facts.number import chinese, label, mark, ordinal, ratio
from govdoc.facts.number import quantity as grammar
from govdoc.facts.number.scan import PLAINLY, SHORT
from govdoc.facts.number.unit import COUNTED, NO_UNIT, named
from govdoc.facts.number.vague import NOUNS
from govdoc.model.quantity import Role
from govdoc.text.pattern import pattern

# behind a number: a date; behind four digits these too
DATED = frozenset("年月日号季世-—－–~～/至、到:：时点―")
_DATED_YEAR = frozenset(".和与及")
YEAR = 4  # digits: 2021.11.23
YEARS, _LINES, _TIMES = named("年"), named("线"), named("次")
_PARTED = frozenset("/／:：∶比分又份十百千万亿 ")
_COUNTED = pattern(NOUNS)
_ENDS_NUMBER = frozenset("，。、；：！？（）”\n的；和及与或等×x/ 提降增下上缩减")


def digits(text: str, low: int, match: re.Match[str], end: int) -> Mention:
    """A number whose neighbours may make it a name: 2021年, 12345热线, 1/3, 每10万人45台."""
    at, stop, last = match.start(), match.end("digits"), match.end()
    follows, behind = text[stop] if stop < end else "", text[last] if last < end else ""
    found: Mention | None = label.beside(text, low, at, end) if at > low else None
    if found is None and (follows in DATED or (stop - at == YEAR and follows in _DATED_YEAR)):
        found = date.moment(text, at, end, follows)
    if found is None and at > low and text[at - 1] == "前":
        found = date.led(text, low, at, end)
    if found is None and not (follows and follows in PLAINLY and stop - at <= SHORT):
        found = label.shape(text, at, end)
    if found is None and follows == ".":
        found = label.glued(text, at, end)
    if found is None and behind == "×":
        found = grammar.times(text, at, last, end)
    if found is None and behind in _PARTED:
        found = ratio.fraction(text, low, at, end)
    if found is None and at > low and text[at - 1] == "每":
        found = _based(text, low, at, stop, end)
    return found or measured(text, low, match, end)


def _based(text: str, low: int, at: int, stop: int, end: int) -> Mention | None:
    """每10万人45台 is a rate; the base of one that the text names later is no count: 每10万人口拥有."""
    base = grammar.amount(text, low, at, end)
    if base is None:
        return None
    rate = grammar.per(text, base, end)
    if rate is base:
        return Other(at, base.end, Role.LABEL, "label.base") if base.unit.symbol == "人" else None
    return _weighed(text, low, at, stop, rate, end)


def measured(text: str, low: int, match: re.Match[str], end: int) -> Mention:
    """A number that nothing but its unit and its neighbours can make a name."""
    at, stop = match.span()
    amount = grammar.amount(text, low, at, end)
    if amount is None:
        return Other(at, stop, Role.UNKNOWN, "unknown")
    if amount.unit is YEARS and (moment := reckoned(text, low, at, stop, amount.core_end)):
        return moment
    return _weighed(text, low, at, stop, amount, end)


def _weighed(text: str, low: int, at: int, stop: int, amount: Amount, end: int) -> Mention:
    """An Arabic number: an amount, unless its neighbours make it a name."""
    unit, last = amount.unit, text[at - 1 : at]
    core = stop if unit.dimension in COUNTED else amount.core_end  # 30万吨级, but not 3个|年级
    if named := label.after(text, at, stop, core, end):
        return named
    if last in label.OPERATORS and (constant := label.factor(text, low, at, amount.end)):
        return constant
    if stop - at == YEAR and (year := era.heads(text, at, stop, unit.symbol)):
        return year
    if label.quoted(text, at, amount.end):
        return mark.note(text, low, at, amount.end) or Other(at, amount.end, Role.LABEL, "label.quoted")
    if unit is NO_UNIT:
        if last == "前" and (top := ordinal.leading(text, low, at, end)):
            return top
        said = label.before(text, low, at, amount.end) or label.bare(text, low, at, amount.end)
        if said or not _bare_counts(text, at, amount, end):
            return said or _nameless(text, low, at, stop, amount, end)
    if (unit is _LINES or last == "©" or (unit is _TIMES and last == "：")) and (
        said := label.before(text, low, at, amount.end)
    ):
        return said  # 国道629线, 浏览次数：53次, ©2023All rights
    if unit is _TIMES and last == "届":
        return Other(at, amount.end, Role.ORDINAL, "label.session")  # 十五届|94次常务会议
    if last == "过":
        return chinese.reached(text, low, amount)
    return ordinal.top(text, low, amount) if unit.symbol in ordinal.PLACED else amount


def _nameless(text: str, low: int, at: int, stop: int, amount: Amount, end: int) -> Mention:
    """A number without a unit that counts nothing by itself."""
    if text.startswith("大", amount.end, end):
        return chinese.kinds(text, at, amount, arabic=True) or Other(at, amount.end, Role.LABEL, "label.kinds")
    found = mark.itemised(text, low, at, stop, end) or era.titled(text, at, stop, end)
    return found or Other(at, amount.end, Role.UNKNOWN, "unknown")


def _bare_counts(text: str, at: int, amount: Amount, end: int) -> bool:
    """A number without a unit counts when a multiplier, a qualifier or the end of its phrase follows."""
    if amount.rules[-1] != "quantity.plain" or (amount.end - at > 1 and not text[amount.end - 1].isdigit()):
        return True
    if amount.end >= end or text[amount.end] in _ENDS_NUMBER or _COUNTED.match(text, amount.end, end):
        return True
    return "." in text[at : amount.end]
