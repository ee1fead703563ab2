"""What is compared with (比较的基准): of which year it is.

比上年决算数|4.94亿元增长3%, 与2010年普查的|4万人相比: the amount is of the year it stands behind;
与2010年相比，大学生由|893人上升为1546人: the change sets out from that year; 十年共增加|1万人: of the years since.
"""

from __future__ import annotations

from govdoc.facts.clause import Slot
from govdoc.facts.mention import Amount
from govdoc.facts.numeral import read
from govdoc.facts.year import Years
from govdoc.text.pattern import pattern

_BASE = pattern(  # 比|上年|决算数 · 与|2010年|（普查数，下同）的 · 比|去年|同期的
    r"[比较与同](?:(?P<year>[0-9]{4})年|上一?年|去年)(?:（[^（）\n]{0,40}）)?[^，。；：（）0-9]{0,20}(?<![增长加减少降升高低多达])$"
)
_WIDEST = 70  # characters of the words above
_FOLLOWS = pattern("相比|净?[增减降]|下降|提高|上升|回落|扩大|收窄|[多少高低]")
FOLLOWING = frozenset("相净增减下降提上回扩收多少高低")  # one of them begins each
_THEN = pattern("[与同较比]([0-9]{4})年[^，。；\n]{0,30}相比，")
_SPELLED = pattern(
    "相比，([0-9]{1,2}|[一二三四五六七八九十]{1,3})年[间来]?(?:共|累计|合计|总)"
)  # 相比，十年共|增加1万人
_YEARS = pattern("[0-9]{4}")
_AGO = "相比，"
_YEAR = len("2021")


def base_year(text: str, amount: Amount, slot: Slot, value: str | None, base: Years) -> str | None:
    """The year of an amount behind 的 or before one of ``FOLLOWING`` when another is compared with it."""
    said = _BASE.search(text, max(slot.sentence, amount.start - _WIDEST), amount.start)
    if said is None or (text[amount.start - 1] != "的" and not _FOLLOWS.match(text, amount.end)):
        return None
    if said["year"]:
        return str(said["year"])
    now = value or (str(base.told) if base.told else None)
    return _YEARS.sub(lambda year: str(int(year[0]) - 1), now) if now else None


def set_out(text: str, slot: Slot) -> str | None:
    """The year from which the changes of a sentence set out: 与|2010年|相比，…"""
    then = _then(text, slot)
    return then[0] if then else None


def spelled(text: str) -> bool:
    """Whether a text counts the years since one that it compares with: 与2010年相比，十年共增加1万人."""
    return _AGO in text and _SPELLED.search(text) is not None


def since(text: str, amount: Amount, slot: Slot, value: str) -> str | None:
    """The years of 与2010年相比，|十年|共增加1万人, when they are as many as the sentence counts."""
    then = _then(text, slot)
    spell = _SPELLED.match(text, then[1] - len(_AGO), amount.start) if then else None
    if then is None or spell is None or int(value[:_YEAR]) - int(then[0]) != int(read(spell[1])):
        return None
    return f"{then[0]}/{value[:_YEAR]}"


def _then(text: str, slot: Slot) -> tuple[str, int] | None:
    """The year that a sentence compares with, and where what it compares begins."""
    end = text.rfind(_AGO, slot.sentence, slot.left)
    said = _THEN.search(text, slot.sentence, slot.left) if end >= 0 else None
    return (said[1], said.end()) if said else None
