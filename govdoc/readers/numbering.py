"""Word's automatic numbering (自动编号), printed: the 一、/（一）/1. that are not in the text.

A paragraph names a list (``numId``) and a level, directly or through its style. The list points to
an abstract definition with up to nine levels: start, format, pattern (``（%1）``), restart. Counters
belong to the abstract definition; a ``startOverride`` of the list restarts them once.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple
from xml.etree.ElementTree import Element

from govdoc.readers.ooxml import attribute, child, children, name_of, value_of
from govdoc.rulebook import Row, rows

_LEVELS = 9
_PLACEHOLDER = re.compile(r"%([1-9])")
_WIDE_END = "、）．。：，】》"
_PRIVATE = re.compile(r"[\ue000-\uf8ff]")


class Level(NamedTuple):
    """One level of a list definition."""

    start: int
    format: str
    pattern: str
    restart: int | None  # restart after this level (1-based) moves on; 0 never
    legal: bool  # print all numbers of the pattern in Arabic digits
    suffix: str
    style: str


class Numbering:
    """The lists of a document and their counters, to be asked paragraph by paragraph."""

    def __init__(self, root: Element | None, style_lists: dict[str, tuple[str, int | None]]) -> None:
        self._abstract: dict[str, dict[int, Level]] = {}
        self._list: dict[str, str] = {}
        self._overrides: dict[str, dict[int, int]] = {}
        self._own: dict[str, dict[int, Level]] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._restarted: set[tuple[str, int]] = set()
        linked: dict[str, str] = {}
        for part in root if root is not None else ():
            if name_of(part) == "abstractNum":
                self._read_abstract(part, linked)
        for part in root if root is not None else ():
            if name_of(part) == "num":
                self._read_list(part)
        self._follow_links(linked, style_lists)

    def _read_abstract(self, part: Element, linked: dict[str, str]) -> None:
        key = attribute(part, "abstractNumId")
        self._abstract[key] = {int(attribute(x, "ilvl") or 0): _level(x) for x in children(part, "lvl")}
        link = value_of(part, "numStyleLink")
        if link:
            linked[key] = link

    def _read_list(self, part: Element) -> None:
        key = attribute(part, "numId")
        self._list[key] = value_of(part, "abstractNumId")
        for override in children(part, "lvlOverride"):
            level = int(attribute(override, "ilvl") or 0)
            start, own = value_of(override, "startOverride"), child(override, "lvl")
            if start:
                self._overrides.setdefault(key, {})[level] = _int(start, 1)
            if own is not None:
                self._own.setdefault(key, {})[level] = _level(own)

    def _follow_links(self, linked: dict[str, str], style_lists: dict[str, tuple[str, int | None]]) -> None:
        """A list may be defined by a numbering style, whose own list has the levels."""
        for key, style in linked.items():
            target = self._list.get(style_lists.get(style, ("", None))[0], "")
            if target and not self._abstract.get(key):
                self._abstract[key] = self._abstract.get(target, {})

    def level_of_style(self, list_id: str, style: str) -> int:
        """The level a paragraph style is linked to."""
        levels = self._abstract.get(self._list.get(list_id, ""), {})
        return next((n for n, level in levels.items() if style and level.style == style), 0)

    def print(self, list_id: str, level: int) -> str:
        """Count one on and print the number with what parts it from the text; ``""`` for no list."""
        key = self._list.get(list_id, "")
        levels = self._abstract.get(key, {}) | self._own.get(list_id, {})
        if not 0 <= level < _LEVELS or level not in levels:
            return ""
        counters = self._counters.setdefault(key, [None] * _LEVELS)
        self._count(counters, levels, list_id, level)
        return _printed(levels, counters, level)

    def _count(self, counters: list[int | None], levels: dict[int, Level], list_id: str, level: int) -> None:
        override = self._overrides.get(list_id, {}).get(level)
        now = counters[level]
        if override is not None and (list_id, level) not in self._restarted:
            self._restarted.add((list_id, level))
            counters[level] = override
        else:
            counters[level] = levels[level].start if now is None else now + 1
        for below in range(level + 1, _LEVELS):
            rule = levels[below].restart if below in levels else None
            if rule is None or (rule and level < rule):
                counters[below] = None


def _level(part: Element) -> Level:
    pattern = value_of(part, "lvlText")
    restart = value_of(part, "lvlRestart")
    return Level(
        start=_int(value_of(part, "start"), 1),
        format=value_of(part, "numFmt") or "decimal",
        pattern=pattern,
        restart=_int(restart, 0) if restart else None,
        legal=child(part, "isLgl") is not None,
        suffix=value_of(part, "suff") or "tab",
        style=value_of(part, "pStyle"),
    )


def _int(text: str, otherwise: int) -> int:
    return int(text) if re.fullmatch(r"-?[0-9]{1,9}", text) else otherwise


def _printed(levels: dict[int, Level], counters: list[int | None], level: int) -> str:
    this = levels[level]
    if this.format == "bullet":
        return "" if _PRIVATE.search(this.pattern) or not this.pattern.strip("·●•◆■□○") else this.pattern

    def number(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        other = levels.get(at)
        if other is None:
            return ""
        count = counters[at]
        form = "decimal" if this.legal and other.format != "none" else other.format
        return spelled(other.start if count is None else count, form)

    text = _PLACEHOLDER.sub(number, this.pattern)
    gap = "" if not text or this.suffix == "nothing" or text[-1] in _WIDE_END else " "
    return text + gap


@cache
def _formats() -> dict[str, Row]:
    return {row.id: row for row in rows("numfmt")}


def spelled(number: int, form: str) -> str:
    """A number in one of Word's formats; an unknown format prints Arabic digits.

    >>> spelled(12, "chineseCounting"), spelled(105, "chineseCountingThousand"), spelled(3, "chineseLegalSimplified")
    ('十二', '一百〇五', '叁')
    >>> spelled(10, "ideographDigital"), spelled(2, "decimalEnclosedCircle"), spelled(4, "upperRoman")
    ('一〇', '②', 'IV')
    """
    if form == "decimalZero":
        return f"{number:02}"
    row = _formats().get(form)
    if row is None or number < 0 or number > 99_999:
        return str(number)
    digits = row.forms
    match row.value:
        case "none":
            return ""
        case "positional":
            return "".join(digits[int(x)] for x in str(number))
        case "counting":
            return _counted(number, digits)
        case "roman":
            return _roman(number, digits)
        case "alphabet":
            return digits[(number - 1) % len(digits)] * ((number - 1) // len(digits) + 1) if number else ""
        case _:
            return digits[number - 1] if 0 < number <= len(digits) else str(number)


def _counted(number: int, digits: tuple[str, ...]) -> str:
    """十二 and 一百〇五; the 一 before a leading 十 is not written, but 壹拾 keeps it."""
    if number < 10:
        return digits[number]
    text, gap = "", False
    for unit, place in ((10_000, 13), (1000, 12), (100, 11), (10, 10), (1, 0)):
        digit, number = divmod(number, unit)
        if not digit:
            gap = bool(text)
            continue
        text += (digits[0] if gap else "") + digits[digit] + (digits[place] if unit > 1 else "")
        gap = False
    short = digits[1] + digits[10]
    return text[1:] if digits[1] == "一" and text.startswith(short) else text


def _roman(number: int, letters: tuple[str, ...]) -> str:
    one, five, ten, fifty, hundred, half, thousand = letters
    steps = (
        (1000, thousand), (900, hundred + thousand), (500, half), (400, hundred + half), (100, hundred),
        (90, ten + hundred), (50, fifty), (40, ten + fifty), (10, ten), (9, one + ten), (5, five), (4, one + five),
        (1, one),
    )  # fmt: skip
    text = ""
    for size, letter in steps:
        times, number = divmod(number, size)
        text += letter * times
    return text
