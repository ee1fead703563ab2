"""The command line: ``govdoc parse``, ``govdoc show`` and ``govdoc explain``; the only place that prints.

Exit codes: 0 all parsed; 1 some file failed, the others are written and each failure is one line on
standard error; 2 wrong usage; 130 interrupted, and the next run goes on.
"""

from __future__ import annotations

import os
import re
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import IO, Any

try:
    import click
except ImportError:
    print("govdoc: the command line needs click and rich: pip install 'govdoc[cli]'", file=sys.stderr)
    raise SystemExit(2) from None

from govdoc.archive.bar import bar
from govdoc.archive.many import read_many
from govdoc.archive.part import FORMATS
from govdoc.archive.pool import MEMORY, SECONDS
from govdoc.archive.progress import PlainProgress, failure_line
from govdoc.archive.run import Options, StuckError, run
from govdoc.archive.walk import walk
from govdoc.archive.work import Outcome
from govdoc.errors import GovdocError, ReadError
from govdoc.explain import explain as account
from govdoc.export.rows import Origin
from govdoc.export.summary import Summary
from govdoc.export.tables import json_line
from govdoc.export.view import FACT_COLUMNS, fact_row, header_lines, outline
from govdoc.model.document import Document
from govdoc.readers.document import read

_MEGABYTE = 1 << 20
_INTERRUPTED = 130
_SECONDS, _SIZE = click.FloatRange(0), click.IntRange(0)


def main() -> None:
    """Entry point of the ``govdoc`` script."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # whatever the locale says
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        code = govdoc.main(standalone_mode=False) or 0
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        _say("interrupted: what is done is kept; run the same command again to go on")
        code = _INTERRUPTED
    except StuckError as error:
        _say(f"govdoc: {error}")
        code = 1
    except GovdocError as error:
        _say(f"govdoc: {error}")
        code = 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    sys.exit(code)


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="govdoc")
def govdoc() -> None:
    """Read Chinese official documents (公文) into typed facts and tables."""


def _part(_context: click.Context, _option: click.Parameter, value: str) -> tuple[int, int]:
    """``2/5``: the second of five parts."""
    part, slash, of = value.partition("/")
    if slash and part.isdigit() and of.isdigit() and 1 <= int(part) <= int(of):
        return int(part), int(of)
    raise click.BadParameter(f"{value!r} is not a part such as 2/5")


@govdoc.command()
@click.argument("paths", nargs=-1)
@click.option("-o", "--out", help="A folder for tables, or a file.jsonl for one document a line. Default: print lines.")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="parquet", help="Of the tables.  [default: parquet]"
)
@click.option("--workers", type=click.IntRange(1), help="Processes.  [default: one a core]")
@click.option("--resume/--fresh", default=True, help="Go on where a run ended (default), or start anew.")
@click.option("--retry-failed", is_flag=True, help="Read the files again that failed before.")
@click.option("--shard", callback=_part, metavar="I/N", default="1/1", help="Only part i of n: for several machines.")
@click.option("--limit", type=click.IntRange(1), help="Only the first N files.")
@click.option("--files-from", type=click.File("rb"), help="A list of paths, one a line; - is standard input.")
@click.option(
    "--time-limit", type=_SECONDS, default=SECONDS, show_default=True, help="Seconds a file may take; 0: no limit."
)
@click.option(
    "--memory-limit",
    type=_SIZE,
    default=MEMORY // _MEGABYTE,
    show_default=True,
    help="Megabytes a file may take; 0: all.",
)
def parse(paths: tuple[str, ...], out: str | None, files_from: IO[bytes] | None, **settings: Any) -> int:
    """Parse files, folders, globs and archives; - is a document on standard input.

    With -o FOLDER: tables documents, sections, facts, numerals, references, issues, failures. Run the same
    command again after any interruption: nothing is lost, nothing is doubled.
    """
    if files_from is not None:
        paths += tuple(os.fsdecode(x.rstrip(b"\r")) for x in files_from.read().split(b"\n") if x.strip())
    if not paths:
        raise click.UsageError("give at least one PATH, or - for standard input")
    if out is None or out.endswith(".jsonl"):
        return _lines(paths, out, settings)
    if "-" in paths:
        raise click.UsageError("a document on standard input goes to the screen or to a .jsonl file, not to tables")
    return _tables(paths, _folder(out), settings)


def _folder(out: str) -> Path:
    """The folder of the tables; ``-o facts.duckdb`` names a file, and tables are several."""
    stem, _, ending = out.rpartition(".")
    if stem and ending in FORMATS:
        raise click.UsageError(f"tables go to a folder: -o {stem} --format {ending}")
    return Path(out)


def _tables(paths: tuple[str, ...], out: Path, settings: dict[str, Any]) -> int:
    options = Options(
        form=settings["form"],
        workers=settings["workers"] or 0,
        resume=settings["resume"],
        retry=settings["retry_failed"],
        shard=settings["shard"],
        limit=settings["limit"],
        seconds=settings["time_limit"],
        memory=settings["memory_limit"] * _MEGABYTE,
    )
    with _progress() as progress:
        summary = run(paths, out, options, progress)
    before = f" ({summary.skipped} files were done before)" if summary.skipped else ""
    print(f"{out}: {summary.documents} documents, {summary.failures} failures{before}; {out / 'README.md'} explains it")
    return 1 if summary.failures else 0


def _lines(paths: tuple[str, ...], out: str | None, settings: dict[str, Any]) -> int:
    """One document a line, to a file or to standard output."""
    draft = Path(f"{out}.tmp") if out else None
    if draft:
        draft.parent.mkdir(parents=True, exist_ok=True)
    failures, page = 0, Summary()
    with draft.open("w", encoding="utf-8", errors="backslashreplace") if draft else _unclosed(sys.stdout) as file:
        for outcome in _outcomes(paths, settings, quiet=out is None):
            if outcome.document is None:
                failures += 1
                continue
            file.write(json_line(outcome) + "\n")
            page.add(outcome.path, outcome.document)
    if draft and out:
        draft.replace(out)
        print(*page.lines(), f"\n{out}: one document a line", sep="\n")
    return 1 if failures else 0


@contextmanager
def _unclosed(stream: IO[str]) -> Iterator[IO[str]]:
    yield stream
    stream.flush()


def _outcomes(paths: tuple[str, ...], settings: dict[str, Any], *, quiet: bool) -> Iterator[Outcome]:
    for path in paths:
        if path == "-":
            yield _standard_input()
    files = [p for p in paths if p != "-"]
    if not files:
        return
    entries = [e.path for e in walk(files, part=settings["shard"])][: settings["limit"]]
    workers = 1 if len(entries) == 1 else settings["workers"]
    limits = {"seconds": settings["time_limit"], "memory": settings["memory_limit"] * _MEGABYTE}
    with _progress(quiet=quiet) as progress:
        progress.planned(len(entries), 0)
        last = ""
        for outcome in read_many(entries, workers=workers, **limits):
            new, last = outcome.origin.path != last, outcome.origin.path
            failed = [(outcome.path, outcome.error.reason)] if outcome.error else []
            progress.advanced(int(new), int(not failed), failed)
            yield outcome


def _standard_input() -> Outcome:
    try:
        return Outcome(Origin("-"), read(sys.stdin.buffer))
    except ReadError as error:
        _say(failure_line("-", error.reason))
        return Outcome(Origin("-"), None, error)


@govdoc.command()
@click.argument("file")
@click.option("--facts", type=click.IntRange(0), default=0, help="Show at most this many facts.  [default: all]")
def show(file: str, facts: int) -> int:
    """Show the header, the outline and the facts of one FILE; - is standard input."""
    document = _read(file)
    if document is None:
        return 1
    found = document.facts[: facts or None]
    (_show_coloured if sys.stdout.isatty() else _show_plain)(document, [fact_row(f) for f in found])
    return 0


@govdoc.command()
@click.argument("file")
@click.argument("words")
def explain(file: str, words: str) -> int:
    """Say why: the rules at work wherever WORDS stand in one FILE; - is standard input."""
    document = _read(file)
    if document is None:
        return 1
    places = [match.span() for match in re.finditer(re.escape(words), document.text)]
    for place in places:
        print(account(document, place))
    if not places:
        _say(f"{file}: {words} does not stand in the text")
    return 0 if places else 1


def _read(file: str) -> Document | None:
    """The document, or None once standard error says why not."""
    try:
        return read(sys.stdin.buffer if file == "-" else file)
    except ReadError as error:
        _say(failure_line(file, error.reason))
        return None


def _show_plain(document: Document, facts: list[tuple[str, ...]]) -> None:
    for name, value in header_lines(document):
        print(f"{name}\t{value}")
    print()
    for line in outline(document):
        print("　" * line.depth + line.text)
    print()
    for row in [FACT_COLUMNS, *facts] if facts else []:
        print("\t".join(row))
    for issue in document.issues:
        print(f"[{issue.severity.value}] {issue.message}")


def _show_coloured(document: Document, facts: list[tuple[str, ...]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    for name, value in header_lines(document):
        console.print(Text.assemble((f"{name:　<6} ", "cyan"), (value, "bold red" if name == "标题" else "")))
    console.print()
    for line in outline(document):
        console.print(Text("　" * line.depth + line.text, style=("bold", "", "dim")[min(line.depth, 2)]))
    table = Table(*FACT_COLUMNS, header_style="cyan", row_styles=("", "dim"), box=None, pad_edge=False)
    for row in facts:
        table.add_row(*map(Text, row))
    console.print()
    console.print(table)
    for issue in document.issues:
        console.print(Text(f"[{issue.severity.value}] {issue.message}", style="yellow"))


@contextmanager
def _progress(*, quiet: bool = False) -> Iterator[PlainProgress]:
    """A bar on a terminal, lines in a pipe, failures only when ``quiet``."""
    if quiet or not sys.stderr.isatty():
        yield PlainProgress(_nothing if quiet else _say, _say)
        return
    with bar(_say) as progress:
        yield progress


def _nothing(_line: str) -> None:
    pass


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
