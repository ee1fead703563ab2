"""口径 (scope): for whom a figure stands: 全镇 · 全市 · 市本级 · 规模以上 · 城镇; for a rank, among whom."""

from __future__ import annotations

import re
from functools import cache

from govdoc.facts.mention import Range
from govdoc.rulebook import forms_of
from govdoc.text.lexicon import any_of
from govdoc.text.pattern import pattern

_CELL_ENDS = ("", "\n")  # ⏎合计⏎120户 is the scope of a row; ，合计120户 is said of the list before
_COMPARED = ("于", "比", "较", "占", "在", "与", "对", "过", "次", "届")  # 高于|全国, 第四次|全国文物普查
_INDUSTRY = "第[一二三]产业"  # 全市第一产业增加值, but 全省第十二次党代会
_APART = "(?:(?<=[，。；：、\n（和与及省市县国区中.）].)|(?<=\\A.))"  # ，乡村 · 全省乡村, but not 美丽乡村
_FRAME = pattern("[^，。；：\n]{2,21}+(?<=[中看])，")  # 规上工业中， · 从限额以上单位看，
_PLACE = pattern("(?![各全本每个])[一-龥x×]{1,9}(?:街道|[省市州盟县旗区镇乡村])(?<!小区)(?<!政村)")  # 青石街道
_ASSESSED = pattern("[^，。；]*(?:榜|评估|考核|测评|评价|指数)")  # 位列|金牌榜|第2位: not among whom
_SIZES = ("上", "下")  # 规上, 限额以下
_PLACES = ("nation", "region", "province", "city", "county", "township")


def _longest_first(forms: frozenset[str]) -> str:
    return "|".join(sorted(map(re.escape, forms), key=len, reverse=True))


@cache
def _forms(*kinds: str) -> frozenset[str]:
    """The words of these kinds."""
    return frozenset(forms_of("scope", *kinds))


@cache
def scopes() -> frozenset[str]:
    """The words that are scopes by themselves."""
    return _forms(*_PLACES, "enterprise", "residence", "sum")


def _placed() -> str:
    """A scope word but in a name (全国人大, 国际级和|全国赛事); 城镇 and 农村 only before people: 农村公路 is a road."""
    others, residence = _forms(*_PLACES, "enterprise"), _forms("residence")
    compared, names, people = "".join(_COMPARED), _longest_first(_forms("name")), _longest_first(_forms("people"))
    placed = any_of(others, guard=f"(?<![{compared}].)(?<![新旧老]城)(?<![级际][、和与及].)")
    before = {"dwelling": people, "citizen": "(?:[、和与及]农村)?(?:居民|低保|特困)", "scale": "工业"}
    stands = "|".join(f"(?<={_longest_first(_forms(kind))})(?={what})" for kind, what in before.items())
    dwelling = f"{any_of(_forms(*before), guard=_APART)}(?:{stands})"
    tier, budget = any_of(_forms("tier")), _longest_first(_forms("budget"))
    firsts = "".join(sorted({form[0] for form in _forms("own")}))  # asked first, for the names are many
    own = f"(?=[{firsts}])(?!{names})(?:{_longest_first(_forms('own'))})"  # 本市常住人口, but not 本市户籍职工
    honoured = f"(?<=全国)[^，。；、：\\n0-9]{{0,12}}?(?:{_longest_first(_forms('honour'))})"  # 全国美丽河湖优秀|案例
    levels = (  # 市级（不含开发区）预算, 市级完成, but not 上划省级收入
        f"(?<!上[划解缴]){tier}(?=(?:（[^（）]{{1,40}}）)?(?:{budget})|(?:累计)?(?:完成|实现)?$)"
    )
    guarded = f"{placed}(?!(?!{_INDUSTRY})(?:{names})|(?<=内)外|{honoured})"
    return f"{own}|{guarded}|{any_of(residence)}(?={people})|{dwelling}|{levels}"


_SCOPE = pattern(_placed)


def holds_on(text: str, place: Range) -> bool:
    """Whether a scope holds for the clauses that follow: 全省 and 我市 do, 全球, 规模以上 and 城镇 do not."""
    return (
        text[place[0]] in "全我本"
        and text[place[0] + 1] not in "球世"
        and text[slice(*place)] in _forms(*_PLACES, "own")
    )


def opening(text: str, start: int, end: int) -> Range | None:
    """The scope that opens what is counted: 2家|规模以上|工业企业; 县域高中 and 世界冠军 are kinds.

    >>> opening("规模以上工业企业", 0, 8), opening("世界冠军", 0, 4)
    ((0, 4), None)
    """
    found = _SCOPE.match(text, start, end)
    return found.span() if found and found.group() in _forms("enterprise", "residence") else None


def framed(text: str, start: int, end: int) -> Range | None:
    """The scope that the first clause of a sentence sets for the rest.

    >>> framed("规上工业中，采矿业增长4%，制造业增长6%", 0, 14), framed("规上工业增长5%，效益好", 0, 9)
    ((0, 2), None)
    """
    frame = _FRAME.match(text, start, end)
    return scope(text, start, frame.end()) if frame else None


@cache
def _ranks() -> re.Pattern[str]:
    known = any_of(forms_of("rank"))
    return re.compile(f"{known}|(?<![减安编])排(?=全.|[东西中]部|$)")  # 总额|排|西部|第2位, 支出|排|前20名, but 减排


def scope(text: str, low: int, end: int) -> Range | None:
    """The first scope of ``text[low:end]``: a word, or two in a row.

    >>> scope("全省生产总值", 0, 6), scope("农村公路", 0, 4), scope("其中农村", 0, 4), scope("全省规上工业", 0, 6)
    ((0, 2), None, (2, 4), (0, 4))
    """
    if found := _outside(text, low, end):
        return found.start(), _run(found, end)
    last = end - 2
    if last < low or (words := text[last:end]) not in scopes():
        return None
    before = text[max(0, last - 1) : last]
    if before in _COMPARED or (words in _forms("sum") and before not in _CELL_ENDS):
        return None
    return last, end


def _outside(text: str, low: int, end: int) -> re.Match[str] | None:
    """The first scope that stands in no bracket which closes again: 市级（不含|城区）收入."""
    found = _SCOPE.search(text, low, end)
    if found and (opened := text.rfind("（", low, found.start())) >= 0:
        closed = text.find("）", opened, end)
        if closed > found.start():
            return _outside(text, closed, end)
    return found


def _run(found: re.Match[str], end: int) -> int:
    """Where a scope ends: 全省|规上 and 脱贫地区|农村 are one; 全市农村居民 and 全市全社会投资 are the city's."""
    more = _SCOPE.match(found.string, found.end(), end)
    joined = more and (more.group().endswith(_SIZES) or found.group() in _forms("region"))
    return more.end() if more and joined else found.end()


def place_name(text: str, start: int, end: int) -> bool:
    """Whether a phrase is the name of a place, not the word for one.

    >>> place_name("青石街道", 0, 4), place_name("街道", 0, 2), place_name("青石公司", 0, 4)
    (True, False, False)
    """
    return _PLACE.fullmatch(text, start, end) is not None


def is_scope(words: str) -> bool:
    """Whether words are a scope and nothing else."""
    return words in scopes()


def ranks(text: str, at: int) -> bool:
    """Whether a verb of ranks begins at ``at``: 排名世界第一.

    >>> ranks("排名世界", 0), ranks("产量世界", 0)
    (True, False)
    """
    return _ranks().match(text, at) is not None


def ranked(text: str, low: int, end: int) -> tuple[Range | None, int]:
    """Among whom a rank holds, and where the words before that end: 单产|居|粮食主产省|第1位.

    >>> ranked("单产居粮食主产省", 0, 8), ranked("指数全国", 0, 4)
    (((3, 8), 2), ((2, 4), 2))
    """
    found = list(_ranks().finditer(text, low, end))
    if found:
        start, stop = found[-1].span()
        if stop == end or _ASSESSED.fullmatch(text, stop, end):
            place = scope(text, low, start)
            return place, place[0] if place and place[1] == start else start  # 指数|全国排名|5位
        return ((end - 2, end) if text[end - 2] in "全世" and is_scope(text[end - 2 : end]) else (stop, end)), start
    last = text[max(low, end - 2) : end]
    place = (end - 2, end) if is_scope(last) or last in _forms("area") else scope(text, low, end)
    return place, place[0] if place and place[1] == end else end
