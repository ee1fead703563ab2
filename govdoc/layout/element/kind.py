"""文种: the word that ends a title. The fifteen of the 条例 and their company stand in kind.tsv."""

from __future__ import annotations

import re
from functools import cache

from govdoc.model.header import DocumentKind
from govdoc.rulebook import Row, meanings
from govdoc.text.lexicon import any_of

_TAIL = r"(?:\[[0-9]{1,2}\])?(?:（[^（）]{1,40}）)?[》〉”]?"  # 办法（试行）, 规划（2021—2025年）, 公报[1]（第一号）
_REACH = 60


def kind_of(title: str) -> DocumentKind | None:
    """The 文种 of a title, by its last word.

    >>> kind_of("清溪县公共停车场管理办法（试行）").value
    '办法'
    >>> kind_of("云岭镇人民政府") is None, kind_of("各位代表") is None
    (True, True)
    """
    row = kind_row(title)
    return DocumentKind(row.value) if row and row.value else None


def kind_row(title: str) -> Row | None:
    """The row of kind.tsv whose form ends the title; 一封信 and the like have a row but no 文种."""
    match = _ending().search(title[-_REACH:])
    row = meanings("kind")[match["kind"]] if match else None
    return row if row and row.value != "-" else None


def kind_place(title: str) -> tuple[int, int] | None:
    """Where the word of the 文种 stands in the title."""
    match = _ending().search(title[-_REACH:])
    if not match or meanings("kind")[match["kind"]].value == "-":
        return None
    cut = max(0, len(title) - _REACH)
    return cut + match.start("kind"), cut + match.end("kind")


@cache
def kind_words() -> str:
    """All forms as a pattern."""
    return any_of(form for form, row in meanings("kind").items() if row.value != "-")


@cache
def list_words() -> re.Pattern[str]:
    """The words that end the title of an 附件: 表, 名单, 方案 …"""
    return re.compile(rf"(?:{kind_words()})(?:（[^（）]{{1,20}}）)?")


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(f"(?P<kind>{any_of(meanings('kind'))}){_TAIL}$")
