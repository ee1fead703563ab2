"""What a web page or converter puts around the document: buttons, 来源：, 索引号 tables (chrome.tsv)."""

from __future__ import annotations

import re
from functools import cache

from govdoc.rulebook import forms_of
from govdoc.text.lexicon import any_of
from govdoc.text.pattern import pattern

_WEB = pattern(
    r"[\W_]*$|https?：|www\.|(?:19|20)[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}|[0-9]{2}-[0-9]{2}$|[0-9]{1,2}[:：][0-9]{2}(?:[:：][0-9]{2})?$"
    r"|新华社.{2,24}[电讯]$|《[^《》]{2,12}》[0-9年月日，]{0,12}第[0-9]{1,2}版$|CLI\.|HYPERLINK|[0-9]{6,}$|[-—－―]{1,2}[0-9]{1,3}[-—－―]{1,2}$|.*(?:公网安备|ICP备)|版权所有|相关(?:报道|链接|文章|阅读|稿件|解读)|(?:[【〔\[][^】〕\]]{1,8}[】〕\]])+$|第?[0-9]{1,3}页$"
    r"|[您你]?(?:(?:现在|当前|目前|所在|所处)的?){1,2}位置：|次?(?:字体|字号)：\[?$|扫一扫.{0,16}$"
    r"|[一-龥]{2,14}[0-9年]{0,5}[0-9]{1,2}月[0-9]{1,2}日[讯电]$"  # 清溪在线3月8日讯
    r"|[^。：]{0,14}https?：//[!-~]+$"  # 乡镇工作报告，http：//www.…
    r"|(?:网站|本站)?首页[>＞»/|]|(?i:copyright|©)|您是第"  # 首页>>政务公开, Copyright © 2018, 您是第1024位访客
    r"|[一-龥]{2,12}网(?:站)?[-—－―_|]{1,3}[一-龥]{2,20}$"  # 律搜网--全国法规检索网
    r"|[一-龥]{0,8}范文(?:分享|大全|下载|参考|网)$"  # the banner of a site of models
    r"|[!-~]{1,60}\.(?:docx?|xlsx?|pptx?|pdf|wps|jpe?g|png|zip|rar)$"  # the name of a file
)
BULLETS = frozenset("·•●▲■◆★○◎")
_ENDS = (">", "＞", "门户网站", "政府网", "日报", "日报社")  # 首页>公告>, 清溪县人民政府门户网站
_TOOLBAR = 6  # characters; one button alone could begin a title (打印设备采购公告)
_LONGEST = 60  # characters of a label and its value
_SIGN = pattern(r"[：】\]）]")  # one of them ends every label
_BARE = "【】〔〕[]（）《》>|×·：，。 "


def is_chrome(text: str) -> bool:
    """Whether a piece is no part of the document.

    >>> [is_chrome(x) for x in ("【字号：大", "扫一扫在手机打开当前页", "来源：清溪县政府网", "2023-05-04", "云岭镇人民政府")]
    [True, True, True, True, False]
    """
    if len(text) > _LONGEST and "。" in text:
        return False  # 字体：大|今年以来，…: what came on one line with the document
    end = buttons_end(text)
    if 0 < end < len(text):
        return is_chrome(text[end:])
    return (
        text.strip(_BARE) in _forms("line")
        or bool(_buttons().fullmatch(text))
        or bool(_label("label").match(text))
        or bool(_WEB.match(text))
        or text.endswith(_ENDS)
    )


def buttons_end(text: str) -> int:
    """The end of the buttons a piece begins with (下载打印【字号：大中小】关于…); 0 when it begins with none.

    >>> buttons_end("下载打印收藏【字号：大中小】清溪县人民政府公告"), buttons_end("打印设备采购公告")
    (14, 0)
    """
    match = _toolbar().match(text)
    return match.end() if match and (match.end() >= _TOOLBAR or match.group()[-1] == "】") else 0


def meta_end(text: str) -> int:
    """The end of the last 元数据 label that the piece begins with; 0 when it begins with none.

    >>> meta_end("索引号：000014349"), meta_end("文号：主题词：各镇人民政府："), meta_end("标题")
    (4, 7, 0)
    """
    end, match = 0, _label("meta").match(text)
    while match:
        end = match.end()
        match = _label("meta").match(text, end)
    return end


def is_meta_word(text: str) -> bool:
    """Whether a cell of a page's table is a 元数据 label that came without its colon (组配分类 | 计划总结).

    >>> is_meta_word("组配分类"), is_meta_word("计划总结")
    (True, False)
    """
    return text in _forms("meta")


def meta_places(text: str) -> list[int]:
    """Where the 元数据 labels of a run begin and end; empty when there is none.

    >>> meta_places("综合政务发文机关：清溪县人民政府")
    [4, 9]
    """
    found = _label("meta").finditer(text) if _SIGN.search(text) else ()
    return [at for match in found for at in match.span()]


@cache
def _forms(value: str) -> frozenset[str]:
    return frozenset(forms_of("chrome", value))


def _button() -> str:
    return any_of(form for form in _forms("line") if len(form) > 1)


@cache
def _buttons() -> re.Pattern[str]:
    """Buttons that came without the spaces between them."""
    return re.compile(f"(?:{_button()})+")


@cache
def _toolbar() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{_button()}|[【\[](?:{_button()})[】\]]|[【〔\[]字[号体]：[^】〕\]]{{0,14}}[】〕\]]|大?中?小】)+"
    )


@cache
def _label(value: str) -> re.Pattern[str]:
    forms = any_of(_forms(value))
    firsts = "".join(sorted({re.escape(form[0]) for form in _forms(value)}))  # asked first, for the forms are many
    return re.compile(rf"(?=[{firsts}【\[（])(?:[【\[（](?:{forms})[】\]）]：?|[【\[（]?(?:{forms})：)")
