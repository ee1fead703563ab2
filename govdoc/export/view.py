"""Document → what a person reads: header lines, the outline, a table of facts. Plain values, no colour."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from govdoc.model.document import Document
from govdoc.model.fact import Fact, Status
from govdoc.model.quantity import Quantity
from govdoc.model.section import Section

_LONGEST = 60  # characters of a heading or subject that fit a line


class Line(NamedTuple):
    """A line of the outline: how deep it stands and what it says."""

    depth: int
    text: str


def header_lines(document: Document) -> Iterator[tuple[str, str]]:
    """What 版头 and 版记 say, as (name, value); only what is there.

    >>> from govdoc.parse import parse
    >>> dict(header_lines(parse("关于防汛工作的通知\\n各村：\\n现有险段3处。\\n云岭镇人民政府\\n2024年5月6日")))["标题"]
    '关于防汛工作的通知'
    """
    head, end = document.header, document.closing
    date = end.date or head.date
    shown = (
        ("文种", document.kind.value if document.kind else ""),
        ("标题", head.title.value if head.title else ""),
        ("副标题", head.subtitle.value if head.subtitle else ""),
        ("发文机关标志", "、".join(x.value for x in head.issuer_marks)),
        ("发文字号", head.doc_number.value if head.doc_number else ""),
        ("密级", head.security.value if head.security else ""),
        ("紧急程度", head.urgency.value if head.urgency else ""),
        ("签发人", "、".join(x.value for x in head.signatories)),
        ("主送机关", head.addressees.value if head.addressees else ""),
        ("署名", "、".join(x.value for x in end.signatures)),
        ("成文日期", (date.value or date.text) if date else ""),
        ("附件", "；".join(x.title.value for x in end.attachments)),
        ("附注", end.note.value if end.note else ""),
        ("抄送", "、".join(x.value for x in end.cc)),
        ("印发", end.printer.value if end.printer else ""),
    )
    return ((name, value) for name, value in shown if value)


def outline(document: Document) -> Iterator[Line]:
    """The headings, those of enclosures under the enclosure's title."""
    for section in document.sections:
        yield from _below(section, 0)
    for enclosure in document.enclosures:
        title = enclosure.header.title
        yield Line(0, f"〔附〕{title.value if title else ''}")
        for section in enclosure.sections:
            yield from _below(section, 1)


def _below(section: Section, depth: int) -> Iterator[Line]:
    text = section.label
    if not section.title and section.paragraphs:
        text += section.paragraphs[0].text
    yield Line(depth, short("".join(text.split())))
    for child in section.children:
        yield from _below(child, depth + 1)


FACT_COLUMNS = ("对象", "数量", "值", "口径", "时期", "类别", "所在层次")


def fact_row(fact: Fact) -> tuple[str, ...]:
    """A fact as cells under :data:`FACT_COLUMNS`."""
    return (
        short(fact.indicator or (fact.subject.value if fact.subject else ""), 24),
        "".join(fact.quantity.text.split()),
        amount(fact.quantity),
        fact.scope.value if fact.scope else "",
        fact.period.value if fact.period else "",
        _sort(fact),
        short(fact.section[-1] if fact.section else "", 24),
    )


def _sort(fact: Fact) -> str:
    words = [fact.measure.value]
    if fact.change:
        words.append((fact.change.basis.value if fact.change.basis else "") + _ARROWS[fact.change.direction.value])
    if fact.status != Status.ACTUAL:
        words.append(fact.status.value)
    return " ".join(words)


_ARROWS = {"up": "↑", "down": "↓", "flat": "→"}


def amount(quantity: Quantity) -> str:
    """The value with its unit: ``34 宗``, ``100000~300000 元``, ``3.6:48:48.4``."""
    if quantity.parts:
        return ":".join(format(x, "f") for x in quantity.parts)
    ends = [quantity.value] if quantity.value is not None else [quantity.low, quantity.high]
    if all(x is None for x in ends):
        return f"? {quantity.unit}".strip()
    return f"{'~'.join('' if x is None else format(x, 'f') for x in ends)} {quantity.unit}".strip()


def short(text: str, longest: int = _LONGEST) -> str:
    """At most ``longest`` characters."""
    return text if len(text) <= longest else text[: longest - 1] + "…"
