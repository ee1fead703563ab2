"""Which candidates are headings: decided by the sequence each stands in (序数连续).

A marker at the beginning of a line speaks for itself. Elsewhere （一） may be a citation (第（一）项) and
8.6 an amount, so a candidate inside a line needs its neighbours: it continues the sequence, or it
is the first of one. The same holds for 20.2026年10件民生实事, whose full stop could be a decimal point.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from govdoc.layout.body.heading import PLACE, Mark, Stand
from govdoc.model.section import MarkerStyle as Style
from govdoc.text.pattern import pattern
from govdoc.text.record import changed

_CHIEF = "一、"  # the key of the headings that others stand under
_LOOK = 6  # candidates of one key seen ahead: false ones between two numbers of a list are few
# words that also stand alone
_LISTED = frozenset({Style.SEQUENCE, Style.ORDINAL, Style.ITEM, Style.CIRCLED, Style.LETTER})
# behind a full stop they open something, though what follows is lost
_FIRST = frozenset({Style.HAN, Style.HAN_PAREN, Style.ITEM})
_NUMBERED = frozenset({Style.HAN, Style.HAN_PAREN, Style.ARABIC})
_HAN = "一二三四五六七八九十"
_CITED = r"项(?!目)|[目款](?!标|项)|条(?!件|例)|[至、，。；）（》]|[和与或及]（"  # 第（一）项, （一）至（三）
_NOT_BEFORE = {
    Style.HAN: pattern(rf"[{_HAN}]"),  # 抓好一、二、三产业融合
    Style.HAN_PAREN: pattern(_CITED),
    Style.ARABIC: pattern(r"[0-9]+(?:\.[0-9]+)*%?(?:\n|$)"),  # a cell 10.581
    Style.ARABIC_PAREN: pattern(_CITED),
    Style.LETTER: pattern(r"[甲乙丙丁戊己庚辛壬癸]"),  # 甲、乙两方
    Style.CIRCLED: pattern(r"[①-⑳、，。和至]"),  # 栏目①②③
    Style.ARTICLE: pattern(r"第|款|之|、|和第|至|或|规定的|规定，|所列|中的|）|，"),  # 违反第五条规定的
    Style.CHAPTER: pattern(r"第|、|和|至|或|规定|的"),
    Style.CLAUSE: pattern(r"第|、|和|至|或|规定|的"),
    Style.PART: pattern(r"第|、|和|至|或|的"),
    Style.ORDINAL: pattern(rf"[{_HAN}、]|第"),  # 第一、二产业
    Style.ITEM: pattern(r"[求务素点件义闻领职]|一|否"),  # 统一要求, 第一要务, 一是一
}
_COUNTED_ON = pattern(  # 一、二、三产业融合 at the beginning of a line too, but 一、一年来工作回顾, 二、三项重点任务
    f"(?:{'|'.join(f'(?<={one}、){other}' for one, other in pairwise(_HAN))})(?=[、和及与产类级等线])"
)
_NUMBER = pattern("[0-9]+")
_NOT_BEHIND = pattern(r"[第款条项（“《〈及与和或至到从表图件]|[统唯之万逐]")
_ASIDE = 40  # a quotation that holds a marker opens at most so far before it
_LEADS = pattern(r"[^\n。]{2,40}。?(?:[^\n]{0,200}。)?（一）")  # 一、工作回顾…（一）: the first of a lost sequence
_HEADING = pattern(r"[^。；：\n]{2,30}。?\n?")  # 二、|存在的问题|（一）, 二、|重点工作。|（一）
_PARENT = pattern(r"[^，。；：（）\n]{4,40}。?(?:一是|1[、.](?![0-9])|（1）|①)")  # （一）|重点工程情况。一是
_HELD = pattern(r"“[^”]*\Z|《[^》]*\Z|（[^）]*\Z")
# members of enums bound once: Python 3.11 looks them up slowly
_STOP, _COMMA, _LINE, _SPACE, _GLUED = Stand.STOP, Stand.COMMA, Stand.LINE, Stand.SPACE, Stand.GLUED
_ARTICLE, _HAN_STYLE = Style.ARTICLE, Style.HAN
_tuple = tuple.__new__  # the named tuple's own constructor is a Python function


class _Links(NamedTuple):
    """The candidates of a key from ``row[at]`` on: what follows one candidate."""

    row: list[Mark]
    at: int

    @property
    def after(self) -> list[Mark]:
        """As many as are looked at."""
        return self.row[self.at : self.at + _LOOK]

    def next(self, ordinal: int) -> bool:
        """Whether the sequence goes on with ``ordinal`` before it starts anew."""
        for mark in self.after:
            if mark.ordinal == ordinal:
                return True
            if mark.ordinal == 1 and mark.stand >= _STOP:
                return False
        return False

    def goes_on(self) -> bool:
        """Whether the next candidate is not a first one (首先 before 其次, 再次 or 最后)."""
        return self.at < len(self.row) and self.row[self.at].ordinal != 1

    def better(self, mark: Mark) -> bool:
        """Whether the same number comes again in a better place before the sequence goes on."""
        for other in self.after:
            if other.ordinal == mark.ordinal and (other.stand, not other.tight) > (mark.stand, not mark.tight):
                return True
            if other.ordinal != mark.ordinal and other.stand >= _STOP:
                return False
        return False


def standing(text: str, candidates: list[Mark]) -> list[Mark]:
    """The candidates that are headings, in text order.

    >>> from govdoc.layout.body.heading import marks
    >>> from govdoc.text.normalise import normalise
    >>> n = normalise("按第（一）项办理。一、抓投入8.6亿元。二、抓产出。")
    >>> [n.text[m.start : m.end] for m in standing(n.text, marks(n, 0, len(n.text)))]
    ['一、', '二、']
    """
    by_key: dict[str, list[Mark]] = defaultdict(list)
    for mark in candidates:
        if not _denied(text, mark):
            by_key[mark.key].append(mark)
    chief = _chained(text, by_key.pop(_CHIEF, []), ())
    ends = [mark.end for mark in chief]
    return sorted(chain(chief, *(_chained(text, row, ends) for row in by_key.values())), key=PLACE)


def _denied(text: str, mark: Mark) -> bool:
    """Whether the words around say that no heading can stand here."""
    if mark.end >= len(text):
        return True
    after = _COUNTED_ON if mark.style is _HAN_STYLE and mark.stand >= _STOP else _NOT_BEFORE.get(mark.style)
    if after and after.match(text, mark.end) and (mark.style is not Style.ITEM or mark.stand < _STOP):
        return True
    if mark.tight and text[mark.end - 1] == "、" and _counts_on(text, mark):
        return True
    if mark.style is _ARTICLE and text[max(0, mark.start - 2) : mark.start].rstrip("\n").endswith("》"):
        return True  # 《…管理规定》第十二条, over a line break too
    if mark.stand > _COMMA:
        return False
    if mark.stand is _GLUED and text.startswith("：", mark.end):
        return True  # 高效节水灌溉（二）：每亩补助300元
    return _NOT_BEHIND.match(text, mark.start - 1) is not None or _aside(text, mark.start)


def _counts_on(text: str, mark: Mark) -> bool:
    """Whether the number behind is the next one: 1、2月份, but 1、2024年3月1日起施工."""
    behind = _NUMBER.match(text, mark.end)
    return behind is not None and behind.group() == str(mark.ordinal + 1)


def _aside(text: str, at: int) -> bool:
    """Whether a quotation, title or bracket is open at ``at``: “从0到1、从1到2”."""
    return _HELD.search(text, max(0, at - _ASIDE), at) is not None


def _chained(text: str, row: list[Mark], ends: Sequence[int]) -> list[Mark]:
    """Those of a key that stand; ``ends`` are the ends of the markers 一、 that do."""
    kept: list[Mark] = []
    last = 0
    for i, candidate in enumerate(row):
        mark = candidate
        if not mark.ordinal:  # 最后 takes the number after the one before
            mark = changed(candidate, ordinal=last + 1 if last else 0)
        if _stands(mark, last, _tuple(_Links, (row, i + 1))) or _leads(text, mark, ends):
            kept.append(mark)
            last = mark.ordinal
    return kept


def _stands(mark: Mark, last: int, links: _Links) -> bool:
    """Whether a candidate is a heading by its place and by the number before and behind it."""
    if mark.stand is _LINE and not mark.tight and mark.style not in _LISTED:
        return True
    begins = mark.ordinal == 1 and links.next(2)
    follows = last > 0 and mark.ordinal == last + 1
    if mark.style is Style.SEQUENCE:
        return mark.stand >= _COMMA and (follows or (mark.ordinal == 1 and links.goes_on()))
    if mark.style is Style.ORDINAL:
        return mark.stand is _LINE or (mark.stand >= _SPACE and (begins or follows))
    if mark.tight:
        return (follows or begins) and not links.better(mark)
    if mark.stand is _LINE:
        return begins or follows or mark.ordinal > 1
    if mark.stand >= _SPACE:
        return begins or follows or (mark.ordinal > 1 and links.next(mark.ordinal + 1)) or _slips(mark, last, links)
    return (begins or follows) and not links.better(mark)


def _slips(mark: Mark, last: int, links: _Links) -> bool:
    """Whether the number is a slip of the sequence: 三、 twice, or 四、 after 二、 with no 三、 to come."""
    if last < 1 or mark.style not in _NUMBERED or links.better(mark):
        return False
    return mark.ordinal == last > 1 or (mark.ordinal == last + 2 and not links.next(last + 1))


def _leads(text: str, mark: Mark, ends: Sequence[int]) -> bool:
    """Whether the first of a sequence stands without a second: behind a 。, 一、 above a （一）, （一） behind the words of 二、."""
    if mark.ordinal != 1 or mark.tight:
        return False
    if mark.style in _FIRST and "。" in text[max(0, mark.start - 2) : mark.start]:
        return True
    if mark.style is Style.HAN:
        return mark.stand >= _SPACE and _LEADS.match(text, mark.end) is not None
    if mark.style is Style.ITEM and mark.stand < _LINE:
        return False
    if mark.style not in (Style.HAN_PAREN, Style.ITEM) or not (above := bisect_right(ends, mark.start)):
        return False
    behind = mark.stand >= _STOP and _PARENT.match(text, mark.end)
    return bool(behind or _HEADING.fullmatch(text, ends[above - 1], mark.start))
