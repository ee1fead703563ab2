"""状态: happened, intended, or a norm."""

from __future__ import annotations

import pytest

from govdoc.model.fact import Status
from govdoc.parse import parse
from tests.casefile import Case, cases
from tests.linked import facts, said


@pytest.mark.parametrize("case", cases("status"))
def test_status(case: Case) -> None:
    title, date, label, text = case.text.split("|")
    found = facts(text, title, date or None, label)
    assert said(*((f.quantity.text, f.status) for f in found if f.quantity.text in text)) == case.expected


def test_parts_after_the_plans_of_a_report_are_planned_too() -> None:
    report = "清溪县2026年政府工作报告\n二、2026年重点工作\n建房20户。\n三、加强自身建设\n一季度经费压减3%以上。\n"
    made = parse(report).facts
    assert [fact.status for fact in made] == [Status.PLANNED, Status.PLANNED]
    assert [fact.period.value for fact in made if fact.period] == ["2026", "2026-Q1"]


def test_measures_that_a_heading_counts_stand_but_works_are_to_be_done() -> None:
    first = "关于推广便民举措的通知\n各镇人民政府：\n一、便民举措（7项）\n推进一站办理，做好一窗受理，加强帮办代办。\n"
    found = parse(f"{first}二、牵头工作（5项）\n实施渠道改造，推动泵站更新，加快堤防加固。\n").facts
    assert [(f.quantity.text, f.status) for f in found] == [("7项", Status.ACTUAL), ("5项", Status.PLANNED)]
