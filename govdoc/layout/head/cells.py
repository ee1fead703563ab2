"""The head of a document cut into cells, each with its role: what stands above the body (版头、标题、主送机关)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from govdoc.layout.element.addressee import is_addressees, is_exclaimed
from govdoc.layout.element.chrome import BULLETS, is_chrome, is_meta_word, meta_end
from govdoc.layout.element.docno import NumberPlace
from govdoc.layout.element.kind import kind_row
from govdoc.layout.element.moment import DAY
from govdoc.layout.element.organ import is_name, is_office, is_officer, is_order, is_organ
from govdoc.layout.element.pieces import Piece, pieces
from govdoc.layout.head.cuts import first_cut, is_front
from govdoc.layout.head.subtitle import COMPLETE, DASHED, SHAPE
from govdoc.layout.part import Cell, Role
from govdoc.text.look import Look
from govdoc.text.normal import Gap, NormalText
from govdoc.text.pattern import pattern

_OPENS_BODY = pattern(  # 为进一步做好防汛工作，…; 2023年，全县…
    "(?:为(?:了|[进深全切认贯])[^，]{2,30}|今年以来|近年来|[12][0-9]{3}年(?:以来|[0-9]{1,2}月)?)，"
)
_TITLE_LINE = 20  # characters; a shorter line of a title may end in a comma
_PROSE = 60  # a title line is shorter than this before its first comma; prose is not
PAPER = re.compile(r"(?:纪要|简报|专报|通讯)$")  # names of papers that have a 版头 of their own
# ——2026年1月8日在…人民代表|大会常务委员会第二次会议上
_SITTING = pattern("[^。，：；（]{2,40}(?:会议|大会|全会|会)上")
_LED = 41  # 1|深化垃圾分类。全县…: a title that its text runs on from ends so early
_BAR = "|"  # between the cells of a page's table
_WORD = 6  # characters; 主题词 are short, and any number of them
_COLUMN = 8  # the name of a site's column is not longer
_NOTHING, _VALUE, _WORDS, _PATH = range(4)  # what a 元数据 label, or the > of 首页 > 统计月报, leads one to expect

LABEL = r"(?:.{0,16}号)?附(?:件|表|录)?[0-9一二三四五六七八九十]{0,3}(?:-[0-9])?[：:.．、]?$"  # 附件1 alone on its line
_SHAPES = (  # the first that matches gives the role; the order is from certain to likely
    (
        Role.HEADING,
        r"[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|第[一1](?:章|编|节|条|部分)|第[一二三四五六七八九十百0-9]{1,5}[章节条]$|[㈠-㈩]",
    ),
    (Role.HEADING, r"[0-9]{1,2}[.．、](?![0-9])|[㈠-㈩①]|一[是要]|目录?$"),
    (Role.LABEL, LABEL),
    (Role.DATE, rf"（?{DAY}）?$"),
    (Role.SUBTITLE, f"(?x:{SHAPE})|{DASHED}"),
    (Role.ADOPTION, rf"（?(?:根据)?{DAY}.{{0,120}}?(?:通过|批准|公布|发布|施行|修正|修订|修改|颁布)[）】]?(?:根据)?$"),
    (Role.SENTENCE, r".{2,40}(?<!工)作(?:了|题为.{2,20}的)?(?:政府)?工作报告$"),  # under a photograph
    (Role.SENTENCE, r"[·•●▲■◆★○◎]"),
    (Role.SECURITY, r"(?:绝密|机密|秘密)(?:[★☆].{0,8})?$"),
    (Role.URGENCY, r"(?:特急|加急|平急|特提|紧急|急件)$"),
    (Role.COPY, r"(?:№|No\.?)?[0-9]{6,7}$"),
    (Role.SIGNER, r"签发人?："),
)
_SHAPE = pattern("|".join(f"({shape})" for _, shape in _SHAPES))


def cells(normal: NormalText, lo: int, hi: int, numbers: Sequence[NumberPlace]) -> Iterator[Cell]:
    """The cells of a range, in order; the caller stops at the body.

    >>> from govdoc.text.normalise import normalise
    >>> n = normalise("清溪县财政局关于报送材料的函县审计局：请报送。")
    >>> [(c.role.value, c.text) for c in cells(n, 0, len(n.text), ())]
    [('free', '清溪县财政局关于报送材料的函'), ('addressees', '县审计局：'), ('sentence', '请报送。')]
    """
    before, expects, titled = Role.FREE, _NOTHING, False
    for piece, below in _with_next(_split(normal, lo, hi, numbers)):
        if piece.text == _BAR and expects:  # 组配分类 | 计划总结: between a label and its value
            yield Cell(*piece[:4], Role.CHROME, None)
            continue
        look = normal.look(piece.start)
        role = (
            _after(before, expects, piece, below)
            or _listed(piece, below)
            or _tabled(piece, below)
            or _role(piece, numbers)
        )
        if role is Role.FREE and below and _is_number(below, numbers) and is_order(piece.text):
            role = Role.MARK  # 清溪市人民政府令 over 第67号
        if role is Role.FREE and below and _is_told(piece, below):
            role = Role.ADDRESSEES
        if role is Role.ADDRESSEES and below and _is_signed(piece, below):
            role = Role.SENTENCE
        if role is Role.FREE and piece.text[0] == "1" and piece.opens_line and below and _is_first(piece, below):
            role = Role.HEADING
        if look and role is Role.FREE:
            role = _shown(piece, look, titled=titled)
            titled = titled or (role is Role.FREE and look.centred)
        expects = _expected(piece.text, expects, role)
        before = Role.FREE if role is Role.SUBTITLE and COMPLETE.search(piece.text) else role
        yield Cell(*piece[:4], role, look)


def _expected(meta: str, before: int, role: Role) -> int:
    """What a cell leads one to expect: a label of 元数据 its value, 主题词 any number of words, > a column of the site."""
    if role is not Role.META:
        return _PATH if role is Role.CHROME and meta[-1] in ">＞»" else _NOTHING
    if meta_end(meta) == len(meta) or is_meta_word(meta):
        return _WORDS if "主题词" in meta else _VALUE
    return before if before == _WORDS else _NOTHING


def _with_next(found: Iterator[Piece]) -> Iterator[tuple[Piece, Piece | None]]:
    """Each piece and the one below it."""
    before = next(found, None)
    while before:
        below = next(found, None)
        yield before, below
        before = below


def _is_told(piece: Piece, below: Piece) -> bool:
    """Whether an organ alone on its line is whom the body speaks to, without its colon: 清溪县林业局|你单位《…请示》收悉."""
    return below.text[0] == "你" and below.gap > 0 and piece.gap > 0 and is_organ(piece.text)


def _is_signed(piece: Piece, below: Piece) -> bool:
    """Whether an office is that of the name behind its colon, which signs and is spoken to by nobody: 市长：|周 怀 远."""
    return not below.opens_line and is_name(below.text) and is_office(piece.text[:-1])


def _is_first(piece: Piece, below: Piece) -> bool:
    """Whether the dotted numbers begin here: 1 总则, or 1总则 over 1.1编制目的; or those alone on their lines."""
    if piece.text == "1":
        return not below.opens_line or "。" in below.text[:_LED]
    return below.opens_line and below.text.startswith("1.1") and "一" <= piece.text[1] <= "龥"


def _after(before: Role, expects: int, piece: Piece, below: Piece | None) -> Role | None:
    """The role that the cell before gives: a label's value, a subtitle's second half, a 签发人's name."""
    if expects == _PATH:
        parted = (
            below is not None and below.text[0] in ">＞" and below.gap < Gap.LINE
        )  # 首页 >|清溪县教育局信息公开|> 信息浏览
        return Role.CHROME if piece.gap < Gap.LINE and (parted or len(piece.text) <= _COLUMN) else None
    if expects and piece.gap < Gap.BLANK and _is_value(piece.text, expects):
        return Role.META
    if piece.gap >= Gap.LINE:
        return Role.SUBTITLE if before is Role.SUBTITLE and _SITTING.fullmatch(piece.text) else None
    if before is Role.SUBTITLE and not _is_sentence(piece.text) and not is_chrome(piece.text):
        return Role.SUBTITLE
    if before is Role.SIGNER and (is_name(piece.text) or len(piece.text) == 1):
        return Role.SIGNER
    return None


def _shown(piece: Piece, look: Look, *, titled: bool) -> Role:
    """What a line is by its look: a red name is a 发文机关标志, a styled line under the centred title a heading."""
    if look.red and (is_organ(piece.text) or PAPER.search(piece.text)):
        return Role.MARK
    styled = titled and look.level and not look.centred and piece.opens_line
    return Role.HEADING if styled and not kind_row(piece.text) and not is_organ(piece.text) else Role.FREE


def _listed(piece: Piece, below: Piece | None) -> Role | None:
    """A bullet alone before a label of the page belongs to the page: •|索引号：."""
    if piece.text not in BULLETS or not below or below.gap >= Gap.LINE:
        return None
    return Role.CHROME if meta_end(below.text) or is_chrome(below.text) else None


def _tabled(piece: Piece, below: Piece | None) -> Role | None:
    """A label of the page's table, told by the bar behind it: 组配分类 | 计划总结."""
    return Role.META if below and below.text == _BAR and is_meta_word(piece.text) else None


def _is_value(text: str, expects: int) -> bool:
    """Whether a piece behind a label is its value; behind 主题词 a title may follow at once."""
    if text[-1] == "：" or meta_end(text):
        return False
    return expects == _VALUE or not (len(text) > _WORD or is_organ(text))


def _role(piece: Piece, numbers: Sequence[NumberPlace]) -> Role:
    """The role of a piece by itself."""
    text = piece.text
    shape = _SHAPE.match(text)
    if shape and shape.lastindex:
        return _SHAPES[shape.lastindex - 1][0]
    if _is_number(piece, numbers):
        return Role.NUMBER
    if text.endswith("文件") and (text == "文件" or is_organ(text[:-2])) and not is_chrome(text):
        return Role.MARK
    if meta_end(text):
        return Role.META
    if (text[-1] == "：" and is_addressees(text[:-1])) or is_exclaimed(text):
        return Role.ADDRESSEES
    if is_chrome(text):
        return Role.CHROME
    if _is_sentence(text):
        return Role.SENTENCE
    return Role.SPEAKER if is_officer(text) and not is_organ(text) else Role.FREE


def _is_sentence(text: str) -> bool:
    """Prose: a full stop, a colon that no salutation has, or commas in a line too long for a title."""
    if text[-1] in "；！：" or "。" in text or (text[-1] == "，" and len(text) > _TITLE_LINE):
        return True
    if _OPENS_BODY.match(text):
        return True
    comma = text.find("，")
    return not kind_row(text) and len(text) > (_PROSE if comma >= 0 else 2 * _PROSE)


def _is_number(piece: Piece, numbers: Sequence[NumberPlace]) -> bool:
    """Whether a piece is a 发文字号, with or without （）, or the last part of one."""
    at = bisect_left(numbers, piece.start, key=lambda n: n.end)
    return at < len(numbers) and numbers[at].start <= piece.start + 1 and piece.end - 1 <= numbers[at].end <= piece.end


def _split(normal: NormalText, lo: int, hi: int, numbers: Sequence[NumberPlace]) -> Iterator[Piece]:
    """The pieces of a range, cut where they hold several things."""
    mark, front = "", True
    for whole in pieces(normal, lo, hi):
        piece, cut = whole, 0
        while cut < whole.end:
            cut = first_cut(piece, mark, numbers, front)
            left = normal.text[piece.start : cut]
            yield Piece(piece.start, cut, piece.gap, left)
            mark = left[:-2] if left.endswith("文件") else mark
            front = front and is_front(left)
            piece = Piece(cut, whole.end, 0, normal.text[cut : whole.end])
