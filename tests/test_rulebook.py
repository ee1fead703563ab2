"""What is wrong with a rule table is said with its file and line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import govdoc
from govdoc.rulebook import UnitRow, meanings, units

HEAD = "id\tforms\tvalue\tnote\texample\n"
GOOD = "a\t甲\tx\t说明\t甲\n"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("cells", HEAD + GOOD + "b\t乙\n", "rules/cells.tsv:3: 2 cells, wanted 5: b\t乙"),
        ("twin", HEAD + GOOD + "# 说明\n" + GOOD, "rules/twin.tsv:4: id a stands twice"),
        ("form", HEAD + "# 说明\n" + GOOD + "b\t乙|甲\ty\t说明\t乙\n", "rules/form.tsv:4: 甲 stands in a and b"),
        ("hole", HEAD + "a\t甲|\tx\t说明\t甲\n", "rules/hole.tsv:2: an empty form in 甲|"),
        ("titles", GOOD, "rules/titles.tsv:1: columns ['a', '甲', 'x', '说明', '甲'], wanted"),
    ],
)
def test_a_wrong_table_says_which_line(
    name: str, text: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("govdoc.rulebook._FOLDER", tmp_path)
    (tmp_path / f"{name}.tsv").write_text(text, encoding="utf-8")
    with pytest.raises(govdoc.RuleTableError, match=re.escape(said)):
        meanings(name)


def test_a_table_that_a_spreadsheet_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A byte order mark and CRLF do no harm; GB18030 is said to be no UTF-8."""
    monkeypatch.setattr("govdoc.rulebook._FOLDER", tmp_path)
    text = (HEAD + GOOD).replace("\n", "\r\n")
    (tmp_path / "marked.tsv").write_bytes(text.encode("utf-8-sig"))
    assert list(meanings("marked")) == ["甲"]
    (tmp_path / "gbk.tsv").write_bytes(text.encode("gb18030"))
    with pytest.raises(govdoc.RuleTableError, match=r"rules/gbk\.tsv:2: not UTF-8"):
        meanings("gbk")


def test_a_factor_is_a_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    line = "囤\t囤\t囤\tcount\t百\t量词：囤\t玉米3囤"
    monkeypatch.setattr("govdoc.rulebook.table", lambda *_: (UnitRow("囤", ("囤",), *line.split("\t")[2:]),))
    monkeypatch.setattr("govdoc.rulebook._FOLDER", tmp_path)
    (tmp_path / "unit.tsv").write_text(f"{HEAD}{line}\n", encoding="utf-8")
    with pytest.raises(govdoc.RuleTableError, match=r"rules/unit\.tsv:2: the factor 百 is no number"):
        units.__wrapped__()
