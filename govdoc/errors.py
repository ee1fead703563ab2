"""The errors of govdoc: bad programs and unreadable sources raise, bad documents never do."""

from __future__ import annotations


class GovdocError(Exception):
    """Everything govdoc raises on purpose."""


class ReadError(GovdocError):
    """A source could not be read: says which, what was expected and what was found.

    ``code`` is a stable word for tables of failures (``encrypted``, ``truncated``, ``empty`` …).
    """

    def __init__(self, source: str, code: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.code = code
        self.reason = reason

    def __reduce__(self) -> tuple[type[ReadError], tuple[str, str, str]]:
        return type(self), (self.source, self.code, self.reason)


class RuleTableError(GovdocError):
    """A rule table is malformed: says which file, which line and why."""

    def __init__(self, table: str, line: int, reason: str) -> None:
        super().__init__(f"rules/{table}.tsv:{line}: {reason}")
        self.table = table
        self.line = line
