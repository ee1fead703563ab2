"""Amounts written in Chinese numerals (汉字数词): which 三个 counts and which is part of a name.

GB/T 15835 keeps Chinese numerals for set words, so that most of them measure nothing: 三农, 一站式,
四纵三横. A numeral with a measuring unit counts; 一 counts only in a duration, a measure, or after a
word of limit or frequency (只能享受一次, 每年一次).
"""

from __future__ import annotations

import re
from decimal import Decimal

from govdoc.facts import label
from govdoc.facts.mention import Amount, Shape
from govdoc.facts.numeral import CAPITALS
from govdoc.facts.unit import NO_UNIT, named, trie
from govdoc.model.quantity import Bound
from govdoc.rulebook import rows

_SHARES = {form: row for row in rows("share") for form in row.forms}
_SHARE = re.compile(trie(list(_SHARES)))
SHARE_TAILS = trie([form[1:] for form in _SHARES])
SHARE_HEADS = "".join(sorted({form[0] for form in _SHARES}))
_NAMES = frozenset(  # words that count places or ranks after a large number only: 三县, 二线, 六面
    "市 县 村 省 国 镇 乡 区 路 街 线 点 站 网 库 园 厂 矿 院 社 面 层 期 届 版 门 目 度 分 方 里 道 师 步 格 石 斗 单 手 副 对 双 "
    "角 盘 字 节 章 讲 集 部 本 首 段 班 环 关 卷 局 令 两 钱 柜 舱 管 股 味 服 岗 桩 样 杆 令 刀 打 罗 成 折 番 人 口 家 位 员 股 头 门 片".split()
)
_COUNTED = frozenset("人 口 家 位 部 本 节 段 片 班 首 讲 集 章 期 步 头 对 双 门 成 折 番 股 里".split())  # …but 三人, 四成, 五层 count
_LONGER = frozenset("度作功者")  # 首位度, 首位作
_PUT = ("放在", "摆在", "置于", "列为")  # 放在首位 ranks nothing
_LIMITED = re.compile(  # 只能享受一次 · 每年一次 · 其中一套 · 有效期一年 · 可再安置一次
    r"(?:只能|只|仅|不超过|至少|再|限|每[^，。；、]{1,3}|其中|期限?为?|满|延长|顺延|缓交|缓缴|连续|为期|不少于)[^，。；、\n]{0,4}\Z"
)
_PLACES = frozenset("百千万亿佰仟萬億")
_REACHED = frozenset("达到破约近超")
_ONE = frozenset(("一", "壹"))
_ONE_FREE = ("money", "multiple", "mass", "area", "energy", "power", "volume")  # 一元, 一倍, 一吨 measure by themselves
_NOT_ONE = frozenset("钱 两 分 角 斗 方 石 立方 平方 升 t g L".split())  # 一方 and 一分 are words
_ONE_TIMED = frozenset("个月 个工作日 个纳税年度 个季度 个学期 个学年 小时 昼夜 刻钟 个年度".split())
_COUNT_AFTER_LIMIT = frozenset("次 套 份 处 户 名 人 项 年 天 周 个 学期 年度 场 期 日 班 件".split())


def share(at: int, text: str, end: int) -> Amount | None:
    """一半, 过半, 翻番, 首位, 清零, “零发生”: amounts without a numeral and unit of their own."""
    match = _SHARE.match(text, at, end)
    if not match:
        return None
    row = _SHARES[match.group()]
    if text[match.end() : match.end() + 1] in _LONGER or text[max(0, at - 2) : at] in _PUT:
        return None
    value, _, kind = row.value.partition(" ")
    unit = named("位" if kind == "rank" else "番") if kind in ("rank", "double") else NO_UNIT
    shape = Shape.RANK if kind == "rank" else Shape.MULTIPLE if kind == "double" else Shape.PERCENT if value == "0.5" else Shape.PLAIN
    bound = Bound.OVER if kind == "over" else Bound.VAGUE if kind == "vague" else Bound.EXACT
    number = None if kind == "vague" else Decimal(value)
    return Amount(at, match.end(), at, match.end(), number, None, None, (), unit, bound, shape, (f"share.{row.id}",))


def counts(text: str, low: int, at: int, stop: int, found: Amount) -> bool:
    """Whether a Chinese numeral with a unit is an amount and not a name.

    >>> from govdoc.facts.quantity import amount
    >>> text = "建成三个车间和二线厂房"
    >>> [counts(text, 0, at, at + 1, amount(text, 0, at, 11)) for at in (2, 7)]
    [True, False]
    """
    numeral = text[at:stop]
    if found.unit is NO_UNIT or (len(numeral) == 1 and numeral in CAPITALS):
        return False
    if label.paired(text, low, at, stop) or label.quoted(text, at, found.end):
        return False
    word = text[stop : found.core_end]
    if numeral in _ONE:
        return _one(text, low, word, found)
    symbol = found.unit.symbol
    if numeral == "二" and found.unit.dimension in ("count", "person"):
        return False  # one counts 两个; 二次 供水, 二维 are names
    if numeral[0] in _PLACES and found.bound is Bound.EXACT and not (symbol == "兆" and text[found.end : found.end + 1] in "到至"):
        return text[at - 1 : at] in _REACHED  # 千亿斤, 百项 without a digit are names; 产值达千亿元 is an amount
    return symbol not in _NAMES or symbol in _COUNTED or len(numeral) > 1


def _one(text: str, low: int, word: str, found: Amount) -> bool:
    unit = found.unit
    if unit.dimension == "ratio":  # 占一成, not 一成不变
        return not text[found.end : found.end + 1].isalpha()
    if unit.dimension in _ONE_FREE or unit.symbol in _ONE_TIMED or found.bound is not Bound.EXACT:
        return word not in _NOT_ONE
    if unit.symbol not in _COUNT_AFTER_LIMIT:
        return False
    return _LIMITED.search(text[max(low, found.start - 9) : found.start]) is not None
