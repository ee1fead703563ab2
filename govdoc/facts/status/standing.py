"""What stands (现状): parts of a whole, sums of a list, measures set out, what there is already, though a plan or a norm tells it.

分为两种类型 · 县水利局等12个部门 · 十二条政策意见 · 我国有2.9亿在校学生
"""

from __future__ import annotations

from govdoc.facts.mention import Amount, Place, Shape
from govdoc.facts.words.telling import alternatives, said
from govdoc.model.quantity import Bound
from govdoc.text.pattern import pattern

# 两种|不同类型, 两部分|组成
_DIVIDED = pattern(lambda: f"[^，。、；：]{{0,4}}{alternatives('dividing')}(?!的?(?:工作|任务|措施))|(?<=部分)[组构]成")
_MINDED = tuple(verb + below for verb in ("抓好", "做好", "办好") for below in ("", "以下", "下列"))
_LISTING = "等”"  # “查”“测”“防”|三个环节
_SUMMED = said("summing")
_ITEMS = ("条", "项")
_TO_DO = ("工作", "任务", "项目", "事项", "目标")
_MEASURES = pattern("(?:若干|便民|支持|扶持|惠企)?(?:政策)?(?:措施|意见|举措)")  # 十二条|政策意见
_OWNED = pattern("(?:\\A|[，。；：！\n])我[国省市县区州](?:现|共|已)?(?:有|拥有)$")  # 我国有|2.9亿在校学生
_PASSED = pattern("的(?:成就|历程|实践|经验)")  # 改革开放30多年|的成就
_PEOPLE = ("中国人", "中华儿女", "各族人民")  # 14亿多|中国人
_NATION = 10**9  # 保障好|14亿人|的粮食安全: nobody plans as many
_OWNED_AT_MOST = 8
_SPAN, _PLAIN = Shape.SPAN, Shape.PLAIN  # bound once: Python 3.11 looks members up slowly
_EXACT = Bound.EXACT


def divided(text: str, amount: Amount) -> bool:
    """分为两种类型, 突出了六个方面: how many kinds a thing has stands, even in a plan."""
    counted = amount.shape is _PLAIN and amount.bound is _EXACT and amount.unit.dimension == "count"
    if not counted or not _DIVIDED.match(text, amount.end):
        return False
    return not text.endswith(_MINDED, 0, amount.start)  # 重点抓好以下|三个方面


def there(text: str, amount: Amount) -> bool:
    """我国有2.9亿在校学生, 改革开放30多年的成就, 把14亿多中国人的饭碗端牢: what there is already, though a plan speaks of it."""
    if amount.shape is _SPAN:
        return amount.unit.symbol == "年" and _PASSED.match(text, amount.end) is not None
    if amount.shape is not _PLAIN:
        return False
    if text[amount.start - 1] == "有" and _OWNED.search(text, max(0, amount.start - _OWNED_AT_MOST), amount.start):
        return True
    people = amount.unit.dimension == "person" and amount.value is not None and amount.value >= _NATION
    return people or text.startswith(_PEOPLE, amount.end)


def summed(text: str, amount: Amount) -> bool:
    """聚焦“查、测、防”等四个环节, 县水利局等12个部门: what a list sums up stands, even in a norm."""
    return text[amount.start - 1] in _LISTING and amount.bound is _EXACT and _SUMMED.match(text, amount.end) is not None


def listed(text: str, amount: Amount, home: Place) -> bool:
    """一、改革举措（4项）: how many measures a heading says that stand below it; 一、牵头工作（4项） are to be done."""
    if amount.unit.symbol not in _ITEMS or not home.title <= amount.start < home.title_end:
        return False
    bracketed = text[amount.start - 1] == "（" and text.startswith("）", amount.end)
    return bracketed and not text.endswith(_TO_DO, 0, amount.start - 1)


def measures(text: str, amount: Amount) -> bool:
    """十二条政策意见, 十项举措: how many measures a text sets out."""
    counted = amount.unit.symbol in _ITEMS and amount.bound is _EXACT
    return counted and _MEASURES.match(text, amount.end) is not None
