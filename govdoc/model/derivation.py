"""Why a value was given."""

from __future__ import annotations

from govdoc.model.base import Value
from govdoc.model.span import Span


class Step(Value):
    """One rule at work: its id, what it made and of which words; ``note`` says what the row means."""

    rule: str
    what: str
    span: Span
    text: str
    note: str = ""


class Derivation(Value):
    """The steps that touch a span, in order; ``str()`` is a readable account."""

    text: str
    span: Span
    steps: tuple[Step, ...]

    def __str__(self) -> str:
        lines = [f"{self.span.start}-{self.span.end} {self.text}"]
        lines += [f"  {s.what}: {s.text}  ← {s.rule}" + (f"  {s.note}" if s.note else "") for s in self.steps]
        return "\n".join(lines)
