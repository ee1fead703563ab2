"""Days alone (无月之日): 每月15日前 · 29日2时 · 5日一早 · 县长10日在云岭镇调研.

What stands beside a day without its month says that it is one: 为期5日 lasts five days, 公示5日 too.
"""

from __future__ import annotations

from govdoc.rulebook import group
from govdoc.text.lexicon import any_of
from govdoc.text.pattern import pattern

_HAN = "三十一?|卅一?|(?:二十|廿)[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九]"
DAY = f"(?:3[01]|[12][0-9]|0?[1-9]|{_HAN})"
CLOCK = r"(?:(?:上午|下午|晚上?|凌晨|中午)?(?:[0-9]{1,2}|零)(?:[时点](?:[0-9]{1,2}分|整|半)?|[:：][0-9]{2}(?:[:：][0-9]{2})?))?"
_HOURS = pattern(rf"{DAY}[日号][0-9]{{1,2}}时(?![间段期])")  # 29日2时|洪峰水位
_BEFORE = (  # 每月15日前, 请于5日前: a day whose month stands elsewhere
    *("每月", "当月", "次月", "本月", "同月", "上月", "下月", "每年", "月的", "季末", "度末", "月末"),
    *("请于", "务于", "应于", "须于", "必于", "并于", "日、", "日至", "日和", "日或"),
)
_HOUR = pattern(  # 5日|一早, 22日|上午
    f"{DAY}日(?:一[大清]?早|[清凌]晨|上午|中午|下午|傍晚|晚(?![于点期间稻])|夜间|当天)"
)
_EVENT = pattern(  # 县长10日|在云岭镇调研, 于20日|举行, but 5日|在线办理
    lambda: (
        f"{DAY}日(?:在(?![线家岗网册编院])|到(?=[一-龥]{{1,8}}{any_of(group('date', 'visit'))})|{any_of(group('date', 'deed'))})"
    )
)
# 市委|6日发布, 县长王明|10日在云岭镇调研, 会议于|20日举行; 审批|5日公布 lasts five days
_WHO = pattern(
    "(?:[者长局会委府部厅院司办处室员任记席理于，]|(?:书记|[省市县区州局部厅镇乡]长|主席|总理|主任)[一-龥]{2,3})$"
)
_WHO_AT_MOST = 5
_OPENING = pattern(f"{DAY}日，")  # 。15日|，县政府印发通知
_STOPS = frozenset("。！？\n")
_NO_EVENT = frozenset("期时共满逾后内每隔达为间续限经过用约近超至到第、—-前示告数了")  # 为期|5日, 公示|5日在网上发布


def alone(text: str, at: int, end: int) -> bool:
    """Whether the number at ``at`` with its 日 is a day, whose month stands elsewhere.

    >>> alone("每月15日前", 2, 6), alone("县长10日在云岭镇调研", 2, 11), alone("为期10日在网上公布", 2, 10)
    (True, True, False)
    """
    return text[max(0, at - 2) : at] in _BEFORE or _HOURS.match(text, at, end) is not None or _of_event(text, at, end)


def _of_event(text: str, at: int, end: int) -> bool:
    """Whether a day alone is that of an event: 。15日，…, 县长10日在…; 为期5日 lasts so long."""
    if at == 0 or text[at - 1] in _STOPS:
        return any(form.match(text, at, end) for form in (_OPENING, _HOUR, _EVENT))
    if text[at - 1] in _NO_EVENT:
        return False
    if _HOUR.match(text, at, end):
        return True
    return _EVENT.match(text, at, end) is not None and _WHO.search(text, max(0, at - _WHO_AT_MOST), at) is not None
