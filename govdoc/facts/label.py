"""Numbers that are no amounts: labels (三农, PM2.5, 5G), ids (phones, codes), ordinals, grades.

Words are rows of ``rules/label.tsv``; shapes are the patterns here.
"""

from __future__ import annotations

import re

from govdoc.facts.mention import Other
from govdoc.facts.numeral import HAN
from govdoc.facts.unit import trie
from govdoc.model.quantity import Role
from govdoc.rulebook import rows

WORDS = {form: row for row in rows("label") for form in row.forms}
_WORD = re.compile(trie(list(WORDS)))
_LATIN = re.compile(r"[A-Za-z]")
_NAME = re.compile(r"[A-Za-z0-9+._@/#&=?%~-]*")
_ID = re.compile(r"[0-9]{7,}(?:[-—][0-9]+)*|0[0-9]{2,3}[-—－一][0-9]{4,8}(?:[-—][0-9]+)?|[0-9]{3,}(?:-[0-9]{2,})+|[0-9]+X{2,}")
_GRADE = re.compile(rf"(?P<n>[0-9]+[A-Z]?|[{HAN}]{{1,3}})(?:[、至—-](?:[0-9]+|[{HAN}]{{1,3}}))?(?:星?级(?!数)|等奖|等功|年级|类(?=[客货地区人补、）]))")
_ORDINAL = re.compile(rf"第(?:[0-9]+|[{HAN}]+)")
_ORDINAL_TAIL = re.compile(rf"(?P<n>[{HAN}]{{1,4}}|[0-9]{{1,3}})(?:届|期(?=工程|项目|、|）|开|全)|中(?=、|全会)|次会议|次全)")


def lexical(text: str, at: int, end: int) -> Other | None:
    """A fixed expression that begins with the numeral at ``at``: 一站式, 十九大."""
    match = _WORD.match(text, at, end)
    if not match:
        return None
    row = WORDS[match.group()]
    return Other(at, match.end(), Role(row.value), f"label.{row.id}")


def named_with_latin(text: str, low: int, at: int, end: int) -> Other | None:
    """T800, PM2.5, G331, IPv6, www.a1.cn: digits right after a letter."""
    if at <= low or not _LATIN.match(text[at - 1]):
        return None
    return Other(at, _NAME.match(text, at, end).end(), Role.LABEL, "label.latin")  # type: ignore[union-attr]


def identifier(text: str, low: int, at: int, end: int) -> Other | None:
    """Phones, codes, long digit strings."""
    match = _ID.match(text, at, end)
    return Other(at, match.end(), Role.ID, "label.id") if match else None


def grade(text: str, at: int, end: int) -> Other | None:
    """3级, 一等奖, 5A级, 二年级."""
    match = _GRADE.match(text, at, end)
    return Other(at, match.end(), Role.GRADE, "label.grade") if match else None


def ordinal(text: str, at: int, end: int) -> Other | None:
    """第N at ``at``."""
    match = _ORDINAL.match(text, at, end)
    return Other(at, match.end(), Role.ORDINAL, "label.ordinal") if match else None


def ordinal_tail(text: str, at: int, end: int) -> Other | None:
    """十九届, 二中、三中全会, 一期工程."""
    match = _ORDINAL_TAIL.match(text, at, end)
    return Other(at, match.end(), Role.ORDINAL, "label.ordinal") if match else None
