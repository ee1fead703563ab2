"""Numbers that point to a place of the text (序号): 图1, 表4—1, a note ［1］, the items of a running line 1.…2.…"""

from __future__ import annotations

from govdoc.facts.mention import Other
from govdoc.facts.number.unit import WORD
from govdoc.model.quantity import Role
from govdoc.text.pattern import pattern

FIGURES = frozenset("图表")
_FIGURE_LED = pattern(r"(?:[^\u4e00-\u9fff]|\A|[见如附及和])[图表]\Z")
# 图1, 表4—1; 发放图表，图3张
# 。|图|1| 2015年产量
_FIGURE_NAMED, _TITLED = pattern(r"[^\u4e00-\u9fff（]?[图表]"), pattern(r"[：: ]?[0-9\u4e00-\u9fff]")
_DATED = pattern("[：: ](?:19|20)[0-9]{2}")  # …增长速度图2 2015—2019年产量, in a text that lost its lines
_FIGURE = pattern(rf"[0-9]{{1,2}}(?:[-—－–][0-9]{{1,2}})?(?![0-9.]|{WORD}(?!末|初|底|均))")
_GLUED = pattern("[1-9][0-9]?(?=(?:19|20)[0-9]{2}年)")  # 图|1|2018年产量, in a text that lost its blanks
_ITEM = pattern("[.．、][^0-9\n]")
_BEFORE_ITEM = pattern("[^0-9A-Za-z.,]")
_NOTE = {"（": "）", "［": "］", "[": "]", "〔": "〕", "【": "】"}
_NOTE_AT_MOST = 2  # digits of a note or a number in brackets


def figure(text: str, at: int, end: int) -> Other | None:
    """The number of a figure or table: 图1：2021—2025年粮食产量 names it, 见表4—1 refers to it; 印发图表3张 are counted.

    >>> figure("图1：全县人口", 1, 7), figure("印发报表12", 4, 6)
    (Other(start=1, end=2, role=<Role.LABEL: 'label'>, rule='label.figure'), None)
    """
    match = _FIGURE.match(text, at, end) or _GLUED.match(text, at, end)
    if match is None:
        return None
    led = text[max(0, at - 2) : at]
    named = _FIGURE_NAMED.fullmatch(led) and _TITLED.match(text, match.end())
    if named or match.re is _GLUED or _DATED.match(text, match.end()):
        return Other(at, match.end(), Role.LABEL, "label.figure")
    return Other(at, match.end(), Role.ORDINAL, "label.figure") if _FIGURE_LED.search(led) else None


def itemised(text: str, low: int, at: int, stop: int, end: int) -> Other | None:
    """附件：1.…2.…: a number of one or two digits with a point, that opens an item in a running line."""
    if (
        stop - at > _NOTE_AT_MOST
        or (at > low and not _BEFORE_ITEM.match(text[at - 1]))
        or not _ITEM.match(text, stop, end)
    ):
        return None
    return Other(at, stop + 1, Role.MARKER, "label.item")


def note(text: str, low: int, at: int, stop: int) -> Other | None:
    """The number of a note ［1］, also inside a quotation; 小（2）型 is a name."""
    if at > low and stop - at <= _NOTE_AT_MOST and _NOTE.get(text[at - 1]) == text[stop : stop + 1]:
        if text.endswith("第（", 0, at):
            return Other(at, stop, Role.ORDINAL, "label.clause")  # 第（1）项
        return Other(at, stop, Role.LABEL if text[at - 1] == "（" else Role.ID, "label.note")
    return None
