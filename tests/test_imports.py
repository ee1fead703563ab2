"""The house as DESIGN draws it: imports point one way, engines have one importer, files and functions stay small."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "govdoc"
FILES = sorted(PACKAGE.rglob("*.py"))
CODE = sorted([*FILES, *(ROOT / "benchmarks").glob("*.py"), *(ROOT / "tests").glob("*.py")])

# A room may import from itself and from the rooms after it. The list refines the order
# cli, engines, archive → export, readers, parse → layout, check, references → facts → text → rulebook → model.
ORDER = (
    "__main__",
    "cli",
    "__init__",
    "engines",
    "archive",
    "export",
    "read",
    "readers",
    "tokenize",
    "parse",
    "explain",
    "check",
    "references",
    "layout",
    "facts",
    "text",
    "rulebook",
    "model",
    "errors",
)
# Third parties that cost time or may be missing: each stands in as few files as it can, and may be imported late.
LATE = {
    "jieba": 1,
    "rjieba": 1,
    "opencc": 1,
    "pyarrow": 2,
    "duckdb": 1,
    "pypdfium2": 1,
    "selectolax": 1,
    "trafilatura": 1,
    "pyspark": 1,
    "pandas": 1,
    "rich": 3,
    "click": 1,
}
OWN_IN_FUNCTIONS = {"cli", "__init__", "engines", "archive", "export", "read", "readers"}  # rooms that choose by format
LONGEST_FILE, LONGEST_FUNCTION = 300, 50
# The large rooms have rooms of their own, in the same order: linking stands on finding, and subjects, times and status
# on the words around an amount; head, body and foot stand on the elements.
FACTS = "link scoping status time subject words find digits models table moment number mention"
LAYOUT = "zones enclosure label foot head body element part"
WITHIN = {"facts": FACTS.split(), "layout": LAYOUT.split()}


def room(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return parts[0]


def module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(node: ast.AST) -> Iterator[tuple[str, int]]:
    """Every module imported below a node, with its line."""
    for x in ast.walk(node):
        if isinstance(x, ast.Import):
            yield from ((a.name, x.lineno) for a in x.names)
        elif isinstance(x, ast.ImportFrom):
            assert x.level == 0, "imports are absolute"
            yield x.module or "", x.lineno


def rank(name: str) -> int:
    assert name in ORDER, f"{name} has no place in the order"
    return ORDER.index(name)


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_point_downward(path: Path) -> None:
    own = room(path)
    for name, line in imports(parsed(path)):
        first, *rest = name.split(".")
        if first != "govdoc":
            continue
        other = rest[0] if rest else "__init__"
        assert rank(other) > rank(own) or other == own, f"{path.name}:{line}: {own} imports {other}"


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_no_import_hides_in_a_function(path: Path) -> None:
    for function in (x for x in ast.walk(parsed(path)) if isinstance(x, ast.FunctionDef | ast.AsyncFunctionDef)):
        for name, line in imports(function):
            first = name.split(".")[0]
            late = first in LATE or (first == "govdoc" and room(path) in OWN_IN_FUNCTIONS)
            assert late, f"{path.name}:{line}: {name} is imported inside a function"


def test_no_import_circle() -> None:
    graph = {module(p): {n for n, _ in imports(parsed(p)) if n.startswith("govdoc.")} for p in FILES}

    def visit(name: str, above: tuple[str, ...]) -> None:
        assert name not in above, " → ".join([*above, name])
        for other in graph.get(name, ()):
            visit(other, (*above, name))
        graph[name] = set()  # seen, and free of circles

    for name in list(graph):
        visit(name, ())


@pytest.mark.parametrize("engine", sorted(LATE))
def test_each_engine_is_imported_in_one_place(engine: str) -> None:
    users = [p for p in FILES if any(n.split(".")[0] == engine for n, _ in imports(parsed(p)))]
    assert len(users) <= LATE[engine], [str(p.relative_to(ROOT)) for p in users]


def test_import_loads_no_dictionary_and_no_extra() -> None:
    extras = sorted(LATE)
    program = f"import govdoc, sys; print(*[m for m in {extras} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.split() == []


@pytest.mark.parametrize("path", CODE, ids=lambda p: str(p.relative_to(ROOT)))
def test_files_and_functions_are_small(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= LONGEST_FILE, f"{lines} lines"
    for x in ast.walk(parsed(path)):
        if isinstance(x, ast.FunctionDef | ast.AsyncFunctionDef) and x.end_lineno:
            assert x.end_lineno - x.lineno < LONGEST_FUNCTION, f"{x.name} has {x.end_lineno - x.lineno + 1} lines"


def test_no_room_for_odds_and_ends() -> None:
    assert not [p for p in CODE if p.stem in {"utils", "util", "helpers", "helper", "common", "misc"}]


@pytest.mark.parametrize("path", [p for p in FILES if room(p) in WITHIN and p.stem != "__init__"], ids=module)
def test_imports_point_downward_within_the_large_rooms(path: Path) -> None:
    outer, own = module(path).split(".")[1:3]
    order = WITHIN[outer]
    for name, line in imports(parsed(path)):
        if name.startswith(f"govdoc.{outer}."):
            other = name.split(".")[2]
            assert order.index(other) > order.index(own) or other == own, f"{path.name}:{line}: {own} imports {other}"


@pytest.mark.parametrize("path", [p for p in FILES if room(p) in WITHIN and p.stem == "__init__"], ids=module)
def test_the_large_rooms_have_maps(path: Path) -> None:
    drawn = set(re.findall(r"``(\w+)``", path.read_text(encoding="utf-8")))
    within = {p.stem for p in path.parent.iterdir() if p.is_dir() or p.suffix == ".py"}
    assert drawn == {name for name in within if not name.startswith("_")}


def test_rules_hold_no_python() -> None:
    assert {p.suffix for p in (PACKAGE / "rules").iterdir()} <= {".tsv", ".md"}


def test_only_the_rulebook_opens_the_rules() -> None:
    readers = [p.name for p in FILES if re.search(r"""(/ |joinpath\()['"]rules""", p.read_text(encoding="utf-8"))]
    assert readers in ([], ["rulebook.py"])


def test_only_the_command_line_prints() -> None:
    for path in FILES:
        calls = [x for x in ast.walk(parsed(path)) if isinstance(x, ast.Call)]
        prints = any(isinstance(x.func, ast.Name) and x.func.id == "print" for x in calls)
        assert not prints or room(path) == "cli", path
