"""The body of a part → its tree of sections (正文的层次)."""

from __future__ import annotations

from collections.abc import Sequence

from govdoc.facts.mention import Claim, Place
from govdoc.layout.caption import Caption, Near, caption, captioned
from govdoc.layout.contents import without_contents
from govdoc.layout.decimals import decimals
from govdoc.layout.heading import Mark, marks
from govdoc.layout.nesting import parents
from govdoc.layout.part import Outline, Part
from govdoc.layout.runon import has_lost_lines
from govdoc.layout.sequence import standing
from govdoc.layout.styled import styled
from govdoc.layout.unnumbered import unnumbered
from govdoc.model.quantity import Role
from govdoc.model.section import Marker, MarkerStyle, Paragraph, Preamble, Section
from govdoc.model.span import Span
from govdoc.text.lines import lines
from govdoc.text.normal import Gap, NormalText

_SIGNS = frozenset("#—·•●■◆")


def outline(normal: NormalText, part: Part) -> Outline:
    """Read the body ``part.body``-``part.closing``.

    >>> from govdoc.text.normalise import normalise
    >>> n = normalise("按要求报告如下。\\n一、主要工作\\n（一）强化管理。建章立制。\\n二、打算\\n继续努力。")
    >>> read = outline(n, Part(0, 0, len(n.text), len(n.text)))
    >>> [s.label for s in read.sections], read.sections[0].children[0].label
    (['一、主要工作', '二、打算'], '（一）强化管理')
    """
    found = _headings(normal, part)
    above = parents(normal.text, found)
    captions = _captions(normal, part, found, above)
    ends = _extent(normal.text, part, found, above)
    first = _opening(normal.text, found[0]) if found else part.closing
    numbered = [mark for mark in found if mark.end > mark.start]
    opening = _paragraphs(normal, part.body, first)
    return Outline(
        preamble=Preamble.trusted(span=_tile(normal, part.body, first), paragraphs=opening),
        sections=_tree(normal, part, found, above, captions, ends),
        claims=tuple(Claim(m.start, m.end, Role.MARKER, f"heading.{m.style.name.lower()}") for m in numbered),
        places=_places(normal, found, above, captions, ends),
    )


def _headings(normal: NormalText, part: Part) -> list[Mark]:
    numbered = standing(normal.text, marks(normal, part.body, part.closing))
    dotted = decimals(normal, part.body, part.closing)
    if dotted:
        places = {mark.start for mark in dotted}
        numbered = sorted([*dotted, *(mark for mark in numbered if mark.start not in places)])
    numbered = without_contents(normal.text, numbered, part.closing)
    taken = {at for mark in numbered for at in (mark.start, mark.end)}
    plain = [m for m in unnumbered(normal, part.body, part.closing) if m.start not in taken]
    shown = styled(normal, part.body, part.closing, taken) if normal.looks else []
    lined = {at for mark in shown for at in range(mark.start, mark.title)}
    plain = [*shown, *(m for m in plain if m.start not in lined)]
    return sorted([*numbered, *plain]) if plain else numbered


def _opening(text: str, mark: Mark) -> int:
    """Where the section begins: with the dash or the ## before its first words."""
    at = mark.start
    while at and text[at - 1] in _SIGNS:
        at -= 1
    return at


def _captions(normal: NormalText, part: Part, found: Sequence[Mark], above: Sequence[int]) -> list[Caption]:
    text = normal.text
    ends = [*(_opening(text, m) for m in found[1:]), part.closing]
    nexts = set(zip(above, (m.key for m in found), (m.ordinal for m in found), strict=True))
    before: dict[str, int] = {}  # the last item of each open sequence
    titled: dict[str, bool] = {}
    made: list[Caption] = []
    spoken = captioned(text, found)
    flat = has_lost_lines(normal, found, part.body, part.closing)
    for i, mark in enumerate(found):
        elder = before.get(mark.key, -1) if mark.ordinal > 1 else -1
        before[mark.key] = i
        near = Near(
            limit=ends[i],
            holds_next=i + 1 < len(found) and above[i + 1] == i,
            article=above[i] >= 0 and found[above[i]].style is MarkerStyle.ARTICLE,
            listed=elder >= 0 and elder == i - 1 and _runs_on(normal, ends[elder], mark),
            bare=elder >= 0 and not titled.get(mark.key),
            lined=elder >= 0 and made[elder].end == made[elder].body > made[elder].start,
            last=(above[i], mark.key, mark.ordinal + 1) not in nexts,
            flat=flat,
            captioned=mark.start in spoken,
        )
        made.append(caption(normal, mark, near))
        titled[mark.key] = (elder >= 0 and titled[mark.key]) or made[-1].end > made[-1].start
    return made


def _runs_on(normal: NormalText, end: int, mark: Mark) -> bool:
    """Whether the item that ends at ``end`` closes with ； or ， so that ``mark`` goes on with its sentence."""
    last = normal.text[end - 1 - (normal.text[end - 1] == "\n")]
    return last == "；" or (last == "，" and normal.gaps[mark.start] not in (Gap.SPACE, Gap.WIDE))


def _extent(text: str, part: Part, found: Sequence[Mark], above: Sequence[int]) -> list[int]:
    """Where each section ends, its subsections included: at the next heading that is not below it."""
    ends = [part.closing] * len(found)
    open_: list[int] = []
    for i, mark in enumerate(found):
        while open_ and open_[-1] != above[i]:
            ends[open_.pop()] = _opening(text, mark)
        open_.append(i)
    return ends


def _tree(
    normal: NormalText,
    part: Part,
    found: Sequence[Mark],
    above: Sequence[int],
    captions: Sequence[Caption],
    ends: Sequence[int],
) -> tuple[Section, ...]:
    """Build from the last heading to the first, so that each section's children stand ready."""
    level = [0] * len(found)
    for i, up in enumerate(above):
        level[i] = 1 if up < 0 else level[up] + 1
    children: dict[int, list[Section]] = {}
    for i in range(len(found) - 1, -1, -1):
        mark, words = found[i], captions[i]
        own = _opening(normal.text, found[i + 1]) if i + 1 < len(found) else part.closing
        section = Section.trusted(
            marker=_marker(normal, mark) if mark.end > mark.start else None,
            title=normal.phrase(words.start, words.end) if words.end > words.start else None,
            level=level[i],
            span=_tile(normal, _opening(normal.text, mark), ends[i]),
            paragraphs=_paragraphs(normal, words.body, own),
            children=tuple(reversed(children.pop(i, []))),
        )
        children.setdefault(above[i], []).append(section)
    return tuple(reversed(children.get(-1, [])))


def _marker(normal: NormalText, mark: Mark) -> Marker:
    span = normal.span(mark.start, mark.end)
    return Marker.trusted(span=span, text=normal.source[span[0] : span[1]], style=mark.style, ordinal=mark.ordinal)


def _tile(normal: NormalText, start: int, end: int) -> Span:
    """The source range of a tile: all of it, spaces and debris too."""
    return Span(normal.edge(start), normal.edge(end))


def _paragraphs(normal: NormalText, start: int, end: int) -> tuple[Paragraph, ...]:
    source, offsets = normal.source, normal.offsets
    spans = [Span(offsets[line.start], offsets[line.end - 1] + 1) for line in lines(normal, start, end)]
    return tuple(Paragraph.trusted(span=span, text=source[span[0] : span[1]]) for span in spans)


def _places(
    normal: NormalText, found: Sequence[Mark], above: Sequence[int], captions: Sequence[Caption], ends: Sequence[int]
) -> tuple[Place, ...]:
    paths: list[tuple[str, ...]] = []
    for mark, up, words in zip(found, above, captions, strict=True):
        label = normal.text[mark.start : mark.end].replace("\n", "") + normal.text[words.start : words.end]
        paths.append((*(paths[up] if up >= 0 else ()), label))
    return tuple(
        Place(m.start, end, c.start, c.end, path)
        for m, end, c, path in zip(found, ends, captions, paths, strict=True)
    )
