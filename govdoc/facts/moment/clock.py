"""Hours of the day (时刻): 9:00-17:00 · 8时30分 · 十一点半. They are dates without a value."""

from __future__ import annotations

from govdoc.facts.mention import Moment
from govdoc.text.pattern import pattern

_HOUR = r"[0-2]?[0-9](?:[:：][0-5][0-9](?:[:：][0-5][0-9])?(?![0-9.:：])|[时点](?![间段期刻速代位])(?:[0-5]?[0-9]分|整|半)?)"
_CLOCKED = pattern(rf"{_HOUR}(?:[-—–~～至到]+(?:次日|翌日|当日)?{_HOUR})?")  # 9:00-17:00 · 8时30分
# 师生比不低于|1:19, 配比为|1:25
_RATIO = pattern(
    "(?:[比重]|比例|比值)(?:为|是|约|达到?|不[低高大小]于|不超过|控制在|提高到|[提升降优]至|调整为|接近|：)?$"
)
_LED_AT_MOST, _RATIO_AT_MOST = 8, len("10:25")
_ONES = "一二三四五六七八九"
_HAN_HOUR = "(?:二十[一二三四]?|十[一二三四五六七八九]?|[零一二两三四五六七八九])"
_HAN_MINUTE = "(?:零[一二三四五六七八九]|[二三四五]?十[一二三四五六七八九]?)分"  # 九点五分 is a score
_HAN_CLOCKED = pattern(  # 上午十一点三十分, 八时整
    rf"{_HAN_HOUR}(?:[点點](?:{_HAN_MINUTE}|整|半|钟)|时(?:{_HAN_MINUTE}|整|半|(?=[，。；、至到许前]))"
    rf"|[点點](?=[至到—-]{_HAN_HOUR}[点點](?![{_ONES}])))(?:[至到—-](?:次日|当日)?{_HAN_HOUR}[点點时](?:{_HAN_MINUTE}|整|半)?)?"  # 六点至八点半
)
_PARTS, _COLON, _WHOLE = pattern("[0-9]+(?:[:：][0-9]+){2}"), pattern("[:：]"), 100  # the shares of a whole, no time


def clock(text: str, at: int, end: int) -> Moment | None:
    """An hour in digits: 9:00-17:00, 8时30分.

    >>> clock("9:00开门", 0, 6).end, clock("比重12:45:43", 2, 10)
    (4, None)
    """
    match = _CLOCKED.match(text, at, end)
    if not match or (_PARTS.fullmatch(match.group()) and sum(map(int, _COLON.split(match.group()))) == _WHOLE):
        return None  # 三次产业比重为12:45:43
    if match.end() - at <= _RATIO_AT_MOST and _RATIO.search(text, max(0, at - _LED_AT_MOST), at):
        return None
    return Moment(at, match.end(), None, "date.clock")


def spoken(text: str, at: int, end: int) -> Moment | None:
    """An hour in Chinese numerals, never a decimal: 十一点三十分, 八时半.

    >>> spoken("上午十一点三十分召开", 2, 10).end, spoken("增长一点四倍", 2, 6)
    (8, None)
    """
    match = _HAN_CLOCKED.match(text, at, end)
    return Moment(at, match.end(), None, "date.clock") if match else None
