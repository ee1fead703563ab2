"""Cited documents, laws and standards (引用).

By GB/T 9704-2012 a cited document stands with its title, then its number in brackets: 《关于…的通知》
（清府〔2023〕9号）. Titles hold titles (《关于印发〈…〉的通知》, and 《 》 for 〈 〉), stand in chains
（《甲》《乙》和《丙》), introduce short names （以下简称《条例》) and are followed by articles
(第三十二条第一款第（二）项). Standards are cited by number (GB/T 9704-2012).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from govdoc.layout.element.docno import NumberPlace, doc_number
from govdoc.model.header import DocNumber
from govdoc.model.reference import Reference
from govdoc.model.span import Span
from govdoc.rulebook import forms_of
from govdoc.text.lexicon import any_of
from govdoc.text.normal import NormalText
from govdoc.text.pattern import pattern

_HAN = "一二三四五六七八九十百零〇"
_CITED = pattern(  # 《…》（清府〔2023〕9号，以下简称《通知》）; 第三十二条第一款第（二）项; GB/T 9704-2012
    rf"""
    [《第A-Z](?:  # the first character is a set, which the scan skips through the text with
    (?<=《)(?P<title>(?:[^《》\n]|\n(?=[^《》\n]{{1,60}}》)|《[^《》\n]{{1,90}}》|(?<=[发转])《){{1,160}}?)》{{1,2}}
      (?:（(?P<aside>[^（）\n]{{2,90}}(?:（[^（）\n]{{1,20}}[）〕][^（）\n]{{0,60}})?)）)?
  | (?<=第)(?P<article>(?:[{_HAN}]{{1,6}}|[0-9]{{1,3}})条(?:之[一二三四五六七八九十])?
      (?:第[{_HAN}]{{1,3}}款)?(?:第?（?[{_HAN}]{{1,3}}）?项)?(?:第[{_HAN}]{{1,3}}目)?)
  | (?<=[A-Z])(?<![A-Za-z].)
      (?P<standard>[A-Z]{{1,3}}[0-9]{{0,2}}(?:/[A-Z]{{1,2}})?[ ]?(?P<serial>[0-9]{{3,6}})(?:\.[0-9]{{1,2}})?
      [-—–](?P<year>(?:19|20)[0-9]{{2}})(?![0-9]))                              # GB/T 9704-2012, DB42/1537—2019
    )""",
    re.VERBOSE,
)
_SHORT = pattern(r"(?:以下|下文)?(?:统称|简称|称)(?:为|：)?[《“〈]?(?P<name>[^《》“”〈〉（），。；]{1,24})")
_HOLDS = pattern("[（，、；：和及与或按照据以经由见将于对行]")  # before a number that a sentence cites
_BEHIND = 8  # the words before an article that say what it is of


class _Cite(NamedTuple):
    """A citation in normal coordinates; empty ranges are (0, 0)."""

    start: int
    end: int
    title: tuple[int, int] = (0, 0)
    number: NumberPlace | None = None
    standard: re.Match[str] | None = None
    article: tuple[int, int] = (0, 0)
    short: tuple[int, int] = (0, 0)


def references(normal: NormalText, numbers: Sequence[NumberPlace], own: Collection[Span] = ()) -> tuple[Reference, ...]:
    """All citations, in text order; a 发文字号 that no title takes is one when a sentence holds it.

    ``own`` are those of the heads, which may stand in brackets under their titles and cite nothing.

    >>> from govdoc.layout.element.docno import doc_numbers
    >>> from govdoc.text.normalise import normalise
    >>> n = normalise("按《关于做好秋种工作的通知》（清府〔2023〕9号，以下简称《通知》）和《种子法》第五条办理。")
    >>> for r in references(n, doc_numbers(n)):
    ...     print(r.title.value, r.doc_number and r.doc_number.serial, r.article and r.article.value)
    关于做好秋种工作的通知 9 None
    种子法 None 第五条
    """
    places = {place.start: place for place in numbers}
    found = _joined(normal.text, _scan(normal, places))
    taken = {cite.number for cite in found if cite.number}
    ends = {span.end for span in own}
    bare = [
        _Cite(n.start, n.end, number=n)
        for n in numbers
        if n not in taken and _in_sentence(normal.text, n) and normal.span(n.start, n.end).end not in ends
    ]
    return tuple(_model(normal, cite) for cite in sorted([*found, *bare], key=lambda cite: cite.start))


def _scan(normal: NormalText, places: dict[int, NumberPlace]) -> Iterator[_Cite]:
    text = normal.text
    for match in _CITED.finditer(text):
        start, end = match.span()
        if match["title"]:
            yield _titled(text, match, places)
        elif match["article"]:
            yield _Cite(start, end, article=(start, end))
        else:
            yield _Cite(start, end, standard=match)


def _titled(text: str, match: re.Match[str], places: dict[int, NumberPlace]) -> _Cite:
    """A title with the number and the short name that its bracket holds; any other bracket is left alone."""
    start, end = match.span()
    title, aside = match.span("title"), match.start("aside")
    if aside < 0:
        return _Cite(start, end, title)
    number = places.get(aside)
    standard = _CITED.match(text, aside, end - 1)
    standard = standard if standard and standard["standard"] else None
    short = _SHORT.search(text, aside, end - 1)
    if not (number or standard or short):
        return _Cite(start, aside - 1, title)
    return _Cite(start, end, title, number, standard, short=short.span("name") if short else (0, 0))


def _joined(text: str, cites: Iterator[_Cite]) -> list[_Cite]:
    """Articles joined to the title before them; one that no citing word leads is a heading or a part of one."""
    found: list[_Cite] = []
    for cite in cites:
        last = found[-1] if found else None
        if not cite.article[1]:
            found.append(cite)
        elif last and last.end == cite.start and last.title[1] and not last.article[1]:
            found[-1] = last._replace(end=cite.end, article=cite.article)
        elif _led(text, cite, last):
            found.append(cite)
    return found


def _led(text: str, cite: _Cite, last: _Cite | None) -> bool:
    before = _citing("title|verb").search(text, max(0, cite.start - _BEHIND), cite.start)
    if before:
        return True
    also = _citing("also").search(text, max(0, cite.start - 2), cite.start)
    return also is not None and last is not None and last.article[1] == also.start()


@cache
def _citing(values: str) -> re.Pattern[str]:
    """The words of the table that end where the searched range ends."""
    wanted = values.split("|")
    forms = any_of(forms_of("citing", *wanted))
    return re.compile(rf"(?:{forms})\Z")


def _in_sentence(text: str, place: NumberPlace) -> bool:
    """Whether a sentence holds the number: one behind a title or 文件, or in its own line, is the document's own."""
    return place.start > 0 and bool(place.organ_code) and _HOLDS.match(text, place.start - 1) is not None


def _model(normal: NormalText, cite: _Cite) -> Reference:
    number = doc_number(normal, cite.number) if cite.number else None
    span, words = normal.words(cite.start, cite.end)
    return Reference.trusted(
        span=span,
        text=words,
        title=normal.phrase(*cite.title) if cite.title[1] else None,
        doc_number=_standard(normal, cite.standard) if cite.standard else number,
        article=normal.phrase(*cite.article) if cite.article[1] else None,
        abbreviation=normal.phrase(*cite.short) if cite.short[1] else None,
    )


def _standard(normal: NormalText, match: re.Match[str]) -> DocNumber:
    """The number of a standard: GB/T is its 代号, 9704 its serial, 2012 its year."""
    start, end = match.span()
    return DocNumber.trusted(
        span=normal.span(start, end),
        text=normal.verbatim(start, end),
        value=normal.clean(start, end),
        organ_code=normal.text[start : match.start("serial")].rstrip(),
        year=int(match["year"]),
        serial=int(match["serial"]),
    )
