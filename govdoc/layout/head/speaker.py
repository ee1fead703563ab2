"""报告人: who speaks, under the subtitle of a speech, behind it, or in it.

县长 周怀远 on a line of its own · …会议上清溪县县长周怀远作政府工作报告。 · ——2025年1月9日周怀远县长在…会议的报告
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from govdoc.facts.mention import Range
from govdoc.layout.element.organ import is_name, is_office, is_officer, is_organ
from govdoc.layout.part import Cell, Role
from govdoc.text.normal import Gap
from govdoc.text.pattern import pattern

_REPORTS = pattern("(?:同志)?作(?:了?的?)?(?:政府)?工作报告[。，]?$")  # 清溪县县长周怀远|作政府工作报告。
_INSIDE = pattern("日([一-龥·]{4,30}?)在")  # ——2025年1月9日|清溪县县长周怀远|在…会议上的讲话
_TITLED = pattern("[一-龥]{2,3}(?=(?:代)?(?:[省市县区州盟旗]长|主席)$)")  # 周怀远|县长


def speaker(text: str, cells: Sequence[Cell]) -> Range | None:
    """Office and name, with or without spaces between, or the organ under a subtitle."""
    for at, cell in enumerate(cells):
        under = at > 0 and cells[at - 1].role is Role.SUBTITLE and cell.role is Role.FREE and is_organ(cell.text)
        if cell.role is Role.SPEAKER or under:
            return cell.start, _named(text, cells, at)
    return _told(cells) or _within(text, cells)


def _named(text: str, cells: Sequence[Cell], at: int) -> int:
    """Where the name behind an office ends, which may be broken by spaces: 县长 周 怀 远, 县长 周怀远作政府工作报告."""
    cell = cells[at]
    end = cell.end
    for after in cells[at + 1 :] if is_office(cell.text) else ():
        reports = _REPORTS.search(after.text) if after.gap < Gap.LINE else None  # below it stands a caption
        stop = after.start + reports.start() if reports else after.end
        if (after.role is not Role.FREE and not reports) or not is_name(text[cell.end : stop].replace("\n", "")):
            break
        end = stop
    return end


def _told(cells: Sequence[Cell]) -> Range | None:
    """…会议上|清溪县县长周怀远|作政府工作报告。: the sentence behind a subtitle says it."""
    for before, cell in pairwise(cells):
        reports = _REPORTS.search(cell.text) if before.role is Role.SUBTITLE else None
        if reports and is_officer(cell.text[: reports.start()]):
            return cell.start, cell.start + reports.start()
    return None


def _within(text: str, cells: Sequence[Cell]) -> Range | None:
    """——2025年1月9日|周怀远县长|在…会议的政府工作报告: the subtitle itself says it."""
    run = [cell for cell in cells if cell.role is Role.SUBTITLE]
    said = _INSIDE.search(text, run[0].start, run[-1].end) if run else None
    return said.span(1) if said and (is_officer(said[1]) or _TITLED.match(said[1])) else None
