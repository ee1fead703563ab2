"""Who watches a run on a terminal: a bar, drawn by rich."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from govdoc.archive.progress import PlainProgress, Say


@contextmanager
def bar(say: Say) -> Iterator[PlainProgress]:
    """A bar on standard error; ``say`` prints a line above it."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns: Iterable[Any] = (
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(), TextColumn("{task.fields[failures]}"),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True)) as drawn:
        yield _Bar(drawn, say)


class _Bar(PlainProgress):
    """Failures are lines, all else moves the bar."""

    def __init__(self, drawn: Any, say: Say) -> None:
        super().__init__(lambda _line: None, say)
        self._bar = drawn
        self._task = drawn.add_task("", total=None, rate="", failures="")

    def planned(self, files: int, skipped: int) -> None:
        super().planned(files, skipped)
        self._bar.update(self._task, total=files)

    def advanced(self, files: int, documents: int, failures: list[tuple[str, str]]) -> None:
        super().advanced(files, documents, failures)
        seconds = self._bar.tasks[0].elapsed or 0
        rate = f"{self.documents / seconds:.0f}/s" if seconds else ""
        bad = f"[red]{self.failures} failed[/]" if self.failures else ""
        self._bar.update(self._task, advance=files, description=f"{self.documents} documents", rate=rate, failures=bad)
