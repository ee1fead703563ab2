"""Entities of a web page that nobody decoded (&#8220;, &ldquo;, &lt;): the character they stand for, in as much room.

The text keeps its length, so every span stays exact: what an entity leaves free is filled with
characters that count for nothing.
"""

from __future__ import annotations

import html
import re
import unicodedata

from govdoc.text.pattern import pattern

_ENTITY = pattern(r"&(?:#[0-9]{2,5}|#[xX][0-9A-Fa-f]{2,4}|[A-Za-z]{2,8})[;；]")
_FILL = "\u200b"
_CLOSING = ("Pe", "Pf")  # ” 》 ）: what ends with one of these ends where its entity does


def decoded(text: str) -> str:
    """A text of the same length with its entities read; those of white space stay, they are no text.

    >>> decoded("解决&#8220;老账&#8221;问题").replace(chr(0x200b), "")
    '解决“老账”问题'
    >>> len(decoded("清农办&lt;2019&gt;6号")), decoded("A&B;研发&开发；")
    (17, 'A&B;研发&开发；')
    """
    return _ENTITY.sub(_read, text) if "&" in text else text


def _read(match: re.Match[str]) -> str:
    words = match[0]
    char = html.unescape(words[:-1] + ";")
    if len(char) != 1 or char.isspace() or not char.isprintable():
        return words
    fill = _FILL * (len(words) - 1)
    return fill + char if char == ">" or unicodedata.category(char) in _CLOSING else char + fill
