"""Source → :class:`NormalText`: one pass over the gaps, the offset map built on the way.

Only what is safe for every reader is folded here, character for character: full-width digits and
letters, ％, brackets. NFKC would turn 10³ into 103, so it is never applied wholesale.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Sequence
from functools import cache
from itertools import accumulate

from govdoc.text.debris import BREAK, BULLET, GAP, PAGE, ZERO_WIDTH, Gaps, marked
from govdoc.text.entity import decoded
from govdoc.text.markup import bare
from govdoc.text.normal import Gap, NormalText
from govdoc.text.pattern import pattern
from govdoc.text.rows import parting
from govdoc.text.running import without_pages
from govdoc.text.spacing import PLAIN, WORD, idle
from govdoc.text.wrap import Wrapping

_FOLD: dict[str, str] = {
    **{chr(0xFF10 + i): chr(0x30 + i) for i in range(10)},
    **{chr(0xFF21 + i): chr(0x41 + i) for i in range(26)},
    **{chr(0xFF41 + i): chr(0x61 + i) for i in range(26)},
    **{chr(i): unicodedata.normalize("NFKC", chr(i)) for i in range(0x2F00, 0x2FD6)},  # ⼀ of PDF text
    **dict(zip("％﹪．－‐‑‒–―()［］;!?︰﹕＂「」", '%%.----——（）[]；！？：："“”', strict=True)),
}
_FOLDABLE = pattern("[" + re.escape("".join(_FOLD)) + "]")
_HALF = {  # a comma or colon of prose, not of 1,234 or 12:30; a literal is found in a third of the time of a set
    half: (pattern(half + "(?:(?<![0-9].)|(?![0-9]))"), full) for half, full in (",，", ":：")
}
_ELL = pattern(  # the l that a scanner reads for 1: 第l条, and l. or l、 at the beginning of a line
    r"l(?:(?<=第l)(?=[0-9]{0,2}[编章节条款项号届次])|(?<=[\n\u3000]l)(?=[.、](?![A-Za-z])))"
)
_SCALED = "(?:[%‰万亿倍元吨亩斤]|个百分点|[平立]方|公[里顷斤]|千瓦|[微毫]克|[毫厘]?米)"  # behind decimals, not behind list numbers
_DOT = pattern(rf"·(?<=[0-9]·)(?=[0-9]{{1,2}}{_SCALED})")  # 上涨1·8%, but 5·12地震
_QUOTE = pattern('(["“”])')
_DASHED = pattern(  # --到2025年，…: a typist's ——, not a rule (-----)
    r"(?m)(?:^|(?<=[。；：]))([ \t\u3000]*)--(?=[“\"0-9一-龥])"
)

_SPACED_DIGITS = pattern(  # the first character is a set, which the scan skips through the text with
    r"[0-9](?<![0-9.].)(?<![0-9.] .)(?:"
    r"(?: [0-9.]){1,12}(?= ?[^0-9. \n/／])(?! [0-9])"  # 7 4 7 亿元
    r"|(?<=[1-9])[0-9]{0,2} (?=0[0-9]?(?:(?<=0[0-9])\.[0-9]+)? ?[万亿元%户人亩吨家件项名个])"  # 10 0亿元
    r"|[0-9]{0,3} (?=\.[0-9]{1,3}(?![0-9.]))"  # 12 .5%
    rf"|(?<=[^\s。；：）].)[0-9]{{0,4}}\. (?=[0-9]{{1,3}} ?(?:{_SCALED}|[折岁年天]|小时|分）)))"  # 增长12. 5%, but 1. 5万元以下的
)
_SPACED = pattern(" (?<=[0-9.] )(?=[0-9.])")  # what a number so parted has, and most texts have not
_INDENT = pattern(r"\u3000\u3000|\t| {4}")
_INDENTED = ("\n\u3000\u3000", "\n    ")  # and no deeper: a centred or right-hand line is not the first of a paragraph
_AFTER_INDENT = "。；：！？）】》”’"
_USUAL = 1 << 16  # characters; hardly a report is longer

_EDGE, _JOINED = (Gap.NONE, ""), (Gap.WRAP, "")
_SPACE = (Gap.SPACE, "")
_LINE, _BLANK = (Gap.LINE, "\n"), (Gap.BLANK, "\n")


def normalise(source: str) -> NormalText:
    """Fold, squeeze and map; linear in the text. What is no ``str`` is a :class:`TypeError`.

    >>> n = normalise("共罚款７ ４ ７ 亿元。\\n二、 工 作")
    >>> n.text
    '共罚款747亿元。\\n二、工作'
    >>> n.verbatim(3, 8), n.clean(12, 14)
    ('７ ４ ７ 亿元', '工作')
    """
    if not isinstance(source, str):
        raise TypeError(f"expected str, not {type(source).__name__}: govdoc.read takes paths and bytes")
    folded = _fold(source)
    parts = GAP.split(folded)
    if len(parts) == 1:
        return NormalText(source, folded, range(len(folded) + 1), bytes(len(folded) + 1))
    parts = without_pages(folded, parts)
    gaps = _gaps(parts)
    return _squeeze(source, parts, gaps, _kinds(folded, gaps))


def _squeeze(source: str, parts: Sequence[str], gaps: Gaps, kinds: Sequence[tuple[Gap, str]]) -> NormalText:
    """Leave the gaps out, each but for the character it keeps."""
    places = _places(len(source) + 1)
    pieces = [parts[0]]
    offsets = places[: gaps.starts[0]]
    before = bytearray(len(source) + 1)
    for start, end, (kind, keep), text in zip(gaps.starts, gaps.ends, kinds, parts[2::2], strict=True):
        if keep:
            pieces.append(keep)
            offsets.append(start)
        pieces.append(text)
        before[len(offsets)] = kind
        offsets += places[end : end + len(text)]
    offsets.append(len(source))
    return NormalText(source, "".join(pieces), offsets, bytes(before[: len(offsets)]), _debris(gaps))


def _debris(gaps: Gaps) -> tuple[tuple[int, int], ...]:
    """Where more than white space is left out: page numbers, tags, what an entity leaves free."""
    said = {words for words in set(gaps.words) if not words.isspace()}
    places = zip(gaps.starts, gaps.ends, gaps.words, strict=True) if said else ()
    return tuple((start, end) for start, end, words in places if words in said)


def _places(count: int) -> array[int]:
    """At least ``count`` numbers from 0 on, to copy from."""
    return _counted() if count <= _USUAL else array("I", range(count))


@cache
def _counted() -> array[int]:
    """Counting anew would cost as much as all the rest."""
    return array("I", range(_USUAL))


def _gaps(parts: Sequence[str]) -> Gaps:
    """The gaps of a text parted by :data:`GAP`; of white space only the indent of a paragraph counts for its line."""
    words = parts[1::2]
    ends = list(accumulate(map(len, parts)))
    known = {gap: (_breaks(gap), 2 if gap.endswith(_INDENTED) else 0) for gap in set(words)}
    lengths, length = list[int](), 0
    for text, gap in zip(parts[::2], words, strict=False):
        length += len(text)
        lengths.append(length)
        breaks, indent = known[gap]
        if breaks:
            length = indent
    return Gaps(ends[:-1:2], ends[1::2], words, [known[gap][0] for gap in words], lengths)


def _kinds(text: str, gaps: Gaps) -> list[tuple[Gap, str]]:
    """Each gap's kind and the character that the normal text keeps of it."""
    wrapping = Wrapping.of(text, gaps)
    spaced = _spaced_digits(text)
    unsaid = idle(text, gaps)
    tabled = parting(text, gaps) if "\t" in text else ()
    signed = marked(gaps.words)
    pages = {words for words in signed if PAGE.search(words)}
    lists = {words for words in signed if BULLET.search(words)}
    kinds: list[tuple[Gap, str]] = []
    rows = zip(gaps.starts, gaps.ends, gaps.words, gaps.breaks, gaps.lengths, strict=True)
    for number, (start, end, words, breaks, length) in enumerate(rows):
        if not start or end == len(text):
            kinds.append(_EDGE)
        elif number in tabled:
            kinds.append(_BLANK if breaks > 1 else _LINE)
        elif not breaks:
            whole = start in spaced and text[start - 1].isdigit() and text[end].isdigit()
            kind = _EDGE if whole else _blank(text[start - 1], words, text[end], spaced=start in spaced)
            kinds.append(_EDGE if kind == _SPACE and number in unsaid else kind)
        elif words not in lists and wrapping.joins(text, (start, end, breaks, length), turns=words in pages):
            kinds.append(_JOINED)
        else:
            kinds.append(_LINE if breaks == 1 else _BLANK)
    return kinds


def _fold(source: str) -> str:
    """The source with its markup blanked out and each sign in its usual form; of the same length."""
    folded = bare(decoded(source))
    for found in set(_FOLDABLE.findall(folded)):
        folded = folded.replace(found, _FOLD[found])
    for half, (prose, full) in _HALF.items():
        if half in folded:
            folded = prose.sub(full, folded)
    if '"' in folded:
        folded = _quoted(folded)
    if "·" in folded:
        folded = _DOT.sub(".", folded)
    if "--" in folded:
        folded = _DASHED.sub(r"\1——", folded)
    if "l" in folded:
        folded = _ELL.sub("1", folded)
    return folded


def _quoted(text: str) -> str:
    """Straight quotation marks as the opening and closing ones they stand for."""
    return "\n".join(_paired(line) if '"' in line else line for line in text.split("\n"))


def _paired(line: str) -> str:
    """One line; where its marks are no pairs (12") they stay as they are."""
    words = _QUOTE.split(line)
    opens = False
    for at in range(1, len(words), 2):
        opens = not opens if words[at] == '"' else words[at] == "“"
        words[at] = "“" if opens else "”"
    return line if opens else "".join(words)


def _breaks(gap: str) -> int:
    """The number of line breaks in a gap."""
    return gap.count("\n") or (0 if gap in PLAIN else len(BREAK.findall(gap)))


def _spaced_digits(text: str) -> frozenset[int]:
    """Where a space stands between digits of one number (7 4 7 亿元)."""
    if not _SPACED.search(text):
        return frozenset()
    return frozenset(at for match in _SPACED_DIGITS.finditer(text) for at in range(*match.span()))


def _blank(before: str, words: str, after: str, *, spaced: bool) -> tuple[Gap, str]:
    """A gap without a line break; flat text keeps the indent of a paragraph that had a line of its own."""
    if words[0] in ZERO_WIDTH and not words.strip(ZERO_WIDTH):
        return _EDGE
    if before in _AFTER_INDENT and _INDENT.search(words):
        return _LINE
    keep = not spaced and before in WORD and after in WORD
    return (Gap.SPACE if words in PLAIN else Gap.WIDE), " " if keep else ""
