"""The text the stages work on, with its way back to the source."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from govdoc.model.span import Phrase, Span
from govdoc.text.look import Look

_tuple = tuple.__new__  # the named tuple's own constructor is a Python function
_phrase = Phrase.trusted


class Gap(IntEnum):
    """What the source has before a character of the normal text."""

    NONE = 0
    SPACE = 1  # one narrow space
    WIDE = 2  # a tab, an ideographic space, or several spaces
    WRAP = 3  # a line break inside a paragraph
    LINE = 4  # a line break that ends a paragraph, or the indent that opens one in flat text
    BLANK = 5  # an empty line


@dataclass(frozen=True, slots=True)
class NormalText:
    """Squeezed text: no white space but what means something, narrow digits, （） for ().

    ``text`` keeps ``\\n`` where a paragraph ends and one space between Latin words or digit
    groups; everything else between characters is told by ``gaps[i]``, the :class:`Gap` before
    ``text[i]``. ``offsets[i]`` is the place of ``text[i]`` in ``source``; one entry more than
    ``text`` has characters. All coordinates inside the pipeline are of ``text``; :meth:`span`
    turns a range of it into a :class:`Span` of the source. ``debris`` is what was left out of the
    source besides white space; ``looks`` are in text order, in the coordinates of ``text`` too.
    """

    source: str
    text: str
    offsets: array[int] | range
    gaps: bytes
    debris: tuple[tuple[int, int], ...] = ()
    looks: tuple[Look, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """The source span of a non-empty range (an empty one gives an empty span)."""
        return self.words(start, end)[0]

    def tile(self, start: int, end: int) -> Span:
        """The source span of a tile: white space between two tiles belongs to the first of them.

        Tiles that tile the normal text tile the source.
        """
        offsets = self.offsets
        return _tuple(Span, (offsets[start] if start else 0, offsets[end] if end else 0))

    def place(self, span: Span) -> tuple[int, int]:
        """The range of the normal text that a source span covers."""
        return bisect_left(self.offsets, span.start), bisect_left(self.offsets, span.end)

    def seen(self, looks: Sequence[Look]) -> NormalText:
        """The same text with what the page showed, given in source coordinates; of two that overlap the first counts."""
        placed, last = list[Look](), 0
        for look in sorted(looks, key=_start):
            start, end = self.place(Span(look.start, look.end))
            end = min(end, len(self.text))
            while end > start and self.text[end - 1] == "\n":
                end -= 1
            if last <= start < end:
                placed.append(replace(look, start=start, end=end))
                last = end
        return replace(self, looks=tuple(placed))

    def look(self, at: int) -> Look | None:
        """How the line at ``at`` looked, when the format said it."""
        found = bisect_right(self.looks, at, key=_start) - 1 if self.looks else -1
        return self.looks[found] if found >= 0 and at < self.looks[found].end else None

    def words(self, start: int, end: int) -> tuple[Span, str]:
        """The source span of a range and its source words: what an :class:`Element` holds."""
        offsets = self.offsets
        first = offsets[start]
        last = offsets[end - 1] + 1 if end > start else first
        return _tuple(Span, (first, last)), self.source[first:last]

    def verbatim(self, start: int, end: int) -> str:
        """The source words of a range."""
        return self.words(start, end)[1]

    def clean(self, start: int, end: int) -> str:
        """The source characters of a range without the debris and space between them."""
        return self.phrase(start, end).value

    def _cleaned(self, start: int, end: int) -> str:
        source, text = self.source, self.text
        kept = "".join(source[o] if text[i] != "\n" else "" for i, o in enumerate(self.offsets[start:end], start))
        if "&" in kept or ";" in kept:  # an entity stays as it is printed: &#8220;老账&#8221;
            return "".join(self.verbatim(start, end).split())
        return kept

    def phrase(self, start: int, end: int) -> Phrase:
        """A range as a :class:`Phrase`."""
        span, words = self.words(start, end)
        whole = len(words) == end - start and "\n" not in words
        return _phrase(span=span, text=words, value=words if whole else self._cleaned(start, end))


def _start(look: Look) -> int:
    return look.start
