"""Cited documents, laws and standards (引用): 《…》 with what is joined to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from govdoc.model.reference import Reference
from govdoc.text.normal import NormalText

_TITLE = re.compile(r"《(?P<title>(?:[^《》\n]|《[^《》\n]{1,60}》){1,120})》")


def references(normal: NormalText, numbers: Sequence[Any]) -> tuple[Reference, ...]:
    """All citations, in text order."""
    return tuple(
        Reference.trusted(
            span=normal.span(*m.span()),
            text=normal.verbatim(*m.span()),
            title=normal.phrase(*m.span("title")),
            doc_number=None,
            article=None,
            abbreviation=None,
        )
        for m in _TITLE.finditer(normal.text)
    )
