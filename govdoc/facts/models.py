"""What was found, as models: a :class:`Quantity` for an amount, a :class:`Numeral` for every number of the source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import attrgetter, itemgetter

from govdoc.facts.mention import Amount, Found
from govdoc.model.date import Date
from govdoc.model.quantity import Numeral, Quantity, Role
from govdoc.model.span import Span
from govdoc.text.normal import NormalText
from govdoc.text.pattern import pattern

_Row = tuple[int, int, Role, str, str | None]  # a numeral to be: its place, role, rule, and its date
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
    rows: list[_Row] = [(a.start, a.end, Role.QUANTITY, a.rules[0], None) for a in found.amounts]
    rows += [(*other, None) for other in found.others]
    rows += [(m.start, m.end, Role.DATE, m.rule, m.value or said.get(m.start)) for m in found.moments]
    rows.sort(key=_PLACE)
    made, between, at = list[Numeral](), list[str](), 0
    for span, row in zip(normal.spans(map(_PLACE, rows)), rows, strict=True):
        made.append(_numeral(normal.source, span, row))
        between.append(normal.source[at : span[0]])
        at = span[1]
    between.append(normal.source[at:])
    debris = _debris(made, between)
    return tuple(sorted((*made, *debris), key=_SPAN)) if debris else tuple(made)


def _numeral(source: str, span: Span, row: _Row) -> Numeral:
    _, _, role, rule, value = row
    text = source[span[0] : span[1]]
    day = Date.trusted(span=span, text=text, value=value) if value else None  # 每年1月31日 is of no year
    return Numeral.trusted(span=span, text=text, role=role, date=day, rule=rule)


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
