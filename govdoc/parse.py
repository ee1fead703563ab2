"""THE PIPELINE: source → normal text → parts → outlines → numbers → facts → Document."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from govdoc.check import check
from govdoc.facts.find import find
from govdoc.facts.link import link
from govdoc.facts.mention import Context, Other, Place
from govdoc.facts.models import numerals
from govdoc.facts.time.resolved import resolve
from govdoc.layout.body.sections import outline
from govdoc.layout.element.docno import NumberPlace, doc_numbers
from govdoc.layout.foot.attachment import ordinal_places
from govdoc.layout.foot.closing import closing
from govdoc.layout.head.header import document_kind, header, stray_numbers
from govdoc.layout.label import label_number
from govdoc.layout.part import Outline, Part
from govdoc.layout.zones import zones
from govdoc.model.document import Document, Enclosure
from govdoc.model.header import Closing, Header
from govdoc.model.quantity import Role
from govdoc.references import references
from govdoc.text.look import Look
from govdoc.text.normal import NormalText
from govdoc.text.normalise import normalise


def parse(text: str, *, looks: Sequence[Look] = ()) -> Document:
    """Read an official document (公文).

    Never raises for any ``str``: what is wrong with the text is said in ``Document.issues``.
    ``looks`` says how its lines looked on the page, when a file format knows.

    >>> doc = parse("关于信访工作的报告\\n县政府：\\n一、工作情况\\n今年受理信访案件34宗。\\n云岭镇人民政府\\n2021年11月23日")
    >>> doc.header.title.value, doc.sections[0].title.value, doc.closing.date.value
    ('关于信访工作的报告', '工作情况', '2021-11-23')
    >>> fact = doc.facts[0]
    >>> fact.subject.value, fact.quantity.value, str(fact.quantity.unit), fact.period.value
    ('信访案件', Decimal('34'), '宗', '2021')
    """
    with _uncollected():
        return _parse(text, looks)


@contextmanager
def _uncollected() -> Iterator[None]:
    """The collector of cycles waits: a parse makes thousands of objects and no cycle.

    Looking for cycles among them, and among the documents that the caller keeps, takes a fifth of the time.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _parse(text: str, looks: Sequence[Look]) -> Document:
    normal = normalise(text).seen(looks) if looks else normalise(text)
    numbers = doc_numbers(normal)
    parts = zones(normal, numbers)
    outlines = [outline(normal, part) for part in parts]
    heads = [header(normal, part, numbers) for part in parts]
    ends = [closing(normal, parts, which) for which in range(len(parts))]
    found = find(normal, _claims(normal, parts, outlines, ends, numbers))
    context = _context(normal, outlines, heads, ends[0])
    dates = resolve(normal, found, context)
    facts = link(normal, found, context, dates)
    document = Document.trusted(
        text=text,
        kind=document_kind(heads[0]),
        header=heads[0],
        preamble=outlines[0].preamble,
        sections=outlines[0].sections,
        closing=ends[0],
        enclosures=_enclosures(normal, parts, outlines, heads, ends),
        facts=facts,
        references=references(normal, numbers, [head.doc_number.span for head in heads if head.doc_number]),
        numerals=numerals(normal, found, [fact.quantity for fact in facts], dates.said),
        issues=(),
    )
    return document.with_issues(check(document))


def _claims(
    normal: NormalText,
    parts: Sequence[Part],
    outlines: Sequence[Outline],
    ends: Sequence[Closing],
    numbers: Sequence[NumberPlace],
) -> list[Other]:
    """The numbers the layout has read: heading markers, 发文字号, those of 附件： lists and of enclosures, in text order."""
    docnos = [Other(n.start, n.end, Role.DOCNO, "docno") for n in numbers]
    labels = [label_number(normal.text, part.start, part.end) for part in parts[1:]]
    listed = (place for end in ends for place in ordinal_places(normal, end.attachments))
    return sorted(
        [
            *docnos,
            *(Other(*label, Role.MARKER, "enclosure.label") for label in labels if label),
            *(Other(*place, Role.MARKER, "closing.attachment") for place in listed),
            *(Other(*place, Role.ID, "head.number") for place in stray_numbers(parts[0].head)),
            *(claim for o in outlines for claim in o.claims),
        ]
    )


def _context(normal: NormalText, outlines: Sequence[Outline], heads: Sequence[Header], end: Closing) -> Context:
    """What the fact stages may know of the layout: title, date of the document, sections."""
    title, date, number = heads[0].title, end.date or heads[0].date, heads[0].doc_number
    said = date.value if date else str(number.year) if number and number.year else None  # 清府〔2022〕10号 is of 2022
    places = [place for read, head in zip(outlines, heads, strict=True) for place in _under(read, head, heads[0])]
    return Context(normal.place(title.span) if title else None, said, tuple(places))


def _under(read: Outline, head: Header, letter: Header) -> Sequence[Place]:
    """The places of a part; those of an enclosure stand under its title."""
    if head is letter or head.title is None:
        return read.places
    title = head.title.value
    return [Place(p.start, p.end, p.title, p.title_end, (title, *p.path)) for p in read.places]


def _enclosures(
    normal: NormalText,
    parts: Sequence[Part],
    outlines: Sequence[Outline],
    heads: Sequence[Header],
    ends: Sequence[Closing],
) -> tuple[Enclosure, ...]:
    return tuple(
        Enclosure.trusted(
            header=head,
            preamble=read.preamble,
            sections=read.sections,
            closing=end,
            span=normal.tile(part.start, part.end),
        )
        for part, read, head, end in list(zip(parts, outlines, heads, ends, strict=True))[1:]
    )
