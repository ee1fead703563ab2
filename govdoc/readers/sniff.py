"""What a file is, told by its first bytes: names lie (.doc that is RTF, HTML or docx).

The name is asked only where the content cannot tell: Markdown from plain text.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from govdoc.errors import ReadError
from govdoc.readers.source import Format

ZIP_DAMAGE = (  # what zipfile raises for damaged ones: also a version of 11.9, or a password where none is
    zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError
)  # fmt: skip
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAGIC: tuple[tuple[bytes, Format], ...] = (
    (b"{\\rtf", Format.RTF),
    (b"\x1f\x8b", Format.GZIP),
    (b"BZh", Format.BZIP2),
    (b"\xfd7zXZ\x00", Format.XZ),
    (b"\x28\xb5\x2f\xfd", Format.ZSTD),
    (b"7z\xbc\xaf\x27\x1c", Format.SEVENZIP),
    (b"PAR1", Format.PARQUET),
)
_FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "an SQLite database"),
    (b"ID3", "a sound file"),
)
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|table|tbody|div|p|span|script|style|h[1-6]|section|article)[\s>/]",
    re.IGNORECASE,
)
_HTML_ROOT = re.compile(rb"<(?:!doctype\s+html|html|body)[\s>]", re.IGNORECASE)
_JSON = re.compile(rb'\{\s*"[^"\n]{1,80}"\s*:')
_MARKDOWN = re.compile(rb"^(?:#{1,6} \S|\*\*[^*\n]{1,60}\*\*|[-*] \S|\|[ :-]*-{3}|```|> \S)", re.MULTILINE)
_SIGNS = 6  # Markdown marks; fewer also stand in plain text
_HEAD = 4096


def sniff(data: bytes, name: str = "") -> Format:
    """The format of a file's bytes; :class:`ReadError` for one that govdoc cannot read.

    >>> sniff(b"%PDF-1.7"), sniff("<p>通知</p>".encode()), sniff("关于开展检查的通知".encode(), "a.doc")
    (<Format.PDF: 'pdf'>, <Format.HTML: 'html'>, <Format.TEXT: 'txt'>)
    """
    if not data:
        raise ReadError(name, "empty", "the file has no bytes")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_format(data, name)
    if data.startswith(_OLE):
        return _ole_format(data, name)
    for magic, found in _MAGIC:
        if data.startswith(magic):
            return found
    for magic, what in _FOREIGN:
        if data.startswith(magic):
            raise ReadError(name, "unsupported", f"{what}; expected a document")
    if b"%PDF-" in data[:1024]:
        return Format.PDF
    if data[257:262] == b"ustar":
        return Format.TAR
    return _text_format(data, name)


def _zip_format(data: bytes, name: str) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as pack:
            return zip_format(pack, name)
    except ZIP_DAMAGE as error:
        raise ReadError(name, "truncated", f"a ZIP container that cannot be opened: {error}") from error


def zip_format(pack: zipfile.ZipFile, name: str) -> Format:
    """What a ZIP container holds: a Word document, an OFD or files; :class:`ReadError` for a sheet or a show."""
    if min((x.header_offset for x in pack.infolist()), default=0) > 0:  # its list is that of a .docx inside
        raise zipfile.BadZipFile("the end of the file is missing")
    names = set(pack.namelist())
    if "[Content_Types].xml" in names and any(x.startswith("word/") for x in names):
        return Format.DOCX
    if "OFD.xml" in names:
        return Format.OFD
    for part, what in (("xl/", "an Excel sheet"), ("ppt/", "a PowerPoint show")):
        if "[Content_Types].xml" in names and any(x.startswith(part) for x in names):
            raise ReadError(name, "unsupported", f"{what}; expected a document")
    if "mimetype" in names and b"opendocument.text" in pack.read("mimetype"):
        return Format.ODT
    return Format.ZIP


def _ole_format(data: bytes, name: str) -> Format:
    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        raise ReadError(name, "encrypted", "an Office document with a password")
    if holds("WordDocument"):
        return Format.WPS if name.lower().endswith(".wps") else Format.DOC
    what = "an Excel sheet" if holds("Workbook") else "an OLE file"
    raise ReadError(name, "unsupported", f"{what}; expected a Word document (a WordDocument stream)")


def _text_format(data: bytes, name: str) -> Format:
    head = data[:_HEAD].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if (head.startswith(b"<") and _HTML.search(head)) or _HTML_ROOT.search(head):
        return Format.HTML
    if _JSON.match(head):
        return _json_format(head, name)
    if name.lower().endswith((".md", ".markdown")) or len(_MARKDOWN.findall(data[: 4 * _HEAD])) >= _SIGNS:
        return Format.MARKDOWN if _MARKDOWN.search(data) else Format.TEXT
    return Format.TEXT


def _json_format(head: bytes, name: str) -> Format:
    """JSON lines hold an object a line; one object over many lines is a file of settings or metadata."""
    line, broken, _ = head.partition(b"\n")
    if broken and not line.rstrip().endswith(b"}"):
        raise ReadError(name, "unsupported", "a JSON object over several lines; expected JSON lines, one object a line")
    return Format.JSONL
