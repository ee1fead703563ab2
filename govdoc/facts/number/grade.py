"""Grades and ordinals in Chinese numerals (等级、届次): 一等奖, 三级医院, 十九届, 一期工程, 东楼三层, 万亿级产业.

The character behind the numeral says which of them it can be.
"""

from __future__ import annotations

from govdoc.facts.mention import Other
from govdoc.facts.number.label import PLAIN_HAN
from govdoc.facts.number.numeral import HAN
from govdoc.model.quantity import Role
from govdoc.text.pattern import pattern

_STEP = pattern(  # 万亿级产业, 连跨两个万亿元台阶, 万吨级码头
    r"[十百千万亿]{1,4}(?:元|美元|吨|斤|人|户|亩|千瓦|标箱|人次|平方米)?(?:级(?!别)|(?:新|大)?台阶|大关|俱乐部|(?:企业)?方阵)"
)
_STEPS = frozenset("十百千万亿")
_CLIMBED = ("跨上", "迈上", "跃上", "登上", "站上", "突破", "跨过", "迈过", "越过", "超过", "超")
_WATER = "(?:以上)?水(?:质|体|[，。、；的占比])"  # 五类水, 三类以上水质
_GRADE = pattern(
    rf"[{HAN}]{{1,3}}(?:[、至到—-][{HAN}]{{1,3}}){{0,4}}(?:星?级(?!数)|(?:(?<=一、二)|(?<=二、三)|(?<=三、四))类(?!似)|等奖|等功|年级"
    rf"|类(?=[客货]车|行政区|补助|地(?=[区，。、的])|、|区(?![域别分])|标准|创?新药|医疗器械|{_WATER}))"
)
_OPENS_GRADE, _OPENS_ORDINAL = frozenset("级等年类星、至到—-"), frozenset("期届中次、")  # behind the first numeral
_ORDINAL = pattern(
    rf"[{HAN}]{{1,4}}(?:(?:、[{HAN}]{{1,2}}){{0,3}}期(?=工程|项目)|届|期|中(?=、|全会)|次(?:(?<=届.次)|(?<=届..次))|次(?=、|和|全会|全委|全体|会议|党代|常委))"
)
_EVERY = pattern("一([日天周旬月季年])(?:一(?=[一-龥])(?![日号月季年度次回个])|接着一\\1)")  # 一月一调度, 一月接着一月
_HOUSES = frozenset("楼栋座幢厦")
_FLOOR = pattern(rf"[{HAN}]{{1,3}}层(?![楼高住])")  # 东楼三层, but not 二层楼
_COUNTING = pattern(r"(?:连续|举办|开办|办|开展|组织|培训|共|出版|编发|刊发|完成|召开|开|了|过|分|每)\Z")  # 举办三期
_SESSION = pattern(f"届[{HAN}]{{1,2}}次")  # 召开七届五次人代会
_SITTING = frozenset("届、和")
_TERM = 14  # 十届全国人民代表大会四次会议: how far before the session its term may stand


def graded(text: str, at: int, stop: int, end: int) -> Other | None:
    """The grade or ordinal that opens with the numeral ``text[at:stop]``; 一月一调度 is a way of working.

    >>> graded("获一等奖", 1, 2, 4).rule, graded("第十九届", 1, 3, 4).rule, graded("获三个奖", 1, 2, 4)
    ('label.grade', 'label.ordinal', None)
    """
    follows = text[stop] if stop < end else ""
    if text[at] == "一" and (match := _EVERY.match(text, at, end)):
        return Other(at, match.end(), Role.LABEL, "label.every")
    if text[at] in _STEPS and (match := _STEP.match(text, at, end)) and not climbed(text, at):
        return Other(at, match.end(), Role.GRADE, "label.step")
    if follows in _OPENS_GRADE and (match := _GRADE.match(text, at, end)):
        above = at > 0 and text[at - 1] in "上下各" and text[at] == "一"  # 上一级 names no grade
        paired = text[match.end() : match.end() + 1] in PLAIN_HAN  # 四级三类
        return Other(at, match.end(), Role.LABEL if above or paired else Role.GRADE, "label.grade")
    if text[at - 1 : at] in _HOUSES and (match := _FLOOR.match(text, at, end)):
        return Other(at, match.end(), Role.ORDINAL, "label.floor")
    return _ordinal(text, at, end) if follows in _OPENS_ORDINAL else None


def _ordinal(text: str, at: int, end: int) -> Other | None:
    """十九届, 一期工程, 四次会议; 举办三期 counts."""
    match = _ORDINAL.match(text, at, end)
    if match is None or (_COUNTING.search(text[max(0, at - 3) : at]) and not _SESSION.match(text, match.end() - 1)):
        return None
    if match.group()[-1] == "次" and (
        at == 0 or (text[at - 1] not in _SITTING and "届" not in text[max(0, at - _TERM) : at])
    ):
        return None
    return Other(at, match.end(), Role.ORDINAL, "label.ordinal")


def climbed(text: str, at: int) -> bool:
    """Whether the place at ``at`` is an amount that was reached: 增加值跨上|万亿元台阶, not 连跨两个|万亿元台阶."""
    return text.endswith(_CLIMBED, 0, at)
