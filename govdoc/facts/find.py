"""The search (查找): one scan of the text, each number read once by the first reader that knows it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from govdoc.facts import date, label, overlap, ratio
from govdoc.facts import quantity as grammar
from govdoc.facts.mention import Amount, Claim, Found, Moment, Other
from govdoc.facts.numeral import HAN
from govdoc.facts.unit import ROWS, NO_UNIT
from govdoc.model.date import Date
from govdoc.model.quantity import Numeral, Quantity, Role
from govdoc.model.span import Span
from govdoc.text.normal import NormalText
from govdoc.text.normalise import normalise

Mention = Amount | Moment | Other
_FOLLOWS = "".join(sorted({form[0] for form in ROWS} | set("余多来分之点年月级等届类款条项中期次")))
_FOLLOWS = re.escape(_FOLLOWS).replace("]", r"\]")
_SCAN = re.compile(
    rf"[0-9{HAN}半首翻过减对第“](?:(?<=[0-9])(?P<digit>)|(?<=[{HAN}])(?P<han>[{HAN}]*)(?=[{_FOLLOWS}五”])"
    rf"|(?<=第)(?P<ordinal>)(?=[0-9{HAN}])|(?<=[半首翻过减对])(?P<word>)(?=[位半数番两一])|(?<=“)(?=[{HAN}]{{1,2}}五)(?P<plan>))"
)
_DIGITS = re.compile("[0-9０-９]+")


def find(normal: NormalText, claims: Sequence[Claim] = ()) -> Found:
    """All numbers of a text; what ``claims`` covers is taken as it is said.

    >>> found = find(normalise("2021年共办件34件，同比增长5.2%。"))
    >>> [str(a.unit) for a in found.amounts], found.moments[0].value
    (['件', '%'], '2021')
    """
    text = normal.text
    amounts: list[Amount] = []
    moments: list[Moment] = []
    others = [Other(c.start, c.end, c.role, c.rule) for c in claims]
    for stretch in overlap.free(len(text), claims):
        at = stretch.start
        while match := _SCAN.search(text, at, stretch.end):
            mention = _read(text, at, match, stretch.end)
            at = match.end()
            if mention is None:
                continue
            at = max(at, mention.end)
            (amounts if isinstance(mention, Amount) else moments if isinstance(mention, Moment) else others).append(mention)  # type: ignore[attr-defined]
    others.sort()
    return Found(tuple(amounts), tuple(moments), tuple(others))


def _read(text: str, low: int, match: re.Match[str], end: int) -> Mention | None:
    at, kind = match.start(), match.lastgroup
    if kind == "digit":
        return _arabic(text, low, at, end)
    if kind == "han":
        return _chinese(text, low, at, match.end(), end)
    if kind == "ordinal":
        return label.ordinal(text, at, end)
    if kind == "plan":
        return date.plan(text, at + 1, end)
    return ratio.word(text, low, at, end)


def _arabic(text: str, low: int, at: int, end: int) -> Mention:
    return (
        label.named_with_latin(text, low, at, end)
        or date.moment(text, at, end)
        or label.identifier(text, low, at, end)
        or label.grade(text, at, end)
        or ratio.fraction(text, low, at, end)
        or grammar.amount(text, low, at, end)
        or Other(at, _DIGITS.match(text, at, end).end(), Role.UNKNOWN, "unknown")  # type: ignore[union-attr]
    )


def _chinese(text: str, low: int, at: int, run_end: int, end: int) -> Mention | None:
    found = (
        label.lexical(text, at, end)
        or label.grade(text, at, end)
        or label.ordinal_tail(text, at, end)
        or date.moment(text, at, end)
        or ratio.fraction(text, low, at, end)
    )
    if found:
        return found
    amount = grammar.amount(text, low, at, end)
    if amount is None or amount.unit is NO_UNIT:
        return None
    return amount


def quantity(normal: NormalText, amount: Amount) -> Quantity:
    """The model of an amount."""
    span = normal.span(amount.start, amount.end)
    return Quantity.trusted(
        span=span, text=normal.source[span[0] : span[1]], value=amount.value, low=amount.low, high=amount.high,
        parts=amount.parts, unit=amount.unit, bound=amount.bound,
    )


def numerals(normal: NormalText, found: Found, dates: Mapping[int, str] | None = None) -> tuple[Numeral, ...]:
    """A :class:`Numeral` for every number of the source, in text order; digits in debris are ids."""
    said = dates or {}
    made: list[Numeral] = []
    source = normal.source
    for mention in sorted((*found.amounts, *found.moments, *found.others), key=lambda m: m.start):
        span = normal.span(mention.start, mention.end)
        words = source[span[0] : span[1]]
        if isinstance(mention, Amount):
            made.append(Numeral.trusted(span=span, text=words, role=Role.QUANTITY, date=None, rule=mention.rules[0]))
        elif isinstance(mention, Moment):
            value = mention.value or said.get(mention.start)
            day = Date.trusted(span=span, text=words, value=value)
            made.append(Numeral.trusted(span=span, text=words, role=Role.DATE, date=day, rule=mention.rule))
        else:
            made.append(Numeral.trusted(span=span, text=words, role=mention.role, date=None, rule=mention.rule))
    return _with_debris(source, made)


def _with_debris(source: str, made: list[Numeral]) -> tuple[Numeral, ...]:
    """Digit runs of the source that no number covers stand in what normalisation dropped."""
    rest: list[Numeral] = []
    at = 0
    ends = iter([*made, None])
    current = next(ends)
    for match in _DIGITS.finditer(source):
        while current is not None and current.span.end <= match.start():
            current = next(ends)
        if current is None or current.span.start >= match.end():
            span = Span(*match.span())
            rest.append(Numeral.trusted(span=span, text=match.group(), role=Role.ID, date=None, rule="debris"))
    if not rest:
        return tuple(made)
    return tuple(sorted((*made, *rest), key=lambda n: n.span))


def quantities(text: str) -> tuple[Quantity, ...]:
    """The amounts of any text, in order.

    >>> [(q.text, q.value) for q in quantities("约1.2万余户参保")]
    [('约1.2万余户', Decimal('12000'))]
    """
    normal = normalise(text)
    return tuple(quantity(normal, a) for a in find(normal).amounts)
