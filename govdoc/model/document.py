"""The whole: :class:`Document` and :class:`Enclosure`."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from govdoc.model.base import Value
from govdoc.model.derivation import Derivation, Step
from govdoc.model.fact import Fact, Status
from govdoc.model.header import Closing, DocumentKind, Header
from govdoc.model.issue import Issue
from govdoc.model.quantity import Numeral, Quantity
from govdoc.model.reference import Reference
from govdoc.model.section import Preamble, Section
from govdoc.model.span import Span


class Enclosure(Value):
    """A document inside the document: the 方案 that a 印发通知 encloses, or an 附件 with its own body."""

    header: Header
    preamble: Preamble
    sections: tuple[Section, ...]
    closing: Closing
    span: Span

    def __repr__(self) -> str:
        """What it is at a glance, as of :class:`Document`."""
        return f"<Enclosure title={self.header.title and self.header.title.value}: {len(self.sections)} sections>"

    __str__ = __repr__


class Document(Value):
    """An official document (公文), read.

    Header, preamble, sections, closing and enclosures tile ``text``.
    """

    text: str
    kind: DocumentKind | None
    header: Header
    preamble: Preamble
    sections: tuple[Section, ...]
    closing: Closing
    enclosures: tuple[Enclosure, ...]
    facts: tuple[Fact, ...]
    references: tuple[Reference, ...]
    numerals: tuple[Numeral, ...]
    issues: tuple[Issue, ...]

    def __repr__(self) -> str:
        """What it is at a glance; all its facts would fill screens."""
        kind, title = self.kind and self.kind.value, self.header.title and self.header.title.value
        counts = f"{len(self.text)} characters, {len(self.facts)} facts, {len(self.issues)} issues"
        return f"<Document kind={kind} title={title}: {counts}>"

    __str__ = __repr__

    def with_issues(self, issues: tuple[Issue, ...]) -> Document:
        """The same document with these issues."""
        return Document.trusted(**{**self.__dict__, "issues": issues})

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """The amounts, in text order: one a fact."""
        return tuple(fact.quantity for fact in self.facts)

    def walk(self) -> Iterator[Section]:
        """All sections in text order, those of the letter first, then those of the enclosures."""
        for sections in (self.sections, *(e.sections for e in self.enclosures)):
            for section in sections:
                yield from section.walk()

    def find(
        self,
        indicator: str | None = None,
        *,
        subject: str | None = None,
        unit: str | None = None,
        scope: str | None = None,
        period: str | int | None = None,
        status: Status | str | None = None,
        value: Decimal | float | None = None,
    ) -> tuple[Fact, ...]:
        """The facts that agree with everything given; ``subject`` matches a part of the subject.

        ``indicator`` matches the canonical id or the subject as written; ``period`` the whole of
        its ISO form (2023 is not 2023-01/2023-06). A ``status`` that is none raises :class:`ValueError`.
        """
        stands = None if status is None else Status(status)
        when = None if period is None else str(period)
        size = None if value is None else Decimal(str(value))  # 99.3 is the number as written

        def agrees(fact: Fact) -> bool:
            name = fact.subject.value if fact.subject else ""
            return (
                (indicator is None or indicator in (fact.indicator, name))
                and (subject is None or subject in name)
                and (unit is None or fact.quantity.unit == unit)
                and (scope is None or (fact.scope is not None and fact.scope.value == scope))
                and (when is None or (fact.period is not None and fact.period.value == when))
                and (stands is None or fact.status is stands)
                and (size is None or fact.quantity.value == size)
            )

        return tuple(filter(agrees, self.facts))

    def explain(self, span: Span | tuple[int, int]) -> Derivation:
        """Which rule made what is at ``span``: one step a numeral, fact, section or reference there.

        ``print(doc.explain(fact.span))`` prints it; :func:`govdoc.explain` adds the rows' notes.
        """
        place = Span(*span)
        steps = [
            Step(rule=n.rule, what=f"numeral {n.role}", span=n.span, text=n.text)
            for n in self.numerals
            if place.overlaps(n.span)
        ]
        steps += [
            Step(rule=rule, what="fact", span=f.quantity.span, text=f.quantity.text)
            for f in self.facts
            if place.overlaps(f.quantity.span)
            for rule in f.rules
        ]
        steps += [
            Step(rule="reference", what="reference", span=r.span, text=r.text)
            for r in self.references
            if place.overlaps(r.span)
        ]
        steps += [
            Step(rule=f"heading.{s.marker.style.name.lower()}", what="heading", span=s.marker.span, text=s.marker.text)
            for s in self.walk()
            if s.marker and place.overlaps(s.marker.span)
        ]
        return Derivation(text=self.text[place.start : place.end], span=place, steps=tuple(steps))
