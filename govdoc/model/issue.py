"""What a careful clerk would mark."""

from __future__ import annotations

from enum import StrEnum

from govdoc.model.base import Value
from govdoc.model.span import Span


class Severity(StrEnum):
    """How bad it is: ``info`` a remark, ``warning`` a fault of the text, ``error`` unread content."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class IssueCode(StrEnum):
    """The closed list of remarks; tests/cases/issue.tsv has an example of each."""

    EMPTY_DOCUMENT = "empty_document"
    TITLE_MISSING = "title_missing"
    NUMBERING_GAP = "numbering_gap"
    NUMBERING_REPEAT = "numbering_repeat"
    ATTACHMENT_MISSING = "attachment_missing"
    DATE_MISSING = "date_missing"
    DATE_CONFLICT = "date_conflict"
    DOCNO_YEAR_CONFLICT = "docno_year_conflict"
    UNKNOWN_NUMERAL = "unknown_numeral"
    UNREADABLE_PART = "unreadable_part"
    NUMBERING_LOST = "numbering_lost"


class Issue(Value):
    """A remark with its place."""

    code: IssueCode
    message: str
    span: Span
    severity: Severity
