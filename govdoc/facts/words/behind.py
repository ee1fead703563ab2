"""Nouns behind an amount (数量后的名词): 72名【安置帮教人员】 · 给予1万元【一次性补贴】 · 30日内【还款】."""

from __future__ import annotations

import re
from functools import cache

from govdoc.facts.words.phrase import (
    EDGES,
    LEAST,
    WORKS,
    Range,
    ending,
    forms,
    is_a,
    lasts,
    size,
    tiled,
    trimmed,
    verb,
    words,
)
from govdoc.text.lexicon import alternation, any_of
from govdoc.text.pattern import pattern

# 13个|实现|收入的税种, 6个|有条件的县（市）
RELATIVE = pattern("[^，的]{2,12}的(?:[\u4e00-\u9fff]{2}|[县市区镇乡村]（)")
_LOOK = 40  # no noun phrase behind an amount is longer
_AWARD_LOOK = 14  # 一次性稳定就业岗位补贴: no award has a longer name
_PAYS = pattern(lambda: any_of(forms("grants")))
_KIND = ("型", "性")  # 引领型企业, 保护性耕作: no predicate
_NAMED = (*_KIND, "率")  # 物业服务覆盖率
_MATTER = "事项"  # 80个事项|“一网通办”
# 按照有关规定|完成初审
_RULED = pattern("(?:按照?|依照|依据)[^，。；、]{2,24}?(?:规定|要求|程序|办法)(?=[^，。；、的]{4})")
_HOLDING = ("具有", "具备", "持有")
# 建设单位应当|报送资料, 一次性|告知
_OBLIGED = pattern("(?:[^，。；、]{0,14}(?:应当|必须))?(?:一次性)?(?=[^，。；、]{2})")
_TOLD = pattern(  # 向税务机关|申报纳税, 向镇、县|报告
    lambda: (
        f"向[^，。；]{{2,40}}?(?=(?:书面)?(?:补充)?{any_of(forms('filed'))}(?![的人者]|书(?!面)|机关|单位|部门|材料))"
    )
)
# 2日内，将结果，|报告本局
_HANDED = pattern(lambda: f"[将把][^，。；]{{2,40}}，(?=(?:书面|一并)?{any_of(forms('handed'))})")
_DEGREES = ("较", "比较", "最", "更", "十分", "非常")  # 5处|较为突出的问题: no noun stands before 的
_BRIEF_VERBS = frozenset("通有成上到过修办圆")
_NOT_OPENING = frozenset("（.")  # 发生率21.8%|.二、目标: what stops stands for 。 too
_AS = pattern("为(?:抓手|引领|龙头|重点|核心|主体|主线|载体|支撑|契机|突破口|主导|依托|目标)")
_LIGHT = "进行"  # 三十日内|进行|审查: a verb that only opens what is due
_NOT_GIVEN = ("由", "方", "才")  # 5万元|由县财政补助, 注册资本100万元|方能申报奖励
_BRIEF = 4  # characters of a task that names no object
_NOTED = pattern(r"（[^）]*\d[^）]*）$")  # 12家|医院名单|（截至6月1日）
# 初中 and 线上 are words, 村中 and 环节上 have it behind
_PLACED = {"中": frozenset("其初高集空水"), "上": frozenset("以之海线网路水船陆马岸向至地身台楼山")}


def after(text: str, start: int, end: int, sure: bool = False) -> Range | None:
    """The noun phrase that follows an amount at ``start``, or None when a predicate does.

    ``sure``: the words before the amount say that a noun follows (较重的20个【脱贫任务重的县】).

    >>> text = "座移动公厕投入使用"
    >>> text[slice(*after(text, 1, 9))], after("户全部脱贫", 1, 5)
    ('移动公厕', None)
    """
    if start >= end:
        return None
    end = min(end, start + _LOOK)
    start += size(text, start, end, "give")
    joined = text.startswith("的", start) or (sure and text.startswith("为", start))  # 有1所|为首次备案的幼儿园
    start += joined
    stop = start + size(text, start, end, "stop")
    if joined and stop - start >= LEAST:
        stop = start + size(text, start, end, "halt")  # 800户|的改造任务
    if start >= end or text[start] in _NOT_OPENING or text[start:end] == "外":
        return None
    if not sure and stop > start and not text.startswith(_KIND, stop):
        return None
    found = _tidy(text, trimmed(text, start, _quoted(text, start, _halt(text, start, end))))
    nothing = "halt" if sure else "told"  # 标准的1.3倍|确定, 水渠3条2000米|受损
    return None if found and (tiled(nothing, text, found) or _holds(text, found)) else found


def _holds(text: str, found: Range) -> bool:
    """其中一名|具有中级职称: a predicate, but 一名|具有中级职称的教师."""
    return text.startswith(_HOLDING, found[0]) and text.find("的", *found) < 0


def summing(text: str, start: int, end: int) -> Range | None:
    """The noun that sums up a list: 小区改造等12项【政策】, 清溪等6个有条件的【县】; none in 干部等2万人|进行培训.

    >>> text = "项政策落地"
    >>> text[slice(*summing(text, 1, 5))], summing("人进行培训", 1, 5)
    ('政策', None)
    """
    start += text.startswith("的", start)
    kind, length = words("stop").kind(text, start, end)
    stops = kind in ("halt", "verb") and not _are_works(text, start + length)
    predicate = stops and not RELATIVE.match(text, start, end)
    return None if predicate or not text[start : start + 1].isalpha() else after(text, start, end, sure=True)


def _are_works(text: str, at: int) -> bool:
    """Whether a verb that ends at ``at`` tells the stage of works: 新建|项目, 新建|续建项目."""
    return text.startswith(WORKS, at + LEAST * is_a("verb", text, (at, at + LEAST)))


def _quoted(text: str, start: int, end: int) -> int:
    """Where a quotation behind who does something begins: 1200多家企业|“上云用数”."""
    opened = text.find("“", start + 1, end)
    return opened if opened > 0 and text.endswith((*forms("head"), _MATTER), start, opened) else end


def _halt(text: str, start: int, end: int) -> int:
    """Where the noun ends: at a predicate, unless 的 behind it says that it was a modifier."""
    low = start
    if text[start] == "“":
        low = max(start, text.find("”", start, end) + 1)
    opening = start
    for found, stop, kind in words("halt").scan(text, low, end):
        at = found + text.startswith("水平稳", found - 1)  # 收入水平|稳步提高
        if at == opening and (kind == "verb" or (at == start and kind != "keep")):
            opening = stop  # 新建|改扩建|学校
            continue
        if kind == "keep" or at == start or _within(text, at, stop, end, kind):
            continue
        if text[at] != "的":
            return _predicate(text, start, at, stop, end)
        if text.endswith(forms("head"), start, at) or text.startswith(forms("notice"), at + 1, end):
            return at
    return end


def _within(text: str, at: int, stop: int, end: int, kind: str) -> bool:
    """Whether a word that ends other nouns is a part of this one: 物业服务覆盖|率, 节能、节水|等|重大项目, 小区|改造."""
    if text.startswith(_NAMED, stop) or _sums_up(text, at, stop, end):
        return True
    return kind == "verb" and _names(text, at, stop, end)


def _predicate(text: str, start: int, at: int, stop: int, end: int) -> int:
    """Where the noun from ``start`` ends that the predicate ``text[at:stop]`` follows, or whose modifier 的 makes of it."""
    if text[at] == "是" and at - start >= LEAST and text[at - 1] not in "国于但还总":
        return at  # 36件实事|是县政府的承诺
    if text[at] == "为" and _AS.match(text, at) and text.find("以", start - 1, at) < 0:
        return at  # 12件实事|为抓手的各项工程
    if text[at] == "了":
        brief = text[at - 1] in _BRIEF_VERBS and text[at - 2] != "度"
        return max(start, at - (1 if brief else LEAST))  # |配备了, |通了
    if text[stop : stop + 1] in ("了", "《"):
        return at
    de = -1 if text[at:stop] in forms("strong") and at - start >= LEAST else text.find("的", stop, end)
    if de > 0 and text.startswith(forms("notice"), de + 1, end):
        return de  # 312户|危房维修加固|的基础上
    return _halt(text, de + 1, end) if 0 < de < end - LEAST else at


def _names(text: str, at: int, stop: int, end: int) -> bool:
    """Whether a verb is a part of a noun: 小区|改造, at the end, and 重点|续建|项目."""
    last = stop == end or (stop == end - 1 and text[stop] in EDGES)
    return (last and is_a("abstract", text, (at, stop))) or text.startswith(WORKS, stop)


def _sums_up(text: str, at: int, stop: int, end: int) -> bool:
    """等 before the noun of its list: 节能、节水等重大项目; 6轮强降雨|等困难挑战 are another thing."""
    if text[at:stop] != "等" or end - stop < LEAST or text.startswith(forms("trouble"), stop):
        return False
    return not size(text, stop, end, "stop")


def _tidy(text: str, phrase: Range | None) -> Range | None:
    """Without 的建设 of 服务站的建设, 管网改造 of 小区管网改造, 中 of 村中, 上 of 环节上 and 首次 before a predicate."""
    if phrase is None:
        return None
    start, end = phrase
    if text[end - 1] not in _tidied() and text.find("的", start, end) < 0:
        return phrase  # as most are
    noted = _NOTED.search(text, start + LEAST, end) if text[end - 1] == "）" else None
    end = noted.start() if noted else end
    de = text.rfind("的", start, end)
    if de > start and _affair_of(text, start, de, end) and not text.startswith(_DEGREES, start):
        end = de
    if text[end - 1] in lasts("abstract"):
        end = _undone(text, start, end)
    end -= len(ending("adverb", text, start + LEAST, end))
    if text.endswith("或者", start + LEAST, end):
        end -= len("或者")  # 两名以上交通警察|或者|一名
    if (words_in := _PLACED.get(text[end - 1])) and end - start > LEAST and text[end - 2] not in words_in:
        end -= 1
    return start, end


@cache
def _tidied() -> frozenset[str]:
    """The last characters of what is taken off."""
    return lasts("abstract") | lasts("adverb") | frozenset("）者中上")


def _affair_of(text: str, start: int, de: int, end: int) -> bool:
    """Whether 的 at ``de`` parts what is counted from what is done with it: 服务站|的建设, 口岸|的协作联动."""
    if is_a("abstract", text, (de + 1, end)):
        return True
    named = text.endswith(_plain(), start, de) and text.endswith(forms("aspect"), de + 1, end)
    return named and all(kind == "keep" for *_, kind in words("act").scan(text, start, de))


@cache
def _plain() -> tuple[str, ...]:
    """The last words of what is counted and has no other meaning: 口岸, 产业, 群众."""
    return (*forms("house"), *forms("counted"), *forms("folk"))


def _undone(text: str, start: int, end: int) -> int:
    """Where the thing ends with which something is done: 城市片区|更新, 小区|管网改造, 行政村|人居环境整治."""
    affair = end
    while word := ending("abstract", text, start, affair):
        affair -= len(word)
    housed = affair - start >= LEAST and text.endswith(forms("house"), start, affair)
    if housed and not is_a("house", text, (start, affair)):
        return affair  # 2座水厂|扩建, but 3项中心工作
    quoted = text.rfind("”", start, end)
    counted = max((found.end() for found in _counted().finditer(text, max(start, quoted), end)), default=end)
    return counted if text.endswith(forms("abstract"), counted, end) else end


@cache
def _counted() -> re.Pattern[str]:
    return alternation(forms("counted"))


def award(text: str, start: int, end: int) -> Range | None:
    """What is given or taken: 1万元【一次性创业补贴】, 的标准予以【奖励】, 以下【罚款】.

    >>> text = "元的标准给予一次性奖励"
    >>> text[slice(*award(text, 1, 11))]
    '一次性奖励'
    """
    if start >= end or text[start] == "、" or not words("award").pattern.search(text, start, min(end, start + _LOOK)):
        return None  # most amounts: none is named
    closed = text.find("）", start, end) if text.startswith("（", start) else -1
    start = max(start, closed + 1)  # 260元/吨|（含省级补贴）
    start += text.startswith(("的", "期"), start)  # 3年|期|贴息贷款
    given = size(text, start, end, "give")
    start += given and given + size(text, start + given, end, "give")
    if text.startswith(_NOT_GIVEN, start):
        return None
    for _, stop, kind in words("award").scan(text, start, min(end, start + _AWARD_LOOK)):
        if kind == "award":
            if _PAYS.search(text, start, stop):
                break  # 80岁以上老年人|发放|高龄补贴200元: the award of another amount
            return trimmed(text, start, stop)
    return None


def _first(text: str, phrase: Range | None) -> Range | None:
    """The first of parallel tasks: 没有接触过患者|、没有出入病区; 向镇、县报告 is one."""
    if phrase is None:
        return None
    mark = text.find("、" + text[phrase[0]], *phrase)
    return (phrase[0], mark) if mark > 0 else phrase


def _due(text: str, start: int, stop: int) -> Range:
    """The clause of a task: this one, the next when it is empty or only says what is handed on."""
    while text.startswith("，", stop) and (start == stop or _HANDED.match(text, start)):
        start = stop + 1
        stop = next((at for at in range(start, min(len(text), start + _LOOK)) if text[at] in "，。；\n"), start)
        if start == stop:
            break  # 2日内，，: nothing is due
    return start, min(stop, start + _LOOK)


def task(text: str, start: int, stop: int) -> Range | None:
    """What is due within a time: 30天内【恢复正常还款】; in the next clause when this one ends.

    >>> text = "内，办理注销登记。"
    >>> text[slice(*task(text, 1, 1))]
    '办理注销登记'
    """
    if text.startswith("（", start):
        start = min(stop, text.find("）", start) + 1) or start  # 20日内（现场检定30日内）|完成检定
    start, stop = _due(text, start, stop)
    joins = (at for at, _, kind in words("join").scan(text, start, stop) if kind == "join")
    stop = next((at for at in joins if not text.startswith("后的", at)), stop)  # 将更新后的目录报送
    found = _first(text, trimmed(text, start, stop))
    if found is None or (found[1] - found[0] <= _BRIEF and text.endswith(forms("done"), *found)):
        return None  # 补办应在一个月内|完成, 两年内|调整到位
    if size(text, *found, "means"):
        ruled = _RULED.match(text, *found)
        return verb(text, *found) or ((ruled.end(), found[1]) if ruled else found)
    if done := size(text, *found, "done"):
        return (found[0], found[0] + done) if text.startswith("的", found[0] + done) else found  # 【办结】的绿色通道
    who = _OBLIGED.match(text, *found)
    low = who.end() if who else found[0]
    told = _TOLD.match(text, low, found[1])
    low = told.end() if told else low
    light = len(_LIGHT) if text.startswith(_LIGHT, low) and found[1] - low - len(_LIGHT) >= LEAST else 0
    return low + light, found[1]
