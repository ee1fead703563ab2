"""Office Open XML and OFD parts: ZIP members read within limits, elements by local name.

Strict and transitional files differ in namespace only, so names are compared without it.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

from govdoc.errors import ReadError
from govdoc.readers.sniff import ZIP_DAMAGE

LARGEST_PART = 256 << 20  # bytes of one unpacked part; a document of 10 million characters has 100 MB
LARGEST_RATIO = 400  # real document.xml reach 1:60; zip bombs begin at 1:1000
_DEEPEST = 120  # elements in elements, for readers descend by recursion


@contextmanager
def opened(data: bytes, name: str, what: str) -> Iterator[zipfile.ZipFile]:
    """The container of a document that is a ZIP; :class:`ReadError` when it cannot be opened or read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as pack:
            yield pack
    except ZIP_DAMAGE as error:
        raise ReadError(name, "truncated", f"{what} that cannot be opened: {error}") from error


def part(pack: zipfile.ZipFile, path: str, name: str) -> Element | None:
    """The XML tree of a member, None when there is no such member; :class:`ReadError` when it is no sound XML."""
    try:
        info = pack.getinfo(path)
    except KeyError:
        return None
    data = member(pack, info, name)
    if b"<!DOCTYPE" in data[:1024] or b"<!ENTITY" in data[:4096]:
        raise ReadError(name, "malformed", f"{path} declares entities, which no office program writes")
    try:
        root = ET.fromstring(data)  # noqa: S314 - entities are refused above, expat limits the rest
    except (ET.ParseError, LookupError, ValueError) as error:  # also an encoding that nobody knows
        raise ReadError(name, "malformed", f"{path} is not well-formed XML: {error}") from error
    if _is_deep(root):
        raise ReadError(name, "malformed", f"{path} nests its elements more than {_DEEPEST} deep")
    return root


def _is_deep(root: Element) -> bool:
    """Whether elements nest deeper than any office program writes; readers descend by recursion."""
    level = [root]
    for _ in range(_DEEPEST):
        level = [child for element in level if len(element) for child in element]
        if not level:
            return False
    return True


def member(pack: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, largest: int = LARGEST_PART) -> bytes:
    """The bytes of a ZIP member; :class:`ReadError` beyond the limits that a bomb breaks, and for damage."""
    if info.file_size > largest:
        raise ReadError(name, "too_large", f"{info.filename} unpacks to {info.file_size:,} bytes (limit {largest:,})")
    ratio = info.file_size // max(info.compress_size, 1)
    if info.file_size > 1 << 20 and ratio > LARGEST_RATIO:
        raise ReadError(name, "bomb", f"{info.filename} unpacks to {ratio:,} times its size")
    if info.flag_bits & 1:
        raise ReadError(name, "encrypted", f"{info.filename} is encrypted")
    try:
        with pack.open(info) as stream:
            data = stream.read(info.file_size + 1)
    except ZIP_DAMAGE as error:
        raise ReadError(name, "truncated", f"{info.filename} cannot be unpacked: {error}") from error
    if len(data) > info.file_size:
        raise ReadError(name, "bomb", f"{info.filename} unpacks to more than it declares")
    return data


def name_of(element: Element) -> str:
    """The tag without its namespace; comments and instructions have none."""
    return _local(element.tag)


@lru_cache(maxsize=4096)  # office programs know some hundred tags
def _local(tag: object) -> str:
    return tag[tag.rfind("}") + 1 :] if isinstance(tag, str) else ""  # a comment has a function here


def attribute(element: Element, local: str) -> str:
    """An attribute by local name, ``""`` when missing."""
    for key, value in element.items():
        if key == local or key.endswith("}" + local):
            return value
    return ""


def children(element: Element, local: str) -> Iterator[Element]:
    """The child elements of a name."""
    return (x for x in element if name_of(x) == local)


def child(element: Element | None, *path: str) -> Element | None:
    """The first child down a path of names."""
    for local in path:
        if element is None:
            return None
        for found in element:
            if name_of(found) == local:
                element = found
                break
        else:
            return None
    return element


def value_of(element: Element | None, *path: str) -> str:
    """The ``val`` of the element down a path, ``""`` when missing."""
    found = child(element, *path)
    return "" if found is None else attribute(found, "val")


def is_on(element: Element | None, *path: str) -> bool | None:
    """A toggle such as ``<w:b/>``: None when it is not there."""
    found = child(element, *path)
    return None if found is None else on(attribute(found, "val"))


def on(value: str) -> bool:
    """What a toggle says; one without a value is on."""
    return value.lower() not in {"0", "false", "off", "none"}
