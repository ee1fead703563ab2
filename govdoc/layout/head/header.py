"""版头: the values that stand above the body, each in its place (GB/T 9704-2012 §7.2, §7.3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from govdoc.layout.element.addressee import names
from govdoc.layout.element.docno import NumberPlace, doc_number
from govdoc.layout.element.kind import kind_of
from govdoc.layout.element.moment import DAY, date_model
from govdoc.layout.element.organ import ORDER, is_order, is_organ, single
from govdoc.layout.head.adoption import adoption
from govdoc.layout.head.cells import PAPER
from govdoc.layout.head.speaker import speaker
from govdoc.layout.head.title import title_cells, title_model, title_place
from govdoc.layout.part import Cell, Part, Role
from govdoc.model.date import Date
from govdoc.model.header import Addressees, DocumentKind, Header
from govdoc.model.span import Phrase
from govdoc.text.normal import Gap, NormalText
from govdoc.text.pattern import pattern

_DAY = pattern(DAY)
# under the name of a paper: 督查专报|第6期, torn 第6|期
_ISSUE = pattern("（?第[0-9一二三四五六七八九十]{1,4}(?:期）?)?")


def header(normal: NormalText, part: Part, numbers: Sequence[NumberPlace]) -> Header:
    """The header of a part, read from ``part.start`` to ``part.body``."""
    cells = part.head
    title = title_cells(cells)
    spread = title_place(cells[slice(*title)]) if title else None
    law = adoption(normal, spread[1] if spread else part.start, part.body, numbers)
    above = [c for c in cells if not (law and law.range[0] <= c.start < law.range[1])]
    number = _number(above, numbers, title) or (law.number if law else _over_enclosure(normal, part, numbers))
    subtitle = law.range if law else _subtitle(cells)
    date = law.date if law else _date(normal, cells[title[0] :] if title else cells)
    return Header.trusted(
        span=normal.tile(part.start, part.body),
        copy_number=_phrase(normal, _first(cells[:1], Role.COPY)),
        security=_phrase(normal, _first(cells, Role.SECURITY)),
        urgency=_phrase(normal, _first(cells, Role.URGENCY)),
        issuer_marks=_marks(normal, cells, title),
        doc_number=doc_number(normal, number) if number else None,
        signatories=_signatories(normal, cells),
        title=title_model(normal, *spread) if spread else None,
        subtitle=_phrase(normal, subtitle),
        speaker=_phrase(normal, speaker(normal.text, cells)),
        addressees=_addressees(normal, cells),
        date=date,
    )


def document_kind(head: Header) -> DocumentKind | None:
    """The 文种: that of the title; an order (命令) is told by its mark when no title stands below it."""
    orders = [mark for mark in head.issuer_marks if is_order(mark.value)]
    if orders and not (head.title and head.title.span > orders[0].span):
        return kind_of(ORDER)
    return head.title.kind if head.title else None


def stray_numbers(cells: Sequence[Cell]) -> Iterator[tuple[int, int]]:
    """Numbers that a page left above the text, alone on their line or behind a button: 1024 768, 查看：265."""
    run: list[Cell] = []
    for before, cell in pairwise([None, *cells, None]):
        if run and (cell is None or cell.gap >= Gap.LINE):
            yield from ((one.start, one.end) for one in run)
        opens = cell is not None and (before is None or cell.gap >= Gap.LINE or _web(before) or bool(run))
        run = [*run, cell] if cell and opens and cell.text.isdecimal() else []


def _first(cells: Sequence[Cell], role: Role) -> tuple[int, int] | None:
    return next(((c.start, c.end) for c in cells if c.role is role), None)


def _subtitle(cells: Sequence[Cell]) -> tuple[int, int] | None:
    """The first subtitle, over however many cells it runs."""
    first = next((i for i, cell in enumerate(cells) if cell.role is Role.SUBTITLE), None)
    if first is None:
        return None
    run = list(takewhile(lambda cell: cell.role is Role.SUBTITLE, cells[first:]))
    return run[0].start, run[-1].end


def _phrase(normal: NormalText, place: tuple[int, int] | None) -> Phrase | None:
    return normal.phrase(*place) if place else None


def _number(cells: Sequence[Cell], numbers: Sequence[NumberPlace], title: tuple[int, int] | None) -> NumberPlace | None:
    """The first number of the head that is not part of a title or a sentence."""
    for at, cell in enumerate(cells):
        if cell.role in (Role.NUMBER, Role.META):
            for number in numbers:
                if number.start < cell.start < number.end == cell.end:
                    return _of_mark(cells, at, number._replace(start=cell.start))
                if cell.start <= number.start and number.end <= cell.end and not _is_labelled(cells, at, number):
                    return _joint(cells, at, _of_mark(cells, at, number), title)
    return None


def _is_labelled(cells: Sequence[Cell], at: int, number: NumberPlace) -> bool:
    """Whether a bare number stands behind a label on its line: 建议编号：第290号 is another's."""
    bare = number.organ_code is None and number.year is None
    return bare and at > 0 and cells[at].gap < Gap.LINE and cells[at - 1].role is Role.SENTENCE


def _over_enclosure(normal: NormalText, part: Part, numbers: Sequence[NumberPlace]) -> NumberPlace | None:
    """清府发〔2023〕9号附件1: a letter without its number has it over its enclosures."""
    text = normal.text
    for number in numbers if not part.start else ():
        opens = normal.gaps[number.start] or text[number.start - 1 : number.start] == "\n"
        if opens and text.startswith("附件", number.end):
            return number
    return None


def _joint(cells: Sequence[Cell], at: int, number: NumberPlace, title: tuple[int, int] | None) -> NumberPlace:
    """财政局 税务局公告2020年第6号: the organs before it on its line belong to the number."""
    if number.organ_code is None and cells[at].gap < Gap.LINE and not cells[at].text.startswith("第"):
        start = at
        while (
            start
            and not (title and start == title[1])
            and cells[start].gap < Gap.LINE
            and is_organ(cells[start - 1].text)
        ):
            start -= 1
        return number._replace(start=cells[start].start) if start < at else number
    return number


def _of_mark(cells: Sequence[Cell], at: int, number: NumberPlace) -> NumberPlace:
    """清溪市人民政府令|（第67号）: the mark of an order is part of its number."""
    if at and number.organ_code is None and is_order(cells[at - 1].text):
        return number._replace(start=cells[at - 1].start, end=cells[at].end)
    return number


def _date(normal: NormalText, cells: Sequence[Cell]) -> Date | None:
    """The date of a subtitle, or one that stands alone, in the cells under a title; a web date has chrome beside it."""
    for at, cell in enumerate(cells):
        if cell.role is Role.SUBTITLE or (cell.role is Role.DATE and not _beside_chrome(cells, at)):
            match = _DAY.search(normal.text, cell.start, cell.end)
            if match:
                return date_model(normal, match.start(), match.end())
    return None


def _beside_chrome(cells: Sequence[Cell], at: int) -> bool:
    before = at > 0 and cells[at].gap < Gap.LINE and _web(cells[at - 1])
    return before or (at + 1 < len(cells) and cells[at + 1].gap < Gap.LINE and _web(cells[at + 1]))


def _web(cell: Cell) -> bool:
    """A button, label or value of a page; a ruled line is none."""
    return cell.role in (Role.CHROME, Role.META) and cell.text[0] not in "—_-－―"


def _marks(normal: NormalText, cells: Sequence[Cell], title: tuple[int, int] | None) -> tuple[Phrase, ...]:
    """…文件, or the organ or paper name that stands above the 发文字号 of a titled document."""
    number = next((i for i, c in enumerate(cells) if c.role is Role.NUMBER), -1)
    last = title[0] if title else 0
    named = "".join(c.text for c in cells[slice(*title)]) if title else ""
    found, run = [], list[Cell]()
    for at, cell in enumerate(cells):
        issue = bool(run) and _ISSUE.fullmatch(cell.text)
        if cell.role is Role.FREE and at < last and not issue and (not run or cell.gap < Gap.BLANK):
            run.append(cell)
            continue
        if cell.role is Role.MARK:
            found += [part for c in run if is_organ(c.text) for part in single(normal.text, c.start, c.end)]
            found += _marked(normal, cell, joint=bool(found)) if cell.text != "文件" else []
        elif run:
            found += _paper(run, named, numbered=at == number, above=at <= number < last)
        run = [cell] if cell.role is Role.FREE and at < last and not issue else []
    return tuple(normal.phrase(a, b) for a, b in found)


def _marked(normal: NormalText, cell: Cell, *, joint: bool) -> list[tuple[int, int]]:
    """清溪县人民政府文件 as it stands; of a joint mark (清溪县财政局清溪县税务局文件) the single organs."""
    organs = single(normal.text, cell.start, cell.end - len("文件") * cell.text.endswith("文件"))
    return organs if joint or len(organs) > 1 else [(cell.start, cell.end)]


def _paper(run: Sequence[Cell], named: str, *, numbered: bool, above: bool) -> list[tuple[int, int]]:
    """The name of a paper (…会议纪要, …令 over its number), or the organs over a 发文字号."""
    text = "".join(c.text for c in run)
    if (PAPER.search(text) and text != named) or (numbered and text.endswith(("令", "公告")) and above):
        return [(run[0].start, run[-1].end)]
    organs = [(c.start, c.end) for c in run]
    return organs if above and all(is_organ(c.text) for c in run) else []


def _signatories(normal: NormalText, cells: Sequence[Cell]) -> tuple[Phrase, ...]:
    """The names behind 签发人."""
    found: list[tuple[int, int]] = []
    for cell in cells:
        if cell.role is Role.SIGNER:
            start = cell.start + cell.text.find("：") + 1
            if found and cell.gap == Gap.SPACE and all(normal.gaps[found[-1][0] + 1 : found[-1][1]]):
                found[-1] = (found[-1][0], cell.end)  # 谢 文 涛
            elif start < cell.end:
                found += [(start + a, start + b) for a, b in names(normal.text[start : cell.end])]
    return tuple(normal.phrase(a, b) for a, b in found)


def _addressees(normal: NormalText, cells: Sequence[Cell]) -> Addressees | None:
    """The last salutation of the head, without its colon, and the single organs in it."""
    place = _first(cells[::-1], Role.ADDRESSEES)
    if not place:
        return None
    start, end = place[0], place[1] - (normal.text[place[1] - 1] in "：！")
    phrase = normal.phrase(start, end)
    parts = names(normal.text[start:end])
    return Addressees.trusted(
        span=phrase.span,
        text=phrase.text,
        value=phrase.value,
        names=tuple(normal.phrase(start + a, start + b) for a, b in parts),
    )
