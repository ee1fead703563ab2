"""An archive run: walk, plan, work, commit, finish. Never lose a row, never double one.

A shard's parts are written under temporary names and closed; then synced and renamed; then the manifest
says so. Whatever ends the run in between, the next one sweeps and goes on.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any

from govdoc.archive.finish import finish
from govdoc.archive.manifest import Done, Manifest, Part
from govdoc.archive.part import FORMATS, NEEDED, place
from govdoc.archive.plan import Task, shards
from govdoc.archive.pool import MEMORY, SECONDS, Pool
from govdoc.archive.progress import Progress
from govdoc.archive.walk import Entry, walk
from govdoc.errors import GovdocError
from govdoc.export.schema import TABLES

try:
    import fcntl
except ImportError:  # no locks on Windows
    fcntl = None  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class Options:
    """How to run; ``shard`` is (part, of), ``seconds`` and ``memory`` limit one file (0: no limit)."""

    form: str = "parquet"
    workers: int = 0
    resume: bool = True
    retry: bool = False
    shard: tuple[int, int] = (1, 1)
    limit: int | None = None
    seconds: float = SECONDS
    memory: int = MEMORY


@dataclass(frozen=True, slots=True)
class Summary:
    """What OUT holds after a run; ``skipped`` files were done before."""

    files: int
    skipped: int
    documents: int
    failures: int


class StuckError(GovdocError):
    """The output folder takes no more: what is done is kept."""


def run(paths: Iterable[str], out: Path, options: Options, progress: Progress) -> Summary:
    """Parse all files below ``paths`` into tables in ``out``; :class:`GovdocError` for wrong usage."""
    if options.form not in FORMATS:
        raise GovdocError(f"unknown format {options.form!r}; known: {', '.join(FORMATS)}")
    for module, extra in NEEDED[options.form]:
        if find_spec(module) is None:
            raise GovdocError(f"--format {options.form} needs {module}: pip install 'govdoc[{extra}]'")
    _prepare(out, options)
    with _locked(out):
        manifest = Manifest(out, options.form)
        done = _kept(manifest, tuple(paths), options)
        manifest.rewrite(done)
        _sweep(out, options.form, done)
        files, skipped = _work(tuple(paths), out, options, progress, manifest, done)
        finish(out, options.form, manifest.load())
    final = manifest.load().values()
    return Summary(files, skipped, sum(d.documents for d in final), sum(d.failures for d in final))


def _prepare(out: Path, options: Options) -> None:
    if out.exists() and not out.is_dir():
        raise GovdocError(f"{out} is a file; expected a folder for the tables")
    ours = (out / ".govdoc").is_dir()
    if out.is_dir() and any(out.iterdir()) and not ours:
        raise GovdocError(f"{out} is not empty and was not made by govdoc: choose another folder")
    if ours and not options.resume:
        _clear(out)
    (out / ".govdoc" / "tmp").mkdir(parents=True, exist_ok=True)
    for table in TABLES:
        (out / place(options.form, table.name, "x")).parent.mkdir(parents=True, exist_ok=True)


def _clear(out: Path) -> None:
    """Start anew: remove what govdoc wrote, nothing else."""
    shutil.rmtree(out / ".govdoc")
    for table in TABLES:
        shutil.rmtree(out / table.name, ignore_errors=True)
        for ending in ("jsonl", "csv"):
            (out / f"{table.name}.{ending}").unlink(missing_ok=True)
    (out / "govdoc.duckdb").unlink(missing_ok=True)


@contextmanager
def _locked(out: Path) -> Iterator[None]:
    with (out / ".govdoc" / "lock").open("w") as file:
        if fcntl is not None:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise GovdocError(f"another govdoc run is working in {out}") from error
        yield


def _kept(manifest: Manifest, paths: tuple[str, ...], options: Options) -> dict[str, Done]:
    """The shards that still hold: none of their files has changed since."""
    done = manifest.load()
    if not done:
        return done
    owner = {path: (key, size, changed) for key, d in done.items() for path, size, changed in d.files}
    stale = {d.key for d in done.values() if d.failures and options.retry}
    for entry in walk(paths, manifest.out, options.shard):
        known = owner.get(os.path.abspath(entry.path))
        if known and known[1:] != (entry.size, entry.changed):
            stale.add(known[0])
    return {key: d for key, d in done.items() if key not in stale}


def _sweep(out: Path, form: str, done: dict[str, Done]) -> None:
    """Remove temporary files, and parts that the manifest does not know."""
    for path in (out / ".govdoc" / "tmp").iterdir():
        path.unlink()
    known = {part.path for d in done.values() for part in d.parts}
    for table in TABLES:
        folder = (out / place(form, table.name, "x")).parent
        for path in folder.iterdir():
            if path.relative_to(out).as_posix() not in known:
                path.unlink()


def _work(
    paths: tuple[str, ...], out: Path, options: Options, progress: Progress, manifest: Manifest, done: dict[str, Done]
) -> tuple[int, int]:
    known = {path for d in done.values() for path, _, _ in d.files}

    def wanted() -> Iterator[tuple[Entry, bool]]:
        for entry in islice(walk(paths, out, options.shard), options.limit):
            yield entry, os.path.abspath(entry.path) in known

    fresh = [0, 0]  # counted first, so that the bar knows its end
    for _, old in wanted():
        fresh[old] += 1
    progress.planned(*fresh)
    folder = str(out / ".govdoc" / "tmp")
    tasks = (
        Task(shard, {}, folder, options.form)
        for shard in shards((entry for entry, old in wanted() if not old), fresh[0])
    )
    with Pool(options.workers or os.cpu_count() or 1, options.seconds, options.memory) as pool:
        for task, answer in pool.results(tasks):
            _commit(task, answer, out, manifest, progress)
    return fresh[0], fresh[1]


def _commit(task: Task, answer: tuple[Any, ...], out: Path, manifest: Manifest, progress: Progress) -> None:
    """Sync the parts of a shard, name them, say so in the manifest; its worker is at the next shard meanwhile."""
    if answer[0] == "stuck":
        raise _stuck(out, answer[1])
    _, written, documents, failures = answer
    files = tuple((os.path.abspath(e.path), e.size, e.changed) for e in task.shard.entries)
    try:
        parts = tuple(
            _named(draft, out, place(task.form, table, task.shard.key), table) for table, draft in written.items()
        )
        manifest.add(Done(task.shard.key, files, parts, documents, len(failures)))
    except OSError as error:
        raise _stuck(out, f"{error.strerror or error}") from error
    progress.advanced(len(files), documents, failures)


def _named(draft: str, out: Path, path: str, table: str) -> Part:
    """A part under its name, with what it holds on the disk."""
    with open(draft, "rb") as file:
        os.fsync(file.fileno())
        size = os.fstat(file.fileno()).st_size
    os.replace(draft, out / path)
    return Part(table, path, size)


def _stuck(out: Path, reason: str) -> StuckError:
    return StuckError(f"cannot write to {out}: {reason}; what is done is kept, run again to go on")
