"""Numbers that are no amounts: labels (三农, T800, 5G), grades (3级), ordinals (附件2), ids (phones).

Words are rows of ``rules/label.tsv``: ``word`` rows begin with the numeral, ``next`` rows stand
right after the number or its unit, ``prev`` rows right before it. Shapes are the patterns here.
"""

from __future__ import annotations

import re

from govdoc.facts.mention import Other
from govdoc.facts.numeral import HAN
from govdoc.facts.unit import trie
from govdoc.model.quantity import Role
from govdoc.rulebook import Row, rows


def _forms(place: str) -> dict[str, Row]:
    return {form: row for row in rows("label") if row.id.startswith(place) for form in row.forms}


_WORDS, _NEXT, _PREV = _forms("word."), _forms("next."), _forms("prev.")
_HOTLINES = frozenset(_forms("hotline"))
_WORD = re.compile(trie(list(_WORDS)))
_AFTER = re.compile(trie(list(_NEXT)))
_AFTER_FIRST = frozenset(form[0] for form in _NEXT)
_BEFORE_LAST = frozenset(form[-1] for form in _PREV)
_BEFORE_LONGEST = max(map(len, _PREV))
_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz@#_&=ΑΒα")
_STANDARDS = re.compile(  # GB/T 9704-2012, DB52/T 1234-2019, HJ 2.2-2018
    r"(?:GB|DB|JGJ|CJJ|JTG|HJ|SL|AQ|GA|TSG|ISO|IEC|[A-Z]{2}/[TZ]|GBZ|CECS|JJG|JB|TD|LY|NY|WS|YY|YD|QX|MH) ?\Z"
)
_STANDARD = re.compile(r"[0-9]+(?:/[TZ])?(?: ?[0-9.]+)?(?:[-—－–][0-9]{2,4})?")
_NAME = re.compile(r"[A-Za-z0-9+._@/#&=?%~-]*")
_SHAPE = re.compile(
    r"""(?P<id>[0-9]{7,}(?:[-—/][0-9]+)*(?!\ ?[0-9.万亿元美欧英日港个件人户吨米%])   # 000014349/2005-00155
          |0[0-9]{2,3}[-—－一)）][0-9]{3,8}(?:[-—][0-9]+)?                            # 0531-51771234
          |0[0-9]{2,}(?![0-9.%万亿年月])
          |[0-9]{2,}(?:[-/][0-9]{3,}){2,}|[0-9]{2,}[-/][0-9]{3,}(?![-0-9.%万亿一-龥])
          |[0-9]+X{2,})  # 50-6392-2020 · 6860XXXX
      | (?P<unknown>[0-9]+[lIOo]+[0-9][0-9lIOo.]*(?=[万亿元个%件户人吨亩家]))          # 3l2.6万元, 4O8万元: OCR slips
      | (?P<label>[0-9.]{1,8}(?:[+＋][0-9A-Za-z]+)+|[0-9 ]{1,60}(?=下一页)                     # 1+6+N · the pages of a web page
          |(?<![至达到为超过])[2-6]G(?![A-Za-z])                                      # 5G、6G
          |[0-9]{1,2}[GSDKCEHJ](?![A-Za-z。，、；）])                                  # 4S店
          |[0-9]+(?![kchdm]?m[23])[A-Za-z]+[0-9]+[A-Za-z0-9]*|[1-9]\.0(?![0-9%万亿个])                 # 2a3b · 2.0版
          |(?:19|20)[0-9]{2}(?=[—]?[^0-9年月，。；、\n%]{2,14}(?:会|赛|节|展|论坛|重大项目|企业500强))  # 2024世界博览会
          |1[0-9]{4}(?=[^0-9，。；\n]{0,10}(?:热线|平台|专线))                         # 12345政务服务热线
          |(?:110|119|120|122|114)(?=报警|接处|指挥|急救|联动|出警|警情|平台)            # 110报警
          |1?[0-9][.·][1-3]?[0-9](?=[国世禁全][^0-9]{1,8}[日节]))                     # 6.26禁毒宣传日
    """,
    re.VERBOSE,
)
_LIST = re.compile(r"(?:[、,，和及至—-][0-9]{1,2}(?![0-9.、．]))*")  # 附件1、2和3
_NOTE = {"（": "）", "［": "］", "[": "]", "〔": "〕", "【": "】"}
_HAN_GRADE = re.compile(
    rf"[{HAN}]{{1,3}}(?:[、至到—-][{HAN}]{{1,3}}){{0,4}}(?:星?级(?!数)|等奖|等功|年级|类(?=[客货补地、区标]))"
)
_HAN_ORDINAL = re.compile(rf"[{HAN}]{{1,4}}(?:届|期|中(?=、|全会)|次(?=、|和|全会|全委|全体|会议|党代|常委))")
_COUNTING = re.compile(r"(?:连续|举办|开办|办|开展|组织|培训|共|出版|编发|刊发|完成|召开|开|了|过|分|每)\Z")  # 举办三期
_SITTING = frozenset("届、和")
_QUOTED_AT_MOST = 16  # a longer quotation is a sentence, whose numbers count
_TITLE_AT_MOST = 60
_NOTE_AT_MOST = 2  # digits of a note or a number in brackets


def lexical(text: str, at: int, end: int) -> Other | None:
    """A fixed expression that begins with the numeral at ``at``: 一站式, 十九大.

    >>> lexical("推行一站式服务", 2, 7)
    Other(start=2, end=5, role=<Role.LABEL: 'label'>, rule='label.word.slogan')
    """
    match = _WORD.match(text, at, end)
    return _other(at, match.end(), _WORDS[match.group()]) if match else None


def _other(start: int, end: int, row: Row) -> Other:
    return Other(start, end, Role(row.value), f"label.{row.id}")


def latin(text: str, low: int, at: int, end: int) -> Other | None:
    """T800, PM2.5, G331, IPv6: digits right after a letter."""
    if at > low and (text[at - 1] in _LETTERS or (text[at - 1] == " " and text[at - 2 : at - 1] in _LETTERS)):
        standard = _STANDARD.match(text, at, end) if _STANDARDS.search(text[max(low, at - 6) : at]) else None
        if standard:
            return Other(at, standard.end(), Role.DOCNO, "label.standard")
        role = Role.ID if text[at - 1] == "@" else Role.LABEL
        if text[at - 1] == " ":
            return None
        return Other(at, _NAME.match(text, at, end).end(), role, "label.latin")  # type: ignore[union-attr]
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


def after(text: str, at: int, stop: int, end: int) -> Other | None:
    """What the word right after says of a number ``text[at:stop]``: 12345热线, 3级."""
    if stop >= end or text[stop] not in _AFTER_FIRST:
        return None
    match = _AFTER.match(text, stop, end)
    return _other(at, match.end(), _NEXT[match.group()]) if match else None


def shape(text: str, at: int, end: int) -> Other | None:
    """Digits whose own form says that they are no amount: 6860XXXX, 1+6+N, 5G, 2.0版."""
    match = _SHAPE.match(text, at, end)
    return Other(at, match.end(), Role(str(match.lastgroup)), f"label.{match.lastgroup}") if match else None


def bare(text: str, low: int, at: int, stop: int) -> Other | None:
    """A number without a unit that is a name by itself: 12345, a note ［1］, 小（2）型."""
    if text[at:stop] in _HOTLINES:
        return Other(at, stop, Role.LABEL, "label.hotline")
    if at > low and stop - at <= _NOTE_AT_MOST and _NOTE.get(text[at - 1]) == text[stop : stop + 1]:
        return Other(at, stop, Role.LABEL, "label.note")
    return None


def chinese(text: str, at: int, end: int) -> Other | None:
    """Grades and ordinals in Chinese numerals: 一等奖, 二年级, 十九届, 一期工程."""
    match = _HAN_GRADE.match(text, at, end)
    if match:
        above = at > 0 and text[at - 1] in "上下各" and text[at] == "一"  # 上一级 names no grade
        return Other(at, match.end(), Role.LABEL if above else Role.GRADE, "label.grade")
    match = _HAN_ORDINAL.match(text, at, end)
    if match is None or _COUNTING.search(text[max(0, at - 3) : at]):
        return None
    if match.group()[-1] == "次" and (at == 0 or text[at - 1] not in _SITTING):
        return None
    return Other(at, match.end(), Role.ORDINAL, "label.ordinal")


def paired(text: str, low: int, at: int, stop: int) -> bool:
    """Whether the numeral is half of a set phrase: 四纵三横, 六链五群."""
    return at - low >= 2 and text[at - 2] in HAN and text[at - 1] not in HAN and stop - at == 1 and text[at - 1] not in "、，。；至到"


def quoted(text: str, at: int, stop: int) -> bool:
    """Whether the number stands in a short quotation or in a 《title》, where it is a name.

    >>> quoted("建设“30分钟生活圈”", 3, 5), quoted("建成30个", 2, 4)
    (True, False)
    """
    opened = text.rfind("“", max(0, at - _QUOTED_AT_MOST), at)
    if opened >= 0 and text.find("”", opened, at) < 0:
        closed = text.find("”", stop, opened + _QUOTED_AT_MOST + 6)
        if closed >= 0:
            return True
    opened = text.rfind("《", max(0, at - _TITLE_AT_MOST), at)
    return opened >= 0 and text.find("》", opened, at) < 0 and text.find("》", stop, stop + _TITLE_AT_MOST) >= 0
