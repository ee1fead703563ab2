"""第N (序数) and ranks (位次): 第六次会议 is an ordinal, 居全省第3位 an amount of rank 3.

A bare 第一 is a rank after 全国, 居, 位列 … when nothing counted follows (全国第一, 世界第三大港).
"""

from __future__ import annotations

import re

from govdoc.facts.mention import Amount, Other, Shape
from govdoc.facts.number.numeral import ARABIC, CHINESE, read
from govdoc.facts.number.unit import WORD, named, trie
from govdoc.model.quantity import Bound, Role
from govdoc.rulebook import forms_of, rows
from govdoc.text.pattern import pattern
from govdoc.text.record import changed

_ROWS = {form: row for row in rows("ordinal") for form in row.forms}
_LABELS = pattern(trie([f for f, r in _ROWS.items() if r.value == "label"]))
_NAMED = pattern(trie([f for f, r in _ROWS.items() if r.value == "name"]))  # 第二|幼儿园
_PLACE_SIGNS = frozenset("居列排位")  # a verb of rank with one of these tells a place, 保持 and 进入 do not
_RANKED = pattern(rf"{trie([f for f, r in _ROWS.items() if r.value == 'rank'])}\Z")
_PLACING = [f for row in rows("rank") for f in row.forms if len(f) > 1 and not _PLACE_SIGNS.isdisjoint(f)]
# 稳居长三角|第三, 居全国地级市|第三, 居民|第一 ranks nothing
_AMONG = pattern(
    rf"(?:{trie(_PLACING)}|(?<![定同迁宜])居(?![民住家委])|(?<![系序并])列(?![为入车席出举]))[^，。；、：“”\n的第]{{1,12}}\Z"
)
_ORDINAL = pattern(
    rf"第(?P<n>{ARABIC}|{CHINESE})(?:[、至到—-]第?(?P<m>{ARABIC}|{CHINESE}))*(?P<unit>位(?!数)|名(?!单|义))?"
)
_NTH = f"第(?:{ARABIC}|{CHINESE})"
_FIRST = pattern(  # 分别居全省第五、第三，: the first of a list of ranks that ends there
    rf"第(?P<n>{ARABIC}|{CHINESE})(?P<unit>位)?(?=(?:[、和及与]{_NTH}位?){{1,5}}(?:[，。；\n的]|\Z))"
)
_LISTED = pattern(rf"(?:{_NTH}位?[、和及与]){{1,5}}\Z")  # 居全省第五和|第六
_POWER = pattern(  # 世界第一货物贸易大国, 全省第二产粮大县; 全国第一个示范大县 counts no rank
    rf"(?!{WORD}|代|阶段|方阵|梯队)[^，。、；！？）”\n的0-9第]{{1,8}}?(?:大[国省市县港户区]|强[国省市县]|大产业|大经济体|大城市)"
)
PLACED = frozenset(("位", "名", "%", "‰"))  # units that an amount of places may have
_LEADING = pattern(rf"(?P<n>{ARABIC}|{CHINESE})(?=[，。、；！？）”\n的]|行列|强|\Z)")
_OPEN_END = frozenset("，。、；！？）”’\n的；：和与及大")
# 排名46位、|82位
_AT_PLACE = pattern(r"(?:排名|排位|位列|名列|位居|列)(?:全[国省市县]|世界|全球)?(?:[0-9]{1,3}位、){0,2}\Z")
_ROSE = "(?:上升|提升|前移|跃升|升|跃)[到至为]"  # so do ranks; people 增加到16位
_MORE = "(?:第?[0-9]{1,3}位、){0,2}"
# 由去年的|15位|、第9位上升为今年的|12位|、第6位
_FROM, _ROSE_FROM = pattern(f"[由从][^，。；、0-9]{{0,8}}{_MORE}\\Z"), pattern(f"(?:、第?[0-9]{{1,3}}位){{0,2}}{_ROSE}")
_ROSE_TO = pattern(f"[0-9]位{_ROSE}[^，。；、0-9]{{0,6}}{_MORE}\\Z")
_JOINTS = ("、", "和", "及", "与")
_LIST_AT_MOST = 24  # characters of a list of ranks
_REACH = 16  # how far before 第 the word that makes a rank may end
_PUT = forms_of("ordinal", "put")  # 把安全放在第一位 ranks nothing


def ordinal(text: str, low: int, at: int, end: int) -> Amount | Other | None:
    """The 第N at ``at``: a rank, a label (第三方) or an ordinal.

    >>> ordinal("产量居全省第3位", 0, 5, 8).value
    Decimal('3')
    >>> ordinal("第三方机构", 0, 0, 5).role, ordinal("第六次会议", 0, 0, 5).role
    (<Role.LABEL: 'label'>, <Role.ORDINAL: 'ordinal'>)
    """
    match = _ORDINAL.match(text, at, end)
    if not match:
        return None
    word = _LABELS.match(text, at, end)
    if word:
        return Other(at, word.end(), Role.LABEL, "ordinal.label")
    one = _FIRST.match(text, at, end) if match["m"] else match
    if one and _ranks(text, low, at, one, end):
        try:
            value = read(one["n"])
        except ValueError:
            return None
        unit = named(one["unit"] or "位")
        return Amount(at, one.end(), at, one.end(), unit, Bound.EXACT, Shape.RANK, ("ordinal.rank",), value)
    if _NAMED.match(text, match.end(), end):
        return Other(at, match.end(), Role.LABEL, "ordinal.name")
    return Other(at, match.end(), Role.ORDINAL, "ordinal")


def _ranks(text: str, low: int, at: int, match: re.Match[str], end: int) -> bool:
    """Whether 第N is a rank: 居全省第3位, 全国第一、; not 放在第一位, 全国第一个示范县."""
    if match["unit"] == "位":
        return text[max(low, at - 2) : at] not in _PUT
    led = text[max(0, at - _REACH) : at]
    if text[at - 1 : at] in _JOINTS and (listed := _LISTED.search(text[max(0, at - _LIST_AT_MOST) : at])):
        led = text[max(0, at - len(listed.group()) - _REACH) : at - len(listed.group())]
    ranked = _led(led)
    if match["unit"]:
        return ranked or match.end() >= end or text[match.end()] in _OPEN_END
    if not ranked or match.end() >= end or text[match.end()] in _OPEN_END:
        return ranked
    return _POWER.match(text, match.end(), end) is not None


def _led(before: str) -> bool:
    """Whether the words before 第N or 前N make it a rank."""
    if _RANKED.search(before):
        return True
    return not _PLACE_SIGNS.isdisjoint(before) and _AMONG.search(before) is not None


def top(text: str, low: int, found: Amount) -> Amount:
    """前5位, 前十名, 后十位: an amount of places with 前 before it is a rank at most so low, behind 后 and a word of rank one from the end.

    排名53位 is a rank too, and so are all of 排名46位、82位, and both of 由20位上升到11位.
    """
    at = found.start - 1
    if at < low:
        return found
    if found.unit.symbol == "位" and (_AT_PLACE.search(text, max(0, at - _REACH), found.start) or _moved(text, found)):
        return changed(found, shape=Shape.RANK, rules=("ordinal.rank",))
    if text[at] not in "前后":
        return found
    if text[at] == "后" and not _RANKED.search(text[max(low, at - _REACH) : at]):
        return found  # 博士后|304名
    bound = Bound.AT_MOST if found.low is None else found.bound  # 前1—4名
    return changed(found, start=found.start - 1, bound=bound, shape=Shape.RANK, rules=("ordinal.top",))


def _moved(text: str, found: Amount) -> bool:
    """由去年的20位上升到今年的11位: both are ranks; 专家由10位增加到16位 are people."""
    low = max(0, found.start - _LIST_AT_MOST)
    if _ROSE_FROM.match(text, found.end):
        return _FROM.search(text, low, found.start) is not None
    return _ROSE_TO.search(text, low, found.start) is not None


def leading(text: str, low: int, at: int, end: int) -> Amount | None:
    """稳居全国前三, 排名前10: a rank without a unit, its numeral at ``at``.

    >>> found = leading("稳居全市前三", 0, 5, 6)
    >>> found.value, str(found.bound)
    (Decimal('3'), 'at_most')
    """
    match = _LEADING.match(text, at, end)
    if not match or at <= low or not _led(text[max(0, at - 1 - _REACH) : at - 1]):
        return None
    try:
        value = read(match["n"])
    except ValueError:
        return None
    return Amount(at - 1, match.end(), at, match.end(), named("位"), Bound.AT_MOST, Shape.RANK, ("ordinal.top",), value)
