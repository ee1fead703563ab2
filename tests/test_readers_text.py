"""Encodings and formats: told by content, decoded without losing a character."""

from __future__ import annotations

import pytest

from govdoc.errors import ReadError
from govdoc.readers.document import read
from govdoc.readers.markdown import read_markdown
from govdoc.readers.open import reading
from govdoc.readers.sniff import sniff
from govdoc.readers.text import decode
from tests.officefile import docx, ofd, p, pdf, zipped

SIMPLIFIED = "清溪县人民政府关于2023年法治政府建设情况的报告\n一、全年办理行政复议案件34件，同比增长8.5%。\n" * 5
TRADITIONAL = "關於加強道路交通安全工作的通知\n各區政府：全年處理違規個案三十四宗，較去年減少百分之五。\n" * 5
RARE = "会议由朱镕主持，䶮先生和喆女士出席。" + SIMPLIFIED


@pytest.mark.parametrize("text", [SIMPLIFIED, RARE, TRADITIONAL], ids=["simplified", "rare", "traditional"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030"])
def test_unicode_and_gb_come_out_whole(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == (text, ())


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_big5_is_told_from_gbk(ending: str) -> None:
    text = TRADITIONAL.replace("\n", ending)
    assert decode(text.encode("big5"))[0] == text
    assert decode(SIMPLIFIED.encode("gbk"))[0] == SIMPLIFIED


def test_traditional_text_in_gbk_is_not_taken_for_big5() -> None:
    assert decode(TRADITIONAL.encode("gbk"))[0] == TRADITIONAL


def test_a_short_text_is_decoded_too() -> None:
    assert decode("通知".encode("gbk"))[0] == "通知"
    assert decode("34件".encode("gb18030"))[0] == "34件"
    assert decode(b"34")[0] == "34"


def test_a_cut_or_damaged_text_is_read_and_says_so() -> None:
    text, issues = decode(SIMPLIFIED.encode("utf-8")[:-2])
    assert text[:100] == SIMPLIFIED[:100]
    assert "damaged" in issues[0].message
    broken = bytearray(SIMPLIFIED.encode("gb18030"))
    broken[101:102] = b"\xff"
    assert decode(bytes(broken))[1]


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 40, b"\x00\x01\x02\x03" * 100, b"\xff\xfe\xfd" * 333], ids=["all", "low", "high"]
)
def test_binary_content_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError) as error:
        decode(data, "x.txt")
    assert error.value.code in {"encoding", "unsupported"}


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (SIMPLIFIED.encode("gbk"), "txt"),
        (SIMPLIFIED.encode("utf-16"), "txt"),
        (b"\xef\xbb\xbf  <!DOCTYPE html><html><body>", "html"),
        ("<p style='a'>通知</p>".encode(), "html"),
        ("<html>".encode("utf-16"), "html"),
        ("<通知>不是网页".encode(), "txt"),
        (docx(p("甲")), "docx"),
        (pdf([[(72, 700, "甲")]]), "pdf"),
        (ofd([[(20, 20, "甲")]]), "ofd"),
        (zipped({"a.txt": "甲"}), "zip"),
        (rb"{\rtf1\ansi ...}", "rtf"),
        (b'{"text": "x"}\n', "jsonl"),
        ("# 通知\n\n## 一、要求\n\n**重点**\n- 一\n- 二\n> 引\n".encode(), "md"),
        ("# 号码表\n正文".encode(), "txt"),
    ],
    ids=lambda x: x if isinstance(x, str) else "",
)
def test_formats_are_told_by_content(data: bytes, expected: str) -> None:
    assert sniff(data, "misleading.doc") == expected


@pytest.mark.parametrize(
    ("data", "code", "word"),
    [
        (b"", "empty", "no bytes"),
        (b"\x89PNG\r\n\x1a\n", "unsupported", "PNG"),
        (b"\xff\xd8\xff\xe0", "unsupported", "JPEG"),
        (b"PK\x03\x04broken", "truncated", "ZIP"),
        (
            zipped({"a.txt": "甲"}).replace(b"PK\x01\x02\x14\x03\x14", b"PK\x01\x02\x14\x03\x77"),
            "truncated",
            "version 11.9",
        ),
        (
            zipped({"[Content_Types].xml": "", "word/document.xml": '<?xml version="1.0" encoding="UTF-88"?><w/>'}),
            "malformed",
            "unknown encoding",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted", "password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "unsupported", "Excel"),
        (zipped({"[Content_Types].xml": "", "xl/workbook.xml": ""}), "unsupported", "Excel"),
        (b"  \n\t ", "no_text", "without text"),
        ('{\n "索引号": "1",\n "标题": "通知"\n}\n'.encode(), "unsupported", "one object a line"),
    ],
    ids=lambda x: x if isinstance(x, str) else "",
)
def test_what_is_no_document_says_what_was_found(data: bytes, code: str, word: str) -> None:
    with pytest.raises(ReadError) as error:
        reading(data)
    assert error.value.code == code
    assert word in error.value.reason


def test_a_given_format_overrules_the_content() -> None:
    assert reading("<p>通知</p>".encode(), format="txt").text == "<p>通知</p>"
    with pytest.raises(ReadError, match="no reader for format 'docm'"):
        reading(b"x", format="docm")


def test_markdown_marks_go_and_text_stays() -> None:
    table = "| 桥 | 数 |\n|---|:--|\n| 大桥 | 3座 |\n"
    source = f"---\ntitle: x\n---\n# 清溪县通知\n\n1. 甲\n- **乙：**见[附件](a.doc)\n> 丙\n\n{table}"
    found = read_markdown(source.encode())
    assert found.text == "清溪县通知\n\n1. 甲\n乙：见附件\n丙\n\n桥\t数\n大桥\t3座\n"
    assert found.looks[0].level == 1


def test_read_takes_paths_bytes_and_files(tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "通知.txt"
    path.write_bytes("关于防汛的通知\n各村：\n现有险段3处。".encode("gb18030"))
    with path.open("rb") as file:
        documents = [read(path), read(str(path)), read(path.read_bytes()), read(file)]
    assert {d.facts[0].quantity.text for d in documents} == {"3处"}
    with pytest.raises(ReadError, match="no such file"):
        read(tmp_path / "none.txt")
    with pytest.raises(ReadError, match="expected a file"):
        read(tmp_path)
