"""Layout evidence (版面): what a format shows reaches the rules of headings and header, and plain text stays as it was."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from govdoc.model.document import Document
from govdoc.model.section import Section
from govdoc.parse import parse
from govdoc.readers.document import parsed, read
from govdoc.readers.source import Format, Reading
from govdoc.text.look import Look
from govdoc.text.normalise import normalise
from tests.officefile import Ink, docx, ofd, p, pdf

STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{n}"><w:name w:val="heading {n}"/></w:style>' for n in (1, 2, 3)
)
CENTRED = '<w:jc w:val="center"/>'
RED = '<w:color w:val="FF0000"/>'
BOLD = "<w:b/>"
YEAR = "今年以来，全县新建水渠12公里。"


def heading(text: str, level: int) -> str:
    return p(text, f'<w:pStyle w:val="{level}"/>')


def size(points: int) -> str:
    return f'<w:sz w:val="{2 * points}"/>'


def labels(sections: Sequence[Section]) -> list[str]:
    return [x for s in sections for x in ["·" * (s.level - 1) + s.label, *labels(s.children)]]


def word(*paragraphs: str) -> Document:
    return read(docx("".join(paragraphs), styles=STYLES))


def plain(document: Document) -> Document:
    return parse(document.text)


def test_heading_styles_of_word_are_headings() -> None:
    found = word(
        p("云岭镇水利工作报告", CENTRED, size(22)), p("县政府："), p("现报告如下。"),
        heading("渠道建设，进度过半", 1), p(YEAR), heading("东片：三个村", 2), p(YEAR), heading("西片", 2), p(YEAR),
        heading("下一步", 1), p("继续施工。"),
    )  # fmt: skip
    assert labels(found.sections) == ["渠道建设，进度过半", "·东片：三个村", "·西片", "下一步"]
    assert labels(plain(found).sections) == []


def test_styled_lines_stand_between_the_numbers_of_their_level() -> None:
    found = word(
        p("云岭镇水利工作报告"), p("县政府："), heading("一、进展", 1), p("有进展。"), heading("东片", 2), p(YEAR),
        p("（一）东干渠"), p("已通水。"), heading("二、打算", 1), p("继续施工。"),
    )  # fmt: skip
    assert labels(found.sections) == ["一、进展", "·东片", "··（一）东干渠", "二、打算"]


def test_heading_styles_say_which_number_stands_under_which() -> None:
    body = [
        p("云岭镇水利工作报告"), p("县政府："), heading("1.进展", 1), heading("一、东片", 2), p("已通水。"),
        heading("二、西片", 2), p("已完工。"), heading("2.打算", 1), heading("一、管护", 2), p("继续巡护。"),
        heading("二、经费", 2), p("继续筹措。"),
    ]  # fmt: skip
    tree = ["1.进展", "·一、东片", "·二、西片", "2.打算", "·一、管护", "·二、经费"]
    assert labels(word(*body).sections) == tree
    assert labels(plain(word(*body)).sections) != tree


def test_heading_styles_that_contradict_each_other_say_nothing() -> None:
    body = [
        p("云岭镇水利工作报告"), p("县政府："), heading("一、进展", 2), heading("（一）东片", 1), p("已通水。"),
        heading("（二）西片", 3), p("已完工。"), heading("二、打算", 2), p("继续巡护。"),
    ]  # fmt: skip
    assert labels(word(*body).sections) == ["一、进展", "·（一）东片", "·（二）西片", "二、打算"]


def test_headings_of_a_page_are_headings() -> None:
    pytest.importorskip("selectolax", reason="pip install 'govdoc[html]'")
    body = f"<h1>云岭镇水利工作报告</h1><p>县政府：</p><h2>渠道，进度过半</h2><p>{YEAR}</p><h2>水库</h2><p>{YEAR}</p>"
    found = read(f"<!DOCTYPE html><html><body><div id='zoom'>{body}</div></body></html>".encode())
    assert labels(found.sections) == ["渠道，进度过半", "水库"]
    assert labels(plain(found).sections) == []
    assert found.header.title is not None and found.header.title.value == "云岭镇水利工作报告"


def test_a_styled_line_under_the_title_begins_the_body() -> None:
    found = word(p("云岭镇水利工作方案", CENTRED, size(22)), heading("主要目标", 1), p(YEAR))
    assert found.header.title is not None and found.header.title.value == "云岭镇水利工作方案"
    assert labels(found.sections) == ["主要目标"]


def test_a_centred_bold_line_between_paragraphs_is_a_heading() -> None:
    body = [p("云岭镇水利工作报告"), p("县政府："), p(YEAR), p("渠道、水库“双提升”", CENTRED, BOLD), p(YEAR)]
    found = word(*body)
    assert labels(found.sections) == ["渠道、水库“双提升”"]
    assert labels(plain(found).sections) == []
    assert labels(word(*body[:3], p("渠道、水库“双提升”", CENTRED), p(YEAR)).sections) == []


@pytest.mark.parametrize(
    "line",
    ["清溪县水利局", "2024年3月5日", "附件：工程清单", "各位代表：", "图1渠道走向", "工程已经开工。"],
)
def test_signatures_dates_notes_and_sentences_are_no_headings(line: str) -> None:
    text = f"云岭镇水利工作报告\n县政府：\n{YEAR}\n{line}\n{YEAR}"
    start = text.index(line)
    look = Look(start, start + len(line), align="center", bold=True)
    assert labels(parse(text, looks=[look]).sections) == labels(parse(text).sections)


def test_a_styled_signature_above_its_date_is_no_heading() -> None:
    found = word(
        p("云岭镇水利工作报告"), p("县政府："), p(YEAR), heading("云岭镇人民政府", 1), heading("2024年3月5日", 1)
    )
    assert labels(found.sections) == []
    assert [x.value for x in found.closing.signatures] == ["云岭镇人民政府"]


def test_a_red_organ_is_the_mark_and_no_part_of_the_title() -> None:
    lines = ["清溪县水利局", "关于报送云岭渠道图纸的函", "云岭镇人民政府：", "请于3月底前报送。"]
    found = word(p(lines[0], CENTRED, RED), *(p(x) for x in lines[1:]))
    assert [x.value for x in found.header.issuer_marks] == ["清溪县水利局"]
    assert found.header.title is not None and found.header.title.value == "关于报送云岭渠道图纸的函"
    assert plain(found).header.issuer_marks == ()


def test_a_red_title_of_a_page_is_no_mark() -> None:
    found = word(p("云岭镇关于渠道管护的通知", CENTRED, RED), p("各村："), p("请执行。"))
    assert found.header.issuer_marks == ()
    assert found.header.title is not None and found.header.title.value == "云岭镇关于渠道管护的通知"


def test_the_largest_centred_line_is_the_title() -> None:
    found = word(
        p("同饮一渠水 共护一方田", CENTRED, size(22)),
        p("云岭渠道巡护侧记", CENTRED, size(14)),
        p("各村："),
        p("请巡护。"),
    )
    assert found.header.title is not None and found.header.title.value == "同饮一渠水共护一方田"
    other = plain(found).header.title
    assert other is None or other.value != "同饮一渠水共护一方田"


def centred(y: float, text: str, points: float, *, bold: bool = False, red: bool = False) -> Ink:
    return Ink(297.5 - points * len(text) / 2, y, text, points, bold, red)


PRINTED = [
    centred(740, "清溪县水利局", 30, bold=True, red=True),
    centred(660, "同饮一渠水 共护一方田", 22),
    centred(620, "云岭渠道巡护侧记", 16),
    Ink(72, 580, "各村："),
    Ink(104, 552, "全县高度重视渠道管护，落实责任人员，现有干渠三条，"),
    Ink(72, 524, "均已派人值守，物资储备充足，群众满意，请各村认真执行。"),
    centred(490, "渠道、水库“双提升”", 16, bold=True),
    Ink(104, 460, YEAR),
]


def in_millimetres(line: Ink) -> Ink:
    points = line.size or 16
    return Ink(line.x / 72 * 25.4, (842 - line.y - points) / 72 * 25.4, line.text, points / 72 * 25.4, *line[4:])


@pytest.mark.parametrize("form", ["pdf", "ofd"])
def test_type_and_colour_of_print_are_evidence(form: str) -> None:
    if form == "pdf":
        pytest.importorskip("pypdfium2", reason="pip install 'govdoc[pdf]'")
    found = read(pdf([PRINTED]) if form == "pdf" else ofd([[in_millimetres(x) for x in PRINTED]]))
    assert [x.value for x in found.header.issuer_marks] == ["清溪县水利局"]
    assert found.header.title is not None and found.header.title.value == "同饮一渠水共护一方田"
    assert labels(found.sections) == ["渠道、水库“双提升”"]
    assert labels(plain(found).sections) == [] and plain(found).header.issuer_marks == ()


@pytest.mark.parametrize("label", ["", "附件1"])
@pytest.mark.parametrize("lines", [("云岭渠道管护", "三年行动", "实施方案"), ("云岭渠道", "同饮一渠水 共护一方田")])
def test_a_title_of_several_lines_of_one_size_is_whole(label: str, lines: tuple[str, ...]) -> None:
    found = word(
        p("关于印发云岭渠道文件的通知", CENTRED, size(22)), p("各村："), p("请执行。"), p("清溪县水利局"), p("2024年3月5日"),
        *([p(label)] if label else []), *(p(x, CENTRED, size(22)) for x in lines),
        heading("一、目标", 1), p(YEAR), heading("二、措施", 1), p(YEAR),
    )  # fmt: skip
    titles = [x.header.title.value for x in found.enclosures if x.header.title]
    assert titles == ["".join("".join(lines).split())]
    assert labels(found.enclosures[0].sections) == ["一、目标", "二、措施"]


def test_the_metadata_table_chooses_among_title_lines() -> None:
    text = "关于渠道管护的通知\n渠道管护问答选登\n清溪县水利局公开栏目通知\n各村：\n请巡护。"
    values = []
    for meta in ((), (("标题", "关于渠道管护的通知"),)):
        title = parsed(Reading(text, Format.HTML, meta=meta)).header.title
        values.append(title.value if title else "")
    assert values[0] != values[1] == "关于渠道管护的通知"


def test_looks_are_placed_in_the_normal_text() -> None:
    text = "关于 水利的通知  \n\n　　总　则 \n正文。"
    normal = normalise(text).seen([Look(12, 19, level=1), Look(0, 10, bold=True), Look(400, 500), Look(3, 3)])
    assert [normal.text[x.start : x.end] for x in normal.looks] == ["关于水利的通知", "总则"]
    assert [bool(normal.look(at)) for at in (0, 6, 7, 8, 11)] == [True, True, False, True, False]


@pytest.mark.parametrize("text", ["", "\n", "一、\n二、\n三、", "通知\n通知\n通知", "（一）\n甲（二）乙\n2024年\n"])
def test_any_look_on_any_text_tiles_and_never_raises(text: str) -> None:
    looks = [
        Look(a, b, align="center", bold=True, red=True, level=b % 3, size=44)
        for a in range(len(text) + 1) for b in range(a, len(text) + 2)
    ]  # fmt: skip
    for some in (looks, looks[::2], looks[::3], looks[::-1]):
        document = parse(text, looks=some)
        assert document.text == text
        spans = [document.header.span, document.preamble.span, *(s.span for s in document.sections)]
        assert all(one.end == two.start for one, two in pairwise(spans))
