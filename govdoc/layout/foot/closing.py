"""The closing of a part, and the 版记 that may stand behind the enclosures (GB/T 9704-2012 §7.3.4-7.4)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from govdoc.layout.element.addressee import names
from govdoc.layout.element.moment import PRINTED, date_model
from govdoc.layout.element.organ import is_organ
from govdoc.layout.foot.attachment import Listed, attachment_models, linked, listed
from govdoc.layout.foot.signoff import Known, SignOff, signoffs, undated
from govdoc.layout.foot.tail import Element, Kind, elements, tail_end, tail_start
from govdoc.layout.head.title import issuers
from govdoc.layout.part import Part, Role
from govdoc.model.date import Date
from govdoc.model.header import Closing
from govdoc.model.span import Phrase
from govdoc.text.normal import NormalText
from govdoc.text.pattern import pattern

_RED_HEAD = (Role.MARK, Role.NUMBER)  # an enclosure that has them is another's document, and so is the 版记 behind it
_DAY = pattern(PRINTED)


def closing(normal: NormalText, parts: Sequence[Part], which: int) -> Closing:
    """The closing of ``parts[which]``; for the letter also the 版记 behind the last enclosure."""
    part = parts[which]
    known = Known(issuers=issuers(parts[0].head) if which == 0 else ())
    signoff = _signoff(normal, part, known)
    after = list(elements(normal, signoff.end if signoff else part.closing, part.end))
    found = listed(normal, part.closing, signoff.start if signoff else _stop(after, part.end))
    if found is None and signoff:
        found = linked(normal, tail_end(normal, signoff.end, part.end), part.end)
    if which == 0 and found is None and len(parts) > 1:
        found = _of_enclosure(normal, parts[1])
    record = after
    if which == 0 and len(parts) > 1 and not any(cell.role in _RED_HEAD for p in parts[1:] for cell in p.head):
        record = after + list(_record(normal, parts[-1]))
    printed = next((e for e in record if e.kind is Kind.PRINT), None)
    date = date_model(normal, *signoff.date) if signoff and signoff.date else None
    return Closing.trusted(
        span=normal.tile(part.closing, part.end),
        attachments=attachment_models(normal, found) if found else (),
        signatures=_signatures(normal, signoff),
        date=date,
        note=_note(normal, after),
        cc=_cc(normal, record),
        printer=_printer(normal, printed),
        print_date=_print_date(normal, printed, date),
    )


def _signoff(normal: NormalText, part: Part, known: Known) -> SignOff | None:
    """The signature with its date, or the organ that signs without one."""
    found = next(iter(signoffs(normal, part.closing, part.end, known)), None)
    if found or not known.issuers:
        return found
    organ = undated(normal, part.body, tail_start(normal, part.closing, part.end), known.issuers)
    return SignOff(*organ, (organ,), None) if organ else None


def _of_enclosure(normal: NormalText, part: Part) -> Listed | None:
    """The 附件说明 that stands at the end of an enclosed 方案, when that is no letter of its own."""
    signed = any(s.organs for s in signoffs(normal, part.closing, part.end))
    return None if signed else listed(normal, part.closing, part.end)


def _stop(after: Sequence[Element], end: int) -> int:
    return after[0].start if after else end


def _record(normal: NormalText, last: Part) -> Iterable[Element]:
    """抄送 and 印发 of the last enclosure's closing, without its own signature."""
    signoff = next(iter(signoffs(normal, last.closing, last.end)), None)
    return elements(normal, signoff.end if signoff else last.closing, last.end)


def _signatures(normal: NormalText, signoff: SignOff | None) -> tuple[Phrase, ...]:
    return tuple(normal.phrase(a, b) for a, b in signoff.organs) if signoff else ()


def _note(normal: NormalText, after: Sequence[Element]) -> Phrase | None:
    note = next((e for e in after if e.kind is Kind.NOTE), None)
    return normal.phrase(note.start + 1, note.end - 1) if note else None


def _cc(normal: NormalText, record: Sequence[Element]) -> tuple[Phrase, ...]:
    """The organs behind 抄送：, parted at ，; at 、 when there is no ，; at spaces when there is no sign at all."""
    found: list[tuple[int, int]] = []
    for element in record:
        if element.kind is Kind.CC:
            start = max(element.start, normal.text.find("：", element.start, element.end) + 1)  # none: it goes on
            end = element.end - (normal.text[element.end - 1] in "。，")
            if start < end:
                found += _parted(normal, start, end)
    return tuple(normal.phrase(a, b) for a, b in found)


def _parted(normal: NormalText, start: int, end: int) -> list[tuple[int, int]]:
    told = normal.text[start:end]
    parts = [(start + a, start + b) for a, b in names(told, "，；" if "，" in told else "、；")]
    if len(parts) > 1:
        return parts
    gaps = [at for at in range(start + 1, end) if normal.gaps[at]]
    spaced = list(pairwise([start, *gaps, end]))
    return spaced if all(is_organ(normal.text[a:b]) for a, b in spaced) else parts


def _printer(normal: NormalText, printed: Element | None) -> Phrase | None:
    match = _DAY.search(normal.text, printed.start, printed.end) if printed else None
    if not printed or not match or match.start() == printed.start:
        return None
    end = match.start()
    while normal.text[end - 1] in " \n":
        end -= 1
    if normal.text.endswith("印发", printed.start + 1, end):
        end -= len("印发")  # 清溪县人民政府办公室印发|2023年5月5日印发
    return normal.phrase(printed.start, end)


def _print_date(normal: NormalText, printed: Element | None, signed: Date | None) -> Date | None:
    """The day of 印发; without its year (7月6日印) the first such day from the 成文日期 on."""
    match = _DAY.search(normal.text, printed.start, printed.end) if printed else None
    if match is None:
        return None
    return date_model(normal, *match.span(), since=signed.value if signed else None)
