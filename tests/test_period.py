"""时期: the time each amount is about, said or inherited."""

from __future__ import annotations

import pytest

from govdoc.facts.find import find
from govdoc.facts.mention import Context
from govdoc.facts.period import resolve
from govdoc.text.normalise import normalise
from tests.casefile import Case, cases
from tests.linked import facts, said


@pytest.mark.parametrize("case", cases("period"))
def test_periods(case: Case) -> None:
    title, date, label, text = case.text.split("|")
    found = facts(text, title, date or None, label)
    assert said(*((f.quantity.text, f.period) for f in found if f.quantity.text in text)) == case.expected


@pytest.mark.parametrize(
    ("text", "value"),
    [("6月底前完成", "2021-06"), ("一季度", "2021-Q1"), ("前11个月", "2021-01/2021-11"), ("近三年", "2019/2021")],
)
def test_a_missing_year_comes_from_the_title(text: str, value: str) -> None:
    title = "云岭镇2021年法治政府建设工作报告"
    normal = normalise(f"{title}\n{text}")
    context = Context((0, len(title)), "2021-11-23", ())
    assert value in resolve(normal, find(normal), context).values()


def test_inheritance_is_said() -> None:
    title = "清溪县2025年统计公报"
    said_here, inherited = facts("2024年产粮3万吨。\n产油1万吨。", title)
    assert said_here.period and not said_here.period.inherited
    assert inherited.period and inherited.period.inherited
