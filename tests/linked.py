"""The facts of a sentence or of a small document, as the tests of linking see them."""

from __future__ import annotations

from govdoc.facts.find import find
from govdoc.facts.link import link
from govdoc.facts.mention import Context, Place
from govdoc.facts.time.resolved import resolve
from govdoc.model.fact import Fact
from govdoc.text.normalise import normalise


def facts(text: str, title: str = "", date: str | None = None, label: str = "") -> tuple[Fact, ...]:
    """Link ``text`` under a title, a date and the label of the section it stands in."""
    whole = normalise(f"{title}\n{text}" if title else text)
    places = (Place(len(title), len(whole.text), len(title), len(title), (label,)),) if label else ()
    found, context = find(whole), Context((0, len(title)) if title else None, date, places)
    return link(whole, found, context, resolve(whole, found, context))


def said(*pairs: tuple[str, object]) -> str:
    """``amount=value；amount=value``, the notation of the case files."""
    return "；".join(f"{text}={'' if value is None else getattr(value, 'value', value)}" for text, value in pairs)
