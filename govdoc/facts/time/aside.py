"""Times that say nothing of when an amount is (旁及的年份): what is compared with, reckoned by, or left out.

比上年, 恢复到2019年同期的九成, 占全年任务的48%, 除去2002年到期的, 按2020年平均汇率计算.
"""

from __future__ import annotations

from govdoc.text.pattern import pattern

# 比上年, 较2020年, 快于2020年, 恢复到2019年: a basis, no time of the amount; so are the years of 比改革以前（|1953—1978年|）
# and 除去2002年、|2003年|到期的面积: years that are left out
_ASIDE = pattern(
    "(?:[比较与]|[快慢高低优好多少大小]于|[高超]出|恢复[到至]|[比较][^，。；（）0-9]{1,16}（"
    "|(?:除去|扣除|剔除|不含)(?:[0-9]{4}年[、和及与]){0,4})$"
)
_ASIDE_ENDS, _ASIDE_AT_MOST = frozenset("比较与于出到至去除含、和及（"), 26
_BASIS = pattern("[”》]?(?:(?:同期|水平)的|(?:同期)?的?基础上|的(?=[0-9.]+倍))")  # 2015年|的1.4倍, 2020年|基础上翻一番
_SUMMED = pattern("[^，。；\n]{0,20}(?:总和|合计)的?(?=[0-9.]+倍)")  # 2010年|到2020年总和的1.7倍
_TIMES, _SUMMED_AT_MOST = "倍", 40
_SHARE = pattern("[^，。；0-9]{0,4}(?:计划|任务|目标|预算)[任务数额]{0,2}的?(?=[0-9])")  # 占全年|计划任务的48%
_BY = "按"
_RECKONED = pattern("[年月]?[底末]?(?:年?平均|当年)?(?:汇率|不变价|可比价|价格)")  # 按2020年|平均汇率计算
_FROM, _SINCE = ("从", "由"), "自"


def compared(text: str, start: int, end: int) -> bool:
    """比上年增长, 恢复到2019年同期的九成, 占全年任务的48%, 按2020年平均汇率: no time of the amount.

    >>> compared("按2020年平均汇率计算", 1, 6), compared("2020年平均汇率为6.9", 0, 5)
    (True, False)
    """
    opens = start - (text[start - 1 : start] == "“")  # 较|“十三五”同期
    before = text[opens - 1 : opens]
    if before in _ASIDE_ENDS and _ASIDE.search(text, max(0, opens - _ASIDE_AT_MOST), opens):
        return True
    if before == _BY and _RECKONED.match(text, end):
        return True
    if text.startswith("全年", start):
        return _SHARE.match(text, end) is not None
    summed = text.find(_TIMES, end, end + _SUMMED_AT_MOST) >= 0 and _SUMMED.match(text, end)
    return bool(summed or _BASIS.match(text, end))


def passing_by(text: str, start: int, end: int) -> bool:
    """与2020年相比, 从2020年的12家, 为1998年以来最高: a year that the sentence only looks back to."""
    if text.endswith("以来", start, end) or text.startswith("以来", end):
        return True
    return text.endswith(_FROM, 0, start) or compared(text, start, end)


def sets_out(text: str, start: int, end: int) -> bool:
    """从2020年的9家, 自2020年起; but 自2020年以来 and 自2月1日起至6月30日止， are times that hold."""
    if text.endswith("以来", start, end):
        return False
    if text.endswith(_FROM, 0, start):
        return True
    return text.endswith(_SINCE, 0, start) and not text.startswith(("止", "期间"), end)
