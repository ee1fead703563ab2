"""版头, title and addressees, from lines, from blank-line separated text, from one line with spaces, and from none."""

from __future__ import annotations

import pytest

import govdoc
from govdoc.layout.head.title import title_model
from govdoc.text.normalise import normalise
from tests.casefile import Case, cases
from tests.layoutcase import SHAPES, header_line, read


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("case", cases("header"))
def test_header(case: Case, shape: str) -> None:
    assert header_line(read(SHAPES[shape](case.text)).headers[0]) == case.expected, case.note


@pytest.mark.parametrize("case", cases("header.glued"))
def test_header_of_text_without_breaks(case: Case) -> None:
    assert header_line(read(case.text).headers[0]) == case.expected, case.note


@pytest.mark.parametrize("case", cases("title"))
def test_title_parts(case: Case) -> None:
    normal = normalise(case.text)
    title = title_model(normal, 0, len(normal.text))
    matter = title.matter.value if title.matter else ""
    issuers = ",".join(x.value for x in title.issuers)
    assert f"{issuers}/{matter}/{title.kind.value if title.kind else ''}" == case.expected, case.note


@pytest.mark.parametrize("above", ["", "清溪市公共停车场管理办法\n"])
def test_an_order_is_one_by_its_mark(above: str) -> None:
    order = "清溪市人民政府令\n第67号\n《清溪市公共停车场管理办法》已经通过，现予公布。\n市长　应启明\n2021年5月8日"
    doc = govdoc.parse(above + order)
    assert doc.kind is not None and doc.kind.value == "命令"
    assert not [issue for issue in doc.issues if issue.code == "title_missing"]


def test_a_title_below_the_mark_of_an_order_says_what_it_is() -> None:
    doc = govdoc.parse("清溪市人民政府令\n第9号\n清溪市人民政府关于修改部分规定的决定\n为了优化环境，决定如下。")
    assert doc.kind is not None and doc.kind.value == "决定"


PAGE = """您的位置：首页 » 法规资料库 » 地方规章 »

清溪市城区犬类管理规定

时间：2024-05-06 09:12:33 来源：法规资料库 作者：法规资料库 阅读：812
下载地址：点击此处下载

清溪市城区犬类管理规定

云川省清溪市人民政府


清溪市城区犬类管理规定
（2004年3月2日清溪市人民政府第5次常务会议通过）

第一条 为了加强犬类管理，保障市民安全，制定本规定。
"""


def test_a_page_that_prints_the_title_again_and_again() -> None:
    head = govdoc.parse(PAGE).header
    assert header_line(head) == (
        "title=清溪市城区犬类管理规定 | subtitle=（2004年3月2日清溪市人民政府第5次常务会议通过） | date=2004-03-02"
    )


def test_a_blank_line_ends_a_title_where_lines_are_broken_without_one() -> None:
    towns = "云岭沙河青石白塘柳林东坪西渡南湾"
    lines = "".join(
        f"{a}{b}镇要立即组织力量对所辖水库堤防涵闸进行拉网式\n排查。"
        for a, b in zip(towns[::2], towns[1::2], strict=True)
    )
    title = "清溪县人民政府关于印发《清溪县防汛工作规则》的通知"
    doc = govdoc.parse(f"清溪县人民政府信息公开\n\n{title}\n\n各乡镇人民政府：\n\n{lines}")
    assert doc.header.title is not None
    assert doc.header.title.value == title
    assert len(doc.preamble.paragraphs) == 1


def test_the_title_of_a_letter_below_the_name_of_what_it_encloses() -> None:
    table = "标题：清溪县云岭镇防汛预案\n索引号：11370323/2021-None 文号：\n发布机构：清溪县云岭镇人民政府\n\n清溪县云岭镇防汛预案\n\n"
    letter = "云岭镇人民政府\n\n关于印发《云岭镇2021年度防汛预案》的通知\n\n各村、镇直各部门：\n\n现印发给你们。\n\n"
    title = govdoc.parse(table + letter + "云岭镇人民政府\n\n2021年9月20日").header.title
    assert title is not None and title.value == "云岭镇人民政府关于印发《云岭镇2021年度防汛预案》的通知"


def test_the_labels_of_a_law_base_are_no_title() -> None:
    table = "文号 | 清办字[2012]7号 |\n制发机关 | 清溪市人民政府 |\n文件类别 | 通知 |\n文件状态 | 执行中 |\n"
    head = govdoc.parse(table + "各有关单位：\n请做好安排。\n清溪市人民政府\n2009年1月10日").header
    assert header_line(head) == "number=清办字〔2012〕7号 | to=各有关单位"
