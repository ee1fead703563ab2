"""Shares written as words and ratios (比例): 百分之七点九 · 三分之二 · 1/3 · 3.6:48:48.4.

A share in words is a percentage (百分之 %, 千分之 ‰); other fractions are bare numbers.
"""

from __future__ import annotations

import re
from decimal import Decimal

from govdoc.facts.mention import Amount, Shape
from govdoc.facts.number import qualifier
from govdoc.facts.number.numeral import ARABIC, CHINESE, EXACT, read, shifted, sign
from govdoc.facts.number.unit import NO_UNIT, named
from govdoc.model.quantity import Bound, Unit
from govdoc.text.pattern import pattern
from govdoc.text.record import changed

_NUMBER = f"(?:{ARABIC}[万亿]?|{CHINESE})"
_PARTS = pattern(  # 百分之七点九 · 三分之二 · 百分之五至百分之十
    rf"(?:(?P<whole>{_NUMBER})又)?(?P<below>{_NUMBER})(?:分之|(?(whole)分|(?!)))"  # 一又十分一
    rf"(?P<minus>[负負])?(?P<above>{_NUMBER})(?P<kilo>\ ?[kK](?![A-Za-z]))?"
    rf"(?:[至到—-](?:(?P=below)分之)?(?P<high>{_NUMBER}))?"
    rf"(?P<after>(?!多数){qualifier.AFTER})?"  # 三分之二多数
)
_SLASHED = pattern(  # 1/3 · 1 3/5
    rf"(?:(?P<whole>[0-9]{{1,3}})[\ 又])?(?P<above>[0-9]{{1,3}})[/／](?P<below>[0-9]{{1,4}})(?![0-9/.A-Za-z万亿毫])(?P<after>{qualifier.AFTER})?"
)
_RATED = pattern(rf"{ARABIC}[/／](?P<base>10*[万亿]|[十百]万)(?P<after>{qualifier.AFTER})?")  # 孕产妇死亡率11.2/10万
_A_YEAR = "(?:19|20)[0-9]{2}(?:年|[-—–~～至到][0-9]{4})"  # 附件1：2021年任务表
_COLONS = pattern(  # 1:3 · 1比3
    rf"{ARABIC}(?:[:：∶](?!{_A_YEAR}){ARABIC}){{1,4}}(?![0-9])|[0-9]{{1,2}}比[0-9]{{1,3}}(?![0-9.年月])"
)
_VERSUS = pattern(rf"(?P<near>{CHINESE})比(?P<far>{CHINESE})")
_VERSUS_LED = ("按", "按照", "比例", "例为", "比分", "以", "约", "达到")  # 比例一比一, and no 比一比
_COLON = pattern("[:：∶比]")
_HUNDREDTHS = {"百": "%", "千": "‰", "仟": "‰", "佰": "%"}
_RATES = pattern("[万萬千百亿]+")  # 万分之五 is a rate, 一万分之三 a fraction
_AFTER = pattern(r"以上|以下|以内|左右|有余|多(?![\u4e00-\u9fff])")


def fraction(text: str, low: int, at: int, end: int) -> Amount | None:
    """百分之…, N分之N, 1/3 and a∶b∶c that begin at ``at``.

    >>> fraction("百分之七点九", 0, 0, 6).value, str(fraction("百分之七点九", 0, 0, 6).unit)
    (Decimal('7.9'), '%')
    """
    match = _PARTS.match(text, at, end)
    if match:
        return _parts(text, low, at, match)
    match = _RATED.match(text, at, end)
    if match:
        made = Unit.trusted(symbol=f"/{match['base']}", dimension="ratio", factor=None)
        value = read(text[at : match.start("base") - 1])
        return _made(text, low, at, match, value, made, "ratio.base", Shape.PLAIN)
    match = _SLASHED.match(text, at, end)
    if match and int(match["below"]) > 0 and (match["whole"] or 0 < int(match["above"]) < int(match["below"])):
        value = EXACT.divide(Decimal(match["above"]), Decimal(match["below"]))
        value = EXACT.add(value, Decimal(match["whole"] or 0))
        return _made(text, low, at, match, value, NO_UNIT, "ratio.slash", Shape.PERCENT)
    match = _COLONS.match(text, at, end)
    if match:
        parts = tuple(read(p) for p in _COLON.split(match.group()))
        return qualified(text, low, _ratio(at, match.end(), parts))  # 突破1:1
    return None


def versus(text: str, at: int, end: int) -> Amount | None:
    """A ratio in Chinese numerals behind a word that says so: 按一比三配套, 以三比二获胜.

    >>> versus("比例一比一", 2, 5).parts, versus("比一比看一看", 1, 5)
    ((Decimal('1'), Decimal('1')), None)
    """
    match = _VERSUS.match(text, at, end) if text.endswith(_VERSUS_LED, 0, at) else None
    if match is None:
        return None
    try:
        parts = (read(match["near"]), read(match["far"]))
    except ValueError:
        return None
    return _ratio(at, match.end(), parts)


def _ratio(at: int, end: int, parts: tuple[Decimal, ...]) -> Amount:
    return Amount(at, end, at, end, NO_UNIT, Bound.EXACT, Shape.RATIO, ("ratio.colon",), parts=parts)


def _parts(text: str, low: int, at: int, match: re.Match[str]) -> Amount | None:
    """Parts of a whole: 百分之七点九, 三分之二, 万分之五, 一又二分之一, 百分之五到百分之八."""
    try:
        below, above = read(match["below"]), _above(match)
        high = read(match["high"]) if match["high"] else None
    except ValueError:
        return None
    percent = _HUNDREDTHS.get(match["below"])
    if not below:
        return None
    if percent is None and match["whole"] is None and _RATES.fullmatch(match["below"]):
        percent, above = "%", EXACT.divide(EXACT.multiply(above, Decimal(100)), below)
        high = None if high is None else EXACT.divide(EXACT.multiply(high, Decimal(100)), below)
    if percent:
        unit, values = named(percent), [above, high]
    else:
        unit, values = NO_UNIT, [EXACT.divide(above, below), EXACT.divide(high, below) if high is not None else None]
    if match["whole"]:
        values[0] = EXACT.add(read(match["whole"]), values[0] or Decimal(0))
    if values[1] is None:
        return _made(text, low, at, match, values[0], unit, "ratio.parts", Shape.PERCENT)
    ends, (low_value, high_value) = (at, match.end(), at, match.end("high")), values
    return Amount(*ends, unit, Bound.RANGE, Shape.PERCENT, ("ratio.parts",), low=low_value, high=high_value)


def _above(match: re.Match[str]) -> Decimal:
    """What stands above the stroke: 百分之5, 负三分之负一, 百分之52k."""
    above = shifted(read(match["above"]), 3 if match["kilo"] else 0)
    return EXACT.minus(above) if match["minus"] else above


def _made(
    text: str, low: int, at: int, match: re.Match[str], value: Decimal | None, unit: Unit, rule: str, shape: Shape
) -> Amount:
    """The amount of a share, with its sign and with what says how exact it is."""
    start = sign(text, low, at)
    if start < at and value is not None:
        value = EXACT.minus(value)
    before = qualifier.before(text, low, start)
    carried = None if before else qualifier.carried(text, start)
    after = qualifier.after(match["after"]) if match["after"] else None
    chosen = before or after or carried
    bound = chosen.bound if chosen else Bound.EXACT
    core = match.start("after") if match["after"] else match.end()
    rules = (rule, *((chosen.rule,) if chosen else ()))
    return Amount(before.at if before else start, match.end(), at, core, unit, bound, shape, rules, value)


def qualified(text: str, low: int, found: Amount | None) -> Amount | None:
    """The amount of a word with the qualifiers around it: 超过一半, 近半数, 一半以上."""
    if found is None or found.bound is Bound.VAGUE:
        return found
    before = qualifier.before(text, low, found.start)
    after = _AFTER.match(text, found.end)
    end = after.end() if after else found.end
    chosen = before or (qualifier.after(after.group()) if after else qualifier.carried(text, found.start, near=True))
    if chosen is None:
        return found
    start = before.at if before else found.start
    return changed(found, start=start, end=end, bound=chosen.bound, rules=(*found.rules, chosen.rule))
