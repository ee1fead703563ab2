"""Where the noun behind an amount ends (主体止于何处): 839个【海外仓】、面积2万平方米 · 6家【医院】收治患者386人.

It leaves out what the next amount measures, who does what that amount counts, and the things that the noun belongs to or has.
"""

from __future__ import annotations

from functools import cache

from govdoc.facts.words.case import Case
from govdoc.facts.words.phrase import LEAST, Range, ending, forms, is_a, measured, parts, size, verb, words
from govdoc.model.quantity import Bound
from govdoc.text.lexicon import any_of
from govdoc.text.pattern import pattern

_HOMES = pattern(lambda: any_of(forms("home")))
_HOUSEHOLDS = ("户", "人", "名")
_WHO = (*_HOUSEHOLDS, "位", "")  # 6万|农户|发展种植: who does something is counted
_MEMBERS = pattern(  # 老年公寓|、南站|等重点工程的征收
    "((?:(?!等)[^、，])+)((?:、(?:(?!等)[^、，])+)*)等(?=[^，等]{0,8}(?:项目|工程|活动|工作)(?:的|$))"
)
_SIZES = ("area", "length", "mass", "volume", "power")
_AT_LEAST = Bound.AT_LEAST  # bound once: Python 3.11 looks members up slowly
_GENERAL = ("个", "项", "件", "类", "种", "批", "场", "次", "大", "")
_JOINED = pattern("和(?=[^，]{2,}的)")  # 四个环节|和群众关切的五个方面
# 3个市实验室|和市研究院、市测试中心: 、 goes on with another list
_LONGER = pattern("(?:以及|[和及与])(?=[^、（）的]{2,}、)")
_FIRST = pattern("、(?=[^、]{0,6}(?:首[个台套批座条家]|最[大高长深]))")  # 10米液压支架|、全球最大掘进机
_PROJECTS = pattern("[^，。；]{0,80}?等[^，。；、]{0,8}(?:项目|工程)")
_OTHER = pattern("以及|[、和及与]")
_NAMED = 4  # characters: a shorter word before 和 tells what kind (节能和节水、降碳项目)
_EVENTS = ("次", "轮", "场", "场次", "期", "批次")
_STOPS = frozenset("，。；、：）\n和")
_PEOPLE = ("名", "位")
_AT = ("在", "为")  # 在300个|小区|设置回收机
_PRICE = "价格"
_AT_END = pattern("[年月期]末|年底")  # 62个湖泊|年末蓄水量
_OF_PLACES = ("个", "%")
_PLACED = pattern(
    "[县市区镇乡村街道社、]{1,5}（[县市区旗镇乡村居街道社、]{1,5}）(?=[^，。；、]{2})|[^，。；、]{0,6}[村镇乡县](?=[人户亩]均)"
)


def of_people(text: str, found: Range) -> Range:
    """3岁以下【婴幼儿】托位数, 35岁以下【青年职工】人数: an age is told of people, not of what they have."""
    for _, stop, kind in words("folk").scan(text, *found):
        if kind == "folk" and words("folk").kind(text, stop, found[1])[0] != "folk":
            return found[0], stop
    return found


def counted(case: Case, found: Range) -> Range:
    """在300个【小区】设置回收机, 24轮【强降雨】、抗御台风, 3万名【幼儿】保教费, 26种【药品】价格: what the unit counts, and no more."""
    text, amount = case.text, case.amount
    people = amount.unit.symbol in _WHO
    people = people and not text.endswith((*forms("folk"), *forms("doer")), *found)  # 20名培训项目负责人
    if (people or text[amount.start - 1] in _AT) and (actor := _actor(text, found, people)):
        return actor
    found = _one_list(case, found)
    if amount.unit.symbol in _EVENTS:
        return found[0], _held(text, found[1])
    if amount.unit.symbol in _PEOPLE and text.endswith((*forms("abstract"), *forms("measure")), *found):
        return of_people(text, found)
    if amount.unit.dimension == "count" and text.endswith(_PRICE, *found) and found[1] - found[0] > _NAMED:
        return found[0], found[1] - len(_PRICE)
    if amount.unit.dimension == "count" and measured(text, found):
        at_end = _AT_END.search(text, found[0] + LEAST, found[1] - LEAST)
        return (found[0], at_end.start()) if at_end else _up_to_counted(text, found)
    if amount.unit.dimension == "count" and text.startswith("为", found[1]):
        cut = _up_to_counted(text, found)
        return cut if found[1] - cut[1] >= _NAMED else found
    return _place_of(case, found)


def _up_to_counted(text: str, found: Range) -> Range:
    """12个【行业】增加值: without what is measured of what is counted."""
    ends = [stop for _, stop, kind in words("counted").scan(text, *found) if kind == "counted"]
    return (found[0], ends[0]) if ends and found[1] - ends[0] >= LEAST else found


def _place_of(case: Case, found: Range) -> Range:
    """36个【县（市、区）】水体治理, 20%的【村】人均收入: the place, without what is there."""
    places = _PLACED.match(case.text, *found) if case.amount.unit.symbol in _OF_PLACES else None
    if places is None or case.text.endswith((*forms("house"), *forms("head")), *found):
        return found  # 乡镇（街道）|便民服务中心
    return found[0], places.end()


def _held(text: str, end: int) -> int:
    """3轮企业|排查, 三次食品安全|考核: what took place so often goes on to the end of its name."""
    at = end
    while length := size(text, at, len(text), "abstract"):
        at += length
    return at if text[at : at + 1] in _STOPS or size(text, at, len(text), "halt") else end


def _one_list(case: Case, found: Range) -> Range:
    """Without the items of another list: 24轮【强降雨】、抗御台风; 3个【市实验室】和市研究院、市测试中心."""
    text, (start, end) = case.text, found
    other = _OTHER.search(text, start + LEAST, end) if case.own else None
    if other and text.endswith(_things(), start, other.start()) and _named_each(case):
        return start, other.start()
    mark = text.find("、", start + LEAST, end)
    if mark < 0 or text.find("（", start, mark) >= 0:
        return found
    longer = _LONGER.search(text, start + _NAMED, end)
    if longer and text.endswith(_things(), start, longer.start()):
        return start, longer.start()
    if case.amount.unit.dimension in _SIZES and _PROJECTS.match(text, start, case.slot.stop):
        return start, mark  # 20万吨乙烯|、柳河水库等项目
    first = _FIRST.search(text, start + LEAST, end)
    return (start, first.start()) if first else _one_task(text, found, mark)


def _named_each(case: Case) -> bool:
    """青山和云岭两个市民广场|、柳河公园: whether as many names stand before the amount as it counts."""
    return case.own is not None and len(parts(case.text, case.own)) == case.amount.value


def _one_task(text: str, found: Range, mark: int) -> Range:
    """应对24轮【强降雨】、抗御台风: without what is done with something else; 粮食收购、储备企业 are of one kind."""
    if text.endswith(_things(), *found):
        return found
    while mark > 0:
        length = size(text, mark + 1, found[1], "action")
        if length and mark + length <= found[1] - LEAST:
            return found[0], mark
        mark = text.find("、", mark + 1, found[1])
    return found


@cache
def _things() -> tuple[str, ...]:
    """The last words of what stands for itself in a list: 实验室, 中心, 小区改造."""
    return tuple(form for kind in ("house", "counted", "abstract", "work") for form in forms(kind))


def before_next(case: Case, found: Range, right: int) -> Range:
    """839个【海外仓】、面积2万平方米; 1486个【行政村】集体经济总收入5.7亿元: without what the next amount measures."""
    if right == case.slot.stop:
        return found
    text = case.text
    if joined := _JOINED.search(text, found[0] + LEAST, found[1]):
        return found[0], joined.start()
    behind = text[found[1] : right]  # 10个国家枢纽、清溪等5个枢纽
    reached = behind in ("", "等") or behind in forms("tail")
    if (mark := text.rfind("、", *found)) > found[0] and _measures(text, found[1], right):
        return found[0], mark  # 5个医疗集团|、区级覆盖率达80%
    if reached and (actor := (not behind and _doer(text, found)) or _actor(text, found)):
        return actor
    if reached and text[found[0] : found[1]].rfind("、") >= LEAST:
        cut = text.rfind("、", *found)
        bracketed = text.rfind("（", found[0], cut) > text.rfind("）", found[0], cut)
        return found if bracketed else (found[0], cut)  # 8个省（区、市）、36个县
    if reached and (other := text.rfind("和", *found)) > 0 and _of_next(text, found, other):
        return found[0], other  # 6个产粮大县|和河东平原20万亩农田
    total = ending("total", text, *found)
    if total and found[1] - found[0] - len(total) >= LEAST:
        return found[0], found[1] - len(total)  # 3条|干渠|总长12公里
    if not measured(text, found):
        return found
    if is_a("place", text, (found[0] - 1, found[0])):
        return found[0] - 1, found[0]  # 4【市】规上营收增长16%
    return _up_to_counted(text, found)


def _of_next(text: str, found: Range, other: int) -> bool:
    """Whether 和 at ``other`` joins what the next amount has to a name of places: 6个产粮大县|和河东平原20万亩."""
    kinds = (*forms("holder"), *_things())
    named = found[1] - other - 1 > LEAST and text.endswith(kinds, found[0] + LEAST - 1, other)
    return named and not text.endswith((*kinds, *forms("region"), *actors()), other, found[1])


def _measures(text: str, start: int, end: int) -> bool:
    """Whether nothing but the end of a measure stands before the next amount: 区级|覆盖率达80%."""
    while word := ending("tail", text, start, end):
        end -= len(word)
    return end - start >= LEAST and text.find("，", start, end) < 0 and measured(text, (start, end))


def _doer(text: str, found: Range) -> Range | None:
    """8家【医院】收治386人: who does what the next amount counts, when nothing but the verb stands before that."""
    done = verb(text, found[0] + 1, found[1])
    end = done[0] if done else found[1] - len(ending("gift", text, *found))
    return (found[0], end) if end < found[1] and text.endswith(actors(), found[0], end) else None


def _actor(text: str, found: Range, people: bool = False) -> Range | None:
    """6家【医院】收治患者386人: who does what the next amount counts; 9个村危房改造项目 is one name, 5名|医生|培训项目 are ``people``."""
    for start, stop, kind in words("act").scan(text, *found):
        past = start - text.startswith(forms("sum"), start - 1)  # 景区|共|接待
        if kind == "keep" or stop > found[1] - LEAST or text[past - 1] not in _actor_ends():
            continue
        if text.endswith(actors(), found[0], past):
            named = (
                not people and is_a("abstract", text, (start, stop)) and text.endswith(forms("work"), stop, found[1])
            )
            return None if named else (found[0], past)
    return None


@cache
def actors() -> tuple[str, ...]:
    """All that does something by its last words: 医院, 党员, 农户."""
    return tuple(form for kind in ("head", "agent", "doer", "folk", "counted") for form in forms(kind))


@cache
def _actor_ends() -> frozenset[str]:
    """Their last characters: asked first, for most verbs stand behind something else."""
    return frozenset(form[-1] for form in actors())


def one_of(case: Case, found: Range) -> Range:
    """60座【泵站】等工程, 2平方公里【新区】、南站等工程的征收, 20户以上【自然村】宽带: without what others belong to or have."""
    text, amount = case.text, case.amount
    if amount.unit.symbol in _HOUSEHOLDS and amount.bound is _AT_LEAST and (homes := _HOMES.match(text, *found)):
        return homes.span()
    members = _MEMBERS.match(text, *found) if text.find("等", *found) > 0 else None
    if members is None:
        return found
    if amount.unit.dimension in _SIZES and members.end(1) > found[0]:
        return found[0], members.end(1)
    listed = (
        text[amount.start - 1] == "、"
        and case.slot.head > 0
        and case.amounts[case.slot.head - 1].start >= case.slot.clause
    )
    alone = members.end(1) == members.end(2) and (listed or amount.unit.symbol not in _GENERAL)
    return (found[0], members.end(2)) if alone else found
