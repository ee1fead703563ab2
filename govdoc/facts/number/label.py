"""Numbers that are no amounts: labels (三农, T800, 5G), grades (3级), ordinals (附件2), ids (phones).

Words are rows of ``rules/label.tsv``: ``word`` rows begin with the numeral, ``next`` rows stand
right after the number or its unit, ``prev`` rows right before it. Shapes are the patterns here.
"""

from __future__ import annotations

import re
from itertools import islice

from govdoc.facts.mention import Other
from govdoc.facts.number import mark, overlap
from govdoc.facts.number.numeral import CAPITALS, HAN
from govdoc.facts.number.unit import trie
from govdoc.model.quantity import Role
from govdoc.rulebook import Row, group
from govdoc.text.pattern import pattern

_NONE = "none"  # words that only look like a name: 三方面 is not 三方
_ROLES: dict[str, Role] = {role.value: role for role in Role}

_WORDS, _NEXT, _PREV = (group("label", place) for place in ("word", "next", "prev"))
_HOTLINES = group("label", "hotline")
_WORD = pattern(trie(list(_WORDS)))
_AFTER = pattern(trie(list(_NEXT)))
_AFTER_FIRST = frozenset(form[0] for form in _NEXT)
_BEFORE_LAST = frozenset(form[-1] for form in _PREV)
_BEFORE_LONGEST = max(map(len, _PREV))
_DEFINED = pattern(rf"以下[简统]称[为：]?“?(?P<name>[{HAN}]{{1,2}}[项个大类种][^，。；：“”（）\n]{{2,10}})[”）]")
_DEFINITIONS = 20  # no text defines more such names
PLAIN_HAN = frozenset(HAN) - CAPITALS  # 地壹街两个商城 is no set phrase
_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz@#_&=ΑΒαΦφ")
_STANDARDS = pattern(  # GB/T 9704-2012, DB52/T 1234-2019, DB44/26-2001, HJ 2.2-2018
    r"(?:GB|DB|JGJ|CJJ|JTG|HJ|SL|AQ|GA|TSG|ISO|IEC|[A-Z]{2}/[TZ]|GBZ|CECS|JJG|JB|TD|LY|NY|WS|YY|YD|QX|MH"
    r"|XF|Q/[A-Z]{1,3}|(?<![A-Z])(?:EN|NB|HB|SY|MT)|(?<![A-Z])ASTM|YBB) ?\Z"
)
_SCALED = pattern(r"[0-9]+(?:\.[0-9]+)?(?:[余多]?[百千]?[万亿]|[%‰]|个百分点)")  # no code: GDP1228亿元, GDP8.5%
_STANDARD = pattern(
    r"[0-9]+(?:/[TZ]?(?=[ 0-9]))?(?: ?[0-9.]+)?(?:[-—－–][0-9]{2,4}|[:：](?:19|20)[0-9]{2}(?![0-9年]))?"
)
_NAME = pattern(r"[A-Za-z0-9+._@/#&=?%~-]*")
_COUNTED = "0-9.万亿元美欧英日港个件人户吨米亩公平立千台套条项次份头只棵株处所座家辆册张名斤升羽尾颗粒枚盒箱%"  # no id: 1000000亩
_MEASURED = (  # no version: 4.0米, 2.0以上, 3.0级, 2.0mg
    r"[0-9A-Za-zμ㎡%％‰℃°万亿千百个倍米吨斤克亩件次天年]|及?以[上下]|[-—–～~至到][0-9]|[毫厘]米|毫[克升]|公[里斤顷分]|平方|立方|小时"
    r"|分(?![析类级布])|级(?!版)|项(?!目)|元(?!宇)|度(?!假)|[:：∶][0-9]"
)
_SLIPS = "lIOoZSB"  # letters that a scanner reads for digits
_GRADED = "(?:旅游|景[区点]|风景|信用|物流|纳税|社会组织|写字楼|办公|[乡农]村|企业|单位|饭店)"  # no amperes: 5A景区
_SHAPE = pattern(
    r"""(?P<date>[12](?=[0-9]{0,2}[Xx×*＊])[0-9Xx×*＊]{1,3}年                       # 20xx年, 201×年, 200*年: of a model text
          |(?:19|20)[0-9]{2}[01]?[0-9][0-3]?[0-9](?=日(?![间均产照])))               # 20211228日: a page lost 年 and 月
      | (?P<id>[0-9][0-9A-Za-z._-]{0,40}@[0-9A-Za-z.*-]+                         # 123456@qq.com
          |(?=[0-9]*[A-Za-z])[0-9A-Za-z]{10,}(?![0-9A-Za-z])                           # 11370000MB0A12345X
          |[0-9]{4}-[0-9]{6}(?:-[0-9]{2,6}){2,}                                        # 2311-330109-04-05-123456
          |(?:19|20)[0-9]{2}-[0-9]{5}(?![0-9])                                         # 附加码 2020-00001
          |[0-9]{7,}(?:[-—/][0-9]+)*(?!\ ?[COUNTED])   # 000014349/2005-00155
          |0[0-9]{2,3}[-—－一)）][0-9]{3,8}(?:[-—转][0-9]+|\ [0-9]{3,4}(?![-—0-9]))?                           # 0531-51771234
          |0[0-9]{2,}(?![0-9.%万亿年月])
          |[0-9]{2,}(?:[-/][0-9]{3,}){2,}|[0-9]{2,}[-/][0-9]{3,}(?![-0-9.%万亿一-龥]|（不?含)
          |[0-9]+[Xx]{2,}[0-9Xx]*)                                                     # 50-6392-2020 · 6860XXXX
      | (?P<marker>[0-9]{1,2}\.(?=(?:19|20)[0-9]{2}(?:年|—|-)))                  # 附件：1.2023年度预算表
      | (?P<grade>[1-5]A(?=[、和及与或至到][1-5]A|(?:及?以上|国家)?GRADED           # 3A和4A级景区, 5A景区
          |(?<=国家..)(?![A-Za-z级])|(?<=[1-5]A[、和及与]..)(?![A-Za-z级])))            # 创建国家5A; 4A、5A
      | (?P<unknown>[0-9][0-9.]*[SLIPS]+[0-9.SLIPS]*(?=[余多]?[万亿元个%件户人吨亩家名倍公平千百毫微米]))  # 3l2.6万元, 2O万户, 9B%: OCR slips
      | (?P<label>(?:19|20)[0-9]{2}(?=[届版])|[0-9.]{1,8}(?:[+＋][0-9A-Za-z]+)+|[0-9 ]{1,60}(?=下一页)                     # 1+6+N · the pages of a web page
          |[0-9]{1,3}(?=(?:[、和及][0-9]{1,3}){1,5}号(?![文令公]))                      # 3、4号工位
          |(?:[5-9][05]|[01][05])(?=后(?![续期来勤方再又]))                           # 95后青年
          |(?<![至达到为超过])[2-6]G(?![A-Za-z])                                      # 5G、6G
          |[0-9]{1,2}[GSDKCEHJ](?![A-Za-z。，、；）])                                  # 4S店
          |[0-9]+(?![kchdm]?m[23])[A-Za-z]+[0-9]+[A-Za-z0-9]*|(?<![率数于值比\n])[1-9]\.0(?!MEASURED)                 # 2a3b · 2.0版
          |(?:19|20)[0-9]{2}(?=[—]?[^0-9年月，。；、\n%]{2,14}(?:会|赛|节|展|论坛|企业500强))  # 2024世界博览会
          |(?:19|20)[0-9]{2}(?=[^0-9年月，。；、\n%]{0,12}重大(?:项目|专项))                # 深海2030重大专项
          |1[0-9]{4}(?=[^0-9，。；\n]{0,10}(?:热线|平台|专线))                         # 12345政务服务热线
          |(?:110|119|120|122|114)(?=报警|接处|指挥|急救|联动|出警|警情|平台)            # 110报警
          |[0-9]{4,5}(?=(?:便民|政务|民生|市民)[^0-9，。；\n个家项]{0,8}(?:热线|平台|专线))     # 8890便民服务平台
          |[0-9]{3}(?=(?:[、和及][0-9]{3}){1,9}(?:国道|省道|县道))                     # 310、312国道
          |1?[0-9][.·][1-3]?[0-9](?=[国世禁全][^0-9]{1,8}[日节]|事件|事故|专案|特大)       # 6.26禁毒宣传日, 9·11事件
          |1?[0-9]·[1-3]?[0-9](?=[^0-9级，。；、\n%元]{0,4}(?:地震|暴雨|洪灾|火灾|案)))     # 5·12汶川地震
    """.replace("COUNTED", _COUNTED)
    .replace("MEASURED", _MEASURED)
    .replace("GRADED", _GRADED)
    .replace("SLIPS", _SLIPS),
    re.VERBOSE,
)
_PLOTTING, _PLOTTED = pattern("(?:\\A|[\n ])[A-Z]-$"), pattern(r"[0-9.]+(?=[\n ]|\Z)")  # a cell R-|160.000
_GLUED = pattern(r"[0-9]+(?:\.[0-9]+){2,}")
_GRAPHIC = pattern(r"[!-~]*")
_ADDRESS = pattern(r"://|\A//|@|www\.|CLI\.|\.(?:com|cn|org|net|html?|gov)\b")
_CODE = pattern(r"(?=[a-zA-Z]*[0-9])(?=[0-9]*[a-zA-Z])(?=(?:[a-zA-Z]*[0-9]){4})[0-9a-zA-Z]{10,}\Z")
_ADDRESS_AT_MOST = 200
_LIST = pattern(r"(?:[、,，和及至—-][0-9]{1,2}(?![0-9.、．]))*")  # 附件1、2和3
# 病床总数×|100%, 天数/|365: the constants of a formula, before the end of a term
_FACTOR = pattern(r"[×÷][0-9]+\Z|[\u4e00-\u9fff）](?:[/／][0-9]+|[×*]10*[%‰])\Z")
OPERATORS = frozenset("×÷*/／")  # one of these stands before it
_QUOTED_AT_MOST = 16  # a longer quotation is a sentence, whose numbers count
_TITLE_AT_MOST = 60
_tuple = tuple.__new__  # the named tuple's own constructor is a Python function


def defined(text: str) -> list[Other]:
    """The numerals of the short names that a text gives things: （以下简称三项社会保险）, and wherever the name stands again.

    >>> [c.start for c in defined("减免养老等保险（以下简称三项保险）。三项保险缓缴。")]
    [12, 18]
    """
    names = sorted({match["name"] for match in islice(_DEFINED.finditer(text), _DEFINITIONS)})
    if not names:
        return []
    again = re.compile("|".join(map(re.escape, names)))
    return [Other(*match.span(), Role.LABEL, "label.defined") for match in again.finditer(text)]


def lexical(text: str, at: int, end: int) -> Other | None:
    """A fixed expression that begins with the numeral at ``at``: 一站式, 十九大.

    >>> lexical("推行一站式服务", 2, 7)
    Other(start=2, end=5, role=<Role.LABEL: 'label'>, rule='label.word.slogan.service')
    """
    match = _WORD.match(text, at, end)
    if match is None or (row := _WORDS[match.group()]).value == _NONE or overlap.cuts(text, at, match.end(), end):
        return None
    return _other(at, match.end(), row)


def _other(start: int, end: int, row: Row) -> Other:
    return _tuple(Other, (start, end, _ROLES[row.value], f"label.{row.id}"))


def beside(text: str, low: int, at: int, end: int) -> Other | None:
    """What the character right before digits makes of them: a letter (T800), 图 or 表 (表4—1)."""
    last = text[at - 1]
    if last == "-" and (plotted := _PLOTTED.match(text, at, end)) and _PLOTTING.search(text, max(0, at - 3), at):
        return Other(at, plotted.end(), Role.ID, "label.plotted")
    if last in _LETTERS or last.isascii():
        return latin(text, low, at, end)
    return mark.figure(text, at, end) if last in mark.FIGURES else None


def latin(text: str, low: int, at: int, end: int) -> Other | None:
    """T800, PM2.5, G331, IPv6: digits right after a letter; the digits of an address or a long code are ids."""
    if address := _address(text, low, at, end):
        return address
    if at > low and (text[at - 1] in _LETTERS or (text[at - 1] == " " and text[at - 2 : at - 1] in _LETTERS)):
        standard = _STANDARD.match(text, at, end) if _STANDARDS.search(text[max(low, at - 6) : at]) else None
        if standard:
            return Other(at, standard.end(), Role.DOCNO, "label.standard")
        role = Role.ID if text[at - 1] == "@" else Role.LABEL
        scaled = _SCALED.match(text, at, end)
        if scaled and text[at - 1] in _SLIPS and text[max(low, at - 2) : at - 1] not in _LETTERS:
            return Other(at, scaled.end(), Role.UNKNOWN, "label.unknown")  # 总投资l64亿元, but GDP8.5%
        if text[at - 1] == " " or scaled:
            return None
        return Other(at, _NAME.match(text, at, end).end(), role, "label.latin")  # type: ignore[union-attr]
    return None


def _address(text: str, low: int, at: int, end: int) -> Other | None:
    """http://…/2021/3/5.html, abc123@…, e3b0c44298fc: the rest of the run is one id."""
    behind = _GRAPHIC.match(text[max(low, at - _ADDRESS_AT_MOST) : at][::-1]).end()  # type: ignore[union-attr]
    if not behind:
        return None
    stop = _GRAPHIC.match(text, at, min(end, at + _ADDRESS_AT_MOST)).end()  # type: ignore[union-attr]
    run = text[at - behind : stop]
    if _ADDRESS.search(run) or _CODE.match(run):
        return Other(at, _GRAPHIC.match(text, at, end).end(), Role.ID, "label.address")  # type: ignore[union-attr]
    return None


def before(text: str, low: int, at: int, stop: int) -> Other | None:
    """What the word right before says of a number ``text[at:stop]``: 附件2, 电话：6012345."""
    if at <= low or text[at - 1] not in _BEFORE_LAST:
        return None
    for size in range(min(_BEFORE_LONGEST, at - low), 0, -1):
        row = _PREV.get(text[at - size : at])
        if row:
            listed = _LIST.match(text, stop) if row.value == "ordinal" else None
            return _other(at, listed.end() if listed else stop, row)
    return None


def after(text: str, at: int, stop: int, core: int, end: int) -> Other | None:
    """What the word right after says of a number ``text[at:stop]``, or of it with its unit to ``core``: 12345热线, 3级.

    Behind a unit it names nothing: 8个|专项规划, 24轮|强降雨, 12家|星级饭店 are counted; a size has its unit, 30万吨|级.
    """
    for behind in (stop, core):
        if behind < end and text[behind] in _AFTER_FIRST and (match := _AFTER.match(text, behind, end)):
            row = _NEXT[match.group()]
            if row.value != _NONE and (behind == stop or row.value != "label"):
                return _other(at, match.end(), row)
    return None


def shape(text: str, at: int, end: int) -> Other | None:
    """Digits whose own form says that they are no amount: 6860XXXX, 1+6+N, 5G, 2.0版."""
    match = _SHAPE.match(text, at, end)
    if match is None:
        return None
    kind = str(match.lastgroup)
    return Other(at, match.end(), _ROLES[kind], "label.item" if kind == "marker" else f"label.{kind}")


def glued(text: str, at: int, end: int) -> Other | None:
    """12.3913.4216.66: cells of a table that run together; no one can tell where a number ends.

    >>> glued("人口12.3913.42", 2, 11), glued("增长8.5%", 2, 6)
    (Other(start=2, end=11, role=<Role.UNKNOWN: 'unknown'>, rule='label.glued'), None)
    """
    match = _GLUED.match(text, at, end)
    return Other(at, match.end(), Role.UNKNOWN, "label.glued") if match else None


def bare(text: str, low: int, at: int, stop: int) -> Other | None:
    """A number without a unit that is a name by itself: 12345, a note ［1］, 小（2）型."""
    celled = text[at - 1 : at] == "\n" and text[stop : stop + 1] in ("\n", "")
    if (hotline := _HOTLINES.get(text[at:stop])) and not celled:  # 120 alone in a cell is a count
        return _other(at, stop, hotline)
    return mark.note(text, low, at, stop)


def factor(text: str, low: int, at: int, stop: int) -> Other | None:
    """The constant of a formula: 病床总数×|100%, 天数/|365.

    >>> factor("废品数/产品总数×100%", 0, 9, 13)
    Other(start=9, end=13, role=<Role.LABEL: 'label'>, rule='label.factor')
    """
    if at <= low or not _FACTOR.search(text, max(low, at - 2), stop):
        return None
    return Other(at, stop, Role.LABEL, "label.factor")


def paired(text: str, low: int, at: int, stop: int) -> bool:
    """Whether the numeral is half of a set phrase: 四纵三横, 六链五群."""
    return (
        at - low >= 2
        and text[at - 2] in PLAIN_HAN
        and text[at - 1] not in HAN
        and stop - at == 1
        and text[at - 1] not in "、，。；至到式"
    )


def quoted(text: str, at: int, stop: int) -> bool:
    """Whether the number stands in a short quotation or in a 《title》, where it is a name.

    >>> quoted("建设“30分钟生活圈”", 3, 5), quoted("建成30个", 2, 4)
    (True, False)
    """
    opened = text.rfind("“", at - _QUOTED_AT_MOST if at > _QUOTED_AT_MOST else 0, at)
    if opened >= 0 and text.find("”", opened, at) < 0:
        closed = text.find("”", stop, opened + _QUOTED_AT_MOST + 6)
        if closed >= 0:
            return True
    opened = text.rfind("《", at - _TITLE_AT_MOST if at > _TITLE_AT_MOST else 0, at)
    if opened < 0 or text[at - 1] == "等":
        return False
    return text.find("》", opened, at) < 0 and text.find("》", stop, stop + _TITLE_AT_MOST) >= 0
