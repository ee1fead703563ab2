"""Word documents: automatic numbers printed, nothing of the body lost, nothing deleted kept."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from govdoc.errors import ReadError
from govdoc.readers.docx import read_docx
from govdoc.readers.numbering import spelled
from govdoc.rulebook import rows
from tests.officefile import docx, level, numbered, numbering, p, zipped

FILES = Path(__file__).parents[2] / "shared" / "corpus" / "files"
HAN = level(0, "chineseCounting", "%1、", '<w:suff w:val="nothing"/>')
PAREN = level(1, "chineseCounting", "（%2）", '<w:suff w:val="nothing"/>')
ARABIC = level(2, "decimal", "%3.", '<w:suff w:val="nothing"/>')
TWO_LISTS = (
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


def text(body: str, **parts: str) -> str:
    return read_docx(docx(body, **parts)).text


def lines(body: str, **parts: str) -> list[str]:
    return text(body, **parts).split("\n")


def test_levels_count_and_restart_under_the_next_heading() -> None:
    body = "".join(
        numbered(t, 1, n) for t, n in [("总体要求", 0), ("目标", 1), ("原则", 1), ("任务", 0), ("修路", 1), ("立项", 2)]
    )
    assert lines(body, numbering=numbering(HAN + PAREN + ARABIC)) == [
        "一、总体要求", "（一）目标", "（二）原则", "二、任务", "（一）修路", "1.立项",
    ]  # fmt: skip


def test_a_list_with_a_start_of_its_own_restarts_once() -> None:
    body = numbered("甲", 1) + numbered("乙", 1) + numbered("丙", 2) + numbered("丁", 2)
    assert lines(body, numbering=numbering(HAN, TWO_LISTS)) == ["一、甲", "二、乙", "一、丙", "二、丁"]


def test_lists_of_one_definition_count_on() -> None:
    lists = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="0"/></w:num>' for n in (1, 2))
    body = numbered("甲", 1) + p("正文。") + numbered("乙", 2)
    assert lines(body, numbering=numbering(HAN, lists)) == ["一、甲", "正文。", "二、乙"]


def test_a_level_that_never_restarts_counts_on() -> None:
    article = level(1, "chineseCountingThousand", "第%2条", '<w:lvlRestart w:val="0"/>')
    chapter = level(0, "chineseCounting", "第%1章")
    body = "".join(numbered(t, 1, n) for t, n in [("总则", 0), ("目的。", 1), ("附则", 0), ("施行。", 1)])
    assert lines(body, numbering=numbering(chapter + article)) == [
        "第一章 总则", "第一条 目的。", "第二章 附则", "第二条 施行。",
    ]  # fmt: skip


def test_numbers_through_the_style() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/>'
        '</w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/>'
        '<w:basedOn w:val="H1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = p("总体要求", '<w:pStyle w:val="H1"/>') + p("目标", '<w:pStyle w:val="H2"/>')
    found = read_docx(docx(body, styles=styles, numbering=numbering(HAN + PAREN)))
    assert found.text.split("\n") == ["一、总体要求", "（一）目标"]
    assert [x.level for x in found.looks] == [1, 2]


def test_a_style_without_level_takes_the_level_linked_to_it() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="二级"/><w:pPr><w:numPr><w:numId w:val="1"/>'
        "</w:numPr></w:pPr></w:style>"
    )
    linked = level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="B"/><w:suff w:val="nothing"/>')
    assert lines(p("目标", '<w:pStyle w:val="B"/>'), styles=styles, numbering=numbering(HAN + linked)) == ["（一）目标"]


def test_number_zero_takes_the_number_of_the_style_away() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="二级"/><w:pPr><w:numPr><w:numId w:val="1"/>'
        "</w:numPr></w:pPr></w:style>"
    )
    body = p("目标", '<w:pStyle w:val="B"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert lines(body, styles=styles, numbering=numbering(HAN)) == ["目标"]


def test_legal_levels_print_arabic_numbers() -> None:
    body = numbered("总则", 1, 0) + numbered("目标", 1, 1)
    legal = level(1, "decimal", "%1.%2", "<w:isLgl/>")
    assert lines(body, numbering=numbering(HAN + legal)) == ["一、总则", "1.1 目标"]


def test_a_number_before_a_number_keeps_its_distance() -> None:
    assert lines(numbered("2024年工作", 1, 0), numbering=numbering(level(0, "decimal", "%1."))) == ["1. 2024年工作"]


def test_bullets_of_symbol_fonts_print_nothing() -> None:
    assert lines(numbered("要点", 1, 0), numbering=numbering(level(0, "bullet", "\uf0b7"))) == ["要点"]


def test_a_definition_by_a_numbering_style() -> None:
    part = (
        f'<w:abstractNum w:abstractNumId="0">{HAN}</w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="S"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    )
    styles = (
        '<w:style w:type="numbering" w:styleId="S"><w:name w:val="列表"/><w:pPr><w:numPr><w:numId w:val="1"/>'
        "</w:numPr></w:pPr></w:style>"
    )
    assert lines(numbered("甲", 2), styles=styles, numbering=part) == ["一、甲"]


@pytest.mark.parametrize(
    ("number", "form", "expected"),
    [
        (10, "chineseCounting", "十"), (20, "chineseCounting", "二十"), (110, "chineseCountingThousand", "一百一十"),
        (1005, "chineseCountingThousand", "一千〇五"), (11, "chineseLegalSimplified", "壹拾壹"),
        (21, "ideographDigital", "二一"), (3, "ideographTraditional", "丙"), (12, "ideographZodiac", "亥"),
        (20, "decimalEnclosedCircle", "⑳"), (3, "decimalEnclosedParen", "⑶"), (7, "decimalEnclosedFullstop", "⒎"),
        (2, "ideographEnclosedCircle", "㊁"), (15, "decimalFullWidth", "１５"), (9, "lowerRoman", "ix"),
        (27, "lowerLetter", "aa"), (5, "decimalZero", "05"), (5, "none", ""), (21, "decimalEnclosedCircle", "21"),
        (4, "someNewFormat", "4"),
    ],
)  # fmt: skip
def test_number_formats(number: int, form: str, expected: str) -> None:
    assert spelled(number, form) == expected


def test_every_format_of_the_table_prints_its_first_numbers() -> None:
    for row in rows("numfmt"):
        if row.value in {"list", "positional", "counting"}:
            first = [spelled(n, row.id) for n in (1, 2, 3)]
            assert len(set(first)) == 3, row.id
            assert first[0] in row.forms, row.id


def test_tracked_insertions_stay_and_deletions_go() -> None:
    body = (
        "<w:p><w:r><w:t>罚款</w:t></w:r><w:del><w:r><w:delText>10</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>20</w:t></w:r></w:ins><w:r><w:t>元</w:t></w:r></w:p>"
    )
    assert text(body) == "罚款20元"


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    body = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>进一步</w:t></w:r></w:p>" + p("研究。")
    assert text(body) == "进一步研究。"


def test_moved_text_stands_once() -> None:
    moved = "<w:p><w:move{}><w:r><w:t>移动的话。</w:t></w:r></w:move{}></w:p>"
    assert text(moved.format("From", "From") + moved.format("To", "To")).split("\n") == ["", "移动的话。"]


def test_a_text_box_is_read_once_and_before_its_paragraph() -> None:
    box = f"<w:txbxContent>{p('清溪县人民政府文件')}</w:txbxContent>"
    body = (
        "<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>" + box + "</wps:txbx></w:drawing></mc:Choice>"
        "<mc:Fallback><w:pict><v:textbox>" + box + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        "<w:r><w:t>关于防汛的通知</w:t></w:r></w:p>"
    )
    assert text(body) == "清溪县人民政府文件\n关于防汛的通知"


def test_content_controls_fields_and_links_give_their_text() -> None:
    body = (
        "<w:sdt><w:sdtPr/><w:sdtContent>" + p("控件里的段落。") + "</w:sdtContent></w:sdt>"
        "<w:p><w:sdt><w:sdtContent><w:r><w:t>行内</w:t></w:r></w:sdtContent></w:sdt>"
        '<w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink><w:fldSimple w:instr="DATE"><w:r><w:t>2024年</w:t></w:r>'
        "</w:fldSimple><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
    )
    assert text(body) == "控件里的段落。\n行内链接2024年"


def test_a_table_gives_a_line_a_row() -> None:
    def cell(*words: str) -> str:
        return f"<w:tc>{''.join(p(w) for w in words)}</w:tc>"

    body = f"<w:tbl><w:tr>{cell('项目')}{cell('数量')}</w:tr><w:tr>{cell('桥梁', '（座）')}{cell('3')}</w:tr></w:tbl>"
    assert text(body) == "项目\t数量\n桥梁（座）\t3"


def test_a_table_of_one_cell_is_a_frame() -> None:
    body = f"<w:tbl><w:tr><w:tc>{p('第一段。')}{p('第二段。')}</w:tc></w:tr></w:tbl>"
    assert text(body) == "第一段。\n第二段。"


def test_footnotes_follow_the_body_and_margins_stand_apart() -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = f"<w:p><w:r><w:t>总产值</w:t></w:r>{mark}<w:r><w:t>增长5%。</w:t></w:r></w:p>"
    found = read_docx(
        docx(
            body,
            footnotes=f'<w:footnote w:id="2">{p("按可比价计算。")}</w:footnote>',
            header1=p("内部资料"),
            footer1=p("1"),
        )
    )
    assert found.text == "总产值增长5%。\n[1] 按可比价计算。"
    assert {(x.kind, x.text) for x in found.apart} == {
        ("header", "内部资料"), ("footer", "1"), ("footnote", "按可比价计算。"),
    }  # fmt: skip


def test_hidden_text_breaks_tabs_and_symbols() -> None:
    body = (
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t>"
        '<w:sym w:font="Wingdings" w:char="F0FE"/></w:r></w:p>'
    )
    assert text(body) == "甲\t乙\n丙☑"


def test_the_look_of_a_red_header_is_evidence() -> None:
    body = p("清溪县人民政府文件", '<w:jc w:val="center"/>', '<w:b/><w:color w:val="FF0000"/><w:sz w:val="72"/>')
    look = read_docx(docx(body)).looks[0]
    assert (look.align, look.bold, look.red, look.size) == ("center", True, True, 72)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (docx(p("甲"))[:200], "truncated"),
        (zipped({"[Content_Types].xml": "", "word/styles.xml": "<a/>"}), "malformed"),
        (zipped({"[Content_Types].xml": "", "word/document.xml": "<w:document"}), "malformed"),
        (zipped({"word/document.xml": "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"}), "malformed"),
        (zipped({"word/document.xml": b"<x>" + b"0" * 50_000_000 + b"</x>"}), "bomb"),
        (docx("<w:sdt>" * 3000 + "</w:sdt>" * 3000), "malformed"),
    ],
    ids=["cut", "no body", "cut xml", "entities", "bomb", "deep"],
)
def test_damaged_files_say_what_is_wrong(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as error:
        read_docx(data, "a.docx")
    assert error.value.code == code


def test_real_documents_lose_no_character() -> None:
    if not FILES.is_dir():
        pytest.skip("no real documents beside the project")
    compared = 0
    for path in sorted(FILES.glob("*.docx")):
        beside = FILES.parent / "texts" / f"{path.stem}.txt"
        found = read_docx(path.read_bytes(), path.name).text
        assert len(found) > 1000
        if beside.exists():
            assert squeezed(found) == squeezed(beside.read_text(encoding="utf-8"))
            compared += 1
    assert compared


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u200b\ufeff]+", "", text)
