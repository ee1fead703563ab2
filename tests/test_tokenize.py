"""Tokens (tests/cases/tokenize.tsv: text ⇥ tokens separated by | ⇥ note)."""

from __future__ import annotations

import pytest

import govdoc
from tests.casefile import Case, cases


@pytest.mark.parametrize("case", cases("tokenize"))
def test_tokens(case: Case) -> None:
    tokens = govdoc.tokenize(case.text)
    assert "|".join(t.text for t in tokens) == case.expected


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("受理信访案件34宗", {"34宗": "quantity"}),
        ("2021年11月23日，清府发〔2021〕16号印发", {"2021年11月23日": "date", "清府发〔2021〕16号": "docno"}),
        ("依据《信访条例》第五条", {"《信访条例》": "title"}),
        ("加强 研究\n", {" ": "space", "\n": "space"}),
    ],
)
def test_kinds(text: str, kinds: dict[str, str]) -> None:
    found = {t.text: t.kind for t in govdoc.tokenize(text)}
    assert {k: found.get(k) for k in kinds} == kinds


def test_a_word_broken_by_a_line_end_is_one_word() -> None:
    line = "镇党委召开会议学习贯彻有关文件精神并传达上级法治工作部署结合辖区实际并研"
    tokens = govdoc.tokenize(line + ("\n究" + line) * 10 + "\n究本镇法治建设工作。")
    assert "研\n究" in [t.text for t in tokens]


def test_nothing() -> None:
    assert govdoc.tokenize("") == ()


def test_fast_words_tile_the_text_and_keep_amounts_whole() -> None:
    pytest.importorskip("rjieba", reason="rjieba is not installed: pip install 'govdoc[fast]'")
    text = "办理事项1万余件，见《信访条例》。\n加强研究工作"
    slow, fast = govdoc.tokenize(text), govdoc.tokenize(text, fast=True)
    assert "".join(t.text for t in fast) == text
    assert [t for t in fast if t.kind != "word"] == [t for t in slow if t.kind != "word"]
