"""What frames a noun (框): the words of its clause that say where it is, what it is compared with or based on.

管理区域内|建筑面积 · 规上工业企业营收|高于全国 · 按|本金. Four of ten phrases hold a sign of such words; the others
are nothing but a noun, and no pattern is asked of them.
"""

from __future__ import annotations

import re

from govdoc.facts.words.change import word_before
from govdoc.facts.words.phrase import LEAST, Range, forms
from govdoc.text.lexicon import any_of
from govdoc.text.pattern import pattern

_ANSWERS = pattern("(?:(为|作为)|进行|实施|开展|予以)(?=[\u4e00-\u9fff])")
_NAMED = ("率", "比例", "比重")  # 达到Ⅲ类水体比例 is a name
_AGAINST_SIGNS = "于足出先到过在至占扣剔按包"  # one of them stands in every basis below, and in few subjects
_AGAINST = pattern(
    lambda: (
        f"""(?<!不)(?: [高低快慢优好大多少小]于 | 高出 | 领先 | 达到 | 超过 | 相当于 )(?=[^的]+的?$)  # 营收|高于全国, 装机|超过全球
    | {any_of(forms("confine"))}[在到至](?=[^的]+的?$)           # 奖励|控制在年报酬|的一倍以内
    | (?:应当?|须)?不得?(?:超过|高于|低于|少于)(?=[^的]+的?$)                                # 面积|不得超过宅基地面积|的80%
    | 不足(?=[^，的]{{3,}}的?$)                                                                    # 资金余额|不足首期金额|的30%
    | 未(?:超过|达到|高于|低于)(?=.{{2}})                                                       # 捐款额|未超过其申报的收入|百分之十
    | 在(?=[^，的]{{2,12}}(?:总额|总量|总数|总面积)$)                                       # 支出|在利润总额|10%以内
    | 占(?![比用道]|有(?!罪)|地(?![方区]))(?=.{{2}})                                                   # 装载量|占核定载质量
    | (?<![不（])(?:包括|包含)(?=[^，、]*、)                                                        # 禁用药物|包括甲类、乙类共17种
    | 在(?:全[国省市区县州])?[一二三四五六七八九十]{{1,3}}[省市县区州旗乡镇]{{1,3}}中?$                # 覆盖率|在全省十市中|排名第二
    | 在(?:全[国省市区县州]|世界|[东西中]部(?:地区)?)$                              # 总产值|在全国|率先突破500亿元
    | 在[^，的]{{2,16}}[会赛展节]上$                                                      # 健儿|在全运会上|夺得4金
    | 在[^，]{{0,14}}(?:基础|水平|标准)上$                                                                   # 生产总值|在2020年基础上|翻一番
    | 按照?(?=[^，]{{2,}}(?:执行|计算|核定)$)                                                 # 贷款利率|按照基准利率执行
    | (?:扣除|剔除)[^，]{{0,12}}(?:因素|影响)[^，]{{0,4}}$                                        # 浓度|剔除沙尘影响后"""
    ),
    re.VERBOSE,
)
# 最高额度|为评估价|的80%, 任务数|达全年任务|的一半, 中位数|是平均数|的87%
_EQUALS = pattern("(?<=[额率数量例值费度资准金款价])(?:为|是|达到?)|(?:一般|通常|大致)为")
# 审批事项|由改革前|的320项: since when, not who (由双方按标准|的50%扣除)
_FROM = pattern(lambda: f"[由从](?=[^，。；：、由从]{{0,16}}{any_of(forms('origin'))}$)")
_WITHIN_SIGNS = "内中且得的首="  # one of them stands in every place below
_WITHIN = pattern(  # the set of all first characters lets the engine run past the others
    """[域区围伍群且得的中个=](?:
      (?<=[域区围])内(?!的) | (?<=[伍群])中 | (?<=且) | (?<=得)(?=[^，]{0,3}分$)  # 管理区域内|建筑面积
    | (?<=收入中|支出中|总量中|总额中|总数中|产值中)(?![心介小型央间位])   # 税收收入中|企业所得税, but 收入中位数
    | (?<=[的中])有(?![关效机限的]) | (?<=的)[及或] | (?<==) | (?<=首个) )                   # 增幅较大的有|发酵酒, 考评分=|日常监测""",
    re.VERBOSE,
)
_BASED_SIGNS = "按对应将把降提调支为"  # one of them stands in every opening below, and in few subjects
_BASED = pattern(
    lambda: (
        f"""按照?(?![期时揭月年季需劳规要程])                # 按|本金|的20%
    | [可应须要将并]对 | 应当?[由经有]                  # 可对|单户担保金额|500万元以下
    | (?<!即)[将把](?![军来要会到于在达乐])(?=.{{2}})     # 引导机构|将|平均费率|降至1%
    | (?:适当|逐步|阶段性|适时){any_of(forms("adjust"))}(?=.{{2}})  # 企业可适当|降低|缴存比例，下限至5%
    | (?<=机构|单位|企业|政府|部门)对(?=.{{2}})             # 评价机构|对|投资额|1亿元以下的
    | (?<=[要应须])(?:重点|优先)支持(?=.{{2}})             # 各机构要|重点支持|单户金额
    | 成为(?=.{{2}})                                        # 种植成为|年收入3万元的产业
    | 为[^，的]{{2,8}}(?:节约|节省)了?(?=.{{2}})              # 市场交易为用户节约|用电成本
    | (?<=形式|方式|名义)[为对](?=.{{2}})                  # 以入股形式为|脱贫户|30户分红"""
    ),
    re.VERBOSE,
)
# what describes the noun ends in 的, its members are parted by 、, what became of it opens with 已; brackets come in pairs
_PARTING = "的、已（）“”《》"
_AGAINST_SIGN, _BASED_SIGN = pattern(f"[{_AGAINST_SIGNS}]"), pattern(f"[{_BASED_SIGNS}]")
_SIGNS = pattern(f"[{_AGAINST_SIGNS}{_BASED_SIGNS}{_WITHIN_SIGNS}{_PARTING}]")


def signed(text: str, first: int, end: int) -> bool:
    """Whether ``text[first:end]`` may be more than a noun and what opens its clause.

    >>> signed("信访案件", 0, 4), signed("营收高于全国", 0, 6)
    (False, True)
    """
    return _SIGNS.search(text, first, end) is not None or text.startswith("的", end)


def unframed(text: str, first: int, low: int, end: int) -> tuple[int, int, int]:
    """Without where it is and what it is compared with, and past 按 or 可对 (0 when there is none).

    ``first`` is where the clause begins, ``low`` where the words that open it end.

    >>> unframed("园区内企业营收高于全国", 0, 0, 11), unframed("可对单户担保金额", 0, 0, 8)
    ((3, 7, 0), (0, 8, 2))
    """
    low = _within(text, low, end)
    end = _compared(text, first, low, end)
    return low, end, _based(text, low, end)


def lasting_on(text: str, phrase: Range) -> Range:
    """土地承包|到期后 再延长30年: what has run out is what goes on.

    >>> lasting_on("土地承包到期后", (0, 7)), lasting_on("土地承包前后", (0, 6))
    ((0, 4), (0, 6))
    """
    start, end = phrase
    if text[end - 1] != "后":
        return phrase
    if (until := text.find("期至", start, end)) > start:
        return start, until + 1  # 优惠期|至年底届满后 再顺延六个月
    return start, end - next((len(word) for word in forms("expired") if text.endswith(word, start + LEAST, end)), 0)


def _within(text: str, low: int, end: int) -> int:
    """Past where it is, past 且 and 的有: 管理区域内|建筑面积, 耕地在9等以下且|坡度, 增幅较大的有|发酵酒."""
    last = low
    for match in _WITHIN.finditer(text, low, end):
        if end - match.end() >= LEAST and "在" not in text[low : match.start()]:
            last = match.end()
    return last


def _compared(text: str, first: int, low: int, end: int) -> int:
    """Where what it is compared with begins: 规上工业企业营收|高于全国; 达到Ⅲ类比例 is a name."""
    first = low if text.find("按", first, low) >= 0 else first  # 按不超过|总额|的40%
    if text.startswith("的", end):
        if equals := _EQUALS.search(text, low, end):
            return equals.start()
        if since := _FROM.search(text, low + LEAST, end):
            return since.start()
    plain = text.endswith(_NAMED, low, end) or not _AGAINST_SIGN.search(text, first, end)
    against = None if plain else _AGAINST.search(text, first, end)
    if against is None or (against.start() <= low and text[against.start()] in "达超相"):
        return end
    end = against.start()
    while (word := word_before(text, low, end)) and word.kind == "tail":
        end -= len(word.form)  # 课时|原则上|占总课时
    return end


def _based(text: str, low: int, end: int) -> int:
    """Past the last 按 or 可对; 0 when there is none."""
    last = 0
    for match in _BASED.finditer(text, low, end) if _BASED_SIGN.search(text, low, end) else ():
        last = match.end()
    return last


def answered(text: str, own: Range, end: int) -> Range:
    """保险|以|缴费工资|的40%为基数, 学校|对|教师|200名进行培训: the preposition that the words behind an amount answer."""
    behind = _ANSWERS.match(text, end)
    at = text.rfind("以" if behind[1] else "对", *own) if behind else -1
    return (at + 1, own[1]) if 0 < at <= own[1] - 1 - LEAST else own
