"""The head of a document cut into cells, each with its role: what stands above the body (版头、标题、主送机关).

Pieces that hold several things at once (…的通知国发〔2019〕4号, …的函县财政局：近日) are cut where
the evidence is: at a 发文字号, behind a 文种 word, behind a salutation, before ——.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import cache
from typing import NamedTuple

from govdoc.layout.addressee import SPEECH, is_addressees
from govdoc.layout.chrome import buttons_end, is_chrome, meta_end, meta_places
from govdoc.layout.docno import NumberPlace
from govdoc.layout.kind import kind_row, kind_words, list_words
from govdoc.layout.moment import DAY
from govdoc.layout.organ import is_name, is_officer, is_organ, suffixes
from govdoc.layout.pieces import Piece, pieces
from govdoc.text.normal import Gap, NormalText


class Role(Enum):
    """What a cell is."""

    FREE = "free"
    CHROME = "chrome"
    META = "meta"
    NUMBER = "number"
    MARK = "mark"
    SIGNER = "signer"
    SECURITY = "security"
    URGENCY = "urgency"
    COPY = "copy"
    SUBTITLE = "subtitle"
    ADOPTION = "adoption"
    SPEAKER = "speaker"
    DATE = "date"
    LABEL = "label"
    ADDRESSEES = "addressees"
    HEADING = "heading"
    SENTENCE = "sentence"


class Cell(NamedTuple):
    """A part of the head: ``text[start:end]``, the gap before it, its characters and role."""

    start: int
    end: int
    gap: int
    text: str
    role: Role


HEADING = re.compile(
    r"[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|第[一1](?:章|编|节|条|部分)|[0-9]{1,2}[.．、](?![0-9])|一[是要]"
)
_DATE = re.compile(r"（?(?:[12][0-9]{3}|[一二][〇○零一二三四五六七八九]{3})年[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日）?$")
_SUBTITLE = re.compile(
    r"(?:（|—{1,2}|-{1,4}|－{1,2}|―{1,2})?(?P<date>[12][0-9]{3}年[0-9]{1,2}月[0-9]{1,2}日)[^。；，：]{0,20}?在[^。；，：]{2,60}(?:会议|大会|全会|会上)上?"
    r"(?:的(?:讲话|报告|政府工作报告|致辞|发言))?）?"
)
_HELD = re.compile(r"(?:上|讲话|报告|致辞|发言|）)$")  # a subtitle that is complete
_CAPTION = re.compile(r".{2,40}(?<!工)作(?:了|题为.{2,20}的)?(?:政府)?工作报告$")  # 王清作政府工作报告: under a photograph
_BULLET = re.compile(r"[·•●▲■◆★○◎]")
_DASH = re.compile(r"—{2}|-{2,4}|—(?=[12][0-9]{3}年)")
_ADOPTION = re.compile(
    r"（?(?:根据)?[12][0-9]{3}年[0-9]{1,2}月[0-9]{1,2}日.{0,120}?(?:通过|批准|公布|发布|施行|修正|修订|修改|颁布)[）】]?(?:根据)?$"
)
_LABEL = re.compile(r"(?:.{0,16}号)?附(?:件|表|录)?[0-9一二三四五六七八九十]{0,3}(?:-[0-9])?[：:.．、]?$")
_GLUED_LABEL = re.compile(r"(?:[一-龥]{0,8}〔[0-9]{4}〕[0-9]{1,4}号)?附(?:件|表|录)(?:[0-9](?=[12][0-9]{3}年)|[0-9]{0,2}+|[一二三四五六七八九十]{1,2}(?=[：:.．、]))[：:.．、]?(?=[一-龥“《]|[12][0-9]{3}年)")
_DAY = re.compile(DAY)
_ADOPTED = re.compile(rf"[（自]{{0,2}}{DAY}[^（）]{{0,200}}?(?:通过|批准|公布|发布|修正|修订|施行)）")
_WORD = 6  # characters; 主题词 are short, and any number of them
_LOOK = 420  # what is glued to a title, mark or salutation begins within the longest salutation
_GLUE = 10  # no title is glued to anything in fewer characters
_WEB = re.compile(r"(?:[^：]{0,30}原文链接：|[^：]{0,12})https?：//[!-~]+|新华社[一-龥]{0,8}[0-9年月日]{2,12}电")
_URGENT = re.compile(r"(?:特急|加急|平急|特提)$")
_ORDER = re.compile(r"[一-龥]{2,20}令(?=第[0-9一二三四五六七八九十百〇零]{1,5}号)")  # a title over its number
_CHAPTER = re.compile(r"(?<=[过布准正订改行）])(?=目?录?第一[章条])")
_VIEWS = re.compile(r"(?:浏览次数|点击数|阅读|访问量|浏览)：?[0-9]+次?")
_BUTTONS = re.compile(r"(?:有效)?(?:下载|打印|收藏|关闭|大?中小|】)+(?=[一-龥]{3,30}关于)")
_RULE = re.compile(r"[—_－―-]{6,}")
_FRONT = re.compile(
    r"(?P<copy>[0-9]{6}(?![0-9年]))?(?P<security>(?:绝密|机密|秘密)(?:★(?:[0-9一二三四五六七八九十]{1,2}(?:年|个月)|长期)?)?)?"
    r"(?P<urgency>(?:特急|加急|平急|特提)(?=[一-龥]))?"
)
_SECURITY = re.compile(r"(?:绝密|机密|秘密)(?:[★☆].{0,8})?$")
_URGENCY = re.compile(r"(?:特急|加急|平急|特提|紧急|急件)$")
_COPY = re.compile(r"(?:№|No\.?)?[0-9]{6,7}$")
_SIGNER = re.compile(r"签发人?：")
_END = "。！？；"
_PROSE = 60  # a title line is shorter than this before its first comma; prose is not


def cells(normal: NormalText, lo: int, hi: int, numbers: Sequence[NumberPlace]) -> Iterator[Cell]:
    """The cells of a range, in order; the caller stops at the body."""
    value = words = signer = held = False
    for piece in _split_all(normal, lo, hi, numbers):
        if value and piece.gap < Gap.BLANK and not meta_end(piece.text) and not (words and _is_title(piece)):
            value = words
            if piece.text[-1:] != "：":
                yield Cell(*piece[:4], Role.META)
                continue
        if held and piece.gap < Gap.LINE and _role(piece, numbers) is Role.FREE:
            yield Cell(*piece[:4], Role.SUBTITLE)
            continue
        if signer and piece.gap < Gap.LINE and (is_name(piece.text) or len(piece.text) == 1):
            yield Cell(*piece[:4], Role.SIGNER)
            continue
        role = _role(piece, numbers)
        signer = role is Role.SIGNER
        held = role is Role.SUBTITLE and not _HELD.search(piece.text)
        value = role is Role.META and meta_end(piece.text) == len(piece.text)
        words = value and "主题词" in piece.text
        yield Cell(*piece[:4], role)


def _is_title(piece: Piece) -> bool:
    """Whether a piece behind 主题词： is no keyword but the title below the table."""
    return len(piece.text) > _WORD or is_organ(piece.text)


def _role(piece: Piece, numbers: Sequence[NumberPlace]) -> Role:
    """The role of a piece by itself: the first test that holds, most certain first."""
    text = piece.text
    for role, pattern in _SHAPES:
        if pattern.match(text):
            return role
    if _number_at(piece, numbers):
        return Role.NUMBER
    if text.endswith("文件") and (text == "文件" or is_organ(text[:-2])):
        return Role.MARK
    if meta_end(text):
        return Role.META
    if text[-1:] == "：" and is_addressees(text[:-1]):
        return Role.ADDRESSEES
    if is_chrome(text):
        return Role.CHROME
    if _is_sentence(text):
        return Role.SENTENCE
    return Role.SPEAKER if is_officer(text) and not is_organ(text) else Role.FREE


_SHAPES = (
    (Role.HEADING, HEADING),
    (Role.HEADING, re.compile("目录$")),
    (Role.LABEL, _LABEL),
    (Role.DATE, _DATE),
    (Role.SUBTITLE, _SUBTITLE),
    (Role.SUBTITLE, re.compile(r"[—－―-]{1,4}[12][0-9]{3}年")),
    (Role.ADOPTION, _ADOPTION),
    (Role.SENTENCE, _CAPTION),
    (Role.SENTENCE, _BULLET),
    (Role.SECURITY, _SECURITY),
    (Role.URGENCY, _URGENCY),
    (Role.COPY, _COPY),
    (Role.SIGNER, _SIGNER),
)


def _is_sentence(text: str) -> bool:
    if text[-1] in "。；！" or "。" in text:
        return True
    if text[-1] == "：":
        return True
    if kind_row(text):
        return False
    comma = text.find("，")
    return len(text) > 2 * _PROSE or (comma >= 0 and len(text) > _PROSE)


def _number_at(piece: Piece, numbers: Sequence[NumberPlace]) -> bool:
    at = bisect_left(numbers, piece.start, key=lambda n: n.end)
    return at < len(numbers) and numbers[at].start <= piece.start + 1 and piece.end - 1 <= numbers[at].end <= piece.end


def _split_all(normal: NormalText, lo: int, hi: int, numbers: Sequence[NumberPlace]) -> Iterator[Piece]:
    mark, front = "", True
    for piece in pieces(normal, lo, hi):
        while True:
            cut = _cut(piece, mark, numbers, front)
            left = normal.text[piece.start : cut]
            mark = left[:-2] if left.endswith("文件") else mark
            front = front and bool(_FRONT.fullmatch(left))
            yield Piece(piece.start, cut, piece.gap, left)
            if cut >= piece.end:
                break
            piece = Piece(cut, piece.end, 0, normal.text[cut : piece.end])


def _cut(piece: Piece, mark: str, numbers: Sequence[NumberPlace], first: bool) -> int:
    """The first place where a piece has to be cut; its end when there is none."""
    piece = piece if len(piece.text) <= _LOOK else piece._replace(text=piece.text[:_LOOK])
    own = piece.text.find(mark, 1) if mark else -1
    cuts = [
        piece.start + own if own > 0 and piece.text.startswith("关于", own + len(mark)) else piece.end,
        *_front_cuts(piece, first),
        *_label_cut(piece),
        *_number_cuts(piece, numbers),
        *_meta_cuts(piece),
        *_colon_cuts(piece),
        *_dash_cuts(piece),
        *_glue_cuts(piece),
    ]
    return min((c for c in cuts if piece.start < c < piece.end), default=piece.end)


def _label_cut(piece: Piece) -> list[int]:
    """Behind 附件1 that its title is glued to."""
    match = _GLUED_LABEL.match(piece.text)
    return [piece.start + match.end()] if match else []


def _meta_cuts(piece: Piece) -> list[int]:
    """Around every label of a 元数据 table that came as one run: 发文机关：|清溪县人民政府|成文日期：|…"""
    return [piece.start + at for at in meta_places(piece.text)]


def _number_cuts(piece: Piece, numbers: Sequence[NumberPlace]) -> list[int]:
    """Around a 发文字号 that is not cited: nothing but a title, mark or label stands before it."""
    at = bisect_left(numbers, piece.start, key=lambda n: n.start)
    if at and numbers[at - 1].start < piece.start < numbers[at - 1].end < piece.end:
        return [numbers[at - 1].end]
    if at == len(numbers) or numbers[at].end > piece.end:
        return []
    before = piece.text[: numbers[at].start - piece.start]
    bare = _URGENT.sub("", before.rstrip("（"))
    if bare and not (kind_row(bare) or bare.endswith("文件") or is_organ(bare) or meta_end(bare) == len(bare)):
        return []
    opened = before.endswith("（")
    if opened and bare and not bare.endswith(("令", "公告", "通告")):
        return []
    end = numbers[at].end
    text_after = piece.text[end - piece.start :]
    order = _ORDER.match(piece.text) if not before and piece.start == numbers[at].start else None
    if order and not text_after.startswith(("公布", "发布", "修订")):
        return [piece.start + order.end(), end]
    start = numbers[at].start - opened
    closed = piece.text[end - piece.start : end - piece.start + 1] == "）"
    return [piece.start + len(bare), start, end + closed]


def _colon_cuts(piece: Piece) -> list[int]:
    """Before and behind a salutation: …的函|县财政局：|近日…"""
    colon = piece.text.find("：")
    if colon < 0 or colon > 400:
        return []
    speech = SPEECH.search(piece.text, 0, 400)
    if speech:
        return [piece.start + at for at in speech.span()]
    left = piece.text[:colon]
    meta = meta_end(piece.text)
    if meta:
        last = piece.text.find("：", meta)
        return [piece.start + meta, piece.start + last + 1] if is_addressees(piece.text[meta:last]) else []
    if is_addressees(left):
        split = _title_then(left)
        if split and (left.startswith(_GENERAL, split) or left[0] == "的"):
            return [piece.start + split, piece.start + colon + 1]
        return [piece.start + colon + 1]
    split = _title_then(left)
    return [piece.start + split, piece.start + colon + 1] if split else []


_NOT_END = ("的", "》", "”", "、", "）", "")
_GENERAL = ("各", "全体", "广大", "尊敬", "有关", "省直", "市直", "县直", "区直")


def _title_then(left: str) -> int:
    """Where the title in front of a salutation ends; 0 when there is none. 的通知 is a surer end than 通知."""
    ends = [
        match
        for match in list_words().finditer(left)
        if (match.end() >= 4 or left[0] == "的") and left[match.end() : match.end() + 1] not in _NOT_END and is_addressees(left[match.end() :])
    ]
    sure = [m for m in ends if left[m.start() - 1] == "的"]
    return (sure or ends)[-1].end() if ends else 0


def _dash_cuts(piece: Piece) -> list[int]:
    """Before ——2026年…会议上 and behind it; the same for （2023年…会议上）."""
    match = _DASH.search(piece.text, 0, 60)
    start = match.start() if match else 0
    cuts = [piece.start + start] if start and kind_row(piece.text[:start]) else []
    subtitle = _SUBTITLE.search(piece.text, start, 200)
    if subtitle and (match or subtitle.start() == 0 or _ends_before(piece.text[: subtitle.start()])):
        cuts += [piece.start + subtitle.start(), piece.start + subtitle.end()]
    return cuts


def _ends_before(left: str) -> bool:
    """Whether a title or a page's label stands before a subtitle."""
    return kind_row(left) is not None or is_chrome(left)


def _glue_cuts(piece: Piece) -> list[int]:
    """Behind a title that runs straight into the body: …的意见|为贯彻落实, …条例|第一章, …公报|清溪县统计局|2024年3月28日|."""
    if len(piece.text) < _GLUE:
        return []
    match = _glued().match(piece.text)
    if not match or match["title"].count("《") != match["title"].count("》"):
        return _dated_cuts(piece)
    return [piece.start + match.end(), *_dated_cuts(piece)]


def _dated_cuts(piece: Piece) -> list[int]:
    """Around organs and a date that are glued under a title."""
    date = _DAY.search(piece.text, 0, 160)
    if not date:
        return []
    left = piece.text[: date.start()].rstrip("（")
    if is_organ(left) and date.end() == len(piece.text):
        return [piece.start + date.start()]
    for match in list_words().finditer(left):
        rest = left[match.end() :]
        if match.end() >= 6 and (not rest or is_organ(rest)):
            bracket = piece.text[len(left) : date.start()] != ""
            closed = piece.text[date.end() : date.end() + 1] == "）"
            ends = [] if bracket and not closed else [piece.start + date.end() + closed]
            return [piece.start + match.end(), piece.start + len(left), *ends]
    return []


def _front_cuts(piece: Piece, first: bool) -> list[int]:
    """Behind 份号, 密级 and 紧急程度 that the rest is glued to, and behind …会议纪要 glued to the title."""
    cuts = []
    if first and (match := _FRONT.match(piece.text)):
        cuts += [piece.start + end for _, end in map(match.span, ("copy", "security", "urgency")) if end > 0]
    for pattern in (_paper(), _ADOPTED, _VIEWS, _BUTTONS, _WEB):
        if match := pattern.match(piece.text):
            cuts.append(piece.start + match.end())
    if end := buttons_end(piece.text):
        cuts.append(piece.start + end)
    if twice := _twice(piece.text):
        cuts.append(piece.start + twice)
    if match := _issued().match(piece.text):
        cuts.append(piece.start + match.end())
    if match := _CHAPTER.search(piece.text, 0, 400):
        cuts.append(piece.start + match.start())
    rule = _RULE.search(piece.text, 0, 120)
    return [*cuts, *(piece.start + at for at in rule.span())] if rule else cuts


@cache
def _paper() -> re.Pattern[str]:
    return re.compile(rf"[一-龥]{{2,20}}(?:纪要|文件)(?=[一-龥]{{4,30}}(?:{suffixes()})关于)")


def _twice(text: str) -> int:
    """Where the second printing of a title begins: …的通知|…的通知; 0 when it is printed once."""
    for match in list_words().finditer(text, 4, 160):
        if text.startswith(text[: match.end()], match.end()):
            return match.end()
    return 0


@cache
def _issued() -> re.Pattern[str]:
    return re.compile(rf"[^，。；：]{{4,60}}?(?:(?:公报|年度报告)(?=[一-龥]{{2,20}}(?:{suffixes()})$)|(?:办法|条例|规定|细则)(?=[一-龥]{{2,16}}人民政府令))")


@cache
def _glued() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<title>[^，。；：！？\n]{{4,110}}?(?:{kind_words()})(?:（[^（）]{{1,30}}）)?)"
        r"(?=为[了进认切深全贯加推规充]|根据《|依据|按照|近年来|近日|近期|当前|本[报通方办规意条公决年]|目录第一|第一[章条]|一、|现将|现就"
        r"|（?[12][0-9]{3}年[0-9]{1,2}月[0-9]{1,2}日|[12][0-9]{3}年(?:，|以来|是|第[一二三四]季度)|—{2}|-{2}|(?:来源|作者|发布时间|时间)：)"
    )

