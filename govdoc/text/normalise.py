"""Source → :class:`NormalText`: one pass over the gaps, the offset map built on the way.

Only what is safe for every reader is folded here, character for character: full-width digits and
letters, ％, brackets. NFKC would turn 10³ into 103, so it is never applied wholesale.
"""

from __future__ import annotations

import re
import unicodedata
from array import array

from govdoc.text.normal import Gap, NormalText
from govdoc.text.wrap import Wrapping

_FOLD = {
    **{0xFF10 + i: 0x30 + i for i in range(10)},
    **{0xFF21 + i: 0x41 + i for i in range(26)},
    **{0xFF41 + i: 0x61 + i for i in range(26)},
    **{i: unicodedata.normalize("NFKC", chr(i)) for i in range(0x2F00, 0x2FD6)},  # ⼀ of PDF text
    **dict(zip(map(ord, "％﹪．－()［］;!?"), "%%.-（）[]；！？", strict=True)),
}
_FOLDABLE = re.compile("[" + "".join(map(chr, _FOLD)).replace("]", r"\]").replace("[", r"\[") + "]")
_HALF = re.compile(r"(?<![0-9])[,:]|[,:](?![0-9])")  # a comma or colon of prose, not of 1,234 or 12:30
_HALF_TO_FULL = {",": "，", ":": "："}

_DEBRIS = (
    r"<U\+[0-9A-F]{4}>"  # a character some converter could not write: <U+00A0>
    r"|\[bookmark[:：][^\]\n]{0,60}\]"  # Word bookmarks of a .doc converter
    r"|&(?:nbsp|emsp|ensp|#160|#12288);"
    r"|<!--(?:(?!<!--|-->)[\s\S]){0,3000}-->"  # a script or comment of a saved page
    r"|(?<=\n)[ \t\u3000\xa0]*(?:[-—－–―]{1,2}[ \xa0]?[0-9０-９]{1,3}[ \xa0]?[-—－–―]{1,2}"  # —1—
    r"|第[ ]?[0-9]{1,3}[ ]?页(?:[ ，,]?共[ ]?[0-9]{1,3}[ ]?页)?)(?=[ \t\u3000\xa0\r]*\n)"
)
_SPACE = r"[\s\x00-\x1f\x7f-\xa0\xad\u200b-\u200f\u2028-\u202f\u2060\u3000\ufeff\ufff9-\ufffc]"
_GAP = re.compile(f"(?:{_SPACE}+|{_DEBRIS})+")
_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SPACED_DIGITS = re.compile(r"(?<![0-9. ])[0-9](?: [0-9.]){1,12}(?= ?[^0-9. \n])(?! [0-9])")
_INDENT = re.compile(r"\u3000\u3000|\t| {4}")
_AFTER_INDENT = "。；：！？）】》”’"
_WORD = re.compile(r"[0-9A-Za-z.%]")


def normalise(source: str) -> NormalText:
    """Fold, squeeze and map; linear in the text.

    >>> n = normalise("共罚款７ ４ ７ 亿元。\\n二、 工 作")
    >>> n.text
    '共罚款747亿元。\\n二、工作'
    >>> n.verbatim(3, 8), n.clean(12, 14)
    ('７ ４ ７ 亿元', '工作')
    """
    folded = _fold(source)
    gaps = list(_GAP.finditer(folded))
    if not gaps:
        return NormalText(source, folded, range(len(folded) + 1), bytes(len(folded) + 1))
    spaced = {at for m in _SPACED_DIGITS.finditer(folded) for at in range(m.start(), m.end())} if " " in folded else set()
    wrapping = Wrapping.of(folded)
    pieces: list[str] = []
    offsets = array("I")
    kinds: list[tuple[int, int]] = []
    at = 0
    for match in gaps:
        start, end = match.span()
        pieces.append(folded[at:start])
        offsets.extend(range(at, start))
        at = end
        if not offsets or end == len(folded):
            continue
        kind, keep = _classify(folded, start, end, wrapping, start in spaced)
        if keep:
            offsets.append(start)
            pieces.append(keep)
        kinds.append((len(offsets), kind))
    pieces.append(folded[at:])
    offsets.extend(range(at, len(folded) + 1))
    marks = bytearray(len(offsets))
    for place, kind in kinds:
        marks[place] = kind
    return NormalText(source, "".join(pieces), offsets, bytes(marks))


def _fold(source: str) -> str:
    folded = source.translate(_FOLD) if _FOLDABLE.search(source) else source
    if "," in folded or ":" in folded:
        folded = _HALF.sub(lambda m: _HALF_TO_FULL[m.group()], folded)
    return folded


def _classify(text: str, start: int, end: int, wrapping: Wrapping, spaced_digit: bool) -> tuple[Gap, str]:
    """The kind of a gap and the character the normal text keeps for it."""
    gap = text[start:end]
    breaks = len(_BREAK.findall(gap))
    if breaks:
        if wrapping.joins(text, start, end):
            return Gap.WRAP, ""
        return (Gap.BLANK if breaks > 1 else Gap.LINE), "\n"
    before, after = text[start - 1], text[end]
    if before in _AFTER_INDENT and _INDENT.search(gap):
        return Gap.LINE, "\n"
    kind = Gap.SPACE if gap in " \xa0" else Gap.WIDE
    keep = not spaced_digit and _WORD.match(before) and _WORD.match(after)
    return kind, " " if keep else ""
