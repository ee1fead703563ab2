"""Documents → one page to read: kinds, headings, numbers, facts, issues, and one document as an example."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from govdoc.export.view import fact_row, header_lines, outline, short
from govdoc.model.document import Document

_MOST, _WIDE = 8, 16  # entries of a line of counts, characters of an entry
_LINES, _FACTS = 10, 6  # of the example
_SHORTEST = 4  # facts a document has to have to be an example


class Summary:
    """Counts over the documents of a run; the documents themselves are not kept, but for the example.

    >>> from govdoc.parse import parse
    >>> page = Summary()
    >>> page.add("a.txt", parse("关于信访工作的报告\\n县政府：\\n一、情况\\n今年受理信访案件34宗。\\n"))
    >>> print(*(line for line in page.lines() if line.startswith(("文种", "事实"))), sep="\\n")
    文种　　　报告 1
    事实　　　1　level 1 · actual 1
    """

    def __init__(self) -> None:
        self.documents = self.characters = 0
        self.counts: dict[str, Counter[str]] = {name: Counter() for name in _COUNTED}
        self.example: tuple[str, Document] | None = None

    def add(self, name: str, document: Document) -> None:
        """Count one document."""
        self.documents += 1
        self.characters += len(document.text)
        for counted, words in _COUNTED.items():
            self.counts[counted].update(words(document))
        if self.example is None and _is_example(document):
            self.example = name, document

    def lines(self) -> Iterator[str]:
        """The page."""
        yield f"{self.documents} documents, {self.characters:,} characters"
        for name, counter in self.counts.items():
            if counter:
                most = " · ".join(f"{short(word, _WIDE)} {n:,}" for word, n in counter.most_common(_MOST))
                yield f"{name:　<5}{_total(name, counter)}{most}"
        if self.example:
            yield ""
            yield from _shown(*self.example)


def _kinds(document: Document) -> Iterator[str]:
    yield document.kind.value if document.kind else "无"


def _headings(document: Document) -> Iterator[str]:
    return (section.marker.style.value if section.marker else "无号" for section in document.walk())


def _facts(document: Document) -> Iterator[str]:
    for fact in document.facts:
        yield from (fact.measure.value, fact.status.value)


_COUNTED: dict[str, Callable[[Document], Iterable[str]]] = {  # line of the page → what it counts in a document
    "文种": _kinds,
    "标题层次": _headings,
    "数字": lambda document: (n.role.value for n in document.numerals),
    "事实": _facts,
    "单位": lambda document: (f.quantity.unit.symbol for f in document.facts if f.quantity.unit.symbol),
    "指标": lambda document: (f.indicator for f in document.facts if f.indicator),
    "引用": lambda document: (r.title.value for r in document.references if r.title),
    "问题": lambda document: (i.code.value for i in document.issues),
}
_PER_ENTRY = {"事实": 2}  # each fact is counted by measure and by status


def _total(name: str, counter: Counter[str]) -> str:
    return "" if name == "文种" else f"{counter.total() // _PER_ENTRY.get(name, 1):,}　"


def _is_example(document: Document) -> bool:
    header = document.header
    return bool(header.doc_number and header.addressees and document.sections and len(document.facts) >= _SHORTEST)


def _shown(name: str, document: Document) -> Iterator[str]:
    """A document in a few lines: header, the first headings, the first facts."""
    yield f"—— {name}"
    for label, value in header_lines(document):
        yield f"　{label:　<6}{value}"
    tree = list(outline(document))
    for line in tree[:_LINES]:
        yield "　" * (line.depth + 1) + line.text
    if len(tree) > _LINES:
        yield f"　… {len(tree) - _LINES} more headings"
    for fact in document.facts[:_FACTS]:
        yield "　• " + "　".join(cell for cell in fact_row(fact)[:-1] if cell)
    if len(document.facts) > _FACTS:
        yield f"　… {len(document.facts) - _FACTS} more facts"
