"""One side of an amount: numeral, multiplier, unit, and the words inside and behind that qualify it.

1.2万余株 · 3个月以内 · 1万6千 · 两个亿 · 400元/人. What a numeral says, and what the words behind
it say, does not depend on the place: it is made once for the same characters.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from govdoc.facts.mention import Shape
from govdoc.facts.number import qualifier
from govdoc.facts.number.numeral import (
    ARABIC,
    CHINESE,
    EXACT,
    HAN,
    MULTIPLIER,
    POWER,
    TAIL,
    neighbours,
    read,
    scaled,
    shifted,
)
from govdoc.facts.number.unit import NO_UNIT, NOUN, ONE_BY_ONE, RATE, WORD, over, unit
from govdoc.model.quantity import Bound, Unit
from govdoc.text.pattern import pattern
from govdoc.text.record import record

_SHORTER = "个(?=年度[重项计任目工]|点[子亮位评])|人(?=年[度龄轻]|天[然生]|日[常间])"  # 65个|年度重点项目, 5人|年度考核, but 3个年度
# 3个|多功能厅, 2个|半导体项目, 12项|许可: what counts things has no rest
_COUNTING = f"[{ONE_BY_ONE}]"
_TENS = r"(?:×10(?:\^[0-9]{1,2}|[²³⁴⁵⁶⁷⁸⁹]))?+"  # 1.5×10⁴
_EXPONENTS = str.maketrans("²³⁴⁵⁶⁷⁸⁹", "23456789", "^")
# what a bracket says of the number before it: （含300万元）, （不含）, （含税）, （人民币，下同）; no other number
_ASIDE = (
    f"（(?!含）)(?:不?(?:含|包括)(?:(?:(?P=whole)|(?P=han))[万亿]?[^（）0-9{HAN}]{{0,6}}|[^（）0-9{HAN}]{{0,6}})"
    "|人民币(?:，下同)?|下同)）"
)
_SIDE = pattern(  # what may be missing is possessive, for nothing behind it makes the engine come back
    rf"""(?:(?P<whole>{ARABIC}{_TENS})(?P<power>{MULTIPLIER}*+)(?P<tail>{TAIL})?+   # 1,234.5 · 30万 · 1万6千
        |(?P<han>{CHINESE}))                                              # 一万二千三百
        (?:(?:(?P<more>{qualifier.MORE}|个多(?=亿))|个(?=亿(?![元吨斤级])))(?P<then>{MULTIPLIER}*+))?+  # 2000余万, 两个亿; not 3个|亿元项目
        (?:（含）(?=[^，。；：]{{1,3}}以[上下内])|（不?含）(?=(?:美|欧|港)?元))?+                # 50（含）人以下, 500万（不含）美元
        (?:\ ?(?!{NOUN})(?P<unit>{_SHORTER}|{WORD})(?P<rate>{RATE})?+  # 元/吨
            (?P<noun>(?![百千万亿])[^\W0-9]{{1,3}}?(?=以[上下内][的，。，；、）]))?+)?+
        (?P<aside>{_ASIDE}(?=及?以[上下内]|[至到~～—–-][0-9{HAN}]))?+         # 300万元（含300万）|以上, 3万元（含税）|以上
        (?P<half>半(?!(?<={_COUNTING}.)[一-龥]|年|月|天|日|径|导|小时))?+         # 两米半
        (?P<after>(?!内(?<=[米里].)[环河陆部湖网]|[多余许](?<={_COUNTING}.)[一-龥]){qualifier.AFTER})?+""",
    re.VERBOSE,
)
_SEPARATORS = pattern("[,，' ]")
_REMEMBERED = 4096  # numerals and endings; a large report has a thousand of each
_TENTHS = Decimal(10)
_DEADLINE = ("日", "个工作日", "小时", "个月", "分钟")  # 开会十五日前; 30年前 and 3天前 are past
_INSIDE = ("内", "期内", "之内", "范围内")
CLOSED = {Bound.OVER: Bound.AT_LEAST, Bound.UNDER: Bound.AT_MOST}  # 超过20笔（含）
_EXCLUDED = pattern(f"（不(?:含|包括)[0-9{HAN}）]")  # 5000万元（不含）以上, 60周岁（不含60周岁）以下
STRICT = {Bound.AT_LEAST: Bound.OVER, Bound.AT_MOST: Bound.UNDER}
_SHAPES = {
    "ratio": Shape.PERCENT,
    "percentage_point": Shape.PERCENT,
    "multiple": Shape.MULTIPLE,
    "time": Shape.SPAN,
}
_tuple = tuple.__new__  # the named tuple's own constructor is a Python function


class Number(NamedTuple):
    """What a numeral says, with its multiplier."""

    value: Decimal
    raw: Decimal  # without the multiplier that a range shares
    power: int  # of that multiplier
    han: bool  # 三万, not 3万
    multiplied: bool  # 3万: Arabic digits with a multiplier behind them
    near: tuple[Decimal, Decimal] | None  # the two ends of 八九亿


@record
class Ending:
    """What the words behind a numeral say."""

    unit: Unit | None
    word: str  # the unit as it is written
    shape: Shape
    half: bool  # 两米半
    more: bool  # 20余万
    qualifier: str  # the word behind, that the amount may not keep
    after: str  # the same when it keeps it
    bound: Bound
    rules: tuple[str, ...]
    behind: int  # how many characters stand between the unit and the end of all
    dropped: int  # and how many of them are a qualifier that the amount does not keep


class Side(NamedTuple):
    """One number with its unit, and where its words end."""

    end: int
    core_end: int  # of numeral and unit, without the qualifier behind them
    kept: int  # of the amount: behind its qualifier, when that is the amount's own
    number: Number
    ending: Ending


def side(text: str, at: int, end: int) -> Side | None:
    """The side that begins at ``at``; None when the numeral is malformed (十一二).

    >>> found = side("1.2万余株左右", 0, 8)
    >>> found.number.value, str(found.ending.unit), str(found.ending.bound), found.core_end, found.kept
    (Decimal('12000'), '株', 'about', 6, 8)
    """
    match = _SIDE.match(text, at, end)
    if match is None:
        return None
    whole, power, tail, han, more, then, word, rate, noun, aside, half, after = match.groups()
    number = _number(whole, power, tail, han, then)
    if number is None:
        return None
    if word == "折" and number.value > _TENTHS:  # 八五折 is 8.5 tenths
        number = number._replace(value=EXACT.divide(number.value, _TENTHS))
    ending, stop = _ending(more, word, rate, noun, aside, half, after), match.end()
    return _tuple(Side, (stop, stop - ending.behind, stop - ending.dropped, number, ending))


@lru_cache(_REMEMBERED)
def _number(whole: str | None, power: str | None, tail: str | None, han: str | None, then: str | None) -> Number | None:
    more = _power(then)
    if whole is not None and not tail:
        return _arabic(whole, _power(power) + more, multiplied=bool(power))
    near = neighbours(han) if han else None
    try:
        raw = near[0] if near else read(han or f"{whole}{power}{tail}")
    except ValueError:
        return None
    return Number(shifted(raw, more), raw, more or _last_power(han or ""), bool(han), bool(power), near)


def _arabic(whole: str, power: int, *, multiplied: bool) -> Number:
    whole, _, tens = whole.partition("×10")
    if tens:
        power += int(tens.translate(_EXPONENTS))
    digits, _, fraction = whole.partition(".")
    if not digits.isdigit():
        digits = _SEPARATORS.sub("", digits)
    raw = Decimal(f"{digits}.{fraction}" if fraction else digits)
    exact = fraction.isdigit() or (not fraction and digits.isdigit())  # and not 2e5
    value = raw if not power else scaled(digits, fraction, power) if exact else shifted(raw, power)
    return Number(value, raw, power, han=False, multiplied=multiplied, near=None)


def _power(multipliers: str | None) -> int:
    return sum(map(POWER.__getitem__, multipliers)) if multipliers else 0


def _last_power(han: str) -> int:
    """The multiplier that ends a Chinese numeral and reaches back over a range: 七千到九千亿."""
    return _power(han[len(han.rstrip("万亿萬億")) :])


@lru_cache(_REMEMBERED)
def _ending(
    more: str | None,
    word: str | None,
    rate: str | None,
    noun: str | None,
    aside: str | None,
    half: str | None,
    after: str | None,
) -> Ending:
    made = None if word is None else over(unit(word), rate[1:]) if rate else unit(word)
    kept = after if after and _keeps(after, made) else ""
    behind = sum(len(part) for part in (noun, aside, half, after) if part)
    (bound, rules), dropped = plain(kept, bool(more), None), len(after or "") - len(kept)
    if aside and _EXCLUDED.match(aside):
        bound = STRICT.get(bound, bound)
    formed = shape(made or NO_UNIT)
    return Ending(made, word or "", formed, bool(half), bool(more), after or "", kept, bound, rules, behind, dropped)


def _keeps(after: str, measured: Unit | None) -> bool:
    """内 belongs to a time or a distance only: 3日内, 50米内, not 3个村内."""
    if after in _INSIDE:
        return measured is not None and measured.dimension in ("time", "length")
    if after in qualifier.EARLIER:
        return measured is not None and measured.symbol in _DEADLINE
    return after not in ("多", "余", "许", "大约") or measured is not None


def plain(after: str, more: bool, before: qualifier.Qualifier | None) -> tuple[Bound, tuple[str, ...]]:
    """What the words around and inside an amount make of it: 近20余万 is over, 超过20笔（含） at least.

    >>> plain("以上", False, None)
    (<Bound.AT_LEAST: 'at_least'>, ('quantity.plain', 'qualifier.after.at_least'))
    """
    behind = qualifier.after(after) if after else None
    if before and behind and (said := _both(before.bound, after, behind.bound)):
        return said, ("quantity.plain", before.rule, behind.rule)
    if one := before or behind:
        return one.bound, ("quantity.plain", one.rule)
    if more:
        return Bound.OVER, ("quantity.plain", "qualifier.more.over")
    return Bound.EXACT, ("quantity.plain",)


def _both(before: Bound, after: str, behind: Bound) -> Bound | None:
    """What two qualifiers say together; None when the first has it."""
    if after.startswith("（含") and before in CLOSED:
        return CLOSED[before]
    if before in (Bound.ABOUT, Bound.NEARLY) and behind is not Bound.ABOUT:
        return behind
    return behind if before is Bound.AT_LEAST and after in qualifier.WITHIN else None  # 年满3个月内


def shape(measured: Unit) -> Shape:
    """How an amount of this unit is written."""
    return _SHAPES.get(measured.dimension, Shape.PLAIN)
