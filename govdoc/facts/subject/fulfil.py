"""How far a plan is met (完成进度): 税收5亿元，完成年计划6亿元的83%.

6亿元 is what was planned of 税收, 83% how much of that is there.
"""

from __future__ import annotations

from govdoc.facts.mention import Amount
from govdoc.facts.subject.borrow import carried
from govdoc.facts.words.before import before
from govdoc.facts.words.case import Case
from govdoc.facts.words.phrase import Range
from govdoc.facts.words.plan import BUDGETED, aimed, fulfilling, planned


def stated(case: Case) -> Range | None:
    """工业【投资】完成年计划6亿元的83%: what an amount is the plan of, or tells how far it is met, before the verb."""
    aim = _aim(case)
    if aim is None:
        return None
    low, verb = case.slot.clause, fulfilling(case.text, aim)
    return before(case.text, low, verb.start(), case.starts) if verb and verb.start() > low else None


def told(case: Case) -> Range | None:
    """【税收】5亿元，完成年计划6亿元的83%: the same where nothing stands before the verb."""
    return carried(case) if _aim(case) else None


def short_of(case: Case) -> Range | None:
    """【失业率】4.2%，低于5%的控制目标: what is told before is what was aimed at."""
    return carried(case) if aimed(case.text, case.amount) else None


def recalled(case: Case) -> Range | None:
    """【总收入】5亿元，完成调整后预算收入4.8亿元的104%: the planned amount has a name of its own."""
    aim = case.amounts[case.slot.head - 1] if case.slot.head else None
    if aim is None or aim.end != case.amount.start - 1 or aim.start < case.slot.clause:
        return None
    budget = BUDGETED.search(case.text, case.slot.clause, aim.start)
    return case.memory.outside(case.text, budget.start()) if budget else None


def _aim(case: Case) -> Amount | None:
    """The planned amount: the one that is asked about, or the one before 的 and a percentage."""
    if case.text[case.amount.start - 1] != "的":
        return case.amount if planned(case.text, case.amount) else None
    aim = case.amounts[case.slot.head - 1] if case.slot.head else None
    near = aim is not None and aim.end >= case.amount.start - len("）的")
    return aim if aim and near and planned(case.text, aim) else None
