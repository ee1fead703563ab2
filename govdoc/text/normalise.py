"""Source → :class:`NormalText`: one pass over the gaps, the offset map built on the way.

Only what is safe for every reader is folded here, character for character: full-width digits and
letters, ％, brackets. NFKC would turn 10³ into 103, so it is never applied wholesale.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Sequence

from govdoc.text.debris import BREAK, GAP
from govdoc.text.normal import Gap, NormalText
from govdoc.text.pattern import pattern
from govdoc.text.wrap import Wrapping

_FOLD: dict[str, str] = {
    **{chr(0xFF10 + i): chr(0x30 + i) for i in range(10)},
    **{chr(0xFF21 + i): chr(0x41 + i) for i in range(26)},
    **{chr(0xFF41 + i): chr(0x61 + i) for i in range(26)},
    **{chr(i): unicodedata.normalize("NFKC", chr(i)) for i in range(0x2F00, 0x2FD6)},  # ⼀ of PDF text
    **dict(zip("％﹪．－()［］;!?", "%%.-（）[]；！？", strict=True)),
}
_FOLDABLE = pattern("[" + re.escape("".join(_FOLD)) + "]")
_HALF = pattern(r"(?<![0-9])[,:]|[,:](?![0-9])")  # a comma or colon of prose, not of 1,234 or 12:30
_HALF_TO_FULL = {",": "，", ":": "："}

_SPACED_DIGITS = pattern(r"(?<![0-9. ])[0-9](?: [0-9.]){1,12}(?= ?[^0-9. \n/／])(?! [0-9])")
_PLAIN = (" ", "\xa0")
_INDENT = pattern(r"\u3000\u3000|\t| {4}")
_INDENTED = ("\n\u3000\u3000", "\n    ")  # and no deeper: a centred or right-hand line is not the first of a paragraph
_AFTER_INDENT = "。；：！？）】》”’"
_WORD = pattern(r"[0-9A-Za-z.%]")


def normalise(source: str) -> NormalText:
    """Fold, squeeze and map; linear in the text.

    >>> n = normalise("共罚款７ ４ ７ 亿元。\\n二、 工 作")
    >>> n.text
    '共罚款747亿元。\\n二、工作'
    >>> n.verbatim(3, 8), n.clean(12, 14)
    ('７ ４ ７ 亿元', '工作')
    """
    folded = _fold(source)
    gaps = [match.span() for match in GAP.finditer(folded)]
    if not gaps:
        return NormalText(source, folded, range(len(folded) + 1), bytes(len(folded) + 1))
    return _squeeze(source, folded, gaps, _kinds(folded, gaps))


def _squeeze(source: str, folded: str, gaps: Sequence[tuple[int, int]], kinds: Sequence[tuple[Gap, str]]) -> NormalText:
    """Leave the gaps out, each but for the character it keeps."""
    pieces: list[str] = []
    offsets = array("I")
    marks: list[tuple[int, Gap]] = []
    at = 0
    for (start, end), (kind, keep) in zip(gaps, kinds, strict=True):
        pieces.append(folded[at:start])
        offsets.extend(range(at, start))
        if keep:
            pieces.append(keep)
            offsets.append(start)
        marks.append((len(offsets), kind))
        at = end
    pieces.append(folded[at:])
    offsets.extend(range(at, len(folded) + 1))
    before = bytearray(len(offsets))
    for place, kind in marks:
        before[place] = kind
    return NormalText(source, "".join(pieces), offsets, bytes(before))


def _kinds(text: str, gaps: Sequence[tuple[int, int]]) -> list[tuple[Gap, str]]:
    """Each gap's kind and the character that the normal text keeps of it."""
    breaks = [_breaks(text[start:end]) for start, end in gaps]
    lengths = _line_lengths(text, gaps, breaks)
    lines = ((length, text[start - 1]) for (start, _), n, length in zip(gaps, breaks, lengths, strict=True) if n)
    wrapping = Wrapping.of(lines)
    spaced = _spaced_digits(text)
    kinds: list[tuple[Gap, str]] = []
    for (start, end), broken, length in zip(gaps, breaks, lengths, strict=True):
        if not start or end == len(text):
            kinds.append((Gap.NONE, ""))
        elif broken and wrapping.joins(text, start, end, length):
            kinds.append((Gap.WRAP, ""))
        elif broken:
            kinds.append((Gap.BLANK if broken > 1 else Gap.LINE, "\n"))
        else:
            kinds.append(_blank(text, start, end, start in spaced))
    return kinds


def _fold(source: str) -> str:
    folded = source
    for found in set(_FOLDABLE.findall(source)):
        folded = folded.replace(found, _FOLD[found])
    if "," in folded or ":" in folded:
        folded = _HALF.sub(lambda m: _HALF_TO_FULL[m.group()], folded)
    return folded


def _breaks(gap: str) -> int:
    """The number of line breaks in a gap."""
    return gap.count("\n") or (0 if gap in _PLAIN else len(BREAK.findall(gap)))


def _line_lengths(text: str, gaps: Sequence[tuple[int, int]], breaks: Sequence[int]) -> list[int]:
    """For each gap, how many characters its line has before it: of white space only the indent of a paragraph counts."""
    lengths = []
    at = length = 0
    for (start, end), broken in zip(gaps, breaks, strict=True):
        length += start - at
        lengths.append(length)
        at = end
        if broken:
            length = 2 if text.endswith(_INDENTED, start, end) else 0
    return lengths


def _spaced_digits(text: str) -> frozenset[int]:
    """Where a space stands between digits of one number (7 4 7 亿元)."""
    if " " not in text:
        return frozenset()
    return frozenset(at for match in _SPACED_DIGITS.finditer(text) for at in range(*match.span()))


def _blank(text: str, start: int, end: int, spaced: bool) -> tuple[Gap, str]:
    """A gap without a line break; flat text keeps the indent of a paragraph that had a line of its own."""
    gap = text[start:end]
    if text[start - 1] in _AFTER_INDENT and _INDENT.search(gap):
        return Gap.LINE, "\n"
    keep = not spaced and _WORD.match(text[start - 1]) and _WORD.match(text[end])
    return (Gap.SPACE if gap in _PLAIN else Gap.WIDE), " " if keep else ""
