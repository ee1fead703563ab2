"""What was found, as models: a :class:`Quantity` for an amount, a :class:`Numeral` for every number of the source."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from operator import attrgetter

from govdoc.facts.mention import Amount, Found, Shape
from govdoc.model.date import Date
from govdoc.model.quantity import Numeral, Quantity, Role, Unit
from govdoc.model.span import Span
from govdoc.text.normal import NormalText
from govdoc.text.pattern import pattern

_QUANTITY, _DATE, _ID = Role.QUANTITY, Role.DATE, Role.ID
_RANK = Shape.RANK  # bound once: Python 3.11 looks members up slowly
_SPAN = attrgetter("span")
_quantity, _numeral, _date = Quantity.trusted, Numeral.trusted, Date.trusted
_tuple = tuple.__new__  # the named tuple's own constructor is a Python function
_DIGIT_RUNS = pattern("[0-9０-９]+")


def quantity(normal: NormalText, amount: Amount) -> Quantity:
    """The model of an amount."""
    span, words = normal.words(amount.start, amount.end)
    return _quantity(
        span=span,
        text=words,
        value=amount.value,
        low=amount.low,
        high=amount.high,
        parts=amount.parts,
        unit=_placed(amount.unit.symbol) if amount.shape is _RANK else amount.unit,
        bound=amount.bound,
    )


@cache
def _placed(symbol: str) -> Unit:
    """The 位 of 第3位 counts places and not people."""
    return Unit.trusted(symbol=symbol, dimension="rank", factor=None)


def numerals(
    normal: NormalText, found: Found, quantities: Sequence[Quantity], dates: Mapping[int, str]
) -> tuple[Numeral, ...]:
    """A :class:`Numeral` for every number of the source, in text order; digits in debris are ids.

    ``quantities`` are the models of the amounts: a numeral is where its quantity is. ``dates`` gives the ISO value
    of the moments that needed a year from elsewhere, by their start.
    """
    words = normal.words
    made: dict[int, Numeral] = {}  # by where each begins: whole numbers are sorted many times as fast as spans
    for amount, model in zip(found.amounts, quantities, strict=True):
        made[amount.start] = _numeral(span=model.span, text=model.text, role=_QUANTITY, date=None, rule=amount.rules[0])
    for start, end, role, rule in found.others:
        span, text = words(start, end)
        made[start] = _numeral(span=span, text=text, role=role, date=None, rule=rule)
    for start, end, iso, rule, _ in found.moments:
        span, text = words(start, end)
        value = iso or dates.get(start)
        day = _date(span=span, text=text, value=value) if value else None  # 每年1月31日 is of no year
        made[start] = _numeral(span=span, text=text, role=_DATE, date=day, rule=rule)
    ordered = [made[start] for start in sorted(made)]
    return tuple(sorted([*ordered, *_debris(normal, ordered)], key=_SPAN) if normal.debris else ordered)


def _debris(normal: NormalText, made: Sequence[Numeral]) -> Iterator[Numeral]:
    """The digit runs that normalisation left out of the source, but those inside a numeral ``made``."""
    spans = [numeral.span for numeral in made]
    for left in normal.debris:
        nearest = bisect_left(spans, left) - 1
        if nearest < 0 or spans[nearest].end <= left[0]:
            for run in _DIGIT_RUNS.finditer(normal.source, *left):
                yield _numeral(span=_tuple(Span, run.span()), text=run.group(), role=_ID, date=None, rule="debris")
