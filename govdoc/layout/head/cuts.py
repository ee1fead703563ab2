"""Where a piece of the head holds several things at once, and what says so (无换行、无空格文本).

…的通知|清府办发〔2019〕4号 · …的函|县财政局：|近日 · 政府工作报告|——2016年…会议上|县长 · …条例|第一章.
Each function gives places inside the piece's text; :func:`first_cut` takes the first of them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from govdoc.layout.element.addressee import SPEECH, is_addressees
from govdoc.layout.element.chrome import BULLETS, buttons_end, is_chrome, meta_end, meta_places
from govdoc.layout.element.docno import NumberPlace
from govdoc.layout.element.kind import kind_row, list_words
from govdoc.layout.element.moment import DAY
from govdoc.layout.element.organ import NUMBERED, is_organ, signs
from govdoc.layout.element.pieces import Piece
from govdoc.layout.head.glued import TITLE, title_end
from govdoc.layout.head.signer import signer_end
from govdoc.layout.head.subtitle import DASH, SUBTITLE
from govdoc.text.pattern import pattern

_LOOK = 420  # what is glued to a title, mark or salutation begins within the longest salutation

_LABEL = pattern(
    r"""
    (?:[一-龥]{0,8}〔[0-9]{4}〕[0-9]{1,4}号)?                 # 清府〔2023〕9号附件1
    附(?:件|表|录)
    (?: [0-9](?=[12][0-9]{3}年)                              # 附件1|2023年…: the 1 alone is the number
      | [0-9]{0,2}+
      | [一二三四五六七八九十]{1,2}(?=[：:.．、]) )               # 附件三级…: 三 belongs to the title
    [：:.．、]? (?=[一-龥“《]|[12][0-9]{3}年)
    | 附[0-9]{1,2}[：:] (?=[一-龥“《])                        # 附1：|水库名单
    """,
    re.VERBOSE,
)
_FRONT = pattern(
    r"""
    (?P<copy>[0-9]{6}(?![0-9年]))?                                             # 000128
    (?P<security>(?:绝密|机密|秘密)(?:★(?:[0-9一二三四五六七八九十]{1,2}(?:年|个月)|长期)?)?)?   # 秘密★1年
    (?P<urgency>(?:特急|加急|平急|特提)(?=[一-龥]))?                               # 加急
    """,
    re.VERBOSE,
)
_DATED = pattern(rf"（{DAY}")  # （1985年5月4日|清政〔1985〕38号）
_BRACKETED = pattern(rf"（{DAY}）")
_URGENT = pattern(r"(?:特急|加急|平急|特提)$")
# a title over its number
_ORDER = pattern(r"[一-龥]{2,20}令(?=第[0-9一二三四五六七八九十百〇零]{1,5}号(?!公布|发布|修订))")
_WEB = pattern(
    r"(?:[^：]{0,30}原文链接：|[^：]{0,12})https?：//[!-~]+"  # the address of the page
    r"|新华社[一-龥]{0,8}[0-9年月日]{2,12}电"  # a dateline
    r"|(?:浏览次数|点击数|阅读|访问量|浏览)：?[0-9]+次?"  # a counter
    r"|(?:有效)?(?:下载|打印|收藏|关闭|大?中小|】)+(?=[一-龥]{3,30}关于)"  # buttons
)
_RULE = pattern(r"[—_－―-]{6,}")
_BODY = pattern(r"）(?:为[了进切深全贯加推规]|根据|按照|近年来|现将|现就)")  # what a body begins with
_PASSED_ON = pattern(r"转发|批转|^(?:根据|按照|依据|为)")
_NOT_END = ("的", "》", "”", "、", "）", "")
_GENERAL = ("各", "全体", "广大", "尊敬", "有关", "省直", "市直", "县直", "区直")


def first_cut(piece: Piece, mark: str, numbers: Sequence[NumberPlace], front: bool) -> int:
    """The first place where a piece has to be cut, in text coordinates; its end when there is none.

    ``mark`` is the organ of an 发文机关标志 above, ``front`` says that nothing but 份号, 密级 and
    紧急程度 stood before.
    """
    text = piece.text[:_LOOK]
    cuts = [
        *(_front(text) if front else ()),
        *_page(text),
        *_label(text),
        *_day(text),
        *_number(piece, text, numbers),
        *_signer(piece, text, numbers),
        *meta_places(text),
        *_salutation(text),
        *_subtitle(text),
        *title_end(text),
        *_own_title(text, mark),
    ]
    least = min((at for at in cuts if 0 < at < len(text)), default=0)
    return piece.start + least if least else piece.end


def is_front(text: str) -> bool:
    """Whether a piece is 份号, 密级 or 紧急程度."""
    return bool(_FRONT.fullmatch(text))


def _front(text: str) -> Iterator[int]:
    """Behind 份号, 密级 and 紧急程度: 000128|秘密★1年|加急|中共清溪县委."""
    match = _FRONT.match(text)
    if match:
        yield from (match.end(name) for name in ("copy", "security", "urgency"))


def _page(text: str) -> Iterator[int]:
    """Behind buttons, counters and addresses of a page, around a ruled line."""
    match = _WEB.match(text)
    if match:
        yield match.end()
    yield buttons_end(text)
    if text[0] == "|":
        yield len(text) - len(text.lstrip("|"))
    if text[0] in BULLETS and meta_end(text[1:]):
        yield 1
    rule = _RULE.search(text, 0, TITLE)
    if rule:
        yield from rule.span()


def _label(text: str) -> Iterator[int]:
    """Behind 附件1 that its title is glued to."""
    match = _LABEL.match(text)
    if match:
        yield match.end()


def _own_title(text: str, mark: str) -> Iterator[int]:
    """Before the organ of the 发文机关标志 where it begins the title: 签发人：谢文涛|清溪县人民政府关于…"""
    at = text.find(mark, 1) if mark else -1
    if at > 0 and text.startswith("关于", at + len(mark)):
        yield at


def _number(piece: Piece, text: str, numbers: Sequence[NumberPlace]) -> tuple[int, ...]:
    """Around a 发文字号 that is not cited: nothing but a title, mark or label stands before it."""
    at = bisect_left(numbers, piece.start, key=lambda n: n.start)
    if at and numbers[at - 1].start < piece.start < numbers[at - 1].end:
        return (numbers[at - 1].end - piece.start,)
    if at == len(numbers) or numbers[at].end > piece.end:
        return ()
    start, end = numbers[at].start - piece.start, numbers[at].end - piece.start
    before = text[:start]
    bare = _URGENT.sub("", before.rstrip("（"))
    own = (
        kind_row(bare)
        or bare.endswith("文件")
        or is_organ(bare)
        or meta_end(bare) == len(bare)
        or _DATED.fullmatch(bare)
    )
    if bare and not own:
        return ()
    opened = before.endswith("（")
    if opened and bare and not (bare.endswith(NUMBERED) or _is_own(bare, text[end:])):
        return ()
    order = _ORDER.match(text) if not before else None
    return (len(bare), start - opened, order.end() if order else 0, end + text.startswith("）", end))


def _day(text: str) -> Iterator[int]:
    """Behind the day of a speech: （2005年9月9日）|同志们：."""
    match = _BRACKETED.match(text)
    if match:
        yield match.end()


def _signer(piece: Piece, text: str, numbers: Sequence[NumberPlace]) -> Iterator[int]:
    """Behind 签发人：谢文涛 that its title is glued to; the 发文字号 before it tells how the organ begins."""
    if text.startswith("签发"):
        at = bisect_left(numbers, piece.start, key=lambda n: n.start)
        yield signer_end(text, (numbers[at - 1].organ_code or "") if at else "")


def _is_own(title: str, behind: str) -> bool:
    """Whether the number in brackets that ends a title is the document's: …的通报（清农办〔2019〕6号）, not that of what it 转发."""
    begins = behind == "）" or _BODY.match(behind) or is_addressees(behind[1:].partition("：")[0])
    return bool(begins) and kind_row(title) is not None and not _PASSED_ON.search(title)


def _salutation(text: str) -> tuple[int, ...]:
    """Before and behind a salutation: …的函|县财政局：|近日…"""
    colon = text.find("：")
    if colon < 0 or signs(text):
        return ()
    speech = SPEECH.search(text)
    if speech:
        return speech.span()
    meta = meta_end(text)
    if meta:
        last = text.find("：", meta)
        return (meta, last + 1) if is_addressees(text[meta:last]) else ()
    left = text[:colon]
    split, sure = _title_then(left)
    if not is_addressees(left):
        return (split, colon + 1) if split else ()
    return (split if sure or left.startswith(_GENERAL, split) else 0, colon + 1)


def _title_then(left: str) -> tuple[int, bool]:
    """Where the title in front of a salutation ends, and whether it ends in 的通知, which no addressee does."""
    ends = [m for m in list_words().finditer(left) if _can_end(left, m.end())]
    sure = [m for m in ends if "的" in (left[m.start() - 1], left[0])]
    return ((sure or ends)[-1].end() if ends else 0), bool(sure)


def _can_end(left: str, end: int) -> bool:
    """Whether a title could end here and a salutation begin."""
    return (end >= 4 or left[0] == "的") and left[end : end + 1] not in _NOT_END and is_addressees(left[end:])


def _subtitle(text: str) -> Iterator[int]:
    """Before ——2026年…会议上 and behind it; the same for （2023年…会议上）."""
    dash = DASH.search(text, 0, TITLE)
    start = dash.start() if dash else 0
    if start and kind_row(text[:start]):
        yield start
    match = SUBTITLE.search(text, start, 2 * TITLE) if "在" in text else None
    if match and (dash or match.start() == 0 or kind_row(text[: match.start()]) or is_chrome(text[: match.start()])):
        yield from match.span()
