"""Summaries that plan as well (总结和计划): 2022年工作总结和2023年工作打算 tells of 2022 and plans 2023.

They are written when their year is nearly over or just over: 今年 is the year summed up, until the plans begin.
"""

from __future__ import annotations

from govdoc.facts.moment import fiveyear
from govdoc.rulebook import forms_of
from govdoc.text.lexicon import any_of
from govdoc.text.pattern import pattern

_YEAR = "(?:19|20)[0-9]{2}年"
_NEXT = "下一?年|明年|来年"
_HALVES = pattern(  # 清溪县水利局2022年|工作总结|和2023年|工作打算
    lambda: (
        f"(?P<past>.*?{any_of(forms_of('status', 'summary'))})[”》）]?(?:报告|汇报)?(?:以及|[及和与暨、，]|(?={_YEAR}))"
        f"(?P<plan>.*{any_of(forms_of('status', 'outlook'))})"
    )
)
_YEARS = pattern("((?:19|20)[0-9]{2})年|(十?[一二三四五六七八九])五(?!年)")
_SOON = pattern(_NEXT)


def sums_up(title: str) -> bool:
    """Whether a title names a summary before the plans.

    >>> sums_up("2022年工作总结和2023年工作打算"), sums_up("2022年工作计划")
    (True, False)
    """
    return _HALVES.match(title) is not None


def halves(title: str) -> tuple[str, str] | None:
    """The years summed up and the years planned, in a title that names the second or says that they are the next.

    >>> halves("2022年工作总结和2023年工作打算"), halves("工作总结及2023年工作要点"), halves("2023年上半年总结和下半年打算")
    (('2022', '2023'), ('2022', '2023'), None)
    >>> halves("2022年工作总结和明年工作打算")
    ('2022', '2023')
    >>> halves("“十三五”工作总结和“十四五”工作规划")
    ('2016/2020', '2021/2025')
    """
    both = _HALVES.match(title)
    if both is None:
        return None
    told, planned = _last(both["past"]), _last(both["plan"])
    if told and not planned and _SOON.search(both["plan"]):
        planned = str(int(told[-4:]) + 1)
    if planned and "/" not in planned and not told:
        told = str(int(planned) - 1)
    return (told, planned) if told and planned and told[-4:] < planned[:4] else None


def _last(half: str) -> str | None:
    """The last year or five-year plan that half a title names."""
    said = _YEARS.findall(half)
    if not said:
        return None
    year, five = said[-1]
    return str(year) or "{}/{}".format(*fiveyear.years(five))
