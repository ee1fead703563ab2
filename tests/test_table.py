"""Tables that keep their rows: what the heads, the labels and the caption say of each number."""

from __future__ import annotations

import pytest

import govdoc

INDICATORS = """2023年主要经济指标完成情况表
指标	单位	绝对值	同比增长（%）
生产总值	亿元	287.5	6.8
固定资产投资	亿元	156.2	-3.2
年末常住人口	万人	49.8
"""
BUDGET = """关于2023年收支情况的报告
单位：万元
项目	预算数	决算数	完成预算%
一、税收收入	5600	5823	104.0
二、非税收入	1200	1100	91.7
"""
CASES = """序号	区县	受理（件）	办结率（%）
1	清溪县	120	98.3
2	云岭区	356	4.0
"""
CORNER = """单位：万元
	2022年	2023年
税收收入	5600	5823
非税收入	1200	1100
"""
LABELLED = """项目	数量
桥梁（座）	3
道路（公里）	12.5
"""


def told(text: str) -> list[str]:
    """Subject, value, unit, measure and direction, scope and period of each fact."""
    return [
        " ".join(
            [
                fact.subject.value if fact.subject else "-",
                f"{fact.quantity.value}{fact.quantity.unit}",
                fact.change.direction.value if fact.change else fact.measure.value,
                fact.scope.value if fact.scope else "-",
                fact.period.value if fact.period and fact.period.value else "-",
            ]
        )
        for fact in govdoc.parse(text).facts
    ]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            INDICATORS,
            [
                "生产总值 28750000000元 level - 2023",
                "生产总值 6.8% up - 2023",
                "固定资产投资 15620000000元 level - 2023",
                "固定资产投资 -3.2% down - 2023",
                "年末常住人口 498000人 level - 2023",
            ],
        ),
        (
            BUDGET,
            [
                "税收收入 56000000元 level - 2023",
                "税收收入 58230000元 level - 2023",
                "税收收入 104.0% level - 2023",
                "非税收入 12000000元 level - 2023",
                "非税收入 11000000元 level - 2023",
                "非税收入 91.7% level - 2023",
            ],
        ),
        (
            CASES,
            [
                "受理 120件 level 清溪县 -",
                "办结率 98.3% level 清溪县 -",
                "受理 356件 level 云岭区 -",
                "办结率 4.0% level 云岭区 -",
            ],
        ),
        (
            CORNER,
            [
                "税收收入 56000000元 level - 2022",
                "税收收入 58230000元 level - 2023",
                "非税收入 12000000元 level - 2022",
                "非税收入 11000000元 level - 2023",
            ],
        ),
        (LABELLED, ["桥梁 3座 level - -", "道路 12.5公里 level - -"]),
    ],
    ids=[
        "units in a column",
        "a caption that speaks of no rate",
        "heads that name",
        "an empty corner",
        "units of labels",
    ],
)
def test_a_table_says_what_its_numbers_are(text: str, facts: list[str]) -> None:
    assert told(text) == facts


def test_a_column_of_units_speaks_where_every_cell_is_a_line() -> None:
    rows = INDICATORS.splitlines(keepends=True)[:-1]
    flat = "".join(rows).replace("\t", "\n")
    assert told(flat) == told("".join(rows)) == told(INDICATORS)[:-1]


def test_numbers_of_rows_are_no_amounts() -> None:
    doc = govdoc.parse(CASES)
    assert [n.text for n in doc.numerals if n.role is govdoc.Role.ORDINAL] == ["1", "2"]


def test_no_number_runs_over_the_end_of_its_row() -> None:
    doc = govdoc.parse("项目\t数值\n平均年龄\t35\n年末人数\t12\n")
    assert [f.quantity.text for f in doc.facts] == ["35", "12"]


@pytest.mark.parametrize(
    "text", ["（签字）\t李某\n日期：\t2024年1月5日\n", "文号：\t清府发〔2024〕3号\n日期：\t2024年1月5日\n"]
)
def test_signatures_and_labels_are_no_table(text: str) -> None:
    assert govdoc.parse(text).facts == ()
