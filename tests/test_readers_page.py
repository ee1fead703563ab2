"""Web pages and printed pages: the main text whole, the chrome out, the look kept."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from govdoc.errors import ReadError
from govdoc.readers.html import page, read_html
from govdoc.readers.ofd import read_ofd
from govdoc.readers.pdf import read_pdf
from tests.officefile import Ink, ofd, pdf, zipped

pytest.importorskip("selectolax", reason="pip install 'govdoc[html]'")
pytest.importorskip("pypdfium2", reason="pip install 'govdoc[pdf]'")

FILES = Path(__file__).parents[2] / "shared" / "corpus" / "files"
BODY = "<p>各村（社区）：</p>" + "".join(f"<p>一、现有险段{n}处，责任到人，应于汛前完成。</p>" for n in range(12))


def site(main: str, head: str = "") -> str:
    return (
        f"<!DOCTYPE html><html><head><title>门户网站</title>{head}<script>var a='正文，。';</script></head><body>"
        "<nav><a href='/'>首页</a><a>政务公开</a></nav><div class='crumb'>当前位置：首页</div>"
        f"{main}<div class='related'><ul><li>相关报道，其一。</li></ul></div>"
        "<footer>版权所有，清溪县。</footer></body></html>"
    )


@pytest.mark.parametrize(
    "main",
    [
        f'<div id="zoom">{BODY}</div>',
        f'<div class="TRS_Editor">{BODY}</div>',
        f'<table><tr><td class="b12c" id="UCAP-CONTENT">{BODY}</td></tr></table>',
        f'<div class="wrap"><div class="unheard-of">{BODY}</div></div>',
    ],
)
def test_the_main_text_is_found(main: str) -> None:
    text = page(site(main)).text
    assert text.startswith("各村（社区）：\n一、现有险段0处")
    assert text.count("险段") == 12
    assert not re.search("首页|版权|相关|正文", text)


def test_the_headline_outside_the_main_text_is_kept_once() -> None:
    title = "<h1>清溪县关于做好防汛工作的通知</h1>"
    assert page(site(f'{title}<div id="zoom">{BODY}</div>')).text.startswith("清溪县关于做好防汛工作的通知\n各村")
    inside = f'{title}<div id="zoom"><p>清溪县关于做好防汛工作的通知</p>{BODY}</div>'
    assert page(site(inside)).text.count("防汛工作的通知") == 1


def test_the_metadata_table_is_evidence_and_stays_above_the_title() -> None:
    table = "<table><tr><td>索 引 号：</td><td>00X1/2024-1</td></tr><tr><td>发文机关：</td><td>清溪县人民政府</td></tr>"
    table += "<tr><td>成文日期：</td><td>2024年3月5日</td></tr></table>"
    found = page(site(f'{table}<div id="zoom">{BODY}</div>', '<meta name="ArticleTitle" content="防汛通知">'))
    assert dict(found.meta) == {
        "索引号": "00X1/2024-1", "发文机关": "清溪县人民政府", "成文日期": "2024年3月5日", "标题": "防汛通知",
    }  # fmt: skip
    assert found.text.startswith("索 引 号：\t00X1/2024-1\n")


def test_a_false_declaration_cuts_nothing() -> None:
    source = site(f'<div id="zoom"><p>朱镕出席，䶮先生主持。</p>{BODY}</div>', '<meta charset="gb2312">')
    for encoding in ("gb18030", "utf-8"):
        text = read_html(source.encode(encoding)).text
        assert "朱镕出席，䶮先生主持。" in text
        assert text.count("险段") == 12


def test_lines_tables_and_hidden_parts() -> None:
    source = (
        "<p style='text-align:center'><b>关于开展<br>检查的通知</b></p><p>罚款&nbsp;20<span>万</span>元&lt;含税&gt;</p>"
        "<div style='display:none'>隐藏</div>"
        "<table><tr><th>项目</th><th>数</th></tr><tr><td>桥</td><td>3<br>座</td></tr></table>"
    )
    found = page(source)
    assert found.text == "关于开展\n检查的通知\n罚款\xa020万元<含税>\n项目\t数\n桥\t3座"
    assert [(x.align, x.bold) for x in found.looks] == [("center", True), ("center", True)]


def test_cells_of_a_saved_fragment_are_kept() -> None:
    assert page("<tbody><tr><td><p>通知</p><p>各村：</p></td></tr></tbody>").text == "通知\n各村："


def test_a_page_without_text_is_an_error() -> None:
    with pytest.raises(ReadError, match="without text"):
        page("<html><body><script>load()</script></body></html>")


def test_deep_nesting_is_no_crash() -> None:
    text = page("<html><body><p>通知，要求。</p>" + "<div>" * 5000 + "深处的字" + "</body></html>").text
    assert "通知" in text
    assert "深处的字" in text


def test_real_pages_lose_no_character() -> None:
    if not FILES.is_dir():
        pytest.skip("no real pages beside the project")
    compared = 0
    for path in sorted(FILES.glob("*.html")):
        text = read_html(path.read_bytes(), path.name).text
        beside = FILES.parent / "texts" / f"{path.stem}.txt"
        assert text.strip()
        if beside.exists():
            assert squeezed(text) == squeezed(beside.read_text(encoding="utf-8"))
            compared += 1
    assert compared


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u200b\ufeff]+", "", text)


# A4 in points: 28 characters of 16 points a line, from 72.
LEFT, WIDTH, SIZE = 72.0, 28, 16
LONG = "云岭镇和清溪县都高度重视防汛工作，落实责任，现有险段三处，均已派人值守，物资储备充足，群众转移路线明确，请各村认真执行。"


def printed(paragraphs: list[str], first: float = 720, indent: int = 2) -> list[tuple[float, float, str]]:
    """Paragraphs set in lines, the first of each indented."""
    lines, y = [], first
    for paragraph in paragraphs:
        rest, shift = paragraph, indent
        while rest:
            room = WIDTH - shift
            lines.append((LEFT + shift * SIZE, y, rest[:room]))
            rest, shift, y = rest[room:], 0, y - 28
    return lines


def test_lines_of_a_pdf_are_joined_and_margins_taken_out() -> None:
    pages = [
        [
            (220, 800, "清溪县政府公报"),
            (200, 700, f"关于防汛的第{n}号通知"),
            *printed([LONG], 650),
            (280, 40, f"— {n} —"),
        ]
        for n in "一二三"
    ]
    found = read_pdf(pdf(pages))
    assert found.text.split("\n") == [x for n in "一二三" for x in (f"关于防汛的第{n}号通知", LONG)]
    assert found.text[found.pages[1] :].startswith("关于防汛的第二号通知")
    assert len(found.pages) == 3
    assert ("header", "清溪县政府公报") in {(x.kind, x.text) for x in found.apart}
    assert [x.align for x in found.looks] == ["center"] * 3


def test_a_paragraph_goes_on_over_the_page() -> None:
    lines = printed([LONG])
    found = read_pdf(pdf([lines[:1], [(x, 720, t) for x, _, t in lines[1:2]], printed(["完。"])]))
    assert found.text.split("\n")[0].startswith(lines[0][2] + lines[1][2])


def test_unindented_paragraphs_end_at_a_full_stop() -> None:
    one, two, three = (x * (WIDTH - 1) + "。" for x in "甲乙丙")
    found = read_pdf(pdf([printed([one, two, "短句。", three, "完毕。"], indent=0)]))
    assert found.text.split("\n") == [one, two, "短句。", three, "完毕。"]


def test_a_scanned_pdf_is_reported() -> None:
    empty = pdf([[]])
    image = b"q 500 0 0 700 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x00 EI Q\n"
    scanned = empty.replace(b"<< /Length 0 >>\nstream\n", b"<< /Length %d >>\nstream\n" % len(image) + image)
    with pytest.raises(ReadError) as error:
        read_pdf(scanned)
    assert (error.value.code, "scanned" in error.value.reason) == ("scanned", True)
    with pytest.raises(ReadError) as error:
        read_pdf(empty)
    assert error.value.code == "no_text"


@pytest.mark.parametrize("data", [b"%PDF-1.4 nothing", pdf([[(72, 700, "甲")]])[:300]], ids=["head", "cut"])
def test_a_truncated_pdf_is_an_error(data: bytes) -> None:
    with pytest.raises(ReadError) as error:
        read_pdf(data)
    assert error.value.code in {"truncated", "no_text"}


def test_an_ofd_is_read_like_print() -> None:
    rest = [
        (28.0 + 11.2 * (not n), 50.0 + 10 * n, words) for n, words in enumerate([LONG[:25], LONG[25:52], LONG[52:]])
    ]
    pages = [[(75.0, 30.0, "关于防汛的通知"), *rest]]
    found = read_ofd(ofd(pages))
    assert found.text.replace("\n", "").endswith(LONG)
    assert found.text.split("\n")[0] == "关于防汛的通知"


def test_bold_and_red_lines_inside_a_paragraph_are_no_look() -> None:
    bold = [
        (x, y, text) if n else Ink(x, y, text, bold=True, red=True) for n, (x, y, text) in enumerate(printed([LONG]))
    ]
    assert read_pdf(pdf([bold])).looks == ()
    marked = read_pdf(pdf([[Ink(*line, bold=True) for line in printed([LONG, "完。"])]])).looks
    assert [(x.start, x.end, x.bold, x.size) for x in marked] == [
        (0, len(LONG), True, 32),
        (len(LONG) + 1, len(LONG) + 3, True, 32),
    ]


@pytest.mark.parametrize(
    "data", [ofd([[(20, 20, "甲")]])[:100], zipped({"OFD.xml": "<OFD/>"}), ofd([[]])], ids=["cut", "empty", "blank"]
)
def test_a_damaged_ofd_is_an_error(data: bytes) -> None:
    with pytest.raises(ReadError):
        read_ofd(data)
