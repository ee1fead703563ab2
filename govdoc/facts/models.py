"""What was found, as models: a :class:`Quantity` for an amount, a :class:`Numeral` for every number of the source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import attrgetter

from govdoc.facts.mention import Amount, Found
from govdoc.model.date import Date
from govdoc.model.quantity import Numeral, Quantity, Role
from govdoc.model.span import Span
from govdoc.text.normal import NormalText
from govdoc.text.pattern import pattern

_QUANTITY, _DATE = Role.QUANTITY, Role.DATE
_SPAN = attrgetter("span")
_quantity, _numeral, _date = Quantity.trusted, Numeral.trusted, Date.trusted
_tuple = tuple.__new__  # the named tuple's own constructor is a Python function
_EVERY_DIGIT = "0123456789０１２３４５６７８９"
_DIGIT_RUNS = pattern(f"[{_EVERY_DIGIT}]+")


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
        unit=amount.unit,
        bound=amount.bound,
    )


def numerals(normal: NormalText, found: Found, dates: Mapping[int, str] | None = None) -> tuple[Numeral, ...]:
    """A :class:`Numeral` for every number of the source, in text order; digits in debris are ids.

    ``dates`` gives the ISO value of the moments that needed a year from elsewhere, by their start.
    """
    said = dates or {}
    words = normal.words
    made: list[Numeral] = []
    for amount in found.amounts:
        span, text = words(amount[0], amount[1])
        made.append(_numeral(span=span, text=text, role=_QUANTITY, date=None, rule=amount.rules[0]))
    for start, end, role, rule in found.others:
        span, text = words(start, end)
        made.append(_numeral(span=span, text=text, role=role, date=None, rule=rule))
    for start, end, iso, rule, _ in found.moments:
        span, text = words(start, end)
        value = iso or said.get(start)
        day = _date(span=span, text=text, value=value) if value else None  # 每年1月31日 is of no year
        made.append(_numeral(span=span, text=text, role=_DATE, date=day, rule=rule))
    made.sort(key=_SPAN)
    debris = _debris(normal.source, made)
    return tuple(sorted((*made, *debris), key=_SPAN)) if debris else tuple(made)


def _debris(source: str, made: Sequence[Numeral]) -> list[Numeral]:
    """Digit runs before, between and after the numerals ``made``, in what normalisation dropped."""
    spans = list(map(_SPAN, made))
    ends = [0, *(end for _, end in spans)]
    between = [source[at:start] for at, (start, _) in zip(ends, spans, strict=False)]
    between.append(source[ends[-1] :])
    rest = "".join(between)
    # a plain search a digit skips through the text faster than a set
    if not any(digit in rest for digit in _EVERY_DIGIT):
        return []
    runs = ((at, match) for at, part in zip(ends, between, strict=True) for match in _DIGIT_RUNS.finditer(part))
    return [
        _numeral(
            span=_tuple(Span, (at + m.start(), at + m.end())), text=m.group(), role=Role.ID, date=None, rule="debris"
        )
        for at, m in runs
    ]
