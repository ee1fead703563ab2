"""Numbers that stand alone in a sentence (单独的数): 二百五十 · 负六点六 · .5 · 40k · 2^5.

A document's Chinese numeral without a unit is a marker, a name or a word; in a sentence handed to
:func:`govdoc.quantities` it is a number when it has places (二百五十) or stands by itself (“五”).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from govdoc.facts.mention import Amount, Other, Shape
from govdoc.facts.number import qualifier
from govdoc.facts.number.numeral import ARABIC, CAPITALS, CHINESE, EXACT, MULTIPLIER, POWER, read, shifted, sign
from govdoc.facts.number.quantity import amount
from govdoc.facts.number.unit import NO_UNIT, WORD, unit
from govdoc.model.quantity import Bound, Role, Unit
from govdoc.text.pattern import pattern
from govdoc.text.record import changed

_CHINESE = pattern(rf"(?:{CHINESE})(?P<more>{qualifier.MORE}|[几幾])?(?P<then>{MULTIPLIER}*)")
_NOTATION = pattern(
    rf"(?P<n>{ARABIC})(?:\^(?P<exponent>[+-]?[0-9]{{1,3}})|\ ?(?P<suffix>[kKM])(?=[，。、；：！？）”\s]|\Z)"
    r"|/(?P<below>[1-9][0-9]{0,2})(?![0-9/A-Za-z万亿毫])|(?<=[eE][0-9])|(?<=[eE][0-9+-][0-9])"
    r"|(?<=[0-9]{7})(?=[，。、；：！？）”\s]|\Z))"  # 3000000 alone is no id
)
_GROUPS = pattern("[,，']")
_POINTED = pattern(r"(?P<n>[0-9]+)(?![0-9.])(?P<percent>%)?")
_HALF = pattern(rf"半(?P<unit>{WORD})")
_HALF_PRICE = Decimal(5)  # 半折 is half the price, five tenths
_PLACE = pattern("[百千万亿]+(?![零一二三四五六七八九十])")  # without a digit it heads a name
_PLACED = pattern("[百千万亿]+(?=[斤元吨人户亩])")  # 千亿斤|粮食产能提升行动
_FEW_LINKS = 3  # fewer numbers in a row may be anything
_SUFFIX = {"k": 3, "K": 3, "M": 6}
_BESIDE = frozenset("是为到至和与而却只有叫等")  # 这不是一, 数量是五


def notation(text: str, low: int, at: int, end: int) -> Amount | None:
    """2^5, 40k, -1.2M, .5, 7/4: forms of Arabic numbers that documents do not use.

    >>> [str(notation(text, 0, 0, len(text)).value) for text in ("40k", "2^5", "7/4")]
    ['40000', '32', '1.75']
    """
    if at > low and text[at - 1] == "." and (at - 1 == low or not text[at - 2].isalnum()):
        match = _POINTED.match(text, at, end)
        if match:
            found = _made(
                text, low, at - 1, match.end(), Decimal("0." + match["n"]), unit("%") if match["percent"] else NO_UNIT
            )
            return _negative(found) if found.start == at - 1 and at - 1 > low and text[at - 2] == "-" else found
    match = _NOTATION.match(text, at, end)
    if not match or (match["below"] and match["n"].isdigit() and int(match["n"]) < int(match["below"])):
        return None  # 1/3 is a share
    value = Decimal(_GROUPS.sub("", match["n"]))
    if match["suffix"]:
        value = shifted(value, _SUFFIX[match["suffix"]])
    elif match["exponent"]:
        value = _power(value, match["exponent"])
    elif match["below"]:
        value = EXACT.divide(value, Decimal(match["below"]))
    return _made(text, low, at, match.end(), value)


def _negative(found: Amount) -> Amount:
    """-.34%: a dash before a bare point is a sign whatever stands before it."""
    return changed(found, start=found.start - 1, value=EXACT.minus(found.value or Decimal(0)))


def _power(value: Decimal, exponent: str) -> Decimal:
    try:
        return EXACT.power(value, Decimal(exponent))
    except InvalidOperation:
        return value


def chinese(text: str, low: int, at: int, end: int) -> Amount | None:
    """A Chinese numeral without a unit: with places, or between marks.

    >>> chinese("共二百五十。", 0, 1, 6).value
    Decimal('250')
    """
    measured = _with_unit(text, low, at, end)
    match = _CHINESE.match(text, at, end)
    if measured or not match:
        return measured
    try:
        value = read(match.group()[: match.start("more") - at] if match["more"] else match.group())
    except ValueError:
        return None
    numeral = match.group()
    value = shifted(value, sum(map(POWER.__getitem__, match["then"])) if match["more"] else 0)
    many = len(numeral) > 1 and not set(numeral) <= CAPITALS and not _PLACED.match(text, at, end)
    if not (many or _alone(text, low, at, match.end(), end)):
        return None
    found = _made(text, low, at, match.end(), value)
    return changed(found, bound=Bound.OVER) if match["more"] and found.bound is Bound.EXACT else found


def _with_unit(text: str, low: int, at: int, end: int) -> Amount | None:
    """一升, 五分, 一个 at the beginning of a phrase; 半个, 半加仑."""
    if at > low and (text[at - 1] == "（" or (text[at - 1].isalpha() and text[at - 1] not in _BESIDE)):
        return None  # （万元） heads a column
    half = _HALF.match(text, at, end)
    if half:
        made = unit(half["unit"])
        return _made(text, low, at, half.end(), _HALF_PRICE if made.symbol == "折" else Decimal("0.5"), made)
    found = amount(text, low, at, end)
    if found is None or found.unit is NO_UNIT or (_PLACE.match(text, at) and text[found.end : found.end + 1].isalnum()):
        return None  # 万元|GDP, 千兆|用户
    return found


def _alone(text: str, low: int, at: int, stop: int, end: int) -> bool:
    before, after = at == low or text[at - 1], stop >= end or text[stop]
    left = before is True or not before.isalpha() or before in _BESIDE or before in "负負"
    right = after is True or not after.isalpha() or after in _BESIDE or after == "这"
    return left and right


def _made(text: str, low: int, at: int, stop: int, value: Decimal, measured: Unit = NO_UNIT) -> Amount:
    start = sign(text, low, at)
    before = qualifier.before(text, low, start)
    bound = before.bound if before else Bound.EXACT
    signed = EXACT.minus(value) if start < at else value
    first = before.at if before else start
    return Amount(first, stop, at, stop, measured, bound, Shape.PLAIN, ("quantity.bare",), signed)


def page_links(text: str, amounts: Sequence[Amount]) -> tuple[Sequence[Amount], list[Other]]:
    """The amounts but the links to the pages of a text, 1 2 3 4: numbers from 1 on, with nothing but blanks between.

    >>> from govdoc.facts.find import find
    >>> from govdoc.text.normalise import normalise
    >>> [o.role.value for o in find(normalise("渔船36艘。\\n\\n   1   2   3\\n")).others]
    ['id', 'id', 'id']
    """
    runs: list[int] = []  # the indices of links
    count = 0  # of the run that ends here
    for index, number in enumerate(amounts):
        goes_on = count and number.value == count + 1 and text[amounts[index - 1].end : number.start].isspace()
        count = count + 1 if goes_on else int(number.value == 1)
        if number.unit is not NO_UNIT:
            count = 0
        elif count == _FEW_LINKS:
            runs += range(index - count + 1, index + 1)
        elif count > _FEW_LINKS:
            runs.append(index)
    if not runs:
        return amounts, []
    links = frozenset(runs)
    found = [Other(amounts[i].start, amounts[i].end, Role.ID, "label.page") for i in runs]
    return [number for i, number in enumerate(amounts) if i not in links], found
