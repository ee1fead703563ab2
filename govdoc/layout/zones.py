"""A text parted into the letter and its enclosures, each into header, body and closing.

Evidence decides, not position: 文种 and salutation end a header, organs with a date end a letter,
附件 lines, named titles and whatever follows a closing begin an enclosure.
"""

from __future__ import annotations

from collections.abc import Sequence

from govdoc.layout.attachment import Listed, listed
from govdoc.layout.docno import NumberPlace
from govdoc.layout.enclosure import enclosure_starts, listed_titles, named
from govdoc.layout.head import head
from govdoc.layout.part import Part
from govdoc.layout.signoff import SignOff, signoffs
from govdoc.layout.tail import tail_end, tail_start
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
    body = _body(normal, 0, end, numbers)
    titles = named(normal, body, min(end, body + _LETTER))
    closing, stop, found = _closing(normal, body, end, titles)
    titles += listed_titles(normal, found)
    starts = enclosure_starts(normal, stop, end, titles)
    bounds = [*starts, end]
    parts = [Part(0, body, closing, bounds[0])]
    for start, after in zip(bounds, bounds[1:], strict=False):
        parts.append(_enclosure(normal, start, after, numbers))
    return tuple(parts)


def _enclosure(normal: NormalText, start: int, end: int, numbers: Sequence[NumberPlace]) -> Part:
    body = _body(normal, start, end, numbers)
    for signoff in signoffs(normal, body, end):
        if signoff.organs and tail_end(normal, signoff.end, end) >= end:
            found = listed(normal, body, signoff.start)
            return Part(start, body, found.start if found else signoff.start, end)
    return Part(start, body, max(body, tail_start(normal, body, end)), end)


def _body(normal: NormalText, lo: int, hi: int, numbers: Sequence[NumberPlace]) -> int:
    body, text = head(normal, lo, hi, numbers).body, normal.text
    while body < hi and text[body] in "\n ":
        body += 1
    return body


def _closing(normal: NormalText, body: int, end: int, titles: Sequence[str]) -> tuple[int, int, Listed | None]:
    """Where the letter's closing begins and ends, and its 附件说明."""
    for signoff in signoffs(normal, body, end, titles):
        stop = tail_end(normal, signoff.end, end)
        if _closes(normal, signoff, body, stop, end, titles):
            found = listed(normal, body, signoff.start)
            return (found.start if found else signoff.start), stop, found
    start = tail_start(normal, body, end)
    return max(start, body), end, None


def _closes(normal: NormalText, signoff: SignOff, body: int, stop: int, end: int, titles: Sequence[str]) -> bool:
    """Whether a signature ends the letter here: nothing else follows, or an enclosure does."""
    if stop >= end:
        return True
    if not signoff.organs:
        return any(normal.text.startswith(t[:6], stop) for t in titles) or stop > signoff.end
    return True
