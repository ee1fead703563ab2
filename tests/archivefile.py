"""A folder of files of many kinds, a reader that misbehaves on request, and what a run left behind."""

from __future__ import annotations

import json
from pathlib import Path

from govdoc.archive.run import Options, Summary, run
from govdoc.export.schema import TABLES
from tests.officefile import docx, p, zipped

NOTICE = (
    "清溪县关于第{n}号防汛工作的通知\n各村：\n一、要求\n现有险段{n}处，投入{n}.5万元。\n清溪县人民政府\n2024年5月{d}日"
)
HOSTILE = """
import os, signal, time
import govdoc.readers.open as door
from govdoc.readers.source import Format
real = door._READERS[Format.TEXT]
def reader(data, name):
    if b"CRASH" in data: os.kill(os.getpid(), signal.SIGSEGV)
    if b"LEAVE" in data: os._exit(7)
    if b"HANG" in data: time.sleep(1000)
    if b"EAT" in data: return [bytearray(1 << 20) for _ in range(1 << 20)]
    if b"RAISE" in data: raise KeyError("nobody foresaw this")
    if b"SLOW" in data: time.sleep(float(os.environ.get("SLOW_SECONDS", "0.02")))
    return real(data, name)
door._READERS[Format.TEXT] = reader
"""


class Quiet:
    """Nobody watches."""

    def planned(self, files: int, skipped: int) -> None: ...

    def advanced(self, files: int, documents: int, failures: list[tuple[str, str]]) -> None: ...


def notice(n: int, more: str = "") -> bytes:
    """A short document in one of two encodings."""
    return (NOTICE.format(n=n, d=n % 28 + 1) + more).encode("gb18030" if n % 3 else "utf-8")


def write_folder(made: Path) -> None:
    """60 files with 60 documents and one failure."""
    for n in range(50):
        path = made / f"{n % 7}" / f"{n:03}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(notice(n))
    for n in range(8):
        (made / f"{n}.docx").write_bytes(docx(p(f"第{n}号通知") + p(f"现有险段{n}处。")))
    (made / "包.zip").write_bytes(zipped({"a.txt": notice(90), "b.html": "<p>通知，其一。</p>".encode()}))
    (made / "坏.docx").write_bytes(docx(p("甲"))[:300])


def rows(out: Path) -> dict[str, list[str]]:
    """All rows of an output folder in JSONL, sorted."""
    return {t.name: sorted((out / f"{t.name}.jsonl").read_text(encoding="utf-8").splitlines()) for t in TABLES}


def go(out: Path, *paths: str, **options: object) -> Summary:
    """A run of two workers into JSONL."""
    settings = {"form": "jsonl", "workers": 2, **options}
    return run(paths or ("in",), out, Options(**settings), Quiet())  # type: ignore[arg-type]


def codes(out: Path) -> dict[str, str]:
    """Failed file → code."""
    failures = [json.loads(x) for x in rows(out)["failures"]]
    return {Path(x["path"]).name + ("!" + x["member"] if x["member"] else ""): x["code"] for x in failures}
