"""标题: which cells of the head it stands in, and its parts 发文机关 + 事由 + 文种.

A title ends with a 文种 word and may run over several lines; the page may print it two or three
times (column, browser title, the document itself). The one nearest the body counts.
"""

from __future__ import annotations

from collections.abc import Sequence

from govdoc.layout.element.kind import kind_of, kind_place, kind_row
from govdoc.layout.element.organ import ORDER, is_organ
from govdoc.layout.part import Cell, Role
from govdoc.model.header import Title
from govdoc.text.normal import Gap, NormalText
from govdoc.text.pattern import pattern

_OPENS = pattern(r"关于|印发|转发|批转|公布|^对|[厅局委部室府院]对|实施《")
_PLACE = pattern("[一-龥]{2,8}?[省市县区州盟旗镇乡]")
_GOVERNMENT = "人民政府"  # of the place before it
_BEGINS = pattern(r"关于|印发|转发|批转|对|公布|批准|同意")
_GOES_ON = pattern(
    r"[的》〉”）、，和与及暨]|（试行|（暂行|（草案|（征求|和|以及|（[一-龥]{2,8}）$|（[12][0-9]{3}(?:[—-][12][0-9]{3})?年(?:度|版|本|修订版?|修正版?)?）$"
)
_RUNS_ON = pattern(r"[、《〈“和与及的暨]$")
_ENDS = pattern(r"的(?:通知|意见|报告|函|复函|批复|决定|公告|通告|请示|通报|办法)$")  # nothing follows these
_SEVERAL = pattern(r"等[一二三四五六七八九十0-9]{1,2}个?(?:部门|单位)\n?$")  # 清溪县财政局等三部门
_FULL_LINE = 9  # a shorter line above a title line is a column name, not its first half
_ADDED = pattern(  # 清溪县工作总结|.doc, 政府工作报告|（全文）, 政府工作报告|（第九届人民代表大会第三次会议）
    r"(?:\.(?:docx?|pdf|wps|txt)|（全文）|（[^（）]{0,24}第[一二三四五六七八九十]{1,3}次(?:全体)?会议）)$"
)
_NOTE = pattern(r"\[[0-9]{1,2}\]")  # 普查公报|[1]|（第一号）
_SHORTEST = 4
_LARGE = 36  # half points; a title is 二号 (44), body text 三号 (32)


def title_cells(cells: Sequence[Cell]) -> tuple[int, int] | None:
    """The index range of the title's cells, or None: by its words, and by its look when that says more."""
    named = _named(cells)
    read, shown = _again(cells, named), _headline(cells)
    read = _issued(cells, read) or read or _worded(cells)
    if shown is None:
        return _whole(cells, *read) if read else named or _fallback(cells)
    if read and _overlaps(read, shown):  # 云岭渠道管护|实施方案: the lines of one look are one title
        return _whole(cells, min(read[0], shown[0]), max(read[1], shown[1]))
    return shown if read is None or kind_row(_text(cells[slice(*shown)])) else _whole(cells, *read)


def _headline(cells: Sequence[Cell]) -> tuple[int, int] | None:
    """The last lines that are headlines of level 1, or centred and larger than every other; no organ alone is one."""
    looks = [c.look for c in cells if c.look and c.look.centred and c.role is Role.FREE and not is_organ(c.text)]
    if not looks:
        return None
    top = any(look.level == 1 for look in looks)
    size = max(look.size for look in looks)
    found: tuple[int, int] | None = None
    for at, cell in enumerate(cells):
        look = cell.look if cell.role is Role.FREE else None
        if look and look.centred and (look.level == 1 if top else look.size == size >= _LARGE):
            found = (found[0], at + 1) if found and found[1] == at else (at, at + 1)
    return found if found and len(_text(cells[slice(*found)])) >= _SHORTEST else None


def _overlaps(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _worded(cells: Sequence[Cell]) -> tuple[int, int] | None:
    """The last run of cells with a 文种 word."""
    best, printed = None, set[str]()
    for first, last in title_runs(cells):
        if kind_row(_text(cells[first:last])):
            same = next((i for i in range(first, last) if _text(cells[i:last]) in printed), None)
            start = _opening(cells, first, last)
            best = (start if same is None else min(start, same), last)
            printed.add(_text(cells[slice(*best)]))
    return best


def _whole(cells: Sequence[Cell], first: int, last: int) -> tuple[int, int]:
    """A headline of two halves, the first of which happens to end in a 文种 word (…20条举措 助推…发展)."""
    text = _text(cells[first:last])
    while (
        last < len(cells)
        and cells[last].role is Role.FREE
        and cells[last].gap == Gap.SPACE
        and len(cells[last].text) >= _FULL_LINE
        and not (_OPENS.search(text) or is_organ(cells[last].text))
    ):
        last += 1
    return first, last


def title_runs(cells: Sequence[Cell]) -> list[tuple[int, int]]:
    """Runs of free cells; a run ends behind a 文种 word unless the next cell goes on."""
    runs: list[tuple[int, int]] = []
    first: int | None = None
    for at, cell in enumerate(cells):
        if cell.role is not Role.FREE:
            if first is not None:
                runs.append((first, at))
            first = None
            continue
        begin = at if first is None else first
        first = begin
        after = cells[at + 1] if at + 1 < len(cells) else None
        more = after is not None and after.role is Role.FREE and _continues(cells[begin : at + 1], after)
        again = after is not None and after.text == cell.text
        if again or (kind_row(cell.text) and not more):
            runs.append((begin, at + 1))
            first = None
    if first is not None:
        runs.append((first, len(cells)))
    return runs


def _continues(before: Sequence[Cell], after: Cell) -> bool:
    """Whether a title goes on behind a 文种 word: 关于印发…工作方案|的通知, …五年规划|和二〇三五年远景目标纲要."""
    text = _text(before)
    if _GOES_ON.match(after.text) or text.count("《") > text.count("》"):
        return True
    if "关于" not in text or "关于" in after.text or _ENDS.search(text) or after.gap >= Gap.BLANK:
        return False
    return kind_row(after.text) is not None and not is_organ(after.text)


def _opening(cells: Sequence[Cell], first: int, last: int) -> int:
    """The first cell of the title that ends before ``last``."""
    start = last - 1
    for at in range(first, last):
        if _OPENS.search(cells[at].text):
            start = at
            break
    else:
        while start > first and _joined(cells[start - 1], cells[start]):
            start -= 1
    while start > first and _is_issuer(cells[start - 1], cells[start]):
        start -= 1
    return _once(cells, start, last)


def _joined(before: Cell, after: Cell) -> bool:
    """Whether a line is the first half of the title line below it, with no 关于 to say so."""
    if _GOES_ON.match(after.text) or _RUNS_ON.search(before.text):
        return True
    return after.gap in (Gap.LINE, Gap.WRAP, Gap.SPACE) and len(before.text) >= _FULL_LINE and not is_organ(before.text)


def _is_issuer(before: Cell, after: Cell) -> bool:
    if before.text == after.text[: len(before.text)] and not is_organ(after.text):
        return False
    if after.gap >= Gap.BLANK and (is_organ(_issuer(after.text)) or _is_of(before.text, after.text)):
        return False  # the name of the site over a title that has its own, or names the place
    return is_organ(before.text) or (before.gap < Gap.LINE and is_organ(before.text + after.text))


def _is_of(organ: str, title: str) -> bool:
    """Whether a title without its organ begins with the place of the organ above it: 清溪市人民政府|清溪市停车场管理办法."""
    place = _PLACE.match(title)
    return place is not None and place.group() in organ and kind_row(title) is not None and not _OPENS.search(title)


def _issuer(title: str) -> str:
    """What stands before 关于, 印发 or 对: 清溪县交通运输局|对第6号建议的答复."""
    opens = _OPENS.search(title)
    if opens is None:
        return ""
    return title[: opens.end() - 1] if opens.group().endswith("对") else title[: opens.start()]


def _once(cells: Sequence[Cell], start: int, last: int) -> int:
    """Behind a first printing of the issuers: 甲局 乙局 | 甲局 乙局 关于…"""
    texts = [c.text for c in cells[start:last]]
    for half in range(1, len(texts) // 2 + 1):
        if texts[:half] == texts[half : 2 * half]:
            return start + half
    return start


def _named(cells: Sequence[Cell]) -> tuple[int, int] | None:
    """What the 元数据 table of a page calls the title (标题：…)."""
    for at, cell in enumerate(cells[1:], 1):
        if cell.role is Role.META and cells[at - 1].text.strip("【】[]：") in (
            "标题",
            "名称",
            "题名",
            "信息名称",
            "文件名称",
        ):
            return at, at + 1
    return None


def _again(cells: Sequence[Cell], named: tuple[int, int] | None) -> tuple[int, int] | None:
    """The line that says the same as the table: then it needs no 文种 (…目标任务完成情况)."""
    if named is None:
        return None
    lines = (at for at, cell in enumerate(cells) if cell.role is Role.FREE and cell.text == cells[named[0]].text)
    return next(((at, at + 1) for at in lines), None)


def _issued(cells: Sequence[Cell], read: tuple[int, int] | None) -> tuple[int, int] | None:
    """The title of a letter below the line that names what it encloses: 清溪县防汛预案|清溪县人民政府关于印发《…》的通知."""
    worded = _worded(cells) if read else None
    return worded if read and worded and worded[0] >= read[1] and "关于" in _text(cells[slice(*worded)]) else None


def _fallback(cells: Sequence[Cell]) -> tuple[int, int] | None:
    """No 文种 anywhere: the last run of free cells before the body."""
    for first, last in reversed(title_runs(cells)):
        if len(_text(cells[first:last])) >= _SHORTEST and not all(is_organ(c.text) for c in cells[first:last]):
            return first, last
    return None


def _text(cells: Sequence[Cell]) -> str:
    return "".join(c.text for c in cells)


def issuers(cells: Sequence[Cell]) -> tuple[str, ...]:
    """The organs a head names: of 发文机关标志 and title, longest first."""
    found = set()
    for cell in cells:
        if cell.role is Role.MARK:
            found.add(cell.text.removesuffix("文件").removesuffix(ORDER))
        elif cell.role is Role.FREE:
            name = _OPENS.split(cell.text)[0]
            found |= {name} if is_organ(name) else set()
    return tuple(sorted(found, key=len, reverse=True))


def title_place(cells: Sequence[Cell]) -> tuple[int, int]:
    """Where a title stands in its cells: without 《》 around all of it, the ending of a file's name, and where it was read."""
    text, start, end = _text(cells), cells[0].start, cells[-1].end
    added = _ADDED.search(text)
    if added and added.start() >= _SHORTEST:
        return start, end - len(added[0])
    held = text[0] == "《" and text[-1] == "》" and text.count("《") == 1
    return start + held, end - held


def title_model(normal: NormalText, start: int, end: int) -> Title:
    """The title with its parts, where they can be told."""
    text, phrase = normal.text[start:end], normal.phrase(start, end)
    about, place = _BEGINS.search(text), kind_place(text)
    begin = about.start() if about else 0
    issuers = [(a, b) for a, b in _organs(normal, start, start + begin)] if begin else []
    matter = None
    if place and about:
        stop = place[0] - (text[place[0] - 1 : place[0]] == "的")
        matter = (start + begin, start + stop) if stop > begin else None
    return Title.trusted(
        span=phrase.span,
        text=phrase.text,
        value=_NOTE.sub("", phrase.value),
        issuers=tuple(normal.phrase(a, b) for a, b in issuers),
        matter=normal.phrase(*matter) if matter else None,
        kind=kind_of(text.replace("\n", "")),
    )


def _organs(normal: NormalText, start: int, end: int) -> list[tuple[int, int]]:
    """The organs before 关于: parted by the gaps and 、 when each part is an organ by itself."""
    text, gaps = normal.text, normal.gaps
    parted = (i for i in range(start + 1, end) if gaps[i] or text[i - 1] == "、")
    cuts = [i for i in parted if not text.startswith(_GOVERNMENT, i)]  # 云 川 省 人 民 政 府 is one
    found, at = [], start
    for cut in [*cuts, end]:
        stop = cut
        while stop > at and text[stop - 1] in "\n 、":
            stop -= 1
        several = _SEVERAL.search(text, at, stop)
        stop = several.start() if several else stop
        if is_organ(text[at:stop]):
            found.append((at, stop))
            at = cut
    return found if found and at == end else []
