"""Spaces that a typesetter puts around every number say nothing: the text reads as it does without them."""

from __future__ import annotations

import re

import pytest

import govdoc

REPORT = (
    "2026年清溪县政府工作报告\n——2026年1月26日在清溪县第十九届人民代表大会第四次会议上\n清溪县县长 王凯\n各位代表：\n"
    "现在报告工作。\n一、2025年工作回顾\n2025年是攻坚之年。新建水厂3座，PM2.5平均浓度27微克/立方米，供水量增长8.1%。\n"
    "二、2026年工作安排\n今年要改造管网40公里，办好第2届水文化节。\n"
)
NOTICE = (
    "清溪县税务局关于延长2023年2月份申报期限的通告\n2023年第2号\n现将有关事项通告如下。\n"
    "一、期限延至2月24日。\n二、逾期的按5%加收。\n清溪县税务局\n2023年2月10日\n"
)
ORDER = (
    "清溪县人民政府令（第16号）\n《清溪县村道管护办法》已经2023年5月8日县政府第3次常务会议通过，现予公布。\n"
    "县长 谢文涛\n2023年5月12日\n"
)


@pytest.mark.parametrize("text", [REPORT, NOTICE, ORDER])
@pytest.mark.parametrize("space", [" ", "\xa0"])
def test_spaces_around_numbers_change_nothing(text: str, space: str) -> None:
    spaced = re.sub(r"(?<=[0-9%])(?=[一-龥])|(?<=[一-龥])(?=[0-9])", space, text)
    assert spaced.count(space) > 8
    assert _told(govdoc.parse(spaced)) == _told(govdoc.parse(text))


def test_a_date_behind_a_space_stands_apart_from_the_organ() -> None:
    doc = govdoc.parse(
        "关于防汛工作的报告 县政府： 全镇有水库 3 座、山塘 12 口。特此报告。 云岭镇人民政府 2023 年 5 月 12 日"
    )
    assert [x.value for x in doc.closing.signatures] == ["云岭镇人民政府"]
    assert doc.closing.date is not None and doc.closing.date.value == "2023-05-12"


def test_the_number_of_a_heading_stands_apart_from_its_title() -> None:
    doc = govdoc.parse("防汛预案\n1 总则\n1.1 目的\n为做好 2023 年 5 月防汛，制定本预案。\n2 附则\n设指挥长 1 名。\n")
    assert [s.label for s in doc.sections] == ["1总则", "2附则"]
    assert [s.label for s in doc.sections[0].children] == ["1.1目的"]


PLAN = (
    "清溪县人民政府办公室关于印发县城供水管网更新改造和水厂提升三年行动方案的通知\n各乡镇人民政府，县直各有关部门、各直属事业单位，各驻县单位：\n"
    "一、总体要求。全面贯彻县委、县政府关于城乡供水一体化的决策部署，坚持统一规划、分步实施，力争三年内改造老旧管网120公里，"
    "新建改建水厂9座，农村自来水普及率达到95%以上，管网漏损率控制在9%以内，让群众喝上放心水。\n"
    "二、主要任务。一是更新老旧管网。摸清底数，建立台账，优先更换使用年限超过30年的灰口铸铁管，年内完成36公里。"
    "二是提升水厂工艺。对处理工艺落后的6座水厂进行深度处理改造，水质在线监测设备安装率达到100%，出厂水合格率不低于98%。"
    "三是推进智能计量。更换智能水表2.4万只，建立分区计量体系，及时发现和处置漏损点，全年减少漏损水量50万立方米。\n"
)


def test_spaces_where_the_lines_of_a_page_ended_change_nothing() -> None:
    joined = "\n".join(" ".join(re.findall(".{1,33}[0-9%.]*", line)) for line in PLAN.splitlines())
    assert joined.count(" ") == 9
    assert _told(govdoc.parse(joined)) == _told(govdoc.parse(PLAN))


def test_spaces_at_no_one_width_end_lines() -> None:
    doc = govdoc.parse("清溪县水务局关于开展管网检查的通知 各水厂： 请开展检查。 清溪县水务局 2023年5月4日")
    assert doc.header.title is not None and doc.header.title.value == "清溪县水务局关于开展管网检查的通知"
    assert [x.value for x in doc.closing.signatures] == ["清溪县水务局"]


def _told(doc: govdoc.Document) -> list[object]:
    """What the document says, without its places."""
    head, end = doc.header, doc.closing
    return [
        *(x and x.value for x in (head.title, head.subtitle, head.speaker, head.addressees, head.date, end.date)),
        head.doc_number and (head.doc_number.year, head.doc_number.serial),
        [x.value for x in (*head.issuer_marks, *end.signatures)],
        [section.label for section in doc.walk()],
        [(f.subject and f.subject.value, f.quantity.value, f.period and f.period.value) for f in doc.facts],
    ]
