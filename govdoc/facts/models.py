"""What was found, as models: a :class:`Quantity` for an amount, a :class:`Numeral` for every number of the source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import attrgetter, itemgetter

from govdoc.facts.mention import Amount, Found, Moment, Other
from govdoc.model.date import Date
from govdoc.model.quantity import Numeral, Quantity, Role
from govdoc.model.span import Span
from govdoc.text.normal import NormalText
from govdoc.text.pattern import pattern

_PLACE = itemgetter(0, 1)
_SPAN = attrgetter("span")
_EVERY_DIGIT = "0123456789０１２３４５６７８９"
_DIGIT_RUNS = pattern(f"[{_EVERY_DIGIT}]+")


def quantity(normal: NormalText, amount: Amount) -> Quantity:
    """The model of an amount."""
    span, words = normal.words(amount.start, amount.end)
    return Quantity.trusted(
        span=span,
        text=words,
        value=amount.value,
        low=amount.low,
        high=amount.high,
        parts=amount.parts,
        unit=amount.unit,
        bound=amount.bound,
    )


def numerals(normal: NormalText, found: Found, dates: Mapping[int, str] | None = None) -> tuple[Numeral, ...]:
    """A :class:`Numeral` for every number of the source, in text order; digits in debris are ids.

    ``dates`` gives the ISO value of the moments that needed a year from elsewhere, by their start.
    """
    said = dates or {}
    mentions: list[Amount | Moment | Other] = [*found.amounts, *found.others, *found.moments]
    mentions.sort(key=_PLACE)
    source, at = normal.source, 0
    made, between = list[Numeral](), list[str]()
    for mention, span in zip(mentions, normal.spans(map(_PLACE, mentions)), strict=True):
        start, end = span
        between.append(source[at:start])
        made.append(_numeral(mention, span, source[start:end], said))
        at = end
    between.append(source[at:])
    debris = _debris(made, between)
    return tuple(sorted((*made, *debris), key=_SPAN)) if debris else tuple(made)


def _numeral(mention: Amount | Moment | Other, span: Span, text: str, said: Mapping[int, str]) -> Numeral:
    if isinstance(mention, Amount):
        return Numeral.trusted(span=span, text=text, role=Role.QUANTITY, date=None, rule=mention.rules[0])
    if isinstance(mention, Other):
        return Numeral.trusted(span=span, text=text, role=mention.role, date=None, rule=mention.rule)
    value = mention.value or said.get(mention.start)
    day = Date.trusted(span=span, text=text, value=value) if value else None  # 每年1月31日 is of no year
    return Numeral.trusted(span=span, text=text, role=Role.DATE, date=day, rule=mention.rule)


def _debris(made: Sequence[Numeral], between: Sequence[str]) -> list[Numeral]:
    """Digit runs before, between and after the numerals ``made``, in what normalisation dropped."""
    rest = "".join(between)
    if not any(digit in rest for digit in _EVERY_DIGIT):  # a plain search a digit skips through the text faster than a set
        return []
    ends = [0, *(n.span.end for n in made)]
    runs = ((at, match) for at, part in zip(ends, between, strict=True) for match in _DIGIT_RUNS.finditer(part))
    return [
        Numeral.trusted(span=Span(at + m.start(), at + m.end()), text=m.group(), role=Role.ID, date=None, rule="debris")
        for at, m in runs
    ]
