"""A text parted into the letter and its enclosures, each into header, body and closing.

Evidence decides, not position: 文种 and salutation end a header, organs with a date end a letter,
附件 lines, named titles and whatever follows a closing begin an enclosure.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from govdoc.layout.body.unnumbered import opens_with_heading
from govdoc.layout.element.docno import NumberPlace
from govdoc.layout.element.kind import kind_row
from govdoc.layout.element.pieces import pieces
from govdoc.layout.enclosure import enclosure_body, enclosure_starts, listed_titles, named, serial_starts
from govdoc.layout.foot.attachment import Listed, linked, listed
from govdoc.layout.foot.signoff import Known, SignOff, signoffs, undated
from govdoc.layout.foot.tail import tail_end, tail_start
from govdoc.layout.head.reading import Head, head, read_cells
from govdoc.layout.head.title import issuers
from govdoc.layout.label import page_label
from govdoc.layout.part import Part, Role
from govdoc.text.normal import NormalText

_LETTER = 6000  # a letter that encloses something is shorter than this


def zones(normal: NormalText, numbers: Sequence[NumberPlace]) -> tuple[Part, ...]:
    """The parts of a text, the letter first; they tile it.

    >>> from govdoc.text.normalise import normalise
    >>> n = normalise("云岭镇防汛通知\\n各村：\\n现印发方案。\\n云岭镇人民政府\\n2023年5月4日\\n云岭镇防汛方案\\n一、目标\\n安全。")
    >>> [n.text[p.start:p.body] for p in zones(n, ())]
    ['云岭镇防汛通知\\n各村：\\n', '云岭镇防汛方案\\n']
    """
    end = len(normal.text)
    top = head(normal, 0, end, numbers)
    body = _skip(normal, top.body, end) if not _is_untitled(normal, top) else 0
    known = Known(tuple(named(normal, body, min(end, body + _LETTER))), issuers(top.cells))
    series = serial_starts(normal, top.cells, body, end)
    last = series[0] if series else end
    closing, stop, found = _closing(normal, body, last, known)
    known = known._replace(titles=(*listed_titles(normal, found), *known.titles))
    bounds = [*enclosure_starts(normal, stop, last, known.titles, numbers), *series, end]
    above = tuple(c for c in top.cells if c.end <= body)
    parts = [Part(0, body, closing, bounds[0], above)]
    for start, after in pairwise(bounds):
        parts.append(_enclosure(normal, start, after, known, numbers))
    return tuple(parts)


def _is_untitled(normal: NormalText, top: Head) -> bool:
    """Whether the one line above the first sentence is the first heading of the body, not its title."""
    only = top.cells[0] if len(top.cells) == 1 and top.cells[0].start == 0 else None
    return only is not None and only.role is Role.FREE and not only.look and opens_with_heading(normal, only.end)


def _enclosure(normal: NormalText, start: int, end: int, known: Known, numbers: Sequence[NumberPlace]) -> Part:
    body = _skip(normal, enclosure_body(normal, start, end, known.titles, numbers), end)
    above = tuple(read_cells(normal, start, body, numbers))
    for signoff in signoffs(normal, body, end):
        if signoff.organs and tail_end(normal, signoff.end, end) >= end:
            found = listed(normal, body, signoff.start)
            return Part(start, body, found.start if found else signoff.start, end, above)
    return Part(start, body, max(body, tail_start(normal, body, end)), end, above)


def _skip(normal: NormalText, at: int, end: int) -> int:
    while at < end and normal.text[at] in "\n ":
        at += 1
    return at


def _closing(normal: NormalText, body: int, end: int, known: Known) -> tuple[int, int, Listed | None]:
    """Where the letter's closing begins and ends, and its 附件说明."""
    for signoff in signoffs(normal, body, end, known):
        stop = tail_end(normal, signoff.end, end)
        if stop >= end or signoff.organs or _encloses(normal, signoff, stop, end, known):
            found = listed(normal, body, signoff.start)
            below = linked(normal, stop, end) if found is None else None
            return (found.start if found else signoff.start), (end if below else stop), found or below
    label = page_label(normal, body, end)
    if label is not None:
        found = listed(normal, body, label)
        return (found.start if found else label), label, found
    tail = max(body, tail_start(normal, body, end))
    organ = undated(normal, body, tail, known.issuers)
    if organ:
        found = listed(normal, body, organ[0])
        return (found.start if found else organ[0]), end, found
    return tail, end, listed(normal, tail, end)


def _encloses(normal: NormalText, signoff: SignOff, stop: int, end: int, known: Known) -> bool:
    """Whether what follows a date without organs is an enclosure: a note stood between, or a title follows."""
    if stop > signoff.end + 1 or any(normal.text.startswith(t[:6], stop) for t in known.titles):
        return True
    after = next(pieces(normal, stop, min(end, stop + 100)), None)
    return after is not None and len(after.text) > 5 and kind_row(after.text) is not None and "。" not in after.text
