"""What opens a clause and is no part of its subject (句首成分): 全年｜受理｜信访案件 · 为群众｜办理｜实事."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from govdoc.facts.words.phrase import EDGES, FULFILLED, LEAST, is_a, size, skip_edges, verb, words
from govdoc.text.pattern import pattern

_NAME = 6  # 调处|成功率 is one name, 推动|综合承保覆盖率 is not
_OPENING = pattern(  # 按户籍人口计算|人均收入, 加|上级补助收入 though 加上 opens a phrase too
    "按照?[^，。；、的]{2,12}?(?:计算|核算|测算|折算)的?(?=[^，。；、]{2})"
    "|按[^，。；、的]{0,3}[年月日户人亩]计(?![划件时量])(?=[^，。；、]{2})"  # 按一年计|意向成交金额
    "|(?:扣除|剔除)[^，。；、的]{2,10}(?:因素|影响)后?(?=[^，。；、]{2})"  # 扣除沙尘影响后|优良天数比率
    "|[加减](?=上[级解年]|补助|调[入出]|债务|返还|转移)"
    "|第[一二三四五六七八九十]{1,2}年(?!级)度?(?=[^，。；、]{2})"  # 第二年|租金
    "|因[^，。；、的]{2,12}?(?:需要|原因)(?=[^，。；、]{2})"  # 因施工需要|占用道路
    "|附(?![属近加件录则带着议图表设注言和])(?=[^，。；、]{3})"  # 附|身份证复印件
    "|(?:本[^，。；、的]{2,6})?第[一二三四五六七八九十百]+[条款项][^，。；、的]{0,6}(?:规定|所列)的(?=[^，。；、]{2})"
    "|设(?=[一二三特优][等秀]奖|[床席座泊展车]位|窗口|科室|教学班|分会场|考点)"  # 设|一等奖2名, 设|床位500张
    # 首次同时达到|营业收入1亿元, 超过|核定载质量百分之三十
    "|(?:达到|超过|超出)(?=[^，。；、的]{2,12}(?:收入|金额|总额|强度|产值|利润|规模|纳税额)$|(?:核定|规定|限[额定])[^，。；、的]{2,8}$)"
    "|一[份张套](?=[^，。；、]{3})"  # 一份|保险额度
    "|每[0-9一二三四五六七八九十百千万]{1,5}[人户]口?中(?=[^，。；、]{2})"  # 每10万人中|受过高等教育的
    "|[_×xX○*]{2,4}年度?(?=[^，。；、]{2})"  # ____年|人均纯收入, ××年: a year that was made unreadable
)
_OPENING_SIGNS = "按扣剔加减第因附本一设每达超_×xX○*"  # the first character of each
_SERVED = 4  # characters: 对个人|罚款; 为残疾人适配辅具服务 names a service
_KIND = ("型", "性", "类")  # 建议|类诉求
_NO_OPENER = ("", "keep")
_ACTIONS = ("verb", "lead")
_JOINED = frozenset("、和及与")


def opened(text: str, low: int, end: int, moments: Mapping[int, int]) -> tuple[int, bool | None]:
    """Past the words that open a clause; whether a preposition came last, None when none came."""
    opener, openings, first = words("opener"), _openings(), low
    placed: bool | None = None
    while low < end and (text[low] in openings or low in moments):
        quoted = text[low] == "“"
        if low + quoted in moments:
            low = moments[low + quoted]
            low, placed = low + text.startswith("”", low), None if placed is None else False  # “十四五”|时期
            continue
        if text[low] in _OPENING_SIGNS and (said := _OPENING.match(text, low, end)):
            low = said.end()
            continue
        kind, length = opener.kind(text, low, end)
        if kind == "" and (past := _skipped(text, low, end)) > low:
            low = past
            continue
        if kind == "" and (length := _renewed(text, low, end)):
            kind = "lead"
        if (
            kind in _NO_OPENER
            or 0 < end - low - length < LEAST
            or text.startswith(_KIND, low + length)
            or (kind in _ACTIONS and _of_name(text, first, low + length, end))
            or (low + length == end and length > LEAST and is_a("weak", text, (low, end)))
        ):
            break  # 调处成功率 and 规划面积 are one name; 完成|全年计划|的98% has no other
        low += length
        low = served(text, low, end) if kind == "dative" else low
        placed = kind == "prep" if kind == "prep" or placed is not None else None
    return min(low, end), placed


@cache
def _openings() -> frozenset[str]:
    """The first characters of all that may open a clause; most phrases begin with none of them."""
    return frozenset("“新（").union(
        EDGES, _OPENING_SIGNS, (form[0] for form, kind in words("opener").kinds.items() if kind != "keep")
    )


def _of_name(text: str, first: int, past: int, end: int) -> bool:
    """Whether a verb is a part of the name that goes on at ``past``: 报送|率、及时率, 规划|面积."""
    mark = text.find("、", first, end)
    stop = end if mark < 0 else mark
    fulfilled = text.endswith(FULFILLED, first, past)  # 实现|森林覆盖率
    rate = stop - past < _NAME and text.endswith("率", first, stop) and not fulfilled
    return rate or is_a("bare", text, (past, end))


def _skipped(text: str, low: int, end: int) -> int:
    """Past punctuation, and past a bracket of what stands before: 全县（含园区）|收入."""
    closed = text.find("）", low, end) if text[low] == "（" else -1
    return closed + 1 if closed >= 0 else skip_edges(text, low, end)


def _renewed(text: str, low: int, end: int) -> int:
    """The length of 新 with its verb, when a noun follows: 新发布|改革案例, but 新登记企业; 0 when none does."""
    length = size(text, low + 1, end, "action") if text[low] == "新" else 0
    return length + 1 if length and end - low - 1 - length not in (1, LEAST) else 0


def served(text: str, low: int, end: int) -> int:
    """Past the verb that follows whom it serves: 向|用水企业|办理|缓交水费."""
    for start, stop, kind in words("action").scan(text, low, end - LEAST):
        if kind != "keep" and stop - start >= LEAST and start > low and text[stop] not in _JOINED:
            return low if words("action").kind(text, start, end) == ("keep", end - start) else stop  # 对地方|转移支付
    last = verb(text, low, end)
    served = (
        last is not None and "的" not in text[low:end] and (last[0] - low <= _SERVED or "每" in text[low : last[0]])
    )
    at = end + LEAST * text.startswith("每", end)
    if served or size(text, at, len(text), "action"):
        return low if size(text, low, end, "action") else end  # 为患者|每人|发放|1张优待卡, but 以|庆祝|建县
    return low
