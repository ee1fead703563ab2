"""Cited documents, laws and standards (引用)."""

from __future__ import annotations

from govdoc.model.header import DocNumber
from govdoc.model.span import Element, Phrase


class Reference(Element):
    """A citation: 《…》（…〔2021〕69号）, 第三十二条第一款, GB/T 9704-2012.

    ``title`` without 《》; ``article`` verbatim; ``abbreviation`` when the text introduces one
    （以下简称《条例》）.
    """

    title: Phrase | None
    doc_number: DocNumber | None
    article: Phrase | None
    abbreviation: Phrase | None = None
