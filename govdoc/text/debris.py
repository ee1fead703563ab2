"""What stands in a source but is not text: white space, controls, and what converters leave behind."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from govdoc.text.pattern import pattern
from govdoc.text.record import record

_SPACE = (  # with the space of GBK's private use and the bullets of a symbol font
    r"\x00-\x20\x7f-\xa0\xad\u1680\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufe00-\ufe0f\ufeff\ufff9-\ufffc"
    r"\ue5e5\uf020-\uf0ff"
)
_LINE_SPACE = r"[ \t\u3000\xa0\u200b\x0c]"
_PIECE = (  # the first character is a set, which the scan skips through the text with
    rf"[{_SPACE}<\[](?:(?<![<\[])[{_SPACE}]*+"
    r"|(?<=<)U\+[0-9A-F]{4}>"  # a character some converter could not write: <U+00A0>
    r"|(?<=\[)bookmark[:：][^\]\n]{0,60}\])"  # Word bookmarks of a .doc converter
)
_OPENS = "|".join(rf"(?<=\n{_LINE_SPACE}{{{width}}})" for width in range(6)) + rf"|(?<={_LINE_SPACE}{{6}})"
_N = "[0-9]{1,3}"
_PAGE = (  # a page number on a line of its own
    rf"(?:[-—－―·]{{1,2}}[ \xa0]?{_N}[ \xa0]?[-—－―·]{{1,2}}"  # —1—
    rf"|第 ?{_N} ?页(?:[ ，/]{{0,3}}共 ?{_N} ?页)?|共 ?{_N} ?页[ ，/]{{0,3}}第 ?{_N} ?页"  # 第1页 共5页, 第1页/共5页
    rf"|{_N} ?/ ?{_N}|[Pp]age {_N}(?: of {_N})?)"  # 3/12
    rf"(?={_LINE_SPACE}*(?:[\r\n]|$))"
)
_BULLETS = "▲►▶➢√✓□★☆♦◇▪※"  # and no ○, which is a zero too
_LINE = (  # what is no text at the beginning of a line
    rf"(?=[-—－―·第共0-9Pp{_BULLETS}])(?:{_OPENS})(?:{_PAGE}|[{_BULLETS}](?![{_BULLETS}]|{_LINE_SPACE}*\n))"
)
GAP = pattern(f"({_PIECE}(?:{_PIECE}|{_LINE})*+)")
"""A run of anything that is not text; :meth:`re.Pattern.split` gives text and gaps in turn."""
PAGE = pattern(rf"\n{_LINE_SPACE}*{_PAGE}|\x0c")
"""The end of a page, in a gap: its number on a line of its own, or a form feed."""
BULLET = pattern(f"[{_BULLETS}]")
"""The sign of a list, in a gap."""
DOTS = "·•●■◆"
"""Signs of lists that stay in the text: a line of a few words behind one may be a heading."""
BREAK = pattern(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
"""A line break in a gap."""
ZERO_WIDTH = (
    "\xad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufe0e\ufe0f\ufeff\ufffc"
    "\x00\x01\x02\x03\x04\x05\x06\x08\x0e\x0f\x13\x14\x15\x1f"  # among them what Word marks fields with
)
"""Characters that nobody sees; a gap of nothing else is none."""


def marked(words: Collection[str]) -> set[str]:
    """Those of the gaps that are more than white space, or have a form feed in it; most texts have none."""
    return {gap for gap in set(words) if not gap.isspace() or "\f" in gap}


@record
class Gaps:
    """The runs of what is not text, a column for each thing to know of them: columns are read in a third of the time of rows."""

    starts: Sequence[int]
    ends: Sequence[int]
    words: Sequence[str]
    breaks: Sequence[int]  # line breaks in it
    lengths: Sequence[int]  # characters that stand before it on its line
