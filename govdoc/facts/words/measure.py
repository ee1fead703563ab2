"""What an amount states (计量性质): level, change, share, rank or ratio."""

from __future__ import annotations

from govdoc.facts.mention import Amount, Shape
from govdoc.facts.number.unit import COUNTED
from govdoc.facts.words.behind import after
from govdoc.facts.words.change import Peeled
from govdoc.facts.words.phrase import Range, forms
from govdoc.facts.words.plan import aimed
from govdoc.model.fact import Direction, Measure
from govdoc.model.quantity import Bound
from govdoc.rulebook import group
from govdoc.text.lexicon import any_of
from govdoc.text.pattern import pattern

_SHARE = pattern("占(?!用|地|道|据|领|有)|占有率|比重|占比|份额")
# 担保费率|1%的业务给予补贴, 占全县35%、成果转化率|40%: a rate with a name is none
_RATE, _RATE_AT_MOST = pattern("(?<!占有)率(?:[为是在]|达到?|约为|分别为)?$"), 6
# the base of a support: 按贷款利率|50%给予贴息
_BASE = pattern(lambda: f"[利费税]率[0-9.]{{1,5}}[%‰]的?(?:给予|予以)?{any_of(forms('support'))}")
_BASE_AT_MOST = 8
_OTHERS = ("其中", "其中，", "其余", "其余，", "剩余", "剩下")
_OTHERS_ENDS = frozenset("中余下，")
_IS = pattern(
    "[为是](?![0-9]|[^，。；]{0,4}(?:标准|目标|[上下]限|基[数准]|优秀|良好|[合及]格))|来自|具有|拥有|属于|毕业于"
)
# 完成年初预算的101%, 完成年计划6亿元的83%: how far, no share
_DONE = pattern(
    "(?<!占)(?:完成|实现|为|达到?)[^占，。；]{0,10}(?:预算|计划|任务|目标)数?(?:（?[0-9.]+[一-龥]{1,4}）?)?的$"
)
_PORTION = pattern("半数|过半|一半|分之|成|[0-9]/[0-9]")
_OF = pattern("[^年月度初末底]的$")  # 本金的20%, but not 2020年的70%, 年初的71%
_BASES = ("额", "价款", "本金", "货值", "部分")  # 按日加收应缴额|3‰的滞纳金
_FUNDS = pattern("(?:[资奖]金|经费|[补助拨价贷]款|补[助偿]金|保证金|奖补)$")  # 补助资金|60%验收后拨付: of the whole
_SUPPORT = pattern(lambda: f"的?(?:比例)?(?:给予|予以)?[^，。；]{{0,12}}?{any_of(forms('support'))}")
BY_YEARS = "[，、和](?:第[二三四五六]|后[一二两三四五]|次)年度?(?:按|给予)?"  # 第一年100%|、第二年|50%的房租补贴
_SUPPORTED = pattern(  # 分别按80%|、50%予以奖补
    lambda: (
        f"(?:(?:{BY_YEARS}|[、和])[0-9.]{{1,5}}%){{1,4}}的?(?:比例)?(?:给予|予以|进行|[对向]|(?<=%的))[^，。；]{{0,12}}?{any_of(forms('support'))}"
    )
)
# 新招用人数达到职工总数|25%: of the whole
_OF_WHOLE = pattern("[^率]*(?:达到?|不[低少]于|超过|高于)[^，。；、率]{2,16}(?:人数|总[数额量])$")
_WHOLE_ENDS = frozenset("数额量")
# 县财政|补助50%, 单位和个人分别|缴纳16%和8%: of the whole
_PAID = pattern(lambda: f"(?:{'|'.join(forms('borne'))})(?:[0-9.]{{1,5}}%[、和]){{0,3}}$")
_AND = ("、", "和", "，后", "，第", "，次")
_LISTED = 24  # characters of such a list
_DRAGGED = pattern(lambda: f"(?:{'|'.join(group('change', 'change.drag'))})[^，。；：、\n0-9]*$")  # 下拉|全市工业增速
_DRAGGED_AT_MOST = 28
_DIRECTIONS = {
    "up": Direction.UP,
    "down": Direction.DOWN,
    "flat": Direction.FLAT,
    "gain": Direction.UP,
    "loss": Direction.DOWN,
    "rate_up": Direction.UP,
    "rate_down": Direction.DOWN,
}
_PARTS = frozenset(["%", "‰", "成", ""])
_GROWN = pattern(  # 保持12%|的增长, 有6.5%|的增速, 6%|的预期增长目标, 以每年5%|的速度递增
    "的?正?(?:增长|增速|增幅|涨幅|(?P<down>负增长|降幅))(?=[、，。；\n])|的(?:增速|增幅|涨幅|(?:预期)?增长(?:预期)?目标)"
    "|的(?:速度|速率|幅度|比例|量)(?:递增|增长|增加|上升|(?P<lower>递减|下降|减少|降低))"
)
_SAVED = ("减碳", "降碳", "减排", "降本", "降耗", "减损")  # 园区减碳|12%: down by so much
_SAVED_ENDS = frozenset(word[-1] for word in _SAVED)
_DOUBLED = "番"
# 增长7%以上、力争达到|8%
_STRIVING = pattern("增长[0-9.]{1,5}%(?:以上|左右)?[、，](?:力争|争取|确保)(?:达到|实现|突破|完成)?$")
_STRIVING_AT_MOST, _STRIVING_ENDS = 24, frozenset("争取保到现破成")
_CLEANED = pattern("(?:浓度|综合指数)[^，。；\n]{0,20}改善$")  # 浓度比上年改善|8%: there is less of it
_CLEANED_AT_MOST = 26
_SPENT = pattern("(?:的资金)?(?:用于|用在|投向|投入)")  # 财政支出|八成用于|民生
_LEFT_OUT = pattern("(?:以|之)?外，")  # 除扣留货物百分之五|外，
# 对经济增长贡献|超五成, 覆盖农户|60%
_GIVEN = pattern("(?:贡献(?![率度])|覆盖(?![率面度])(?=[^达到在为]{2,8}$))[^，。；、\n]{0,8}$")
_MOVES = pattern("[一-龥]{1,3}[到至为](?:[约近超]|不足|不到)?[0-9]")  # 失业率从5.5%|回落到5.3%: no noun
# 公办幼儿园80%|达到标准, 小区六成|完成改造: so many of the things
_BECOME = pattern("(?:达到|完成|实现|建成|通过)(?!率|[约近超]?[0-9])[一-龥]{2}|达标(?!率)|符合[一-龥]{2}")
_THINGS = pattern(
    lambda: any_of(form for kind in ("counted", "folk", "house", "things") for form in forms(kind)) + r"\Z"
)
_THING_AT_MOST = 6
_COVERING = ("覆盖", "惠及")  # 供水工程覆盖|94%的农户
_RATES = ("进度", "率")  # 工程进度|过半
_PACE = pattern("[^，。]{0,8}(?:增速|增幅|涨幅)(?:[是由]|$)")
_BETTERED = ("提升", "改善", "提档升级")  # 整改提升30家: so many were made better
_ADDED = ("新增", "净增")
_LADDER = ("等级", "档次", "位次", "层级", "台阶")
_GOES_ON = pattern("、|[和及与](?=[0-9])")
_DOWN_TO = ("压缩在", "压减在", "压降在", "缩减在", "减少在", "降低在", "下降在")
_EVERY = ("每增加", "每减少", "每提高", "每降低", "平均每")
_BY_ITSELF = ("翻", "减半")
# bound once: Python 3.11 looks members up slowly
_RANK, _RATIO, _PERCENT, _MULTIPLE = Shape.RANK, Shape.RATIO, Shape.PERCENT, Shape.MULTIPLE
_EXACT = Bound.EXACT
_CHANGE, _LEVEL = Measure.CHANGE, Measure.LEVEL


def measure(text: str, low: int, amount: Amount, right: int, cue: Peeled, owned: bool, going_on: bool) -> Measure:
    """``low`` begins the clause, ``right`` ends the words after the amount, ``owned``: a subject stands before;
    ``going_on``: an earlier clause of the sentence has one.
    """
    if amount.shape is _RANK:
        return Measure.RANK
    if amount.shape is _RATIO:
        return Measure.RATIO
    if (
        cue.direction
        and (not cue.to or cue.direction.startswith("rate"))
        and _changes(text, amount, right, cue, owned, going_on)
    ):
        return _CHANGE
    if text.startswith(_BY_ITSELF, amount.start) or amount.unit.symbol == _DOUBLED or _grown(text, amount):
        return _CHANGE
    shares = amount.unit.symbol in _PARTS and _shares(text, low, amount, right, owned)
    return Measure.SHARE if shares else _LEVEL


def _grown(text: str, amount: Amount) -> bool:
    """保持12%的增长, 园区减碳12%, 增长7%以上、力争达到8%: a share of what there was, by which it grew or fell."""
    if amount.shape is not _PERCENT:
        return False
    if _GROWN.match(text, amount.end):
        return True
    last = text[amount.start - 1]
    if last in _SAVED_ENDS and text.endswith(_SAVED, 0, amount.start):
        return True
    low = max(0, amount.start - _STRIVING_AT_MOST)
    return last in _STRIVING_ENDS and _STRIVING.search(text, low, amount.start) is not None


def _changes(text: str, amount: Amount, right: int, cue: Peeled, owned: bool, going_on: bool) -> bool:
    """Whether the change that the words before an amount tell is that of the amount, and not of what is counted (提升4项行动)."""
    if cue.basis and cue.direction in ("up", "down") and text[amount.start - 1] not in "、和及与":
        return True  # 较年初分别增加16亿元、19亿元, but not the second of 年均增长15%、突破8亿元
    if cue.direction == "loss":
        return cue.basis is not None  # 比上年低0.3个百分点
    if text.startswith(_EVERY, cue.end):
        return True  # 平均每增加1个网点
    relative = amount.shape in (_PERCENT, _MULTIPLE)
    if (
        amount.unit.dimension == "count"
        and text.endswith(_BETTERED, 0, amount.start)
        and (not owned or (after(text, amount.end, right) and not text.startswith(_LADDER, amount.end)))
    ):
        return False  # 城市更新提升4项|行动, but 指数提升2个|等级
    if cue.direction.startswith("rate"):
        return relative
    if cue.direction == "gain" and _counts_new(text, amount, right):
        return False
    ends = right == amount.end or _GOES_ON.match(text, amount.end) is not None
    if cue.direction == "down" and not relative and text.endswith(_DOWN_TO, 0, amount.start):
        return False  # 直播面积压缩在|1万亩左右
    return relative or owned or (ends and (cue.direction != "gain" or going_on))


def _counts_new(text: str, amount: Amount, right: int) -> bool:
    """开发区新增5家|企业 counts what is new there, though 企业新增5家 grew."""
    added = amount.unit.dimension in COUNTED and text.endswith(_ADDED, 0, amount.start)
    return added and not text.startswith("的", amount.end) and after(text, amount.end, right) is not None


def _shares(text: str, low: int, amount: Amount, right: int, owned: bool) -> bool:
    """占…的比重30%, 市场占有率50%, 按本金的20%, 给予50%的补贴, 超过四成."""
    if amount.unit.symbol == "" and not _PORTION.search(text, amount.start, amount.end):
        return False
    near = max(low, amount.start - _RATE_AT_MOST)
    if text.find("率", near, amount.start) >= 0 and _RATE.search(text, near, amount.start):
        return amount.bound is _EXACT and _BASE.search(text, near, amount.end + _BASE_AT_MOST) is not None
    if _DONE.search(text, low, amount.start) or (amount.unit.symbol == "" and text.endswith(_RATES, low, amount.start)):
        return False
    if _SHARE.search(text, low, amount.start) or _OF.match(text, max(low, amount.start - 2), amount.start):
        return True
    if text.endswith(_BASES, low, amount.start) and text.startswith("的", amount.end):
        return True
    if _among(text, low, amount) or _of_them(text, low, amount):
        return True
    if amount.unit.symbol == "%" and _paid(text, low, amount):
        return True
    if amount.shape is _PERCENT and _portion(text, low, amount, right, owned):
        return True
    listed = text.startswith(_AND, amount.end) and _SUPPORTED.match(text, amount.end)
    return amount.unit.symbol == "" or bool(listed or _SUPPORT.match(text, amount.end, right))


def _among(text: str, low: int, amount: Amount) -> bool:
    """其中|60%达到本科学历，|40%为师范生, 其余|80%自筹: so much of what was told before."""
    if amount.unit.symbol != "%":
        return False
    if text[amount.start - 1] in _OTHERS_ENDS and text.endswith(_OTHERS, 0, amount.start):
        return True
    return low == amount.start and _IS.match(text, amount.end) is not None


def _of_them(text: str, low: int, amount: Amount) -> bool:
    """支出八成用于|民生, 供水覆盖农户|60%, 公办幼儿园80%|达标, 达到职工总数|25%: so much of the whole, or so many of the things."""
    start, near = amount.start, max(low, amount.start - _LISTED)
    if _SPENT.match(text, amount.end) or _GIVEN.search(text, near, start) or _LEFT_OUT.match(text, amount.end):
        return True
    if _BECOME.match(text, amount.end) and _THINGS.search(text, max(low, start - _THING_AT_MOST), start):
        return True
    return text[start - 1] in _WHOLE_ENDS and _OF_WHOLE.match(text, near, start) is not None


def _paid(text: str, low: int, amount: Amount) -> bool:
    """补助资金|60%验收后拨付, 县财政|补助50%: so much of the sum."""
    if _FUNDS.search(text, max(low, amount.core - _LISTED), amount.core):
        return True
    return _PAID.search(text, max(low, amount.start - _LISTED), amount.start) is not None


def _portion(text: str, low: int, amount: Amount, right: int, owned: bool) -> bool:
    """超80%|的项目, 纳税人90%以上|涉税事项, 覆盖94%|的农户: so much of the noun behind the amount."""
    touching = not text.startswith("的", amount.end)
    if not (touching or not owned or text.endswith(_COVERING, low, amount.start)) or aimed(text, amount):
        return False
    return not _MOVES.match(text, amount.end) and after(text, amount.end, right) is not None


def stated(text: str, amount: Amount, kind: Measure, subject: Range | None, *, celled: bool) -> Measure:
    """A column headed 占比 holds shares; 经济增速是…，目标为6% tells a growth."""
    if subject is None:
        return kind
    if celled:
        return Measure.SHARE if "占" in text[slice(*subject)] else kind
    paced = kind is _LEVEL and amount.unit.symbol == "%" and _PACE.match(text, *subject)
    return _CHANGE if paced else kind


def direction(text: str, amount: Amount, cue: Peeled) -> Direction:
    """Which way; 翻番 goes up, 减半 and 增长-5% down by themselves."""
    start = amount.start
    if text[start] == "-":
        return Direction.DOWN
    if text.startswith("减半", start) or (
        text.endswith("改善", 0, start) and _CLEANED.search(text, max(0, start - _CLEANED_AT_MOST), start)
    ):
        return Direction.DOWN
    if cue.direction == "rate_up" and _DRAGGED.search(text, max(0, start - _DRAGGED_AT_MOST), start):
        return Direction.DOWN
    grown = None if cue.direction else _GROWN.match(text, amount.end)
    if (grown and (grown["down"] or grown["lower"])) or (not cue.direction and text.endswith(_SAVED, 0, start)):
        return Direction.DOWN
    return _DIRECTIONS.get(cue.direction, Direction.UP)
