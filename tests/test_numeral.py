"""数词: tests/cases/numeral.tsv must be read so, numeral.not.tsv must be refused, and integers come back."""

from __future__ import annotations

from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdoc.facts.number.numeral import number
from tests.casefile import Case, cases

_DIGITS = "零一二三四五六七八九"
_PLACES = ("", "十", "百", "千")


@pytest.mark.parametrize("case", cases("numeral"))
def test_value(case: Case) -> None:
    assert number(case.text) == Decimal(case.expected)


@pytest.mark.parametrize("case", cases("numeral.not"))
def test_malformed(case: Case) -> None:
    with pytest.raises(ValueError, match=case.expected):
        number(case.text)


def written(value: int) -> str:
    """A number below a hundred million, in Chinese."""
    high, low = divmod(value, 10_000)
    head = written(high) + "万" if high else ""
    zero = "零" if head and 0 < low < 1000 else ""
    return (head + zero + _group(low)) or "零"


def _group(value: int) -> str:
    out, pending = "", False
    for power in (3, 2, 1, 0):
        digit = value // 10**power % 10
        if digit:
            out += ("零" if pending and out else "") + _DIGITS[digit] + _PLACES[power]
        pending = not digit
    return out


@given(st.integers(min_value=0, max_value=99_999_999))
def test_round_trip(value: int) -> None:
    assert number(written(value)) == value


@given(st.decimals(min_value=0, max_value=10**9, places=4))
def test_the_decimal_context_of_the_caller_changes_nothing(value: Decimal) -> None:
    with localcontext() as context:
        context.prec = 2
        read = number(f"{value:f}万")
    assert read == value * 10_000
