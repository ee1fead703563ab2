"""Year to date (年初以来): 截至10月底，实现产值23亿元，同比增长5% is what was done since January.

What stands on a day (截至10月底，在校学生3万人) is of that day.
"""

from __future__ import annotations

from govdoc.rulebook import forms_of
from govdoc.text.lexicon import any_of
from govdoc.text.pattern import pattern

_AS_OF = ("截至", "截止", "截至到", "截止到")
_FLOW = pattern(  # 截至10月|底，全县实现产值23亿元，同比
    lambda: (
        f"[底末]?，[^，。；\\n0-9]{{0,12}}{any_of(forms_of('status', 'flow'))}"
        f"[^。\\n]{{0,60}}?{any_of(forms_of('status', 'yearly'))}"
    )
)
_YEAR, _MONTH, _DAY = len("2021"), len("2021-10"), len("2021-10-23")


def since_january(text: str, start: int, end: int, value: str) -> str:
    """The value of a time, from January on where a flow up to it is told.

    >>> text = "截至10月底，实现产值23亿元，同比增长5%"
    >>> since_january(text, 2, 5, "2021-10"), since_january("10月底，实现产值23亿元，同比增长5%", 0, 3, "2021-10")
    ('2021-01/2021-10', '2021-10')
    """
    if len(value) not in (_MONTH, _DAY) or not text.endswith(_AS_OF, 0, start) or not _FLOW.match(text, end):
        return value
    year = value[:_YEAR]
    first = f"{year}-01" if len(value) == _MONTH else f"{year}-01-01"
    return f"{first}/{value}" if first < value else value
