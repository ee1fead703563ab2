"""非数量的数: names, grades, ordinals and ids keep their role."""

from __future__ import annotations

import pytest

from govdoc.facts.find import find
from govdoc.text.normalise import normalise
from tests.casefile import Case, cases


@pytest.mark.parametrize("case", cases("label"))
def test_roles(case: Case) -> None:
    normal = normalise(case.text)
    others = find(normal).others
    assert "；".join(f"{normal.text[o.start : o.end]} {o.role}" for o in others) == case.expected
