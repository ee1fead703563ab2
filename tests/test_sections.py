"""The tree of sections: titles, nesting, and that every form of a text gives the same tree."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdoc.layout.body.sections import outline
from govdoc.layout.part import Outline, Part
from govdoc.model.section import Section
from govdoc.text.normalise import normalise
from tests.casefile import Case, cases


def read(text: str) -> Outline:
    """The outline of a text that is all body."""
    normal = normalise(text)
    end = len(normal.text)
    return outline(normal, Part(0, 0, end, end))


def labels(sections: tuple[Section, ...], depth: int = 0) -> Iterator[str]:
    """A label a section, ``>`` for each level."""
    for section in sections:
        yield ">" * depth + section.label.replace("(", "（").replace(")", "）")
        yield from labels(section.children, depth + 1)


def tree(text: str) -> str:
    """The tree of a text as one line."""
    return " | ".join(labels(read(text).sections))


def wrapped(text: str, width: int = 24) -> str:
    """The text hard-wrapped."""
    return "\n".join("\n".join(line[i : i + width] for i in range(0, len(line), width)) for line in text.split("\n"))


@pytest.mark.parametrize("case", cases("sections"))
def test_tree(case: Case) -> None:
    assert tree(case.text) == case.expected, case.note


REPORT = (
    "现将有关情况报告如下。\n一、工作开展情况\n"
    "（一）强化排查整治。全年排查隐患点143处，整改到位139处，整改率达到97.2%，其余4处落实专人值守。\n"
    "（二）强化宣传引导。一是办好讲堂。全年举办讲座26场，覆盖群众4300余人次。二是用好媒体。推送信息310条。\n"
    "二、存在的主要问题\n"
    "（一）基层力量不足。村级专职人员平均年龄超过五十岁，熟悉信息化手段的不到三成，工作推进比较吃力。\n"
    "三、下一步打算\n我们将对照短板，逐项制定措施，明确责任人员和完成时限，确保各项任务按期完成。\n"
)
FORMS: dict[str, Callable[[str], str]] = {
    "blank lines": lambda text: text.replace("\n", "\n\n"),
    "indented": lambda text: "　　" + text.replace("\n", "\n　　"),
    "carriage returns": lambda text: text.replace("\n", "\r\n"),
    "wrapped": wrapped,
    "flat with spaces": lambda text: text.replace("\n", " "),
    "flat": lambda text: text.replace("\n", ""),
    "half-width brackets": lambda text: text.replace("（", "(").replace("）", ")"),
    "full-width digits": lambda text: re.sub("[0-9]", lambda m: chr(ord(m[0]) + 0xFEE0), text),
}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_the_same_tree(form: str) -> None:
    assert tree(FORMS[form](REPORT)) == tree(REPORT)


PIECES = st.sampled_from([
    "一、", "二、", "（一）", "（二）", "1.", "2.", "8.6", "一是", "二是", "第一章", "第一条", "（1）", "①",
    "——", "·", "#", "总体要求", "强化管理", "全年完成投资", "。", "；", "：", "，", "\n", "\n\n", " ", "　　",
    "《", "》", "“", "”", "目录", "注：",
])  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join))
def test_sections_tile_the_body(text: str) -> None:
    normal = normalise(text)
    end = len(normal.text)
    found = outline(normal, Part(0, 0, end, end))
    at = found.preamble.span.end
    for section in found.sections:
        assert section.span.start == at
        at = section.span.end
        inside(section, text)
    assert at == normal.tile(end, end).end
    assert [p.start for p in found.places] == sorted(p.start for p in found.places)


def inside(section: Section, text: str) -> None:
    """Marker, title, paragraphs and subsections lie in the section, in order, and slice back."""
    for part in (section.marker, section.title, *section.paragraphs):
        if part is not None:
            assert text[slice(*part.span)] == part.text
            assert section.span.covers(part.span)
    ends = [p.span.end for p in section.paragraphs]
    for child in section.children:
        assert child.level == section.level + 1
        assert section.span.covers(child.span)
        assert all(end <= child.span.start for end in ends)
        inside(child, text)
