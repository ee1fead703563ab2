"""govdoc reads Chinese official documents (公文) into typed objects.

>>> import govdoc
>>> doc = govdoc.parse("一、信访工作\\n今年受理信访案件34宗，调处率100%。")
>>> [(f.subject.value, str(f.quantity.value), str(f.quantity.unit)) for f in doc.facts]
[('信访案件', '34', '宗'), ('调处率', '100', '%')]
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from govdoc.errors import GovdocError, ReadError, RuleTableError
from govdoc.explain import explain
from govdoc.facts.find import quantities
from govdoc.facts.number.numeral import number
from govdoc.model.date import Date, Period
from govdoc.model.document import Document, Enclosure
from govdoc.model.fact import Change, Direction, Fact, Measure, Status
from govdoc.model.header import Addressees, Attachment, Closing, DocNumber, DocumentKind, Header, Title
from govdoc.model.issue import Issue, IssueCode, Severity
from govdoc.model.quantity import Bound, Numeral, Quantity, Role, Unit
from govdoc.model.reference import Reference
from govdoc.model.section import Marker, MarkerStyle, Paragraph, Preamble, Section, Sentence
from govdoc.model.span import Element, Phrase, Span
from govdoc.model.token import Token
from govdoc.parse import parse
from govdoc.text.look import Look
from govdoc.tokenize import tokenize

_ON_USE = {  # what readers and tables need is loaded when they are asked for
    "read": "govdoc.readers.document",
    "read_many": "govdoc.archive.many",
    "to_arrow": "govdoc.export.tables",
    "to_duckdb": "govdoc.export.tables",
    "to_jsonl": "govdoc.export.tables",
    "to_pandas": "govdoc.export.tables",
    "to_polars": "govdoc.export.tables",
}


if TYPE_CHECKING:
    from govdoc.archive.many import read_many
    from govdoc.export.tables import to_arrow, to_duckdb, to_jsonl, to_pandas, to_polars
    from govdoc.readers.document import read

    __version__: str
else:  # a type checker that saw this would take any misspelt name for one of them

    def __getattr__(name: str) -> Any:
        if name == "__version__":
            return import_module("importlib.metadata").version("govdoc")
        if name not in _ON_USE:
            raise AttributeError(f"module 'govdoc' has no attribute {name!r}")
        return getattr(import_module(_ON_USE[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)


__all__ = [
    "Addressees",
    "Attachment",
    "Bound",
    "Change",
    "Closing",
    "Date",
    "Direction",
    "DocNumber",
    "Document",
    "DocumentKind",
    "Element",
    "Enclosure",
    "Fact",
    "GovdocError",
    "Header",
    "Issue",
    "IssueCode",
    "Look",
    "Marker",
    "MarkerStyle",
    "Measure",
    "Numeral",
    "Paragraph",
    "Period",
    "Phrase",
    "Preamble",
    "Quantity",
    "ReadError",
    "Reference",
    "Role",
    "RuleTableError",
    "Section",
    "Sentence",
    "Severity",
    "Span",
    "Status",
    "Title",
    "Token",
    "Unit",
    "explain",
    "number",
    "parse",
    "quantities",
    "read",
    "read_many",
    "to_arrow",
    "to_duckdb",
    "to_jsonl",
    "to_pandas",
    "to_polars",
    "tokenize",
]
