"""Headings without a number (无序号标题): a short line of its own that clearly heads what follows.

Four kinds are certain enough: dashes or dots whose lines are titles (——推动绿色发展 above a paragraph,
not the run-in ——就业稳定。全年…), sentences that open alike and stand alone above prose
(这五年，我们…迈上新台阶。), the words of a table (填表说明：, 温馨提示), and a line between two paragraphs that
has neither stop nor comma (2024年工作回顾).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from govdoc.layout.body.heading import PLACE, Mark, Stand
from govdoc.layout.element.kind import kind_row
from govdoc.model.section import MarkerStyle as Style
from govdoc.rulebook import forms_of
from govdoc.text.debris import DOTS
from govdoc.text.lexicon import any_of
from govdoc.text.normal import Gap, NormalText
from govdoc.text.pattern import pattern

_DASHED = pattern(
    rf"\n(?P<sign>——|[{DOTS}])(?P<title>[^\n。；：]{{2,40}}?)。?"  # ——坚持水利先行，补齐防洪短板。
    rf"(?=\n(?P<next>——|[{DOTS}]|[^\n]))"
)
# 这五年，我们坚持稳中求进，综合实力迈上新台阶。 but not 今年以来，新建水渠12公里。
_REVIEWED = pattern("，(?<=[年来间]，)[^\n。；：！？0-9]{8,50}。")  # a literal first character makes this scan fast
_ALIKE, _OPENER = 3, 7  # as many sentences that open alike are headings; characters of what they open with
_CHARACTER = "[^\n，。、；：！？=“”…《》（）]"
_PLAIN = (  # and then its line ends; 县“千人计划”政策
    rf"(?!附件|附：)(?:{_CHARACTER}{{4,20}}+(?!“)|{_CHARACTER}{{0,8}}“[^\n，。；：！？“”]{{2,10}}”{_CHARACTER}{{2,10}})"
)
_BETWEEN = pattern(  # 工作回顾; 会议议定事项 above 关于土壤修复
    rf"\n(?P<title>{_PLAIN})(?=\n(?:(?P<under>{_PLAIN})\n)?[^\n]{{30}})"
)
_OPENING = pattern(rf"(?P<title>{_PLAIN})\n(?=[^\n]{{30}})")
_KIND = 2  # characters of a 文种: 人才政策 among other …政策 is a heading
_WORDS_BEFORE = 24  # characters of a line before the word that makes it a heading
_TITLE = pattern(_PLAIN)
# four to twenty characters, then a long run
_GAPPED = re.compile(rb"\x01\x00{3,19}+(?=(?P<under>\x01\x00{3,19}+)?\x01\x00{29})")
_SPACE, _WIDE, _LINE = (bytes([gap]) for gap in (Gap.SPACE, Gap.WIDE, Gap.LINE))
_ENDS = frozenset("。！？”")
_STOPPED = pattern("[。！？”]")
_BOX = pattern(r"\n(?P<title>专栏[0-9一二三四五六七八九十]{1,3}[^\n。；]{2,40})(?=\n)")
_REMARK = pattern(r"(?P<title>注释?)：?(?=\n?（?[1一][.、）])")  # 注：1. below a table or at the end
_LIST = pattern(r"：\n?（?[1一][.、）]")
_NO_HEAD = pattern(  # sentences torn by a wrap, dates, organs, names with an office, titles of enclosures
    r"^(?:我们?|要|在|同时|这|其|各|今年|去年|目前)|[0-9]日$|[府委局厅院会处室署司办部社]$|^\W|[>＞]$|[省市县]长|谢谢|特此|此致|(?:办法|方案|规定|细则|通知|[图表])$"
)
_DATED = pattern(r"[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日[在于]")  # ——2026年2月3日在县人民代表大会上


def unnumbered(normal: NormalText, start: int, end: int) -> list[Mark]:
    """The headings without a number in a range, in text order.

    >>> from govdoc.text.normalise import normalise
    >>> n = normalise("抓好落实。\\n工作回顾\\n过去一年，全县同心协力，经济运行稳中有进，民生持续改善，大局稳定。")
    >>> [n.text[m.start : m.title] for m in unnumbered(n, 0, len(n.text))]
    ['工作回顾']
    """
    text, before = normal.text, max(start - 1, 0)  # the line end before the first line
    found = [*_dashed(text, before, end), *_reviewed(normal, before, end), *_between(normal, before, end)]
    found += [*_boxed(text, before, end), *_worded(normal, start, end)]
    found += _first(text, found) if start == 0 else []
    return sorted({m.start: m for m in found}.values(), key=PLACE)


def opens_with_heading(normal: NormalText, line: int) -> bool:
    """Whether a text is a page of headings without a title: its first line, which ends at ``line``, is one of them.

    >>> from govdoc.text.normalise import normalise
    >>> page = "工业发展\\n全年工业产值增长百分之五，新增企业三家，产品远销多地，效益明显提升，税收稳中有进。\\n"
    >>> n = normalise(page + page.replace("工业", "农业"))
    >>> opens_with_heading(n, 4), opens_with_heading(normalise(page), 4)
    (True, False)
    """
    text = normal.text
    if not _OPENING.match(text):
        return False
    rest = [text[m.start : m.title] for m in unnumbered(normal, 0, len(text)) if m.start and not m.key]
    if text[:line] in rest:
        return False  # the title, printed again below the buttons of a page
    alike = [x for x in rest if x.endswith(text[line - _KIND : line])] if kind_row(text[:line]) else rest
    return any(line <= len(x) for x in alike)  # a title is longer than the headings below it


def _first(text: str, found: Sequence[Mark]) -> list[Mark]:
    """The first line of a text that has no title, when others like it come (工业发展 … 农业发展)."""
    match = _OPENING.match(text) if any(not mark.key for mark in found) else None
    return [_mark(*match.span("title"), "")] if match else []


def _mark(start: int, end: int, key: str) -> Mark:
    return Mark(start, start, Style.DASH, key, 0, Stand.LINE, title=end)


def _dashed(text: str, start: int, end: int) -> list[Mark]:
    """Dashed lines that are titles: two at least, and most of them with text below."""
    found = [m for m in _DASHED.finditer(text, start, end) if not _DATED.match(m["title"])]
    heads = sum(m["next"] != m["sign"] for m in found)
    return [_mark(*m.span("title"), m["sign"]) for m in found] if heads > 1 and 2 * heads > len(found) else []


def _reviewed(normal: NormalText, start: int, end: int) -> list[Mark]:
    """Sentences of a review that open alike and stand alone above prose."""
    text, found, openers = normal.text, list[Mark](), set[str]()
    for match in _REVIEWED.finditer(normal.text, start, end):
        comma = match.start()
        at = _opens(normal, start, comma - 1) if _lined(normal, match.end()) else start
        if at > start and "，" not in text[at:comma]:
            found.append(_mark(at, match.end() - 1, "——"))
            openers.add(text[at:comma])
    if len(openers) > 1 or len({text[one.start : one.title] for one in found}) < _ALIKE:  # a page may come three times
        return []
    return found if all(_prose(normal, one.title + 1, two.start) for one, two in pairwise(found)) else []


def _opens(normal: NormalText, start: int, at: int) -> int:
    """Where the line begins that opens with what ends at ``at``; ``start`` when no line begins so near."""
    return next((i for i in range(at, max(at - _OPENER, start), -1) if _lined(normal, i)), start)


def _lined(normal: NormalText, at: int) -> bool:
    """Whether a line or a gap parts the sentences at ``at``."""
    text = normal.text
    return at == len(text) or text[at] == "\n" or text[at - 1] == "\n" or normal.gaps[at] > 0


def _prose(normal: NormalText, start: int, end: int) -> bool:
    """Whether what stands between two headings is prose, whose sentences mostly run on, and no list of sentences."""
    stops = [match.end() for match in _STOPPED.finditer(normal.text, start + 1, end - 2)]
    return 2 * sum(_lined(normal, at) for at in stops) <= len(stops)


def _between(normal: NormalText, start: int, end: int) -> list[Mark]:
    """Lines between paragraphs; those that begin alike (关于…) stand one level lower when another line holds them."""
    text, found, upper = normal.text, list[Mark](), ""
    for at, to, under in sorted([*_lines(text, start, end), *_runs(normal, start, end)]):
        title = text[at:to]
        if text[at - 1 - (text[at - 1] == "\n")] not in _ENDS and (not upper or title[:2] != upper):
            continue
        if _NO_HEAD.search(title) or Gap.WIDE in normal.gaps[at + 1 : to]:
            continue
        upper = under or upper
        found.append(_mark(at, to, "关于" if upper and title[:2] == upper else ""))
    return found


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Short lines above long ones, and how a second short line between the two begins."""
    return ((*m.span("title"), (m["under"] or "")[:2]) for m in _BETWEEN.finditer(text, start, end))


def _runs(normal: NormalText, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The same in flat text, where gaps stand for line ends."""
    text, gaps = normal.text, normal.gaps
    alike = gaps[start:end].replace(_WIDE, _SPACE)  # one byte is found many times as fast as one of a set
    for match in _GAPPED.finditer(alike.replace(_LINE, _SPACE)):
        at, to = start + match.start(), start + match.end()
        under = to + len(match["under"] or b"")
        if gaps[to] == Gap.LINE or (under > to and gaps[under] == Gap.LINE):
            continue  # lines are found by their line ends
        if at and _TITLE.fullmatch(text, at, to):
            yield at, to, text[to:under][:2]


def _boxed(text: str, start: int, end: int) -> list[Mark]:
    return [_mark(*m.span("title"), "专栏") for m in _BOX.finditer(text, start, end)]


def _worded(normal: NormalText, start: int, end: int) -> list[Mark]:
    """The words of the table before a colon, or alone between two breaks or gaps."""
    text, gaps = normal.text, normal.gaps
    found = []
    for match in _words().finditer(text, start, end):
        at, to = match.span()
        if text[to : to + 1] == "：" and (_breaks(normal, at) or _LIST.match(text, to)):
            found.append(_mark(at, to, ""))
        elif gaps[to] or text[to : to + 1] == "\n":
            opens = next((i for i in range(at, max(at - _WORDS_BEFORE, start - 1), -1) if gaps[i]), -1)
            found += [_mark(opens, to, "")] if opens >= 0 else []  # 《政府工作报告》有关名词解释
    return [*found, *_remarks(normal, start, end)]


def _remarks(normal: NormalText, start: int, end: int) -> list[Mark]:
    found = _REMARK.finditer(normal.text, start, end)
    return [_mark(*m.span("title"), "") for m in found if _breaks(normal, m.start())]


def _breaks(normal: NormalText, at: int) -> bool:
    """Whether a line, a gap or a sentence ends before ``at``."""
    return at > 0 and (normal.gaps[at] > 0 or normal.text[at - 1] in "。；）")


@cache
def _words() -> re.Pattern[str]:
    return re.compile(any_of(forms_of("unnumbered")))
