"""Amounts (数量): qualifier, numeral, multiplier, unit, qualifier, read from a numeral onwards.

约53起 · 1万余件 · 10—30万元 · 一万元以上十万元以下 · 每人每月400元 · 两米半. An amount is one side
(:mod:`govdoc.facts.number.side`); a range is two, the second lending the first its multiplier and unit.
What stands before a number is looked at only when the character before it can end a qualifier.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from govdoc.facts.mention import Amount
from govdoc.facts.number import qualifier, subunit
from govdoc.facts.number.numeral import BELOW, DIGITS, EXACT, HAN, MINUS, shifted, sign
from govdoc.facts.number.side import CLOSED, STRICT, Side, plain, shape, side
from govdoc.facts.number.unit import EACH, NO_UNIT, over, unit
from govdoc.model.quantity import Bound, Unit
from govdoc.text.lexicon import by_last
from govdoc.text.pattern import pattern
from govdoc.text.record import changed

_JOIN = pattern(
    rf"(?:[至到~～](?P<minus>[{re.escape(MINUS)}]|{BELOW})|[-—–－―~～]{{1,3}}|[至到])(?=[0-9零一二两三四五六七八九十百千万])"  # -12～|-8℃
    "|上(?=[0-9一二两三四五六七八九十百千万]{1,8}元以下)"  # 五万元上|十万元以下, a misprint
    "|、?(?=[0-9一二两三四五六七八九十])"
)
_JOINS = frozenset("-—–－―~～至到上")
_UNDER = "不[满足到]|未满"
_BELOWS, _FROM = frozenset("不未低小"), ("满", "超过", "大于", "高于")
_TO_BELOW = pattern(f"{_UNDER}|低于|小于|不超过|不高于")  # 满1年|不满10年, 超过30周岁|不超过40周岁
# 一万元以上|十万元以下, 100亩及以上|至500亩, 14周岁以上|不满16周岁
_UPWARDS = pattern(f"(?:[至到]|{_UNDER})?(?=[{''.join(sorted(DIGITS | frozenset(HAN)))}])")
_EACH = pattern(rf"({EACH})(?:（[^）]{{1,8}}）)?(?P<verb>{qualifier.EACH_VERB}{{1,2}})?\Z")
_EACH_REACH = 16
_MEANS = frozenset("人户亩")  # 不低于人均13平方米
_ENGINES = ("power",)
_SPANS = ("年",)  # 每个项目三年奖励不超过50万元: within which time
_VERBAL = ("次",)  # 每天进行不少于两次; 每人发放1份 is no rate
_YUAN = "人民币"  # 不低于人民币100万元
_MONEY = unit("元")
_SPEED = "时速"  # 设计时速|120公里
_CURRENCY = {"￥": unit("元"), "¥": unit("元"), "$": unit("美元"), "€": unit("欧元"), "£": unit("英镑")}
# one of these may belong to the number
_BEFORE = by_last((_YUAN, _SPEED, *"均的", *qualifier.WHOLES, *MINUS, BELOW, *_CURRENCY, *qualifier.WORDS))
_AGAIN = pattern(  # 100—500亩|（含500亩）, 50万元以上|（不含50万元）
    f"（(?P<excluded>不)?(?:含|包括)(?P<number>(?:[0-9.]{{1,8}}|[{HAN}]{{1,8}})[^（）0-9]{{0,4}})）"
)
_INSIDE = (DIGITS | frozenset("." + HAN)) - frozenset("万亿")  # beside one of these a numeral is a part of another
_OR = ("或者", "或")
_HALF = Decimal("0.5")
_HALVED, _HALVES = pattern("半(?P<unit>月|小时)"), {"月": unit("个月"), "小时": unit("小时")}  # 三个|半月
_GOES_ON = DIGITS | {"半"}  # behind a unit: 三个|半月, 3斤|5两
_NO_RATE = ("ratio", "percentage_point")  # 每年增长5% is no rate


def amount(text: str, low: int, at: int, end: int) -> Amount | None:
    """The amount whose numeral begins at ``at``; nothing of it lies before ``low`` or from ``end`` on.

    >>> found = amount("共种树1.2万余株。", 0, 3, 9)
    >>> found.start, found.end, found.value, str(found.unit), str(found.bound)
    (3, 9, Decimal('12000'), '株', 'over')
    """
    first = side(text, at, end)
    if first is None:
        return None
    stop = first.end
    follows = text[stop] if stop < end else ""
    if (
        follows
        and (follows in _JOINS or first.ending.qualifier or follows in _BELOWS)
        and (far := _far(text, low, at, first, end))
    ):
        return _range(text, low, at, first, far)
    one = _single(text, low, at, first)
    return one if first.number.near is None else _neighbours(one, *first.number.near)


class _Far(NamedTuple):
    """The other end of a range, and the numbers of both ends."""

    side: Side
    low: Decimal
    high: Decimal


def _far(text: str, low: int, at: int, first: Side, end: int) -> _Far | None:
    """The other end of a range, when it can be one: larger, and of the same unit."""
    start, behind = sign(text, low, at), _upwards(text, low, at, first, end)
    minus = False
    if behind is None:
        join = _JOIN.match(text, first.end, end) if text[first.end] in _JOINS else None
        if join is None or first.ending.qualifier not in ("", "（含）"):
            return None
        behind, minus = join.end(), bool(join["minus"]) or (start < at and join.group() == "--")  # -15--8℃
    second = side(text, behind, end)
    if second is None or not _alike(first, second) or (minus and start == at):
        return None
    both = minus or text.startswith(BELOW, start)  # 零下10至15℃
    lowest, highest = _ends(_low(first, second), second.number.value, start < at, both=both)
    return _Far(second, lowest, highest) if lowest < highest else None


def _upwards(text: str, low: int, at: int, first: Side, end: int) -> int | None:
    """Where the number above begins: 一万元以上|十万元以下, 100亩以上至|500亩, 满1年不满|10年; None behind no such limit."""
    after, stop = first.ending.qualifier, first.end
    if after.endswith("以上"):
        upwards = _UPWARDS.match(text, stop, end)
    elif not after and text[stop] in _BELOWS and first.ending.unit and text.endswith(_FROM, low, at):
        upwards = _TO_BELOW.match(text, stop, end)
    else:
        return None
    return upwards.end() if upwards else None


def _ends(near: Decimal, far: Decimal, signed: bool, *, both: bool) -> tuple[Decimal, Decimal]:
    """The ends of a range whose first number, or ``both``, stand below zero: -5～3℃, 零下10至15℃."""
    if not signed:
        return near, far
    return (EXACT.minus(max(near, far)), EXACT.minus(min(near, far))) if both else (EXACT.minus(near), far)


def _alike(first: Side, second: Side) -> bool:
    """Whether the units and multipliers of two sides can be those of one range."""
    mine, its = first.ending.unit, second.ending.unit
    if mine is None and its is None and first.number.multiplied and not second.number.power:
        return False
    return mine is None or its is None or mine == its or its.symbol.startswith(f"{mine.symbol}/")  # 3000元至5000元/月


def _low(first: Side, second: Side) -> Decimal:
    """The lower end: 10 of 10—30万元 is ten myriads."""
    number, power = first.number, second.number.power
    if first.ending.unit is None and not number.power and power and (number.han or number.value < second.number.raw):
        return shifted(number.value, power)
    return number.value


def _range(text: str, low: int, at: int, first: Side, far: _Far) -> Amount:
    """The amount of two sides, with what stands before the first: 每人每月400—600元."""
    start, second = sign(text, low, at), far.side
    before = qualifier.before(text, low, start)
    made = second.ending.unit or first.ending.unit or NO_UNIT
    if before:
        start = before.at
    each = _each(text, low, start, made)
    if each:
        start, made = each.start() + max(low, start - _EACH_REACH), over(made, each[1])
    rules = ("quantity.range", *((before.rule,) if before else ()))
    end, _ = _told_again(text, at, second.core_end, second.end, Bound.RANGE)
    return Amount(start, end, at, second.core_end, made, Bound.RANGE, shape(made), rules, low=far.low, high=far.high)


def _neighbours(one: Amount, low: Decimal, high: Decimal) -> Amount:
    """八九亿元, 两三个: a range in one numeral."""
    return changed(one, value=None, low=low, high=high, bound=Bound.RANGE, rules=("quantity.neighbours",))


def _single(text: str, low: int, at: int, found: Side) -> Amount:
    """The amount of one side, with what stands before it, and what goes on behind it: 三个半月, 5人以上（含5人）."""
    _, core_end, end, number, ending = found
    value, start, before, made, formed = number.value, at, None, ending.unit or NO_UNIT, ending.shape
    if ending.half or text[end : end + 1] in _GOES_ON:
        value, end, made = _parts(text, found)
        formed = shape(made)
    last = text[at - 1 : at]
    words = _BEFORE.get(last)
    if (words and text.endswith(words, 0, at)) or "每" in text[at - _EACH_REACH if at > _EACH_REACH else 0 : at]:
        if (start := sign(text, low, at)) < at:
            value = EXACT.minus(value)
        start, before, made = _head(text, low, start, made if ending.unit else _signed_unit(text, low, at))
        formed = shape(made)
    elif last in qualifier.VERBS:
        before = qualifier.between(text, low, at)
    if before is None and (last == "后" or made.symbol in _VERBAL or (last in qualifier.AWARDED and made == _MONEY)):
        before = qualifier.afar(text, start)
    bound, rules = ending.bound, ending.rules
    if before or end != found.kept:
        bound, rules = plain(ending.after if end == found.kept else "", ending.more, before)
    if text[end : end + 1] == "（":
        end, bound = _told_again(text, at, core_end, end, bound)
    elif text[end : end + 1] == "或" and text.startswith(tuple(f"{o}{text[at:core_end]}以上" for o in _OR), end):
        end, bound = text.index("以上", end) + len("以上"), Bound.AT_LEAST  # 两个或者两个以上
    return Amount(start, end, at, core_end, made, bound, formed, rules, value)


def _told_again(text: str, at: int, core_end: int, end: int, bound: Bound) -> tuple[int, Bound]:
    """Behind the bracket that tells the last number again, and the bound it makes: 5人以上|（含5人）, 5人以上|（不含5人）."""
    again = _AGAIN.match(text, end)
    if again is None or (begin := text.rfind(again["number"], at, core_end)) < 0:
        return end, bound
    if text[begin - 1 : begin] in _INSIDE or text[begin + len(again["number"])] in _INSIDE:
        return end, bound  # 15人以上（含5人）
    return again.end(), (STRICT if again["excluded"] else CLOSED).get(bound, bound)


def _parts(text: str, found: Side) -> tuple[Decimal, int, Unit]:
    """The value with the half and the smaller units that follow, where they end, and the unit: 三个半月, 两米半, 3斤5两."""
    _, _, end, number, ending = found
    made = ending.unit or NO_UNIT
    if made is NO_UNIT:
        return number.value, end, made
    if made.symbol == "个" and (half := _HALVED.match(text, end)):
        return EXACT.add(number.value, _HALF), half.end(), _HALVES[half["unit"]]
    value = EXACT.add(number.value, shifted(_HALF, number.power)) if ending.half else number.value
    rest = subunit.rest(text, ending.word, end) if text[end : end + 1] in DIGITS else None
    return (EXACT.add(value, rest.value), rest.end, made) if rest else (value, end, made)


def _head(text: str, low: int, at: int, made: Unit) -> tuple[int, qualifier.Qualifier | None, Unit]:
    """What stands before the number: its qualifier, 每人每月; where they begin, and the unit they make."""
    start = at - len(_YUAN) if text.endswith(_YUAN, low, at) else at
    before = qualifier.before(text, low, start)
    if before:
        start = before.at
    if before is None and text[start - 1 : start] == "均" and start - low > 1 and text[start - 2] in _MEANS:
        before = qualifier.before(text, low, start - 2)  # 不低于人均13平方米: the limit holds, 人均 names the subject
        start = before.at if before else start
    if made.dimension == "length" and text.endswith(_SPEED, low, start):
        made = over(made, "小时")
    each = _each(text, low, start, made)
    if each:
        start, made = each.start() + max(low, start - _EACH_REACH), over(made, each[1])
        if before is None and (before := qualifier.before(text, low, start)):
            start = before.at  # 不超过|每人每天100元
    before = before or qualifier.between(text, low, at)  # the verb stays outside
    return start, before or (qualifier.carried(text, start) if made.dimension == "ratio" else None), made


def _signed_unit(text: str, low: int, at: int) -> Unit:
    """The currency whose sign stands before the number: ￥50000, US$300."""
    return _CURRENCY[text[at - 1]] if at > low and text[at - 1] in _CURRENCY else NO_UNIT


def _each(text: str, low: int, start: int, made: Unit) -> re.Match[str] | None:
    """每人每月 right before the amount; with a verb between them only for money and 次: 每平方米罚款一百元."""
    window = start - _EACH_REACH if start - low > _EACH_REACH else low
    if text.find("每", window, start) < 0 or made.dimension in _NO_RATE or made.symbol in _SPANS:
        return None
    match = _EACH.search(text[window:start])
    if match and match["verb"] and _changes(text, window + match.start(), match, made):
        return None
    return match


def _changes(text: str, at: int, each: re.Match[str], made: Unit) -> bool:
    """Whether the verb behind 每… says something else than a rate: 每人发放1份, 平均每年增加20亿元."""
    if made.symbol in _VERBAL:
        return False
    return made.dimension != "money" or made.symbol == "分" or (each["verb"] == "增加" and text.endswith("平均", 0, at))


def times(text: str, at: int, last: int, end: int) -> Amount | None:
    """2×35万千瓦: so many engines of one size make one amount; 3×5米 are the sides of a thing.

    >>> found = times("机组2×35万千瓦", 2, 3, 9)
    >>> found.start, found.value, times("规格3×5米", 2, 3, 6)
    (2, Decimal('700000'), None)
    """
    one = amount(text, last + 1, last + 1, end)
    if one is None or one.value is None or one.start != last + 1 or one.unit.dimension not in _ENGINES:
        return None
    return changed(one, start=at, core=at, value=EXACT.multiply(Decimal(text[at:last]), one.value))


def per(text: str, base: Amount, end: int) -> Amount:
    """每10万人45台: the first number is the base of the rate of the second."""
    top = side(text, base.end, end)
    if top is None or top.ending.unit is None or base.value is None:
        return base
    made = over(top.ending.unit, text[base.start : base.end])
    return changed(
        base,
        start=base.start - 1,
        end=top.kept,
        core=base.end,
        core_end=top.core_end,
        value=top.number.value,
        unit=made,
        rules=("quantity.per",),
    )
