"""One document, however its lines are broken or marked: breaks gone, to spaces, to tags, wrapped, numbers set apart, Markdown.

Header, closing, enclosures and headings must be those of the clean form. What does not come out alike is
a row of tests/cases/forms.known.tsv with its reason; the shares of headings that survive are floors.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

import govdoc
from benchmarks.texts import REAL, ROOT
from govdoc import Document, Section
from tests.casefile import CASES
from tests.layoutcase import closing_line, header_line

CORPUS = sorted((ROOT / "corpus").glob("*/doc.txt"))
SAMPLED = sorted(REAL.glob("*.txt"))[::10]  # every tenth real document is enough to see a fall
FEW = 5  # a text with fewer lines is flat already


def wrapped(text: str) -> str:
    """Hard-wrapped at a width of 20-40."""
    width = random.Random(1).randint(20, 40)
    return "\n".join(line[i : i + width] for line in text.splitlines() for i in range(0, max(1, len(line)), width))


FORMS: dict[str, Callable[[str], str]] = {
    "none": lambda text: re.sub(r"[\r\n]+", "", text),
    "space": lambda text: re.sub(r"[\r\n]+", " ", text),
    "wrapped": wrapped,
    "set apart": lambda text: re.sub(r"(?<=[0-9%])(?=[一-龥])|(?<=[一-龥])(?=[0-9])", " ", text),
    "tags": lambda text: re.sub(r"(.*)\r?\n", r"<P class=text><b>\1</b></P>", text),
    "Markdown": lambda text: re.sub(
        r"(?m)^(\s*)(（?[一二三四五六七八九十]{1,3}[、）][^，。；：\n]{2,30})$", r"\1## **\2**", text
    ),
}
AT_LEAST = {  # the share of headings, by marker, title and parent, that the form keeps: written corpus, real texts
    "none": (0.96, 0.94),  # sentences that are headings by standing alone cannot be told without lines
    "space": (0.99, 0.99),
    "wrapped": (0.99, 0.98),
    "set apart": (0.99, 0.99),
    "tags": (0.99, 0.99),
    "Markdown": (0.99, 0.99),
}
FACTS_AT_LEAST = {  # of the written corpus the share of facts, all their fields but the places; tables need their lines
    "none": 0.94,
    "space": 0.96,
    "wrapped": 0.97,
    "set apart": 0.99,
    "tags": 0.99,
    "Markdown": 0.99,
}


@cache
def _known() -> dict[tuple[str, str, str], str]:
    lines = (CASES / "forms.known.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {(form, document, what): reason for form, document, what, reason in rows}


@cache
def parsed(path: Path, form: str = "") -> Document:
    text = path.read_bytes().decode("utf-8-sig", errors="replace")
    return govdoc.parse(FORMS[form](text) if form else text)


def frame(doc: Document) -> list[str]:
    """Header and closing without white space, and the titles of the enclosures."""
    lines = [header_line(doc.header), closing_line(doc.closing)]
    lines += [e.header.title.value if e.header.title else "" for e in doc.enclosures]
    return [re.sub(r"\s", "", line) for line in lines]


def headings(doc: Document) -> Counter[tuple[str, str]]:
    """Each heading with the one above it, without white space."""
    trees = (doc.sections, *(e.sections for e in doc.enclosures))
    return Counter(found for sections in trees for found in _under("", sections))


def _under(above: str, sections: tuple[Section, ...]) -> Iterator[tuple[str, str]]:
    for section in sections:
        label = re.sub(r"\s", "", section.label)
        yield above, label
        yield from _under(label, section.children)


def cases(what: str) -> list[object]:
    found: list[object] = []
    for form in FORMS:
        for path in CORPUS:
            if form in ("none", "space") and len(path.read_text(encoding="utf-8").splitlines()) < FEW:
                continue
            reason = _known().get((form, path.parent.name, what))
            marks = [pytest.mark.xfail(strict=True, reason=reason)] if reason else []
            found.append(pytest.param(form, path, id=f"{form}-{path.parent.name}", marks=marks))
    return found


@pytest.mark.parametrize(("form", "path"), cases("frame"))
def test_header_closing_and_enclosures(form: str, path: Path) -> None:
    assert frame(parsed(path, form)) == frame(parsed(path))


@pytest.mark.parametrize(("form", "path"), cases("headings"))
def test_headings(form: str, path: Path) -> None:
    assert headings(parsed(path, form)) == headings(parsed(path))


@pytest.mark.parametrize("form", FORMS)
def test_share_of_headings(form: str) -> None:
    floors = AT_LEAST[form]
    assert kept(CORPUS, form) >= floors[0]
    assert kept(SAMPLED, form) >= floors[1]


@pytest.mark.parametrize("form", FORMS)
def test_share_of_facts(form: str) -> None:
    clean = [(facts(parsed(path)), facts(parsed(path, form))) for path in CORPUS]
    same, wanted = sum((a & b).total() for a, b in clean), sum(a.total() for a, _ in clean)
    assert same >= FACTS_AT_LEAST[form] * wanted


def facts(doc: Document) -> Counter[tuple[object, ...]]:
    """What each fact says, without white space."""
    return Counter(
        (
            *(re.sub(r"\s", "", x.value) if x else None for x in (f.subject, f.scope, f.period)),
            *(f.quantity.value, f.quantity.bound, f.quantity.unit.symbol, f.measure, f.status),
            f.change.direction if f.change else None,
        )
        for f in doc.facts
    )


def kept(paths: list[Path], form: str) -> float:
    """The share of headings of the clean form that the other form has as well; 1 when there is no text."""
    clean = [(headings(parsed(path)), headings(parsed(path, form))) for path in paths]
    wanted = sum(a.total() for a, _ in clean)
    return sum((a & b).total() for a, b in clean) / wanted if wanted else 1.0


LETTER = (
    "清溪县人民政府办公室文件\n清府办〔2023〕9号\n清溪县人民政府办公室关于做好秋种工作的通知\n各镇人民政府，县直各单位：\n"
    "现将秋种工作有关事项通知如下。\n一、扩大面积\n全县播种小麦12万亩。\n二、强化服务\n（一）备足良种。供应良种300吨。\n"
    "（二）搞好培训。培训农户2000户。\n清溪县人民政府办公室\n2023年9月5日\n"
)
CONVERTED: dict[str, Callable[[str], str]] = {
    "a space behind every character": lambda text: re.sub(r"(?<=\S)(?=\S)", " ", text),
    "zero-width spaces": lambda text: re.sub(r"(?<=[一-龥])(?=[一-龥])", "\u200b", text),
    "tags": lambda text: re.sub(r"(?m)^(.+)$", r'<p class="MsoNormal"><span>\1</span></p>', text),
    "tags in capitals": lambda text: re.sub(r"(?m)^(.+)$", r"<P ALIGN=left><B>\1</B></P>", text),
    "tags without lines": lambda text: re.sub(
        r"(.+)\n", r"<li><a href='http://www.qx.gov.cn/1.html'>\1</a></li>", text
    ),
    "tags written out": lambda text: re.sub(r"(.+)\n", r"&lt;p&gt;&amp;nbsp;&amp;nbsp;\1&lt;/p&gt;", text),
    "line breaks as tags": lambda text: text.replace("\n", "<br/>"),
    "line breaks written out": lambda text: text.replace("\n", "\\n"),
    "line breaks written out twice": lambda text: text.replace("\n", r"\\r\\n"),
    "indents written out": lambda text: text.replace("\n", r"\n\u3000\u3000"),
    "line ends of a spreadsheet": lambda text: text.replace("\n", "_x000D_\n"),
    "headings of Markdown": lambda text: re.sub(r"(?m)^(清.{9,}通知|[一二]、.*)$", r"## **\1**\n", text),
    "lists of Markdown": lambda text: re.sub(r"(?m)^([（现全].*)$", r"- \1", text),
    "quotes and escapes of Markdown": lambda text: re.sub(
        r"(?m)^", "> ", text.replace("（", r"\(").replace("）", r"\)")
    ),
    "bullets of a symbol font": lambda text: re.sub(r"(?m)^(?=[（一二])", "\uf06c ", text),
    "headings spaced out": lambda text: re.sub(r"(?m)^([一二]、)(.)(.)(.)(.)$", r"\1 \2 \3 \4 \5", text),
    "fields of Word": lambda text: re.sub(r"(?<=[一-龥])(?=[一-龥])", "\x13", text),
    "the head of a page": lambda text: (
        "首页>>政务公开>>县政府文件\n语音播报： 点击收听\n【字体：大 中 小】 打印 关闭\n" + text
    ),
    "the foot of a page": lambda text: (
        text
        + "上一条： 关于做好夏粮收购工作的通知\n下一篇：没有了\n责编：王晓 审核：李明 终审：赵强\n分享至 微信 QQ好友 QQ空间\n"
        "网站标识码：4310230001 湘ICP备05001234号 湘公网安备 43102302000112号\nCopyright © 2023 清溪县人民政府 版权所有\n"
    ),
    "page numbers": lambda text: text.replace("\n", "\n第 2 页 / 共 9 页\n"),
    "running heads": lambda text: text.replace("\n", "\n— 2 —\n清溪县政府公报\n"),
    "commas behind numbers": lambda text: re.sub(r"(?m)^([一二])、", r"\1，", text),
}


@pytest.mark.parametrize("form", CONVERTED)
def test_what_converters_leave_behind_changes_nothing(form: str) -> None:
    clean, converted = govdoc.parse(LETTER), govdoc.parse(CONVERTED[form](LETTER))
    assert frame(converted) == frame(clean)
    assert _numbered(converted) == _numbered(clean)
    assert [q.value for q in converted.quantities] == [q.value for q in clean.quantities]


def _numbered(doc: Document) -> list[tuple[int, int | None, str]]:
    marked = ((s, s.marker.ordinal if s.marker else None) for s in doc.walk())
    return [(s.level, ordinal, s.title.value if s.title else "") for s, ordinal in marked]


@pytest.mark.parametrize("mark", ['"', "＂"])
def test_straight_quotation_marks_open_and_close(mark: str) -> None:
    text = "一、“十四五”以来\n“十四五”时期，新修“四好”公路30公里，“一村一品”村达到12个。\n"
    clean, straight = govdoc.parse(text), govdoc.parse(re.sub("[“”]", mark, text))
    assert [f.period and f.period.value for f in clean.facts] == ["2021/2025", "2021/2025"]
    assert facts(straight) == Counter(
        tuple(mark.join(re.split("[“”]", x)) if isinstance(x, str) else x for x in f) for f in facts(clean).elements()
    )


def test_a_lone_straight_quotation_mark_stays() -> None:
    assert govdoc.parse('新修公路30公里，12"管道5公里。').facts[0].quantity.text == "30公里"


@pytest.mark.parametrize("mark", "；）")
def test_a_full_line_of_a_wrapped_text_goes_on_behind(mark: str) -> None:
    lines = ["全县各乡镇各部门认真落实防汛抗旱工作的各项要求", "加强值班值守和险情巡查并备足各类抢险救援的物资"] * 4
    text = "\n".join([*lines, f"落实县乡村三级责任人并逐个水库签订了责任书{mark}", "全年共排查整改隐患43处。"])
    paragraphs = "".join(lines) + f"落实县乡村三级责任人并逐个水库签订了责任书{mark}全年共排查整改隐患43处。"
    found = govdoc.parse(f"防汛通报\n各村：\n{text}").preamble
    assert [re.sub(r"\s", "", p.text) for p in found.paragraphs] == [paragraphs]


def test_lines_above_numbered_ones_are_no_evidence_of_wrapping() -> None:
    items = "".join(f"{n}、建设内容：加固水库大坝并新建配套的引水渠道工程\n\n" for n in "一二三四五六七")
    text = f"来源：清溪县发展和改革局政务公开栏目 发布时间：2023年5月4日\n\n清发改审〔2023〕7号\n\n关于水库加固的批复\n\n{items}"
    number = govdoc.parse(text).header.doc_number
    assert number is not None and number.text == "清发改审〔2023〕7号"


def test_a_table_of_markdown_is_a_table() -> None:
    rows = [
        ["指标", "单位", "绝对量", "增长（%）"],
        ["供水量", "万吨", "120.5", "5.2"],
        ["售水量", "万吨", "98.3", "3.1"],
    ]
    tabs = "清溪县2023年主要指标\n" + "".join("\t".join(row) + "\n" for row in rows)
    lines = ["| " + " | ".join(row) + " |\n" for row in [rows[0], ["---"] * 4, *rows[1:]]]
    told = [(f.subject and f.subject.value, f.quantity.value, f.measure) for f in govdoc.parse(tabs).facts]
    assert len(told) == 4
    piped = govdoc.parse("清溪县2023年主要指标\n" + "".join(lines)).facts
    assert [(f.subject and f.subject.value, f.quantity.value, f.measure) for f in piped] == told
