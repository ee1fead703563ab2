"""Archives (压缩包): the files inside .zip, .tar (.gz .bz2 .xz .zst), .7z and single compressed files.

Members come one by one, in the order of their names, nested archives two deep. Names in ZIP files
from Chinese Windows are GBK without a flag. A member is bytes in memory: nothing is written to disk,
so ``../`` in a name harms nobody; such a member is refused all the same. Bombs are stopped by size
and ratio before they are unpacked.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from typing import IO, Any, NamedTuple

from govdoc.errors import ReadError
from govdoc.readers.extra import needs
from govdoc.readers.ooxml import member
from govdoc.readers.open import LARGEST_FILE
from govdoc.readers.sniff import ZIP_DAMAGE, sniff
from govdoc.readers.source import PACKED, Format

DEEPEST = 2  # archives in archives
MOST_MEMBERS = 200_000
LARGEST_PACK = 4 << 30  # bytes unpacked in all
_SKIPPED = ("__MACOSX/", "._", ".DS_Store", "Thumbs.db", "desktop.ini")

_DAMAGE = (*ZIP_DAMAGE, tarfile.TarError, lzma.LZMAError)


class Member(NamedTuple):
    """A file in an archive: its bytes, or why there are none. ``path`` has ``!/`` between nested archives."""

    path: str
    data: bytes
    error: ReadError | None = None


def members(file: IO[bytes], kind: Format, name: str) -> Iterator[Member]:
    """The documents of an archive, nested ones too; the file may be larger than memory.

    Damage is a member with an error, never an exception.
    """
    yield from _members(file, kind, name, "", 1, _Budget(name))


class _Budget:
    """What an archive may unpack to in all."""

    def __init__(self, name: str) -> None:
        self.name, self.left, self.count = name, LARGEST_PACK, 0

    def take(self, size: int) -> None:
        self.left -= size
        self.count += 1
        if self.left < 0:
            raise ReadError(self.name, "bomb", f"unpacks to more than {LARGEST_PACK:,} bytes")
        if self.count > MOST_MEMBERS:
            raise ReadError(self.name, "bomb", f"holds more than {MOST_MEMBERS:,} files")


def _members(file: IO[bytes], kind: Format, name: str, prefix: str, depth: int, budget: _Budget) -> Iterator[Member]:
    try:
        for inner, data, error in _OPENERS[kind](file, name):
            if inner.rpartition("/")[2].startswith(_SKIPPED[1:]) or inner.startswith(_SKIPPED[0]):
                continue
            path = prefix + inner
            if error is None:
                budget.take(len(data))
            wrong = error or _unsafe(inner, name)
            if wrong is not None:
                yield Member(path, b"", wrong)
            else:
                yield from _opened(path, data, name, depth, budget)
    except ReadError as error:
        yield Member(prefix.removesuffix("!/"), b"", error)
    except _DAMAGE as error:
        damage = ReadError(name, "truncated", f"the {kind} archive is damaged: {error}")
        yield Member(prefix.removesuffix("!/"), b"", damage)


def _opened(path: str, data: bytes, name: str, depth: int, budget: _Budget) -> Iterator[Member]:
    """A member as it is, or the members of an archive inside."""
    try:
        kind = sniff(data, path)
    except ReadError as error:
        yield Member(path, data, error)
        return
    if kind not in PACKED:
        yield Member(path, data)
    elif depth > DEEPEST:
        yield Member(path, b"", ReadError(name, "too_deep", f"archives nested more than {DEEPEST} deep"))
    else:
        yield from _members(io.BytesIO(data), kind, name, path + "!/", depth + 1, budget)


def _unsafe(path: str, name: str) -> ReadError | None:
    parts = path.replace("\\", "/").split("/")
    if ".." in parts or path.startswith(("/", "\\")) or (len(path) > 1 and path[1] == ":"):
        return ReadError(name, "unsafe_path", f"the member {path!r} points outside the archive")
    return None


_Found = tuple[str, bytes, ReadError | None]


def _zip(file: IO[bytes], name: str) -> Iterator[_Found]:
    with zipfile.ZipFile(file, metadata_encoding=_name_encoding(file)) as pack:
        infos = [x for x in pack.infolist() if not x.is_dir()]
        for info in sorted(infos, key=lambda x: x.filename):
            try:
                yield info.filename, member(pack, info, name, LARGEST_FILE), None
            except ReadError as error:
                yield info.filename, b"", error


def _name_encoding(file: IO[bytes]) -> str:
    """The first encoding that all unflagged names are written in: UTF-8, GB18030, Big5, else the ZIP standard's cp437."""
    with zipfile.ZipFile(file) as pack:
        raw = b"\n".join(x.filename.encode("cp437", "replace") for x in pack.infolist() if not x.flag_bits & 0x800)
    for encoding in ("utf-8", "gb18030", "big5"):
        try:
            raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        return encoding
    return "cp437"


def _tar(file: Any, name: str) -> Iterator[_Found]:
    with tarfile.open(fileobj=file, mode="r|", encoding="utf-8", errors="surrogateescape") as pack:
        for info in pack:
            path = printable(info.name)
            if not info.isfile():
                if info.issym() or info.islnk():
                    yield path, b"", ReadError(name, "not_a_file", "a link inside an archive is not followed")
                continue
            if info.size > LARGEST_FILE:
                yield path, b"", ReadError(name, "too_large", f"{info.size:,} bytes (limit {LARGEST_FILE:,})")
                continue
            stream = pack.extractfile(info)
            yield path, stream.read() if stream else b"", None


def printable(path: str) -> str:
    """A path as text: a name in bytes that are no UTF-8 is read as GB18030, else escaped.

    >>> printable("清溪县报告.txt".encode("gb18030").decode("utf-8", "surrogateescape"))
    '清溪县报告.txt'
    """
    raw = path.encode("utf-8", "surrogateescape")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("utf-8", "backslashreplace")


def _squeezed(opener: Callable[[IO[bytes], str], Any]) -> Callable[[IO[bytes], str], Iterator[_Found]]:
    """A compressed stream: a tar inside is walked, anything else is one file."""

    def walk(file: IO[bytes], name: str) -> Iterator[_Found]:
        with opener(file, name) as stream:
            head = stream.read(512)
            joined = _Rejoined(head, stream)
            if head[257:262] == b"ustar":
                yield from _tar(joined, name)
                return
            data = joined.read(LARGEST_FILE + 1)
        if len(data) > LARGEST_FILE:
            yield _inner_name(name), b"", ReadError(name, "too_large", f"unpacks to more than {LARGEST_FILE:,} bytes")
        else:
            yield _inner_name(name), data, None

    return walk


class _Rejoined(io.RawIOBase):
    """A stream whose first bytes were looked at."""

    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        """What ``io`` asks of a stream before it wraps it."""
        return True

    def read(self, size: int = -1) -> bytes:
        head, self._head = (self._head, b"") if size < 0 else (self._head[:size], self._head[size:])
        return head + self._rest.read(size - len(head) if size >= 0 else -1)


def _inner_name(name: str) -> str:
    base = name.replace("\\", "/").rpartition("/")[2]
    stem = base.rpartition(".")[0]
    return stem or "content"


def _zstd(file: IO[bytes], name: str) -> IO[bytes]:
    zstandard = needs("zstandard", "pack", name)
    stream: IO[bytes] = io.BufferedReader(zstandard.ZstdDecompressor().stream_reader(file))
    return stream


def _sevenzip(file: IO[bytes], name: str) -> Iterator[_Found]:
    py7zr = needs("py7zr", "pack", name)
    try:
        with py7zr.SevenZipFile(file) as pack:
            if pack.needs_password():
                raise ReadError(name, "encrypted", "a 7z archive with a password")
            infos = sorted((x for x in pack.list() if not x.is_directory), key=lambda x: x.filename)
            total = sum(x.uncompressed for x in infos)
            if total > LARGEST_FILE * 4:  # unpacked as a whole, for a 7z is one solid block
                raise ReadError(name, "too_large", f"unpacks to {total:,} bytes (limit {LARGEST_FILE * 4:,})")
            box = py7zr.io.BytesIOFactory(LARGEST_FILE)
            pack.extractall(factory=box)  # noqa: S202 - into memory
        for info in infos:
            held = box.products.get(info.filename)
            yield info.filename, held.read() if held is not None and held.seek(0) == 0 else b"", None
    except (py7zr.exceptions.ArchiveError, py7zr.exceptions.UnsupportedCompressionMethodError) as error:
        raise ReadError(name, "truncated", f"a 7z archive that cannot be unpacked: {error}") from error


_OPENERS: dict[Format, Callable[[Any, str], Iterator[_Found]]] = {
    Format.ZIP: _zip,
    Format.TAR: _tar,
    Format.SEVENZIP: _sevenzip,
    Format.GZIP: _squeezed(lambda f, _: gzip.GzipFile(fileobj=f)),
    Format.BZIP2: _squeezed(lambda f, _: bz2.BZ2File(f)),
    Format.XZ: _squeezed(lambda f, _: lzma.LZMAFile(f)),  # noqa: SIM115 - _squeezed closes it
    Format.ZSTD: _squeezed(_zstd),
}
