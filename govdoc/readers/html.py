"""Web pages (网页): the main text of a government page, paragraph by paragraph.

Known containers first (``rules/page.tsv``); on an unknown page the smallest element that still
holds nearly all sentences. Menus, scripts and recommendations stay out. Block elements and ``<br>``
end lines; a data table gives one line a row, its cells parted by tabs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from govdoc.errors import ReadError
from govdoc.model.issue import Issue
from govdoc.readers.extra import needs
from govdoc.readers.pagetext import PageText
from govdoc.readers.source import Format, Reading, unreadable
from govdoc.readers.text import decode
from govdoc.rulebook import meanings, rows

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{3,20})", re.IGNORECASE)
_BLOCK = frozenset((
    "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li",
    "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    "caption"
))  # fmt: skip
_SILENT = frozenset((
    "script", "style", "noscript", "template", "head", "title", "meta", "link", "iframe", "object", "svg", "select",
    "option", "button", "input", "textarea", "form", "nav", "footer", "aside", "audio", "video", "canvas", "map"
))  # fmt: skip
_ALWAYS_SILENT = frozenset((
    "script", "style", "noscript", "template", "head", "title", "iframe", "object", "svg"
))  # fmt: skip
_RED = re.compile(r"red|#f00|#?[c-f][0-9a-f]0[0-9a-f]0[0-9a-f]|rgb\(2[0-9]{2}, ?0, ?0\)")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_ALIGN = re.compile(r"text-align\s*:\s*(center|right|left)")
_BOLD = re.compile(r"font-weight\s*:\s*(bold|[6-9]00)")
_COLOUR = re.compile(r"(?<![a-z-])color\s*:\s*([^;]{1,30})")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_SENTENCE = "。；，：、"
_NEARLY_ALL = 0.9  # share of the sentence punctuation that the main element holds
_SHARE, _ENOUGH, _SHORTEST = 0.3, 20, 20  # of the marks, so many marks, characters: smaller is no main text
_FEW = 4  # fewer punctuation marks do not point anywhere
_META_LONGEST = 600  # characters of a metadata table; longer ones are lists of documents
_META_CELLS = 400  # cells and list items of a page that are looked at
_META_ROWS = 3  # labels that make a table one of metadata
_DEEPEST = 300  # elements nested deeper than any real page; their text is kept, their lines are not


def read_html(data: bytes, name: str = "") -> Reading:
    """A page as bytes: the encoding is found before the parser sees it."""
    head = data[:4096]
    declared = _CHARSET.search(head) if b"charset" in head.lower() else None  # the word alone is found at once
    text, issues = decode(data, name, declared[1].decode("ascii") if declared else "")
    return page(text, name, issues)


def page(source: str, name: str = "", issues: tuple[Issue, ...] = ()) -> Reading:
    """A page as text; :class:`ReadError` when nothing stands on it.

    >>> page("<p>通知</p><p>各村：<br>请遵照<b>执行</b>。</p>").text
    '通知\\n各村：\\n请遵照执行。'
    """
    lexbor = needs("selectolax.lexbor", "html", name)
    tree = lexbor.LexborHTMLParser(_table_fragment(source))
    root = tree.body or tree.root
    if root is None:
        raise ReadError(name, "empty", "a page without content")
    whole = "<body" in source.lower()
    main, known = _main(root) if whole else (root, True)
    out = PageText()
    if whole:
        _lead(root, main, out)
    _render(main, out, _ALWAYS_SILENT if known else _SILENT)
    text, looks = out.done()
    if not text.strip():
        raise ReadError(name, "no_text", "a page without text (its content may be loaded by a script)")
    pictures = len(main.css("img")) if len(text) < 100 else 0
    if pictures:
        issues += (unreadable(f"the page shows {pictures} pictures, which may hold the text"),)
    return Reading(text, Format.HTML, looks, meta=_meta(tree, root), issues=issues)


def _table_fragment(source: str) -> str:
    """A saved ``<tbody>`` or ``<tr>`` has no table around it, and a parser would drop its cells."""
    head = source.lstrip("\ufeff \r\n\t")[:7].lower()
    return f"<table>{source}</table>" if head.startswith(("<tbody", "<tr", "<td")) else source


@cache
def _containers() -> dict[tuple[str, str], int]:
    """(attribute, value) → its place in ``rules/page.tsv``: the first row that matches wins."""
    names = [(row.value, form) for row in rows("page") for form in row.forms]
    return {name: n for n, name in reversed(list(enumerate(names)))}


def _rank(node: LexborNode) -> int | None:
    known, attributes = _containers(), node.attributes
    names = [("id", attributes.get("id") or ""), *(("class", x) for x in (attributes.get("class") or "").split())]
    return min((known[x] for x in names if x in known), default=None)


def _main(root: LexborNode) -> tuple[LexborNode, bool]:
    """The element of the main text, and whether its name said so."""
    total = _marks(root)
    ranked = [
        (rank, -_marks(x), n, x) for n, x in enumerate(root.css("[id], [class]")) if (rank := _rank(x)) is not None
    ]
    for _, marks, _, found in sorted(ranked, key=lambda x: x[:3]):
        if -marks >= min(total * _SHARE, _ENOUGH) and len(found.text().strip()) > _SHORTEST:
            return found, True
    if total < _FEW:
        return root, False
    node = root
    for _ in range(_DEEPEST):
        inner = max((x for x in node.iter() if x.tag in _BLOCK), key=_marks, default=None)
        if inner is None or inner.tag in {"p", "tr", "td"} or _marks(inner) < _NEARLY_ALL * total:
            return node, False
        node = inner
    return node, False


def _marks(node: LexborNode) -> int:
    if node.tag in _SILENT:
        return 0
    text = node.text()
    return sum(text.count(mark) for mark in _SENTENCE)


def _lead(root: LexborNode, main: LexborNode, out: PageText) -> None:
    """Headline and metadata table when they stand before the main element."""
    table = next((t for t in root.css("table, ul, dl, div.xxgk_head") if _is_meta(t) and not _inside(t, main)), None)
    if table is not None and not _inside(main, table):
        (_rows if table.tag == "table" and _is_data(table) else _render)(table, out, _SILENT)
    for heading in root.css("h1, h2, [class~=title], [id=title]"):
        words = _squeeze(heading.text())
        if len(words) > 5 and not _inside(heading, main) and not _inside(main, heading):
            if words not in _squeeze(main.text())[: len(words) + 400]:
                out.paragraph(words, align="center", level=1)
            return


def _is_meta(node: LexborNode) -> bool:
    words = _squeeze(node.text())[:_META_LONGEST]
    return len(words) < _META_LONGEST and sum(form in words for form in meanings("pagemeta")) >= _META_ROWS


def _inside(node: LexborNode, outer: LexborNode) -> bool:
    up: LexborNode | None = node
    while up is not None:
        if up.mem_id == outer.mem_id:
            return True
        up = up.parent
    return False


def _squeeze(text: str) -> str:
    return "".join(text.split())


class _Dress(NamedTuple):
    """What the attributes of an element say of its look."""

    align: str
    bold: bool
    red: bool
    level: int
    hidden: bool


def _render(node: LexborNode, out: PageText, silent: frozenset[str], depth: int = 0) -> None:
    if depth == _DEEPEST:
        out.inline(_SPACE.sub(" ", node.text()))
        return
    for child in node.iter(include_text=True):
        tag = child.tag or ""
        if tag == "-text":
            out.inline(_SPACE.sub(" ", child.text(deep=False)))
        elif tag in silent or tag.startswith(("-", "!")) or (dress := _dress(child, tag)).hidden:
            continue
        elif tag == "br":
            out.newline()
        elif tag == "table" and _is_data(child):
            _rows(child, out, silent)
        else:
            _element(child, tag, dress, out, silent, depth)


def _element(node: LexborNode, tag: str, dress: _Dress, out: PageText, silent: frozenset[str], depth: int) -> None:
    block = tag in _BLOCK
    out.enter(block, dress.align, dress.bold, dress.red, dress.level)
    if tag == "pre":
        out.verbatim(node.text())
    else:
        _render(node, out, silent, depth + 1)
    out.leave(block)


def _dress(node: LexborNode, tag: str) -> _Dress:
    said = node.attributes
    return _dressed(tag, *((said.get(x) or "").lower() for x in ("style", "align", "color"))) if said else _dressed(tag)


@lru_cache(maxsize=1024)  # a page has few styles and uses each many times
def _dressed(tag: str, style: str = "", align: str = "", colour: str = "") -> _Dress:
    """The look by tag and attributes.

    >>> _dressed("p", "text-align: center; color: #c00000; font-weight: bold")
    _Dress(align='center', bold=True, red=True, level=0, hidden=False)
    >>> _dressed("h2", "display:none"), _dressed("font", colour="red").red
    (_Dress(align='', bold=True, red=False, level=2, hidden=True), True)
    """
    level = int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit() else 0
    bold = tag in {"b", "strong", "h1", "h2", "h3", "th"} or bool(_BOLD.search(style))
    said = _COLOUR.search(style)
    red = bool(_RED.fullmatch(said[1].strip() if said else colour))
    return _Dress(_align(tag, style, align), bold, red, level, bool(_HIDDEN.search(style)))


def _align(tag: str, style: str, said: str) -> str:
    found = _ALIGN.search(style)
    if found:
        return found[1]
    return "center" if tag == "center" else said if said in {"center", "right", "left"} else ""


def _is_data(table: LexborNode) -> bool:
    """A data table, not one that lays out the page: short cells, at least two columns."""
    if table.css("table table, table div p, td h1, td h2"):
        return False
    cells = table.css("td, th")
    widest = max((len(row.css("td, th")) for row in table.css("tr")), default=0)
    return widest > 1 and all(len(cell.css("p, br")) < 6 and len(cell.text()) < 400 for cell in cells)


def _rows(table: LexborNode, out: PageText, silent: frozenset[str]) -> None:
    for row in table.css("caption, tr"):
        cells = [row] if row.tag == "caption" else list(row.css("td, th"))
        out.row([_squeeze_line(cell, silent) for cell in cells])


def _squeeze_line(cell: LexborNode, silent: frozenset[str]) -> str:
    inner = PageText()
    _render(cell, inner, silent)
    return inner.done()[0].replace("\n", "").strip()


def _meta(tree: object, root: LexborNode) -> tuple[tuple[str, str], ...]:
    """Keys of ``rules/pagemeta.tsv`` from ``<meta>`` and from label cells."""
    return tuple(dict(reversed([*_meta_tags(tree), *_meta_cells(root)])).items())[::-1]


def _meta_tags(tree: object) -> Iterator[tuple[str, str]]:
    labels = meanings("pagemeta")
    for node in tree.css("meta[name]"):  # type: ignore[attr-defined]
        row, value = labels.get(node.attributes.get("name") or ""), node.attributes.get("content")
        if row and value and value.strip():
            yield row.value, value.strip()


def _meta_cells(root: LexborNode) -> Iterator[tuple[str, str]]:
    labels = meanings("pagemeta")
    cells = root.css("td, th, dt, dd, li, span.label, b, strong")[: _META_CELLS + 1]
    texts = [_squeeze(x.text()) for x in cells]
    for at, words in enumerate(texts[:_META_CELLS]):
        label, _, value = words.partition("：")
        row = labels.get(label)
        if row is None or len(label) < 2:
            continue
        if not value and at + 1 < len(texts):
            value = texts[at + 1]
        if value and len(value) < 200 and value.rstrip("：") not in labels:
            yield row.value, value
