"""Relative times (相对年头): 近三年, 这五年, 今后五年, 五年来, 十年前 — years counted from the text's own time."""

from __future__ import annotations

from govdoc.facts.mention import Moment
from govdoc.facts.moment import fiveyear
from govdoc.facts.number.numeral import read
from govdoc.rulebook import group, rows
from govdoc.text.pattern import pattern

_RELATIVE = {
    form: row for row in rows("date") if row.id in ("past", "these", "next", "none", "marked") for form in row.forms
}
_SINCE, _NEIGHBOUR = (tuple(group("date", name)) for name in ("since", "neighbour"))
_BACK = frozenset(form for form, row in _RELATIVE.items() if row.id in ("past", "these"))
_WHILE, _COURSE = group("date", "while"), tuple(group("date", "course"))
_TOLD, _TELLS = tuple(group("date", "told")), pattern("[^，。；、]{0,6}工作(?![队组站室者量]|经[验历]|年限|日)")
_MEANWHILE = pattern("|".join(_WHILE))
_NO_SIDE = "".join(sorted(form[-2] for form, row in _RELATIVE.items() if row.id == "none"))  # 提|前一年, 学|前一年
_NEIGHBOURS = pattern(rf"(?<![{_NO_SIDE}])(?:{'|'.join(_NEIGHBOUR)})(?:个)?年")
_AGO, _AGO_OPENS = pattern("前[的，]"), frozenset("由从自比较，。；\n")
_FIVE, _CLAUSE_OPENS = 5, frozenset(("", *"，。；：！\n"))
# 相当于5年前1.5个百分点、|10年前2.5个百分点
_AGO_TOO, _AGO_AT_MOST = pattern("年前[^，。；、\n]{0,12}、\\Z"), 16
# 三年规划|两年完成 tells how long it takes
_OF_PLAN, _OF_PLAN_AT_MOST = pattern("[0-9一二三四五六七八九十]年(?:规划|目标|任务|计划|工程)，?\\Z"), 6
_PLAN_ENDS = frozenset("划标务程，")
_APART, _DAY = ("前", "后"), ("日", "天")  # 1月1日|前5年内
_NUMBER = "[0-9一二两三四五六七八九十]{1,2}"
# of a term: 前两年全免，后三年减半
_HALVES = pattern(f"前{_NUMBER}年[^。\n]{{1,60}}?后{_NUMBER}年")
_HALVES_AT_MOST = 70
_GRANTED = pattern("内?[^，。；、\n0-9]{0,6}?(?:给予|予以|免|减|补|奖|返)")  # 前2年|给予80%的奖励
_AGAINST = ("比", "较", "于")  # 比五年前|增长, 相当于5年前的水平
_COMPARED = ("前相比", "前比")  # 与五年|前相比
_THEN = ("以", "此", "之")  # 此后三年 are years to come
_JOINING = frozenset("和与及或")  # 当年和后一年
# 连续五年增长 and 分两年完成 are durations
_LASTING = frozenset("从由续每用经过历满花需以第再长期为的隔前后期达超约分")


def reckoned(text: str, low: int, at: int, number_end: int, end: int) -> Moment | None:
    """近三年, 这五年, 今后五年, 五年来, 五年累计建成, 由十年前的: of the number at ``at`` with its 年, which ends at ``end``.

    上一年度 is never resolved.

    >>> reckoned("近三年", 0, 1, 2, 3).form, reckoned("由十年前的9个", 0, 1, 2, 3).form
    ('past:3', 'ago:10')
    """
    if "." in text[at:number_end]:
        return None  # 受教育年限从10.2年提高到10.8年
    try:
        count = int(read(text[at:number_end]))
    except ValueError:
        return None
    if beside := _neighbour(text, low, at):
        return beside
    start = next((at - size for size in (3, 2, 1) if at - size >= low and text[at - size : at] in _RELATIVE), at)
    return _led(text, start, at, end, count) if start < at else _followed(text, low, at, end, count)


def _led(text: str, start: int, at: int, end: int, count: int) -> Moment | None:
    """近三年, 今后五年, 前三年: the word from ``start`` to the number tells which years."""
    word = text[start:at]
    row, half = _RELATIVE[word], word in _APART and _half(text, start, end)
    if half and _GRANTED.match(text, end):
        return None  # 前2年|给予50%的奖励，后3年|给予30%
    if row.id == "none" or (row.id == "marked" and count == 1) or (word in _APART and _lasts(text, at, end)):
        return None  # 学前三年
    return Moment(start, end, None, f"date.{row.id}", "" if word == "前" or half else f"{row.value}:{count}")


def _followed(text: str, low: int, at: int, end: int, count: int) -> Moment | None:
    """五年来, 五年累计建成, 由十年前的: what stands behind the number tells which years."""
    if text.startswith(_SINCE, end):
        since = next(form for form in _SINCE if text.startswith(form, end))
        return Moment(at, end + len(since), None, "date.since", f"these:{count}")
    if count == _FIVE and (named := fiveyear.called(text, at, end)):
        return named  # “十四五”时期是积势发展的五年
    if count > 1 and text.startswith(_COURSE, end) and text[at - 1 : at] in _CLAUSE_OPENS:
        return Moment(at, end, None, "date.course", f"these:{count}")  # 五年的实践启示我们
    if count > 1 and text.endswith(_TOLD, low, at) and _TELLS.match(text, end):
        return Moment(at, end, None, "date.told", f"these:{count}")  # 报告五年检察工作
    ago = (at == low or text[at - 1] in _AGO_OPENS) and _AGO.match(text, end)
    if ago or (text.startswith("前", end) and text[at - 1 : at] in _AGAINST) or text.startswith(_COMPARED, end):
        return Moment(at, end + 1, None, "date.ago", f"ago:{count}")
    last = text[at - 1 : at]
    if last == "、" and text.startswith("前", end) and _AGO_TOO.search(text, max(0, at - _AGO_AT_MOST), at):
        return Moment(at, end + 1, None, "date.ago", f"ago:{count}")
    if last in _PLAN_ENDS and _OF_PLAN.search(text, max(0, at - _OF_PLAN_AT_MOST), at):
        return None
    if count > 1 and (at == low or text[at - 1] not in _LASTING):
        said = _MEANWHILE.match(text, end)
        return Moment(at, end, None, f"date.{_WHILE[said.group()].id}", f"these:{count}") if said else None
    return None


def _half(text: str, start: int, end: int) -> bool:
    """Whether 前N年 and 后N年 stand in one sentence, and so tell of a term that has both: 前两年…，后三年…"""
    if text[start] == "前":
        return _HALVES.match(text, start, start + _HALVES_AT_MOST) is not None
    both = _HALVES.search(text, max(0, start - _HALVES_AT_MOST), end)
    return both is not None and both.end() == end


def _lasts(text: str, at: int, end: int) -> bool:
    """Whether the years behind 前 or 后 are a duration: 退休年龄后10年, 结转至以后三年内, 申报日前5年内, 登记后一年内."""
    before = text[at - 2 : at - 1]
    if text[at - 1] == "前":
        return before in _DAY and text.startswith("内", end)
    return text.startswith("内", end) if before in _THEN else before.isalnum()


def several(text: str, low: int, at: int, end: int) -> Moment | None:
    """几年来, 近几年, found at its 几: years that nobody counts.

    >>> several("近几年", 0, 1, 3).start, several("几年时间", 0, 0, 4)
    (0, None)
    """
    if not text.startswith("几年", at, end):
        return None
    since = next((form for form in _SINCE if text.startswith(form, at + 2)), "")
    size = next((n for n in (3, 2, 1) if at - low >= n and text[at - n : at] in _BACK), 0)
    return Moment(at - size, at + 2 + len(since), None, "date.several") if since or size else None


def _neighbour(text: str, low: int, at: int) -> Moment | None:
    """上一年, 下一年度: found at its numeral."""
    match = _NEIGHBOURS.match(text, at - 1) if at > low else None
    if not match or (text[at - 1] == "后" and text[at - 2 : at - 1] not in _JOINING and _lasts(text, at, match.end())):
        return None
    end = match.end() + text.startswith("度", match.end())
    return Moment(at - 1, end, None, "date.neighbour")
