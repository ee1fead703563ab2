"""Why a value was given: the derivation of a span, each rule with the note of its table row."""

from __future__ import annotations

from govdoc.model.derivation import Derivation
from govdoc.model.document import Document
from govdoc.model.span import Span
from govdoc.rulebook import notes


def explain(document: Document, span: Span | tuple[int, int]) -> Derivation:
    """Which rules made what stands at ``span``, and what each rule means.

    The steps are those of :meth:`Document.explain`; a rule that is a row of a table carries the
    row's note (说明), so that a clerk can read the account and find the row to change.

    >>> import govdoc
    >>> document = govdoc.parse("今年排查矛盾纠纷约53起。")
    >>> account = explain(document, document.facts[0].span)
    >>> account.text, account.steps[0].what, account.steps[0].text
    ('矛盾纠纷约53起', 'numeral quantity', '约53起')
    >>> sorted({step.text for step in account.steps if step.rule.startswith("qualifier.")})
    ['约53起']
    """
    derivation = document.explain(span)
    known = notes()
    steps = tuple(step.model_copy(update={"note": known.get(step.rule, "")}) for step in derivation.steps)
    return derivation.model_copy(update={"steps": steps})
