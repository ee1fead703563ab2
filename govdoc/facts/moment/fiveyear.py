"""Five-year plans (五年规划期): “十四五”时期, “十四五”后两年, “十三五”末."""

from __future__ import annotations

from govdoc.facts.mention import Moment
from govdoc.facts.number.numeral import read
from govdoc.text.pattern import pattern

_PLAN = pattern(
    r"(?P<n>(?:十?[一二三四五六七八九]|十)五)[”’\"」]?"
    r"(?:(?P<what>时期|期间|以来|末|初期|收官|开局|普法|规划(?!目标|开局|实施|圆满|的|任务|中期))|(?P<side>[前后])(?P<count>[两二三四])年)?"
)
_CALLED = ("的", "关键", "个")  # …是积势发展|的五年, 是关键|五年, 是新征程的第一个|五年
_LOOK = 160  # characters of a sentence that calls a plan so
_TIMES = (None, "时期", "期间")
_IS_OF = pattern("[”’]?，?是[^。；\n]{0,60}?五年")  # 十二五时期|，是全乡快速发展的五年
_APART = frozenset("。！？；\n")
_CLOSED = frozenset("，。；、！？\n")
_PLAN_ZERO = 1951  # the plan called 一五 began in 1953; from 二五 on every fifth year plus one, 十四五 in 2021


def years(numeral: str) -> tuple[int, int]:
    """The first and the last year of a plan by its number.

    >>> years("十四")
    (2021, 2025)
    """
    first = _PLAN_ZERO + 5 * int(read(numeral))
    return first, first + 4


def plan(text: str, at: int, end: int) -> Moment | None:
    """“十四五”时期, “十四五”前三年: years of a five-year plan, when the words mean the time and not the document.

    >>> plan("十四五”时期", 0, 6).value, plan("十四五”后两年", 0, 7).value
    ('2021/2025', '2024/2025')
    """
    match = _PLAN.match(text, at, end)
    if not match or match["what"] in ("规划", "普法") or text.startswith("《", max(0, at - 2)):
        return None
    first, last = years(match["n"][:-1])
    if match["side"]:
        count = int(read(match["count"])) - 1
        first, last = (first, first + count) if match["side"] == "前" else (last - count, last)
    value = str(last) if match["what"] == "末" else f"{first}/{last}"
    return Moment(at, match.end() if match["what"] or match["side"] else match.end("n"), value, "date.plan")


def called(text: str, at: int, end: int) -> Moment | None:
    """“十四五”时期是积势发展的【五年】, “十四五”的【五年】: the years of the plan that the sentence speaks of.

    >>> said = "“十四五”时期是积势发展的五年。"
    >>> called(said, 13, 15).value
    '2021/2025'
    """
    if not text.endswith(_CALLED, 0, at) or text[end : end + 1] not in _CLOSED:
        return None
    said = None
    for match in _PLAN.finditer(text, max(0, at - _LOOK), at):
        said = match
    if said is None or said["what"] not in _TIMES or not _APART.isdisjoint(text[said.end() : at]):
        return None
    told = text[said.end() : at].lstrip("”，")
    whole = plan(text, said.start(), said.end("n")) if told == "的" or told.startswith("是") else None
    return Moment(at, end, whole.value, whole.rule) if whole else None


def reviewed(text: str, start: int, end: int) -> str | None:
    """The years of the only plan that sentences call the five years that a text looks at.

    >>> reviewed("十二五时期，是全乡快速发展的五年。五年来，修路30公里。", 0, 40), reviewed("十二五时期，修路30公里。", 0, 40)
    ('2011/2015', None)
    """
    named = {
        match["n"] for match in _PLAN.finditer(text, start, end) if match["what"] and _IS_OF.match(text, match.end())
    }
    return "{}/{}".format(*years(named.pop()[:-1])) if len(named) == 1 else None
