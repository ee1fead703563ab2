"""Letter and enclosures, and the same reading of a document however its lines are broken."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from tests.casefile import Case, cases
from tests.layoutcase import SHAPES, Read, closing_line, header_line, read

CORPUS = sorted((Path(__file__).parents[1] / "corpus").glob("*/doc.txt"))
BROKEN_BY_A_LINE_END = {"04-", "23-"}  # the spaced name of a speaker or 签发人 wrapped in the middle (罗 建⏎平)
GLUED_BY_A_SPACE = {"16-"}  # a spaced organ of a joint 发文机关标志 runs into the next: 财 政 局 清溪县税务局


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("case", cases("zones"))
def test_enclosures(case: Case, shape: str) -> None:
    titles = [head.title.value if head.title else "" for head in read(SHAPES[shape](case.text)).headers[1:]]
    assert "; ".join(titles) == case.expected, case.note


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("case", cases("zones.not"))
def test_no_enclosure(case: Case, shape: str) -> None:
    assert len(read(SHAPES[shape](case.text)).parts) == 1, case.note


def frame(document: Read) -> list[str]:
    """Header and closing without white space, and the titles of the enclosures."""
    lines = [header_line(document.headers[0]), closing_line(document.closings[0])]
    lines += [head.title.value if head.title else "" for head in document.headers[1:]]
    return [re.sub(r"\s", "", line) for line in lines]


@pytest.mark.parametrize("path", CORPUS, ids=lambda p: p.parent.name)
def test_one_line_reads_as_many(path: Path) -> None:
    if path.parent.name[:3] in GLUED_BY_A_SPACE:
        pytest.xfail("a spaced organ glued to the next")
    text = path.read_text(encoding="utf-8")
    assert frame(read(re.sub(r"[\r\n]+", " ", text))) == frame(read(text))


@pytest.mark.parametrize("path", CORPUS, ids=lambda p: p.parent.name)
def test_wrapped_reads_as_clean(path: Path) -> None:
    if path.parent.name[:3] in BROKEN_BY_A_LINE_END:
        pytest.xfail("a name broken in two")
    text = path.read_text(encoding="utf-8")
    width = random.Random(1).randint(20, 40)
    wrapped = [line[i : i + width] for line in text.splitlines() for i in range(0, max(1, len(line)), width)]
    assert frame(read("\n".join(wrapped))) == frame(read(text))
