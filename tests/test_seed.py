"""A real township report, field by field. It lies beside the repository, not in it: without it these tests skip."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

import govdoc
from govdoc import Document, Fact, Role, Section

SEED = Path(__file__).parents[2] / "shared" / "seed" / "report.txt"
pytestmark = pytest.mark.skipif(not SEED.exists(), reason="the seed report is not beside the repository")


@cache
def seed() -> Document:
    with SEED.open(encoding="utf-8", newline="") as file:
        return govdoc.parse(file.read())


def section(label: str) -> Section:
    return next(s for s in seed().walk() if s.label.startswith(label))


def fact(words: str, nth: int = 0) -> Fact:
    found = [f for f in seed().facts if "".join(f.quantity.text.split()) == words]
    assert len(found) > nth, f"{words} is not among {[f.quantity.text for f in seed().facts]}"
    return found[nth]


def test_title_is_joined_from_two_lines() -> None:
    title = seed().header.title
    assert title is not None
    assert title.value == "重庆市大足区拾万镇人民政府关于拾万镇2021年法治政府建设情况的报告"
    assert "\n" in title.text
    assert title.kind is govdoc.DocumentKind.REPORT
    assert [i.value for i in title.issuers] == ["重庆市大足区拾万镇人民政府"]
    assert seed().kind is govdoc.DocumentKind.REPORT


def test_doc_number() -> None:
    number = seed().header.doc_number
    assert number is not None
    assert (number.text, number.organ_code, number.year, number.serial) == (
        "拾万府文〔2021〕165号",
        "拾万府文",
        2021,
        165,
    )


def test_addressee() -> None:
    to = seed().header.addressees
    assert to is not None
    assert [n.value for n in to.names] == ["区政府"]


def test_four_headings_of_the_first_level() -> None:
    assert [s.label for s in seed().sections] == [
        "一、推进法治政府建设的主要举措及成效",
        "二、主要负责人履行推进法治建设第一责任人职责",
        "三、存在的问题",
        "四、2022年度推进法制建设的主要安排",
    ]


def test_eleven_headings_of_the_second_level() -> None:
    assert [[c.label for c in s.children] for s in seed().sections] == [
        [
            "（一）强化政治站位，加强组织保障",
            "（二）强化依法行政，推进法治建设",
            "（三）强化综合治理，优化法治环境",
            "（四）强化宣传教育，提升法治意识",
        ],
        ["（一）健全领导小组", "（二）完善工作机制"],
        ["（一）法制宣传教育开展不平衡", "（二）法制宣传阵地建设有待进一步加强"],
        [
            "（一）深入学习践行习近平法治思想",
            "（二）全力保障经济高质量发展",
            "（三）纵深推动全面依法治区各项工作",
        ],
    ]


@pytest.mark.parametrize(
    ("parent", "items"),
    [
        (
            "（二）强化依法行政",
            ["一是健全决策机制", "二是坚持严格规范公正文明执法", "三是优化政务服务", "四是加强“三治”建设"],
        ),
        (
            "（三）强化综合治理",
            [
                "一是完善运行机制",
                "二是加强依法接访工作",
                "三是健全矛盾纠纷排查制度",
                "四是全力抓好社会治安防控",
                "五是开展道路交通安全专项整治行动",
                "六是推进综治•网格化服务管理中心建设工作",
            ],
        ),
    ],
)
def test_items_stand_under_their_section(parent: str, items: list[str]) -> None:
    assert [c.label for c in section(parent).children] == items


def test_the_paragraph_broken_in_mid_word_is_whole() -> None:
    paragraphs = section("（一）强化政治站位").paragraphs
    assert len(paragraphs) == 1
    assert "研究本镇法治建设工作。" in re.sub(r"\s", "", paragraphs[0].text)
    assert "研究" in [re.sub(r"\s", "", t.text) for t in govdoc.tokenize(seed().text)]


def test_closing() -> None:
    closing = seed().closing
    assert [s.value for s in closing.signatures] == ["重庆市大足区拾万镇人民政府"]
    assert closing.date is not None
    assert (closing.date.value, closing.date.text) == ("2021-11-23", "2021年11月23日")
    assert [c.value for c in closing.cc] == ["区委依法治区办"]


def test_five_references() -> None:
    found = seed().references
    assert [r.title.value for r in found if r.title] == [
        "法治政府建设与责任落实督察工作规定",
        "关于印发大足区2021年法治政府建设工作要点的通知",
        "党委议事规则",
        "行政办公会议事规则",
        "拾万镇领导班子成员接访制度",
    ]
    numbers = [r.doc_number.text if r.doc_number else None for r in found if r.title]
    assert numbers == [None, "大足府办法〔2021〕69号", None, None, None]


AMOUNTS = [  # text, nth, value, unit, bound, subject
    ("10个", 0, "10", "个", "exact", "村（社区）"),
    ("1个", 0, "1", "个", "exact", "镇级公共服务中心"),
    ("10个", 1, "10", "个", "exact", "村级公共服务站"),
    ("1万余件", 0, "10000", "件", "over", "基层群众事项"),
    ("2个", 0, "2", "个", "exact", None),
    ("34宗", 0, "34", "宗", "exact", "信访案件"),
    ("100%", 0, "100", "%", "exact", "调处率"),
    ("约53起", 0, "53", "起", "about", "矛盾纠纷"),
    ("约53件", 0, "53", "件", "about", "矛盾纠纷"),
    ("100%", 1, "100", "%", "exact", "调处率"),
    ("2名", 0, "2", "名", "exact", "社区矫正人员"),
    ("72名", 0, "72", "名", "exact", "安置帮教人员"),
    ("4名", 0, "4", "名", "exact", "社区戒毒康复人员"),
    ("31名", 0, "31", "名", "exact", "严重精神障碍患者"),
    ("164起", 0, "164", "起", "exact", "交通违法行为"),
    ("2730元", 0, "2730", "元", "exact", "罚款"),
    ("100余名", 0, "100", "名", "over", "车主"),
]


@pytest.mark.parametrize(("text", "nth", "value", "unit", "bound", "subject"), AMOUNTS)
def test_amounts(text: str, nth: int, value: str, unit: str, bound: str, subject: str | None) -> None:
    found = fact(text, nth)
    quantity = found.quantity
    assert (quantity.value, str(quantity.unit), quantity.bound.value) == (Decimal(value), unit, bound)
    assert found.status == "actual"
    if subject:
        assert found.subject is not None
        assert found.subject.value.endswith(subject)


def test_nothing_happened_is_zero_of_the_thing() -> None:
    zero = next(f for f in seed().facts if f.quantity.value == 0)
    assert "零发生" in seed().text[zero.quantity.span.start - 1 : zero.quantity.span.end + 3]
    assert zero.subject is not None
    assert zero.subject.value == "暴恐事件"
    assert zero.scope is not None
    assert zero.scope.value == "全镇"


def test_facts_of_this_year_are_of_2021() -> None:
    found = fact("34宗")
    assert found.period is not None
    assert found.period.value == "2021"
    assert found.section == (
        "一、推进法治政府建设的主要举措及成效",
        "（三）强化综合治理，优化法治环境",
        "二是加强依法接访工作",
    )


NO_AMOUNTS = (
    "拾万",
    "一站式",
    "三治",
    "一村（社区）一法律顾问",
    "第一责任人",
    "3级以上",
    "两三轮",
    "两、三轮",
    "6.26",
    "第一要务",
)


@pytest.mark.parametrize("words", NO_AMOUNTS)
def test_words_that_are_no_amounts(words: str) -> None:
    spans = [m.span() for m in re.finditer(re.escape(words), seed().text)]
    assert spans
    inside = [q.text for q in seed().quantities for a, b in spans if q.span.start < b and a < q.span.end]
    assert not inside


def test_every_amount_is_named_above() -> None:
    """34 digits more or less: nothing beyond the amounts of this file is one."""
    named = {text for text, *_ in AMOUNTS} | {"零"}
    others = {"".join(q.text.split()) for q in seed().quantities} - named
    assert not {o for o in others if not o.startswith(("零", "“零"))}


def test_no_digit_is_unaccounted_for() -> None:
    for run in re.finditer(r"\d+", seed().text):
        owners = [n for n in seed().numerals if n.span.start <= run.start() and run.end() <= n.span.end]
        assert len(owners) == 1, f"{run.group()} at {run.start()}: {owners}"
    assert not [n.text for n in seed().numerals if n.role is Role.UNKNOWN]
    assert not [i for i in seed().issues if i.code == "unknown_numeral"]
