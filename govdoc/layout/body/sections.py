"""The body of a part → its tree of sections (正文的层次)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from govdoc.facts.mention import Other, Place
from govdoc.layout.body.caption import Caption, Near, caption, captioned
from govdoc.layout.body.contents import without_contents
from govdoc.layout.body.decimals import decimals, lone
from govdoc.layout.body.heading import PLACE, Mark, marks
from govdoc.layout.body.nesting import parents, shown_ranks
from govdoc.layout.body.runon import has_lost_lines
from govdoc.layout.body.sequence import standing
from govdoc.layout.body.styled import styled
from govdoc.layout.body.unnumbered import unnumbered
from govdoc.layout.part import Outline, Part
from govdoc.layout.part import Role as Head
from govdoc.model.quantity import Role
from govdoc.model.section import Marker, MarkerStyle, Paragraph, Preamble, Section
from govdoc.text.debris import DOTS
from govdoc.text.lines import lines
from govdoc.text.normal import Gap, NormalText

_SIGNS = frozenset("—" + DOTS)
_tuple = tuple.__new__  # the named tuple's own constructor is a Python function
_section, _marked, _paragraph = Section.trusted, Marker.trusted, Paragraph.trusted
_RULES = {style: f"heading.{style.name.lower()}" for style in MarkerStyle}
_MARKER = Role.MARKER  # bound once: Python 3.11 looks members up slowly
_FREE = Head.FREE
_ARTICLE = MarkerStyle.ARTICLE  # bound once: Python 3.11 looks members up slowly


def outline(normal: NormalText, part: Part) -> Outline:
    """Read the body ``part.body``-``part.closing``.

    >>> from govdoc.text.normalise import normalise
    >>> n = normalise("按要求报告如下。\\n一、主要工作\\n（一）强化管理。建章立制。\\n二、打算\\n继续努力。")
    >>> read = outline(n, Part(0, 0, len(n.text), len(n.text)))
    >>> [s.label for s in read.sections], read.sections[0].children[0].label
    (['一、主要工作', '二、打算'], '（一）强化管理')
    """
    found = _headings(normal, part)
    above = parents(normal.text, found, shown_ranks(normal, found) if normal.looks else {})
    bounds = [*(_opening(normal.text, mark.start) for mark in found), part.closing]
    captions = _captions(normal, part, found, above, bounds)
    ends = _extent(above, bounds)
    numbered = [mark for mark in found if mark.end > mark.start]
    return Outline(
        preamble=Preamble.trusted(
            span=normal.tile(part.body, bounds[0]), paragraphs=_paragraphs(normal, part.body, bounds[0])
        ),
        sections=_tree(normal, found, above, captions, bounds, ends),
        claims=tuple([_tuple(Other, (m.start, m.end, _MARKER, _RULES[m.style])) for m in numbered]),
        places=_places(normal.text, found, above, captions, ends),
    )


def _headings(normal: NormalText, part: Part) -> list[Mark]:
    """All headings of a body: numbered, dotted and without a number, those of a table of contents left out."""
    numbered = standing(normal.text, marks(normal, part.body, part.closing))
    dotted = decimals(normal, part.body, part.closing) or lone(normal, part.body, part.closing)
    if dotted:
        places = {mark.start for mark in dotted}
        numbered = sorted([*dotted, *(mark for mark in numbered if mark.start not in places)], key=PLACE)
    numbered = without_contents(normal.text, numbered, part.closing)
    taken = {at for mark in numbered for at in (mark.start, mark.end)}
    titles = {cell.text for cell in part.head if cell.role is _FREE}  # printed again below the buttons of a page
    lines = (m for m in unnumbered(normal, part.body, part.closing) if normal.text[m.start : m.title] not in titles)
    plain = _beside(numbered, [m for m in lines if m.start not in taken])
    shown = styled(normal, part.body, part.closing, taken) if normal.looks else []
    lined = {at for mark in shown for at in range(mark.start, mark.title)}
    plain = [*shown, *(m for m in plain if m.start not in lined)]
    return sorted([*numbered, *plain], key=PLACE) if plain else numbered


def _beside(numbered: Sequence[Mark], plain: Sequence[Mark]) -> list[Mark]:
    """The headings without a number in whose lines no numbered heading begins (●一、目标, ※一、目标)."""
    starts = [mark.start for mark in numbered]
    return [m for m in plain if bisect_left(starts, m.start) == bisect_left(starts, m.title)]


def _opening(text: str, at: int) -> int:
    """Where the section of a heading begins: with the dash or the dot before its first words."""
    while at and text[at - 1] in _SIGNS:
        at -= 1
    return at


def _captions(
    normal: NormalText, part: Part, found: Sequence[Mark], above: Sequence[int], bounds: Sequence[int]
) -> list[Caption]:
    """The title of each heading, read with what its neighbours say."""
    nexts = {(up, mark.key, mark.ordinal) for up, mark in zip(above, found, strict=True)}
    before: dict[str, int] = {}  # the last item of each open sequence
    signs: dict[str, str] = {}  # the stop behind the last title of each, "\n" when it was a line
    made: list[Caption] = []
    spoken = captioned(normal.text, found)
    flat = has_lost_lines(normal, found, part.body, part.closing)
    for i, (mark, up) in enumerate(zip(found, above, strict=True)):
        key, ordinal = mark.key, mark.ordinal
        elder = before.get(key, -1) if ordinal > 1 else -1
        before[key] = i
        holds_next = i + 1 < len(found) and above[i + 1] == i
        article = up >= 0 and found[up].style is _ARTICLE
        listed = elder >= 0 and elder == i - 1 and _runs_on(normal, bounds[i], mark)
        sign = signs.get(key, "") if elder >= 0 else ""
        bare = elder >= 0 and not sign
        lined = elder >= 0 and _fills(normal.text, made[elder])
        last = (up, key, ordinal + 1) not in nexts
        near = bounds[i + 1], holds_next, article, listed, bare, sign, lined, last, flat, mark.start in spoken
        words = caption(normal, mark, _tuple(Near, near))
        made.append(words)
        signs[key] = normal.text[words.end : words.end + 1] or "\n" if words.end > words.start else sign
    return made


def _fills(text: str, words: Caption) -> bool:
    """Whether a title is a whole line, with or without its stop."""
    return words.end > words.start and text.startswith("\n", words.body)


def _runs_on(normal: NormalText, end: int, mark: Mark) -> bool:
    """Whether the item that ends at ``end`` closes with ； or ， so that ``mark`` goes on with its sentence."""
    last = normal.text[end - 1 - (normal.text[end - 1] == "\n")]
    return last == "；" or (last == "，" and normal.gaps[mark.start] not in (Gap.SPACE, Gap.WIDE))


def _extent(above: Sequence[int], bounds: Sequence[int]) -> list[int]:
    """Where each section ends, its subsections included: at the next heading that is not below it."""
    ends = [bounds[-1]] * len(above)
    open_: list[int] = []
    for i, up in enumerate(above):
        while open_ and open_[-1] != up:
            ends[open_.pop()] = bounds[i]
        open_.append(i)
    return ends


def _tree(
    normal: NormalText,
    found: Sequence[Mark],
    above: Sequence[int],
    captions: Sequence[Caption],
    bounds: Sequence[int],
    ends: Sequence[int],
) -> tuple[Section, ...]:
    """Build from the last heading to the first, so that each section's children stand ready."""
    level: list[int] = []
    for up in above:
        level.append(1 if up < 0 else level[up] + 1)
    children: dict[int, list[Section]] = {-1: []}
    for i in range(len(found) - 1, -1, -1):
        mark, words = found[i], captions[i]
        section = _section(
            marker=_marker(normal, mark) if mark.end > mark.start else None,
            title=normal.phrase(words.start, words.end) if words.end > words.start else None,
            level=level[i],
            span=normal.tile(bounds[i], ends[i]),
            paragraphs=_paragraphs(normal, words.body, bounds[i + 1]),
            children=tuple(reversed(children.pop(i))) if i in children else (),
        )
        children.setdefault(above[i], []).append(section)
    return tuple(reversed(children[-1]))


def _marker(normal: NormalText, mark: Mark) -> Marker:
    span, words = normal.words(mark.start, mark.end)
    return _marked(span=span, text=words, style=mark.style, ordinal=mark.ordinal)


def _paragraphs(normal: NormalText, start: int, end: int) -> tuple[Paragraph, ...]:
    if start >= end:
        return ()
    return tuple([_paragraph(span=span, text=words) for span, words in lines(normal, start, end)])


def _places(
    text: str, found: Sequence[Mark], above: Sequence[int], captions: Sequence[Caption], ends: Sequence[int]
) -> tuple[Place, ...]:
    paths: list[tuple[str, ...]] = []
    places: list[Place] = []
    for mark, up, words, end in zip(found, above, captions, ends, strict=True):
        label = text[mark.start : mark.end].replace("\n", "") + text[words.start : words.end]
        paths.append((*paths[up], label) if up >= 0 else (label,))
        places.append(Place(mark.start, end, words.start, words.end, paths[-1]))
    return tuple(places)
