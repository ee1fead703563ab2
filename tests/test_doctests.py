"""Every docstring's example runs; the README's too."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import re
from pathlib import Path
from types import ModuleType

import pytest

import benchmarks
import govdoc
from govdoc.rulebook import Row, UnitRow

ROOT = Path(__file__).parents[1]
READMES = ("README.md", "README.zh-CN.md")
EXTRAS = {
    "pyspark",
    "pandas",
    "pyarrow",
    "duckdb",
    "pypdfium2",
    "selectolax",
    "trafilatura",
    "opencc",
    "rjieba",
    "click",
    "rich",
}


def names(package: ModuleType) -> list[str]:
    found = [m.name for m in pkgutil.walk_packages(package.__path__, package.__name__ + ".")]
    return [package.__name__, *(n for n in found if not n.endswith("__main__"))]


@pytest.mark.parametrize("name", [*names(govdoc), *names(benchmarks)])
def test_docstrings(name: str) -> None:
    try:
        module = importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name not in EXTRAS:
            raise
        pytest.skip(f"needs {error.name}")
    failed, _ = doctest.testmod(module)
    assert not failed


@pytest.mark.parametrize("readme", READMES)
def test_the_quick_start_gives_what_it_shows(readme: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    examples = "\n".join(re.findall(r"```pycon\n(.*?)```", text, flags=re.DOTALL))
    assert ">>>" in examples
    parser = doctest.DocTestParser()
    runner = doctest.DocTestRunner()
    runner.run(parser.get_doctest(examples, {}, readme, readme, 0))
    assert not runner.failures


@pytest.mark.parametrize("readme", READMES)
def test_the_recipe_is_still_to_do(readme: str) -> None:
    """The unit and the indicator that the recipe adds are unknown so far; its rows have the columns of their tables."""
    text = (ROOT / readme).read_text(encoding="utf-8")
    unit, indicator = (row.split("⇥") for row in re.findall("`([^`\n]*⇥[^`\n]*)`", text))
    assert (len(unit), len(indicator)) == (len(UnitRow._fields), len(Row._fields))
    assert [str(q.unit) for q in govdoc.quantities(unit[-1])] == [""]
    assert [f.indicator for f in govdoc.parse(indicator[-1]).facts] == [None]


def test_both_readmes_show_the_same_commands() -> None:
    """.ci/run runs the first block of README.md: two commands of one line each."""
    blocks = [
        re.findall(r"```sh\n(.*?)```", (ROOT / r).read_text(encoding="utf-8"), flags=re.DOTALL)[0] for r in READMES
    ]
    assert len(blocks[0].splitlines()) == 2
    assert blocks[0] == blocks[1]


@pytest.mark.parametrize("readme", READMES)
def test_the_readme_counts_the_corpus(readme: str) -> None:
    documents = len(list((ROOT / "corpus").glob("*/doc.txt")))
    counts = re.findall(r"([0-9]+) (?:documents|份公文)", (ROOT / readme).read_text(encoding="utf-8"))
    assert counts
    assert {int(n) for n in counts} == {documents}


@pytest.mark.parametrize("name", sorted(govdoc.__all__))
def test_public_names_are_documented(name: str) -> None:
    assert getattr(govdoc, name).__doc__
