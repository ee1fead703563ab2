"""Amounts (数量): qualifier, numeral, multiplier, unit, qualifier, read from a numeral onwards.

约53起 · 1万余件 · 10—30万元 · 一万元以上十万元以下 · 每人每月400元 · 两米半. One pattern reads one
side of an amount; a range is two sides, the second lending the first its multiplier and unit.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from govdoc.facts import qualifier, subunit
from govdoc.facts.mention import Amount, Shape
from govdoc.facts.numeral import (
    ARABIC,
    CHINESE,
    DIGITS,
    EXACT,
    MULTIPLIER,
    POWER,
    TAIL,
    neighbours,
    read,
    scaled,
    shifted,
    sign,
)
from govdoc.facts.unit import EACH, NO_UNIT, NOUN, RATE, WORD, over, unit
from govdoc.model.quantity import Bound, Unit
from govdoc.text.pattern import pattern

_SIDE = pattern(
    rf"""(?:(?P<whole>{ARABIC})(?P<power>{MULTIPLIER}*)(?P<tail>{TAIL})?   # 1,234.5 · 30万 · 1万6千
        |(?P<han>{CHINESE}))                                              # 一万二千三百
        (?:(?:(?P<more>{qualifier.MORE})|个(?=亿))(?P<then>{MULTIPLIER}*))?  # 2000余万, 两个亿
        (?:\ ?(?!{NOUN})(?P<unit>{WORD})(?P<rate>{RATE})?(?P<noun>[^\W0-9]{{1,3}}?(?=以[上下内][的，。，；、）]))?)?  # 元/吨, 个职务以上
        (?P<half>半(?!年|月|天|日|径|导))?                                 # 两米半
        (?P<after>{qualifier.AFTER})?""",
    re.VERBOSE,
)
_JOIN = pattern(r"[-—–－―~～]{1,3}|[至到](?=[0-9零一二两三四五六七八九十百千万])|、?(?=[0-9一二两三四五六七八九十])")
_JOINS = frozenset("-—–－―~～至到")
_OPENS = frozenset("以及之或")  # first characters of 以上 before a second side
_EACH = pattern(rf"({EACH})(?:（[^）]{{1,8}}）)?(?P<verb>{qualifier.EACH_VERB}{{1,2}})?\Z")
_EACH_REACH = 16
_MEANS = frozenset("人户亩")  # 不低于人均13平方米
_VERBAL = ("次",)  # 每天进行不少于两次; 每人发放1份 is no rate
_DEADLINE = ("日", "个工作日", "小时", "个月", "分钟")  # 开会十五日前; 30年前 and 3天前 are past
_YUAN = "人民币"  # 不低于人民币100万元
_SEPARATORS = pattern("[,，' ]")
_CURRENCY = {"￥": unit("元"), "¥": unit("元"), "$": unit("美元"), "€": unit("欧元"), "£": unit("英镑")}
_SHAPES = {
    "ratio": Shape.PERCENT,
    "percentage_point": Shape.PERCENT,
    "multiple": Shape.MULTIPLE,
    "time": Shape.SPAN,
}


_CLOSED = {Bound.OVER: Bound.AT_LEAST, Bound.UNDER: Bound.AT_MOST}  # 超过20笔（含）


class Side(NamedTuple):
    """One number with its unit, as matched."""

    match: re.Match[str]
    value: Decimal
    raw: Decimal  # without the multiplier that a range shares
    power: int  # of that multiplier
    unit: Unit | None


def side(text: str, at: int, end: int) -> Side | None:
    """The side that begins at ``at``; None when the numeral is malformed (十一二)."""
    match = _SIDE.match(text, at, end)
    if match is None:
        return None
    try:
        value, raw, power = _value(match)
    except ValueError:
        return None
    return Side(match, value, raw, power, _unit(match))


def _value(match: re.Match[str]) -> tuple[Decimal, Decimal, int]:
    whole, then = match["whole"], match["then"]
    more = sum(map(POWER.__getitem__, then)) if then else 0
    if whole is None or match["tail"]:
        near = neighbours(match["han"]) if match["han"] else None
        raw = near[0] if near else read(match["han"] or match.group()[: match.end("tail") - match.start()])
        power = more or _last_power(match["han"] or "")
        return shifted(raw, more), raw, power
    power = (sum(map(POWER.__getitem__, match["power"])) if match["power"] else 0) + more
    if not whole.isdigit():
        whole = _SEPARATORS.sub("", whole)
    raw = Decimal(whole)
    if not power:
        return raw, raw, power
    digits, _, fraction = whole.partition(".")
    return (scaled(digits, fraction, power) if fraction.isdigit() or not fraction else shifted(raw, power)), raw, power


def _last_power(han: str) -> int:
    """The multiplier that ends a Chinese numeral and reaches back over a range: 七千到九千亿."""
    return sum(POWER[c] for c in han[len(han.rstrip("万亿萬億")) :])


def _unit(match: re.Match[str]) -> Unit | None:
    word = match["unit"]
    if word is None:
        return None
    rate = match["rate"]
    return over(unit(word), rate[1:]) if rate else unit(word)


def amount(text: str, low: int, at: int, end: int) -> Amount | None:
    """The amount whose numeral begins at ``at``; nothing of it lies before ``low`` or from ``end`` on.

    >>> found = amount("共种树1.2万余株。", 0, 3, 9)
    >>> found.start, found.end, found.value, str(found.unit), str(found.bound)
    (3, 9, Decimal('12000'), '株', 'over')
    """
    first = side(text, at, end)
    if first is None:
        return None
    second = _second(text, first, end)
    if second is None:
        near = neighbours(first.match["han"]) if first.match["han"] else None
        return _single(text, low, at, first) if near is None else _neighbours(text, low, at, first, near)
    return _range(text, low, at, first, second)


def _second(text: str, first: Side, end: int) -> Side | None:
    """The other end of a range, when it can be one: larger, and of the same unit."""
    stop = first.match.end()
    after = first.match["after"]
    if stop >= end:
        return None
    if after and after != "（含）":
        if not after.endswith("以上") or not text[stop].isnumeric():
            return None
        at = stop
    else:
        if text[stop] not in _JOINS:
            return None
        join = _JOIN.match(text, stop, end)
        if join is None or join.end() == stop:
            return None
        at = join.end()
    second = side(text, at, end)
    if second is None or not _fits(first, second):
        return None
    return second


def _fits(first: Side, second: Side) -> bool:
    if first.unit is None and first.match["power"] and not second.power and not second.unit:
        return False
    if first.unit is not None and second.unit is not None and first.unit != second.unit:
        return False
    return _low(first, second) < second.value


def _low(first: Side, second: Side) -> Decimal:
    """The lower end: 10 of 10—30万元 is ten myriads."""
    if not first.power and first.unit is None and second.power and first.value < second.raw:
        return shifted(first.value, second.power)
    if first.match["han"] and not first.power and second.power and first.unit is None:
        return shifted(first.value, second.power)
    return first.value


def _range(text: str, low: int, at: int, first: Side, second: Side) -> Amount:
    start = sign(text, low, at)
    before = qualifier.before(text, low, start)
    made = second.unit or first.unit or NO_UNIT
    if before:
        start = before.at
    each = _each(text, low, start, made)
    if each:
        start, made = each.start() + max(low, start - _EACH_REACH), over(made, each[1])
    rules = ("quantity.range", *((before.rule,) if before else ()))
    return Amount(
        start, second.match.end(), at, _core_end(second.match), None, _low(first, second), second.value, (), made,
        Bound.RANGE, _shape(made), rules,
    )


def _neighbours(text: str, low: int, at: int, found: Side, near: tuple[Decimal, Decimal]) -> Amount:
    """八九亿元, 两三个: a range in one numeral."""
    one = _single(text, low, at, found)
    return one._replace(value=None, low=near[0], high=near[1], bound=Bound.RANGE, rules=("quantity.neighbours",))


def _single(text: str, low: int, at: int, found: Side) -> Amount:
    match, value = found.match, found.value
    if match["half"] and found.unit is not None:
        value = EXACT.add(value, shifted(Decimal("0.5"), found.power))
    end = match.end() if _keeps_after(match, found) else match.start("after")
    if found.unit is not None and text[end : end + 1] in DIGITS and (rest := subunit.rest(text, match["unit"], end)):
        value, end = EXACT.add(value, rest.value), rest.end
    start = sign(text, low, at)
    if start < at:
        value = EXACT.minus(value)
    start, before, made = _head(text, low, start, found.unit or _signed_unit(text, low, at))
    bound, rules = _bound(match, before, end)
    return Amount(start, end, at, _core_end(match), value, None, None, (), made, bound, _shape(made), rules)


def _head(text: str, low: int, at: int, made: Unit) -> tuple[int, qualifier.Qualifier | None, Unit]:
    """What stands before the number: its qualifier, 每人每月; where they begin, and the unit they make."""
    start = at - len(_YUAN) if text.endswith(_YUAN, low, at) else at
    before = qualifier.before(text, low, start)
    if before:
        start = before.at
    if before is None and text[start - 1 : start] == "均" and start - low > 1 and text[start - 2] in _MEANS:
        before = qualifier.before(text, low, start - 2)  # 不低于人均13平方米: the limit holds, 人均 names the subject
        start = before.at if before else start
    each = _each(text, low, start, made)
    if each:
        start, made = each.start() + max(low, start - _EACH_REACH), over(made, each[1])
    before = before or qualifier.between(text, low, at)  # the verb stays outside
    return start, before or (qualifier.carried(text, start) if made.dimension == "ratio" else None), made


def _signed_unit(text: str, low: int, at: int) -> Unit:
    """The currency whose sign stands before the number: ￥50000, US$300."""
    return _CURRENCY[text[at - 1]] if at > low and text[at - 1] in _CURRENCY else NO_UNIT


def _each(text: str, low: int, start: int, made: Unit) -> re.Match[str] | None:
    """每人每月 right before the amount; with a verb between them only for money and 次: 每平方米罚款一百元."""
    window = max(low, start - _EACH_REACH)
    if made.dimension in ("ratio", "percentage_point") or text.find("每", window, start) < 0:
        return None
    match = _EACH.search(text[window:start])
    if match and match["verb"] and (made.dimension != "money" or made.symbol == "分") and made.symbol not in _VERBAL:
        return None
    return match


def per(text: str, base: Amount, end: int) -> Amount:
    """每10万人45台: the first number is the base of the rate of the second."""
    top = side(text, base.end, end)
    if top is None or top.unit is None or base.value is None:
        return base
    made = over(top.unit, text[base.start : base.end])
    stop = top.match.end() if _keeps_after(top.match, top) else top.match.start("after")
    return base._replace(start=base.start - 1, end=stop, core=base.end, core_end=_core_end(top.match), value=top.value,
                         unit=made, rules=("quantity.per",))


def _keeps_after(match: re.Match[str], found: Side) -> bool:
    """内 belongs to a time or a limit only: 3日内, not 3个村内."""
    after = match["after"]
    if after is None:
        return True
    if after in ("内", "期内", "之内"):
        return found.unit is not None and found.unit.dimension == "time"
    if after in qualifier.EARLIER:
        return found.unit is not None and found.unit.symbol in _DEADLINE
    return after not in ("多", "余", "许", "大约") or match["unit"] is not None


def _bound(match: re.Match[str], before: qualifier.Qualifier | None, end: int) -> tuple[Bound, tuple[str, ...]]:
    after = qualifier.after(match["after"], end) if match["after"] and end == match.end() else None
    if before and after and match["after"].startswith("（含") and before.bound in _CLOSED:
        return _CLOSED[before.bound], ("quantity.plain", before.rule, after.rule)
    if before and after and before.bound in (Bound.ABOUT, Bound.NEARLY) and after.bound is not Bound.ABOUT:
        return after.bound, ("quantity.plain", before.rule, after.rule)
    if before and after and before.bound is Bound.AT_LEAST and match["after"] in qualifier.WITHIN:
        return after.bound, ("quantity.plain", before.rule, after.rule)  # 年满3个月内
    if before:
        return before.bound, ("quantity.plain", before.rule)
    if after:
        return after.bound, ("quantity.plain", after.rule)
    if match["more"]:
        return Bound.OVER, ("quantity.plain", "qualifier.more.over")
    return Bound.EXACT, ("quantity.plain",)


def _core_end(match: re.Match[str]) -> int:
    """Where numeral and unit end, without the qualifier behind them."""
    if match["unit"] is not None:
        return max(match.end("unit"), match.end("rate"))
    return max(map(match.end, ("whole", "power", "tail", "han", "then")))


def _shape(made: Unit) -> Shape:
    return _SHAPES.get(made.dimension, Shape.PLAIN)
