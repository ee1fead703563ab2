"""Word documents (.docx): all text of the body, in reading order, with automatic numbers printed.

Text boxes stand before the paragraph that anchors them, tracked insertions stay, deletions go,
content controls and fields give their content, tables one line a row. Page headers, footers and
comments are :class:`Apart`; footnotes too, and follow the body as 注释 lines.
"""

from __future__ import annotations

import posixpath
import zipfile

from govdoc.errors import ReadError
from govdoc.model.issue import Issue
from govdoc.readers.docxbody import Body, plain
from govdoc.readers.numbering import Numbering
from govdoc.readers.ooxml import attribute, children, name_of, opened, part
from govdoc.readers.source import Apart, Format, Reading, unreadable
from govdoc.readers.styles import Styles

_APART = ("header", "footer")
_NOTES = ("footnote", "endnote")


def read_docx(data: bytes, name: str = "") -> Reading:
    """The text of a .docx; :class:`ReadError` when it is damaged."""
    with opened(data, name, "a .docx") as pack:
        return _read(pack, name)


def _read(pack: zipfile.ZipFile, name: str) -> Reading:
    main = _main_part(pack, name)
    root = part(pack, main, name)
    if root is None:
        raise ReadError(name, "malformed", f"no {main} in the .docx")
    folder = posixpath.dirname(main)
    styles = Styles(part(pack, f"{folder}/styles.xml", name))
    numbering = Numbering(part(pack, f"{folder}/numbering.xml", name), styles.lists())
    body = Body(styles, numbering)
    for element in root:
        if name_of(element) == "body":
            body.read(element)
    notes = _notes(pack, folder, name, body.notes)
    body.close(notes)
    text, looks = body.done()
    apart = (*_margins(pack, folder, name), *notes)
    return Reading(text, Format.DOCX, looks, apart, issues=_issues(text, body.pictures))


def _main_part(pack: zipfile.ZipFile, name: str) -> str:
    """The part that ``_rels/.rels`` calls the office document."""
    root = part(pack, "_rels/.rels", name)
    for link in root if root is not None else ():
        if attribute(link, "Type").endswith("/officeDocument"):
            return attribute(link, "Target").lstrip("/")
    return "word/document.xml"


def _margins(pack: zipfile.ZipFile, folder: str, name: str) -> tuple[Apart, ...]:
    found = []
    for path in sorted(pack.namelist()):
        base = posixpath.basename(path)
        kind = next((k for k in _APART if base.startswith(k) and base.endswith(".xml")), "")
        root = part(pack, path, name) if kind and posixpath.dirname(path) == folder else None
        if root is not None and (text := plain(root)):
            found.append(Apart(kind, text))
    return tuple(dict.fromkeys(found))


def _notes(pack: zipfile.ZipFile, folder: str, name: str, used: list[tuple[str, str]]) -> tuple[Apart, ...]:
    """Footnotes and endnotes in the order the body cites them."""
    texts: dict[tuple[str, str], str] = {}
    for kind in _NOTES:
        root = part(pack, f"{folder}/{kind}s.xml", name) if any(k == kind for k, _ in used) else None
        for note in children(root, kind) if root is not None else ():
            texts[kind, attribute(note, "id")] = plain(note)
    return tuple(Apart(kind, texts[kind, key]) for kind, key in used if texts.get((kind, key)))


def _issues(text: str, pictures: int) -> tuple[Issue, ...]:
    if pictures and len(text.strip()) < 20 * pictures and len(text.strip()) < 200:
        return (unreadable(f"the document shows {pictures} pictures, which may hold the text"),)
    return ()
