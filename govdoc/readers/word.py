""".doc, .wps, .rtf and .odt: through LibreOffice to .docx, so that Word's automatic numbers survive.

Without LibreOffice ``legacy-doc`` gives the text of a .doc, and an Issue says that numbers may be
missing. One LibreOffice profile a process: two runs on one profile lose a batch; a file it cannot
load returns status 0, so the output is looked for.
"""

from __future__ import annotations

import atexit
import os
import re
import shutil
import signal
import subprocess
import tempfile
from functools import cache
from pathlib import Path

from govdoc.errors import ReadError
from govdoc.model.issue import Issue
from govdoc.readers.docx import read_docx
from govdoc.readers.extra import needs
from govdoc.readers.sniff import sniff
from govdoc.readers.source import Format, Reading, numbers_lost
from govdoc.readers.text import decode

_PROGRAMS = ("soffice", "libreoffice", "/usr/lib/libreoffice/program/soffice")
_PATIENCE = 120  # seconds; the first run builds a profile (8 s), a long document takes 5


def read_word(data: bytes, name: str = "") -> Reading:
    """The text of an old word-processor file; :class:`ReadError` when it is damaged or needs LibreOffice."""
    kind = sniff(data, name)
    program = office()
    if program:
        converted = _converted(data, kind, program, name)
        found = read_docx(converted, name)
        return Reading(found.text, kind, found.looks, found.apart, issues=found.issues)
    if kind is Format.DOC or kind is Format.WPS:
        return _without_office(data, kind, name)
    if kind is Format.RTF:
        return _rtf(data, name)
    raise ReadError(name, "missing_program", f"a {kind} needs LibreOffice (soffice), which is not installed")


@cache
def office() -> str:
    """The LibreOffice program, ``""`` when there is none; GOVDOC_SOFFICE=none says not to use it."""
    said = os.environ.get("GOVDOC_SOFFICE")
    if said is not None:
        return shutil.which(said) or ""
    return next((found for x in _PROGRAMS if (found := shutil.which(x))), "")


@cache
def _profile(process: int) -> Path:
    folder = Path(tempfile.mkdtemp(prefix=f"govdoc-office-{process}-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _converted(data: bytes, kind: Format, program: str, name: str) -> bytes:
    with tempfile.TemporaryDirectory(prefix="govdoc-") as folder:
        ending = Format.DOC if kind is Format.WPS else kind  # LibreOffice takes the name .wps for Microsoft Works
        source = Path(folder, f"source.{ending}")
        source.write_bytes(data)
        command = [
            program, "--headless", "--norestore", "--nolockcheck", "--nodefault",
            f"-env:UserInstallation={_profile(os.getpid()).as_uri()}",
            "--convert-to", "docx:MS Word 2007 XML", "--outdir", folder, str(source),
        ]  # fmt: skip
        said = _run(command, name)
        target = Path(folder, "source.docx")
        if not target.is_file() or not target.stat().st_size:
            raise ReadError(name, "conversion", f"LibreOffice could not read this {kind}: {said[-200:] or 'no output'}")
        return target.read_bytes()


def _run(command: list[str], name: str) -> str:
    """Run in a session of its own, so that a hanging office dies with all its children."""
    with subprocess.Popen(  # noqa: S603 - the program is found by name, the file is ours
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True
    ) as process:
        try:
            output, _ = process.communicate(timeout=_PATIENCE)
        except BaseException as error:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            if isinstance(error, subprocess.TimeoutExpired):
                raise ReadError(name, "timeout", f"LibreOffice took longer than {_PATIENCE} s") from error
            raise
    return output.decode("utf-8", "replace").strip()


def _without_office(data: bytes, kind: Format, name: str) -> Reading:
    legacy = needs("legacy_doc", "doc", name)
    try:
        text = legacy.extract_text(data).text
    except Exception as error:  # a third-party parser of a binary format: any error is the file's
        raise ReadError(name, "malformed", f"not a readable .doc ({error}); LibreOffice may read it") from error
    return Reading(text, kind, issues=(_lost(),))


_RTF_TOKEN = re.compile(
    rb"\\'(?P<hex>[0-9a-fA-F]{2})|\\u(?P<u>-?[0-9]{1,6}) ?\??|\\(?P<word>[a-z]{1,32})(?P<arg>-?[0-9]{1,9})? ?"
    rb"|\\(?P<mark>[^a-z])|(?P<open>\{)|(?P<close>\})|(?P<text>[^\\{}\r\n]+)"
)
_RTF_SILENT = frozenset((
    b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"object", b"header", b"footer", b"headerl",
    b"headerr", b"footerl", b"footerr", b"listtable", b"listoverridetable", b"generator", b"themedata",
    b"colorschememapping", b"datastore", b"latentstyles", b"xmlnstbl", b"rsidtbl", b"fldinst", b"bkmkstart",
    b"bkmkend"
))  # fmt: skip
_RTF_BREAK = {b"par": b"\n", b"line": b"\n", b"page": b"\n", b"row": b"\n", b"cell": b"\t", b"tab": b"\t"}


def _rtf(data: bytes, name: str) -> Reading:
    """RTF without LibreOffice: text, unicode and code-page characters, no automatic numbers."""
    out: list[str] = []
    pending = bytearray()
    silent, stack = False, []

    def flush() -> None:
        if pending:
            out.append(decode(bytes(pending), name)[0] if max(pending) > 127 else pending.decode("ascii"))
            pending.clear()

    for token in _RTF_TOKEN.finditer(data):
        if token["open"]:
            stack.append(silent)
        elif token["close"]:
            silent = stack.pop() if stack else False
        elif token["mark"] == b"*" or token["word"] in _RTF_SILENT:
            silent = True
        elif silent:
            continue
        elif token["u"]:
            flush()
            out.append(chr(int(token["u"]) % 65536))
        elif token["word"]:
            pending += _RTF_BREAK.get(token["word"], b"")
        else:
            pending += bytes.fromhex(token["hex"].decode()) if token["hex"] else token["text"] or token["mark"] or b""
    flush()
    return Reading("".join(out), Format.RTF, issues=(_lost(),))


def _lost() -> Issue:
    return numbers_lost("read without LibreOffice: automatic numbers may be missing")
