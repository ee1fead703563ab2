"""Amounts written in Chinese numerals (汉字数词): which 三个 counts and which is part of a name.

GB/T 15835 keeps Chinese numerals for set words, so that most of them measure nothing: 三农, 一站式,
四纵三横. A numeral with a measuring unit counts; 一 counts only in a duration, a measure, or after a
word of limit or frequency (只能享受一次, 每年一次).
"""

from __future__ import annotations

from decimal import Decimal

from govdoc.facts.mention import Amount, Shape
from govdoc.facts.number import label, qualifier
from govdoc.facts.number.grade import climbed
from govdoc.facts.number.numeral import CAPITALS, EXACT, HAN, POINT, POWER
from govdoc.facts.number.unit import COUNTED, NO_UNIT, TIMES, named, trie, unit
from govdoc.model.quantity import Bound, Unit
from govdoc.rulebook import forms_of, group, rows
from govdoc.text.pattern import pattern
from govdoc.text.record import changed

_SHARES = {form: row for row in rows("share") for form in row.forms}
_SHARE = pattern(trie(list(_SHARES)))
SHARES = trie([form for form in _SHARES if len(form) > 1])
SHARE_HEADS = "".join(sorted({form[0] for form in _SHARES}))
_PAST = ("突破", "超过", "达到", "逼近", "接近", "实现")  # 院士突破两位数
_GROWING = pattern("的?(?:增长|增速|增幅|涨幅|上升|下降)")  # 实现两位数|增长 is a way to grow
_SHARE_UNITS = {"rank": "位", "double": "番", "times": "倍"}
_SHARE_SHAPES = {"rank": Shape.RANK, "double": Shape.MULTIPLE, "times": Shape.MULTIPLE}
_NAMES = group("counting", "name")  # 三县, 二线
_KINDS = Unit.trusted(symbol="大", dimension="count", factor=None)
# 6大|特色产业集群; 90大|寿, 6大|节气 are words
_KIND = pattern(f"[一-龥]{{0,6}}{trie(list(group('counting', 'kinds')))}")
_YEARLY = frozenset("国界球度")  # 入选全国十大考古发现 sums up nothing
_CLAUSE = pattern("[^，。；：！？（）“”\n]+\\Z")
_AIMED = ("zero", "double")
_AIM = pattern("[”’]?(?:专项)?(?:目标|行动|任务|计划|工作)")
_NAMED = pattern(f"、(?![0-9{HAN}])")  # 扶持三元|、清溪等企业: sums stand in lists of sums
_PLACED = frozenset("台里元户角门枝")
_PLACE = pattern("[村镇县屯庄山](?![民委级域办属集企区中])")  # 五台村, 八户镇
_QUOTED_LIST = pattern("(?:“[^“”\n]{1,12}”[、和与及]?){2,8}\\Z")
_SEPARATOR = pattern("[、和与及]")
_LIST_AT_MOST = 40  # no list of names before their number is longer
_LONGER = frozenset("度作功者产年天个小")  # 首位度, 首位作, 超过半年
_HALF = pattern(  # 半个月内, 不满半年; 半年 alone is a period
    rf"半(?P<unit>个月|个小时|小时|天|个学期|年(?=内|及?以[上下内]|左右|的时间)|年(?P<limited>(?<=[满到足超过]半年)))(?P<after>{qualifier.AFTER})?"
)
_NO_HALF = frozenset("上下大一多过每小")
_DOUBLE = "双"  # 双过半 is the name of an aim
_NAMED_AIM = 3  # characters of “四个
_TOP_AT_MOST = 12
# 居全省|之首, 总量为八县|之首
_TOP_OF = pattern(r"(?:[居列位排占夺]|全[国省市县区州]|世界|全球)[^，。；、\n]{0,10}\Z|[国省市县区州镇乡村]\Z")
_PUT = forms_of("ordinal", "put")  # 放在首位 ranks nothing
_LIMITED = pattern(  # 只能享受一次 · 可就近享受一次 · 每年一次 · 其中一套 · 有效期一年 · 提前一年
    r"(?:只能|只|仅|享受|不超过|至少|再|限|每[^，。；、]{1,3}|其中|期限?为?|(?<![充圆丰饱])满|延长|顺延|提前|缓交|缓缴|连续|为期|不少于)[^，。；、\n]{0,4}\Z"
)
_ONE_COUNTED = pattern(  # 每两年为一个考核期, 跨上一个大台阶
    rf"[^，。；、的\n]{{0,2}}(?:{'|'.join(group('counting', 'term'))}|台阶|档次|等次|位次|周期(?!性))"
)
_PLACES = frozenset("百千万亿佰仟萬億")
_BESIDE = ("上", "下", "同", "另")  # 下一个, 同一个
# 最后|一日, 下|一个月: which one, not how many
_WHICH = pattern("(?:最后|(?<![以之网线路街身晚早马山海江底地])[上下])\\Z")
_WHICH_AT_MOST = 3
_PLACE_RUN = pattern("[十百千万亿]+")
_NO_REACH = frozenset("以之网线路街身晚会早马山海江")  # 网上百姓
_REACHED = frozenset("达到破约近超上过")
_REACHING = {"上": Bound.OVER, "过": Bound.OVER, "破": Bound.OVER}  # 上千名, 过亿元
_ONE = frozenset(("一", "壹"))
_EXACT, _AT_MOST = Bound.EXACT, Bound.AT_MOST  # bound once: Python 3.11 looks members up slowly
_ONE_FREE = ("money", "multiple", "mass", "area", "energy", "power", "volume")  # 一元, 一倍, 一吨 measure by themselves
_NOT_ONE = group("counting", "measure")  # 一方 and 一分 are words
_ONE_TIMED = group("counting", "timed")
_SIZED = pattern(trie(list(group("counting", "sized"))) + "(?![^，。；、：\n]{0,6}(?:行动|工程|计划))")
_LARGE_SUM, _PASSING = 100_000_000, frozenset("通经不难错度")
_LEAST = {"money": 1_000_000, "mass": 1_000_000, "area": 10_000}  # how large what a thing is told by
_COUNT_AFTER_LIMIT = group("counting", "limited")
_OFTEN = tuple(f"{symbol}/" for symbol in TIMES)
_UTMOST = ("最高", "最大", "最低")  # 最高一次赔付, but 最多一次
_LISTED_BY = group("counting", "listed")
_LASTING = pattern(f"(?:{'|'.join(group('counting', 'lasting'))})[^，。；：、\n]{{0,4}}\\Z")  # 保留学籍|一年
_LASTING_AT_MOST, _TOLD_YEAR = 8, frozenset("来间度之级期")  # characters; 实习一年来, 一年级
_LIST_ENDS = frozenset("，、；。）\n")
# 说一套
_BEFORE_LISTED = pattern(
    r"[\u4e00-\u9fff）][\u4e00-\u9fff）](?<![这那某每各另同任何换了过为是第上下哪用说做有成随统之到还再出献取给交领留加需])\Z"
)


def share(at: int, text: str, end: int) -> Amount | None:
    """一半, 过半, 翻番, 首位, 清零, “零发生”: amounts without a numeral and unit of their own."""
    match = _SHARE.match(text, at, end)
    if not match:
        return None
    row = _SHARES[match.group()]
    before = text[max(0, at - 2) : at]
    if text[match.end() : match.end() + 1] in _LONGER or before in _PUT or before.endswith(_DOUBLE):
        return None
    if row.id.startswith(_AIMED) and _AIM.match(text, match.end()):
        return None  # 实现翻番目标
    if before.endswith("个") and row.id.startswith("double") and text[at - _NAMED_AIM : at - 2] == "“":
        return None  # 实现“四个|翻番”
    if text[at] == "之" and not _TOP_OF.search(text, max(0, at - _TOP_AT_MOST), at):
        return None  # 安全是民生|之首
    value, _, kind = row.value.partition(" ")
    if kind == "places" and (not text.endswith(_PAST, max(0, at - 2), at) or _GROWING.match(text, match.end())):
        return None
    made = named(_SHARE_UNITS[kind]) if kind in _SHARE_UNITS else NO_UNIT
    shape = Shape.PERCENT if value == "0.5" else _SHARE_SHAPES.get(kind, Shape.PLAIN)
    bound = Bound.OVER if kind == "over" else Bound.VAGUE if kind in ("vague", "places") else Bound.EXACT
    number = None if bound is Bound.VAGUE else Decimal(value)
    start = at - 2 if kind == "places" else at
    return Amount(start, match.end(), at, match.end(), made, bound, shape, (f"share.{row.id}",), number)


def crowd(text: str, low: int, at: int, end: int) -> Amount | None:
    """上千万家庭, 近百群众: a place alone, the word that bounds it, and a noun without 量词.

    >>> found = crowd("惠及上千万家庭", 0, 3, 7)
    >>> found.value, str(found.bound)
    (Decimal('10000000'), 'over')
    """
    stop = _PLACE_RUN.match(text, at, end).end()  # type: ignore[union-attr]
    before = qualifier.before(text, low, at)
    bound = before.bound if before else _REACHING.get(text[at - 1])
    start = before.at if before else at - 1
    if bound is None or (text[at - 1] == "上" and text[at - 2 : at - 1] in _NO_REACH):
        return None
    value = EXACT.power(Decimal(10), sum(POWER[c] for c in text[at:stop]))
    return Amount(start, stop, at, stop, NO_UNIT, bound, Shape.PLAIN, ("quantity.reached",), value)


def half(text: str, low: int, at: int, end: int) -> Amount | None:
    """半个月, 半小时, 半年内: half of a unit; 上半年 and 每半年 are periods, 大半 and 一半 words.

    >>> half("提前半个月", 0, 2, 5).value
    Decimal('0.5')
    """
    match = _HALF.match(text, at, end)
    before = qualifier.before(text, low, at)
    if not match or (before is None and (text[max(low, at - 1) : at] in _NO_HALF or match["limited"] is not None)):
        return None  # 等到半年
    after = qualifier.after(match["after"]) if match["after"] else None
    chosen = before or after
    bound, start = chosen.bound if chosen else Bound.EXACT, before.at if before else at
    made, rules = unit(match["unit"]), ("quantity.half", *((chosen.rule,) if chosen else ()))
    return Amount(start, match.end(), at, match.end("unit"), made, bound, Shape.SPAN, rules, Decimal("0.5"))


def counts(text: str, low: int, at: int, stop: int, found: Amount) -> bool:
    """Whether a Chinese numeral with a unit is an amount and not a name.

    >>> from govdoc.facts.number.quantity import amount
    >>> text = "建成三个车间和二线厂房"
    >>> [counts(text, 0, at, at + 1, amount(text, 0, at, 11)) for at in (2, 7)]
    [True, False]
    """
    numeral = text[at:stop]
    if found.unit is NO_UNIT or (len(numeral) == 1 and numeral in CAPITALS):
        return False
    alone = numeral in _ONE and text[stop : stop + 1] not in POINT  # 一个, not 一点五个百分点
    said = _one(text, text[stop : found.core_end], found) if alone else _several(text, at, numeral, found)
    return said and not (label.paired(text, low, at, stop) or label.quoted(text, at, found.end))


def _several(text: str, at: int, numeral: str, found: Amount) -> bool:
    """Whether 二, 三 … count: 三个车间, 二套及以上, but not 二次供水, 五台村, 百项, 四方."""
    symbol = found.unit.symbol
    if numeral == "二" and found.value is not None and found.unit.dimension in COUNTED:
        return found.end > found.core_end  # one counts 两个; 二次 供水, 二维 are names, but not 二套及以上
    if found.bound is _AT_MOST and all(c in _PLACES for c in numeral):
        return False  # 不超过万元 has lost its digits
    if (
        numeral[0] in _PLACES
        and found.bound is _EXACT
        and not (symbol == "兆" and text[found.end : found.end + 1] in "到至")
    ):
        return text[at - 1 : at] in _REACHED or _sizes(text, found)  # 百项 is a name; 产值达千亿元 is an amount
    if len(numeral) == 1 and symbol in _PLACED and _PLACE.match(text, found.end):
        return False
    if len(numeral) == 1 and symbol == "元" and _NAMED.match(text, found.end):
        return False
    named = symbol in _NAMES or text[found.core + 1 : found.core_end] in _NAMES  # 四方 is no volume
    return not named or len(numeral) > 1 or _listed(text, at) == found.value


def _sizes(text: str, found: Amount) -> bool:
    """亿元企业, 百亿斤粮食, 万亩果园: how large a thing is; 万元户 is a word, 千亿斤粮食产能提升行动 a name."""
    least = _LEAST.get(found.unit.dimension)
    large = least is not None and found.value is not None and found.value >= least
    return large and _SIZED.match(text, found.end) is not None


def _listed(text: str, at: int) -> int:
    """How many names are listed right before ``at``: two before 湖北、河南|两省, none before 连接|三县."""
    if text[at - 1] == "”":
        quoted = _QUOTED_LIST.search(text, max(0, at - _LIST_AT_MOST), at)
        return quoted.group().count("“") if quoted else 0  # “山水”“田园”|两大品牌
    clause = _CLAUSE.search(text, max(0, at - _LIST_AT_MOST), at)
    separators = len(_SEPARATOR.findall(text, clause.start(), at)) if clause else 0
    return separators + 1 if separators else 0


def kinds(text: str, at: int, found: Amount | None, *, arabic: bool = False) -> Amount | None:
    """5大 after the things it sums up: 教育、交通等领域五大主题数据库; 三大战役 alone is a name, 6大产业 in digits is none.

    >>> from govdoc.facts.number.quantity import amount
    >>> text = "建成教育、交通等五大主题库"
    >>> str(kinds(text, 8, amount(text, 0, 8, 13)).unit)
    '大'
    """
    if found is None or text[at - 1] in _YEARLY:
        return None
    if not (text[at - 1] == "等" or _listed(text, at) or (arabic and _KIND.match(text, found.end + 1))):
        return None
    if found.unit is not NO_UNIT:
        return found  # 三大类
    end = found.end + 1
    return changed(found, end=end, core_end=end, unit=_KINDS, rules=("quantity.kinds",))


def reached(text: str, low: int, found: Amount) -> Amount:
    """上千名, 过亿元: a place alone with the verb that makes it a bound; 过 also before a large sum, 过10万亿元省份."""
    bound = _REACHING.get(text[found.start - 1]) if found.start > low else None
    if bound is None or found.bound is not _EXACT or climbed(text, found.core):
        return found
    if text[found.core] not in _PLACES and not _passed(text, low, found):
        return found
    return changed(found, start=found.start - 1, bound=bound, rules=(*found.rules, "quantity.reached"))


def _passed(text: str, low: int, found: Amount) -> bool:
    """Whether 过 stands before a large sum, and no verb before it: 过10万亿元, not 通过3亿元融资."""
    large = found.unit.dimension == "money" and found.value is not None and found.value >= _LARGE_SUM
    return large and text[found.start - 1] == "过" and text[max(low, found.start - 2)] not in _PASSING


def _one(text: str, word: str, found: Amount) -> bool:
    """Whether 一 counts: 一天半, 一元, 只能享受一次, 处理设施一套, but not 一方, 最高一次, 占一亩补一亩."""
    measured, each = found.unit, f"一{word}"
    if text.startswith(each, found.end + 1) or text.endswith(each, 0, max(0, found.start - 1)):
        return False  # 建一亩成一亩
    if found.value != 1 and measured.dimension == "time":
        return True  # 一天半, 一个半小时
    if found.bound is _AT_MOST and measured.symbol in _COUNT_AFTER_LIMIT and text.startswith(_UTMOST, found.start):
        return False  # 最高一次
    if measured.dimension == "ratio":  # 占一成, not 一成不变
        return not text[found.end : found.end + 1].isalpha()
    if measured.dimension == "time" and _WHICH.search(text, max(0, found.start - _WHICH_AT_MOST), found.start):
        return False
    if measured.dimension in _ONE_FREE or measured.symbol in _ONE_TIMED or found.bound is not _EXACT:
        return word not in _NOT_ONE
    if measured.symbol.startswith(_OFTEN) or (measured.symbol in TIMES and text.startswith("各", found.core - 1)):
        return True  # 每日一次, 上午、下午各一次
    if measured.symbol not in _COUNT_AFTER_LIMIT:
        return False
    if _ONE_COUNTED.match(text, found.end):
        return True
    if text[found.start - 1 : found.start] in _BESIDE:
        return False
    limited = _LIMITED.search(text[max(0, found.start - 9) : found.start]) is not None
    return limited or _listing(text, found) or _goes_on(text, found)


def _goes_on(text: str, found: Amount) -> bool:
    """Whether what lasts stands before a year: 停职一年, 保留学籍一年, but not 实习一年来."""
    if found.unit.dimension != "time" or (
        text[found.end : found.end + 1] in _TOLD_YEAR and text[found.end + 1 : found.end + 2] != "满"
    ):
        return False
    return _LASTING.search(text, max(0, found.start - _LASTING_AT_MOST), found.start) is not None


def _listing(text: str, found: Amount) -> bool:
    """Whether one thing stands behind its noun, as in a list: 复印件一份、处理设施一套。"""
    if found.unit.symbol not in _LISTED_BY or text[found.end : found.end + 1] not in _LIST_ENDS:
        return False
    return _BEFORE_LISTED.search(text[max(0, found.start - 3) : found.start]) is not None
