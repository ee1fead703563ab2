"""What is compared with (比较的基准): of which year it is.

比上年决算数|4.94亿元增长3%, 与2010年普查的|4万人相比: the amount is of the year it stands behind;
与2010年相比，大学生由|893人上升为1546人: the change sets out from that year; 十年共增加|1万人: of the years since.
"""

from __future__ import annotations

from govdoc.facts.mention import Amount
from govdoc.facts.time.year import Years
from govdoc.facts.words.clause import Slot
from govdoc.text.pattern import pattern

_YEARLY = r"(?P<year>[0-9]{4})年(?!.?季度|[0-9]+月|[上下]半年)|(?P<ago>上一?年|去年)"
_PARTLY = "年初|上月|上?季度|[一二三]季度|上半年|[0-9]{4}年|[0-9-]{1,5}月份?"
_BASE = pattern(  # 比|上年|决算数 · 与|2010年|（普查数，下同）的 · 比|去年|同期的 · 比|上半年|的
    rf"[比较与同](?:{_YEARLY}|{_PARTLY})(?:（[^（）\n]{{0,40}}）)?[^，。；：（）0-9]{{0,20}}(?<![增长加减少降升高低多达])$"
)
_WIDEST = 70  # characters of the words above
_FOLLOWS = pattern("相比|净?[增减降]|下降|提高|上升|回落|扩大|收窄|[多少高低]")
_AGO = "相比，"
_THEN = pattern(f"[与同较比]([0-9]{{4}})年[^，。；\n]{{0,30}}{_AGO}$")
_LONGEST = 50  # one more than the longest of them
_YEARS = pattern("[0-9]{4}")
_REACH = 300  # characters of a sentence behind 相比，


def base_year(text: str, amount: Amount, slot: Slot, value: str | None, base: Years) -> str | None:
    """The year of an amount behind 的 or before one of ``FOLLOWING`` when another is compared with it; "" is unknown."""
    said = _BASE.search(text, max(slot.sentence, amount.start - _WIDEST), amount.start)
    if said is None or (text[amount.start - 1] != "的" and not _FOLLOWS.match(text, amount.end)):
        return None
    if said["year"]:
        return str(said["year"])
    if not said["ago"]:
        return ""
    now = value or (str(base.told) if base.told else None)
    return _YEARS.sub(lambda year: str(int(year[0]) - 1), now) if now else None


def set_out(text: str, slot: Slot) -> str | None:
    """The year from which the changes of a sentence set out: 与|2010年|相比，大学生由893人上升为1546人."""
    end = text.rfind(_AGO, max(slot.sentence, slot.left - _REACH), slot.left)
    return _then(text, end + len(_AGO)) if end >= 0 else None


def since(text: str, at: int, count: int) -> str | None:
    """The years that are counted at a place, when they are those since a year that is compared with.

    >>> since("与2010年相比，十年共增加1万人", 9, 10)
    '2010/2020'
    """
    first = _then(text, at) if text.endswith(_AGO, 0, at) else None
    return f"{first}/{int(first) + count}" if first else None


def _then(text: str, end: int) -> str | None:
    said = _THEN.search(text, max(0, end - _LONGEST), end)
    return said[1] if said else None
