"""Characters that a converter wrote out (&#8220;, &ldquo;, &lt;, \\n, \\u3000): the one they stand for, in as much room.

The text keeps its length, so every span stays exact: what a written character leaves free is filled with
characters that count for nothing.
"""

from __future__ import annotations

import html
import re
import unicodedata

from govdoc.text.debris import ZERO_WIDTH
from govdoc.text.pattern import pattern

FILL = "\u200b"
"""What counts for nothing."""
_ENTITY = pattern(  # of a page escaped twice too: &amp;nbsp;
    r"&(?:amp[;；]){0,2}(?:(#[0-9]{2,5}|#[xX][0-9A-Fa-f]{2,4}|[A-Za-z]{2,8})[;；]|nbsp(?![A-Za-z]))"
)
_CLOSING = ("Pe", "Pf")  # ” 》 ）: what ends with one of these ends where its entity does
_ESCAPED = pattern(
    r"[\\_](?:(?<=\\)\\?(?:"
    r"(?:r\\{1,2})?(?P<line>[nr])(?![a-z])|(?P<tab>t)(?![a-z])"  # \n \r\n \t of a JSON file, \\n of one in another
    r"|u(?P<space>3000|00[Aa]0|200[0-9Bb]|[Ff][Ee][Ff][Ff])"  # \u3000
    r"|(?P<sign>[*_{}\[\]()#+\-.!|>~`\"/]))"  # 1\. \- of Markdown, \" \/ of JSON
    r"|(?<=_)x00(?P<sheet>0[AaDd])_)"  # the line ends of a spreadsheet's cell: _x000D_
)
_CONTROLS = {"line": "\n", "tab": "\t", "sheet": "\r"}


def decoded(text: str) -> str:
    """A text of the same length with what is written out read.

    >>> decoded("解决&#8220;老账&#8221;问题").replace(chr(0x200b), "")
    '解决“老账”问题'
    >>> len(decoded("清农办&lt;2019&gt;6号")), decoded("A&B;研发&开发；")
    (17, 'A&B;研发&开发；')
    >>> decoded(r"通知\\n\\u3000\\u3000各镇").replace(chr(0x200b), "")
    '通知\\n\\u3000\\u3000各镇'
    """
    if "&" in text:
        text = _ENTITY.sub(_read, text)
    return _ESCAPED.sub(_unescaped, text) if holds(text, "\\", "_x00") else text


def holds(text: str, *signs: str) -> bool:
    """Whether any of the signs stands in a text; one character is found ten times as fast as two, so it is asked first."""
    return any(sign[0] in text and sign in text for sign in signs)


def _read(match: re.Match[str]) -> str:
    words = match[0]
    char = html.unescape(f"&{match[1] or 'nbsp'};")
    if char in ZERO_WIDTH:
        return FILL * len(words)
    if len(char) != 1 or not (char.isprintable() or char.isspace()):
        return words
    fill = FILL * (len(words) - 1)
    return fill + char if char == ">" or unicodedata.category(char) in _CLOSING else char + fill


def _unescaped(match: re.Match[str]) -> str:
    """What an escape stands for; a sign stands where it is printed."""
    char = match["sign"] or _CONTROLS.get(match.lastgroup or "") or chr(int(match["space"], 16))
    return FILL * (len(match[0]) - 1) + char
