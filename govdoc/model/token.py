"""Words (词)."""

from __future__ import annotations

from govdoc.model.span import Element


class Token(Element):
    """A word; the tokens of a text tile it. ``kind`` is word, quantity, date, docno, title or space."""

    kind: str
