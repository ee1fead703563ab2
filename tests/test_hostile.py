"""Texts that were never meant to be read: no exception, and no more time than their length asks for."""

from __future__ import annotations

import random
import re
from itertools import pairwise
from pathlib import Path

import pytest

import govdoc

SIZE = 20_000  # characters; a quadratic pattern takes many seconds for it, a linear one a moment
CORPUS = Path(__file__).parents[1] / "corpus"
SHREDS = ["", "", *"\n 。、（”|", "一、", "（一）", "1.", "附件", "2023年", "同比", "分别", "其中", "10%", "3名", "和"]
TIMEOUT = 60  # seconds: generous, for the machine may be busy; only a stage that does not scale reaches it

PIECES = {
    "nothing": "",
    "tasks on one line": "任务是：改造泵站3座。",
    "places of one sentence": "其中城市上涨0.9%，",
    "a line that comes again": "清溪县水利局\n",
    "a quota on one line": "下达任务2万亩，其中：东片1万亩；",
    "space": " ",
    "line ends": "\n",
    "CRLF": "\r\n",
    "tabs": "\t",
    "wide spaces": "\u3000",
    "ones": "1",
    "nines and commas": "9,",
    "dots": "1.",
    "spaced digits": "1 ",
    "Han digits": "一",
    "ten": "十",
    "ten thousand": "万",
    "hundred million": "亿",
    "zero": "零",
    "half": "半",
    "several": "几",
    "numbers": "十几万余",
    "percent": "%",
    "百分之": "百分之",
    "分之": "分之",
    "约": "约",
    "余": "余",
    "不": "不",
    "以上": "以上",
    "dash": "—",
    "hyphen": "-",
    "tilde": "1~",
    "range": "10—",
    "ratio": "3:",
    "fraction": "1/",
    "first": "第",
    "year": "年",
    "date": "2021年11月23日",
    "month": "11月",
    "half date": "2021年1",
    "号": "号",
    "doc number": "府文〔2021〕1号",
    "open number": "〔2021",
    "close": "〕",
    "title open": "《",
    "title close": "》",
    "titles": "《规定》",
    "nested": "《关于《",
    "brackets": "（",
    "closing brackets": "）",
    "quotes": "“",
    "end quotes": "”",
    "marker": "一、",
    "markers": "（一）",
    "items": "一是",
    "dotted": "1.",
    "circled": "①",
    "articles": "第一条",
    "chapters": "第一章 ",
    "attachment": "附件：",
    "attachments": "附件：1.",
    "cc": "抄送：",
    "printed": "印发",
    "colon": "：",
    "stop": "。",
    "comma": "，",
    "pause": "、",
    "semicolon": "；",
    "respectively": "分别",
    "of which": "其中",
    "growth": "同比增长",
    "growth by": "增长5%",
    "unit": "元/",
    "per": "每人每月",
    "yuan": "万元",
    "measure": "个",
    "latin": "a",
    "url": "http://a.",
    "debris": "<U+00A0>",
    "tags": "<p>",
    "open tags": "<p ",
    "scripts": "<script>",
    "stars": "**一",
    "stars and lines": "**一\n",
    "sharps": "#",
    "bars": "|",
    "rows of bars": "|1|\n",
    "escapes": r"\n\u3000\.",
    "double entities": "&amp;nbsp;",
    "bookmark": "[bookmark: _GoBack]",
    "comment": "<!--",
    "page": "\n— 1 —\n",
    "han": "的",
    "report": "关于情况的报告\n",
    "organ": "人民政府",
    "surrogate": "\ud800",
    "nul": "\x00",
    "controls": "\x01\x1f\x7f\x85",
    "marks": "\u200b\ufeff\u202e",
    "enclosures of a line": "附件1\n方案\n",
    "captioned articles": "第一条 种植面积。指\n",
    "emoji": "😀",
    "combining": "e\u0301",
    "scientific": "1e9",
}


@pytest.mark.timeout(TIMEOUT)
@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_a_piece_repeated(piece: str) -> None:
    text = piece * (SIZE // max(1, len(piece)))
    whole(govdoc.parse(text), text)


@pytest.mark.timeout(TIMEOUT)
@pytest.mark.parametrize("piece", ["1", "一", "《", "（", "第", "，", "元", "\n"])
def test_one_report_drowned_in_a_piece(piece: str) -> None:
    report = "关于信访工作的报告\n县政府：\n一、工作情况\n今年受理信访案件34宗。\n云岭镇人民政府\n2021年11月23日"
    text = piece * SIZE + "\n" + report + "\n" + piece * SIZE
    whole(govdoc.parse(text), text)


@pytest.mark.parametrize(
    "text",
    [
        "现将一年来工作报告如下。\n粮食连续六年增产",  # years that run on to one which the text does not tell
        "水利\n3\n4\n" + "全年修复渠道，建成水厂，治理河道。\n" * 8 + "县城\n亿元\n7",  # a row with a unit and no heads
        # numbers alone on their lines before an enclosure that has none
        "".join(f"{n}\n抓好第{n}件事情。修渠{n}公里。\n" for n in (1, 2, 3, 4, 5, 6))
        + "各乡镇人民政府：\n《关于加强水利工作的实施意见》已经县政府同意，现印发给你们。\n云岭县人民政府\n2021年9月2日\n"
        "关于加强水利工作的实施意见\n为加强水利工作，制定本意见。\n一、总体目标\n到2025年，修渠50公里。\n",
    ],
)
def test_what_once_raised(text: str) -> None:
    whole(govdoc.parse(text), text)


def test_documents_torn_and_spliced() -> None:
    random_ = random.Random(7)
    texts = [path.read_text(encoding="utf-8") for path in sorted(CORPUS.glob("*/doc.txt"))]
    for _ in range(600):
        text = "".join(_piece(random_, text) for text in random_.sample(texts, 2))
        for _ in range(random_.randint(0, 40)):
            at = random_.randint(0, len(text))
            text = text[:at] + random_.choice(SHREDS) + text[at + random_.randint(0, 4) :]
        whole(govdoc.parse(text), text)


def _piece(random_: random.Random, text: str) -> str:
    at = random_.randint(0, len(text))
    return text[at : at + random_.randint(1, 900)]


@pytest.mark.timeout(TIMEOUT)
def test_all_pieces_together() -> None:
    text = "".join(PIECES.values()) * 60
    whole(govdoc.parse(text), text)


def test_a_piece_of_signs_before_a_spaced_label() -> None:
    text = "关于信访工作\n##标 题：信访\n1"
    whole(govdoc.parse(text), text)


def test_a_heading_inside_a_line_that_is_one() -> None:
    text = "一、*二、排三、查\n2020年四、其他事项\n1"
    whole(govdoc.parse(text), text)


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_the_other_entry_points(piece: str) -> None:
    text = piece * (2000 // max(1, len(piece)))
    assert "".join(t.text for t in govdoc.tokenize(text)) == text
    for quantity in govdoc.quantities(text):
        assert text[slice(*quantity.span)] == quantity.text


def whole(doc: govdoc.Document, text: str) -> None:
    """What must hold of every document, in one look."""
    assert doc.text == text
    for fact in doc.facts:
        assert text[slice(*fact.quantity.span)] == fact.quantity.text
    ends = [n.span for n in doc.numerals]
    assert all(a.end <= b.start for a, b in pairwise(ends))
    covered = {at for span in ends for at in (span.start, span.end - 1)}
    assert all(m.start() in covered or any(s.start <= m.start() < s.end for s in ends) for m in digits(text))


def digits(text: str) -> list[re.Match[str]]:
    """A few of the digit runs: all would be quadratic here."""
    return list(re.finditer(r"[0-9]+", text))[:50]
