"""What happens to a clean text on its way (SPEC §2): one function a mess, listed once."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_WIDTH = 40  # characters a printed line holds


class Mess(NamedTuple):
    """A mess and its maker."""

    name: str
    make: Callable[[str], str]


def clean(text: str) -> str:
    """Nothing happens."""
    return text


def flat(text: str) -> str:
    """All on one line: two ideographic spaces are what remains of a line break."""
    return re.sub(r"\n+", "\u3000\u3000", text)


def wrapped(text: str) -> str:
    """Lines broken at the width of the page, in mid-word."""
    return "\n".join(line[at : at + _WIDTH] for line in text.split("\n") for at in range(0, max(1, len(line)), _WIDTH))


def wide_digits(text: str) -> str:
    """Full-width digits (全角)."""
    return text.translate(_WIDE)


def crlf(text: str) -> str:
    """A byte order mark, CRLF and indents."""
    return "\ufeff" + text.replace("\n", "\r\n\u3000\u3000")


def chrome(text: str) -> str:
    """A web page around it."""
    return f"首页 > 政务公开 > 法定主动公开内容\n{text}\n【字号：大 中 小】 打印 关闭窗口\n"


def debris(text: str) -> str:
    """What converters leave, and page numbers."""
    pages = text.split("\n\n")
    return "[bookmark: _GoBack]\n" + "\n— 1 —\n".join(pages)


MESSES = tuple(Mess(make.__name__, make) for make in (clean, clean, flat, wrapped, wide_digits, crlf, chrome, debris))
