"""The base of every value: frozen pydantic models with a trusted way to build them.

Public construction (``Quantity(span=..., ...)``, ``model_validate``) validates as pydantic does.
The pipeline makes tens of thousands of values a second that are right by construction; it uses
:meth:`Value.trusted`, which skips validation and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Self

from pydantic import BaseModel, ConfigDict

# The setters of a model's four slots, and the constructor that all classes share: each is one call into C.
_new = object.__new__
_fill, _name, _extend, _hide = (
    BaseModel.__dict__[slot].__set__
    for slot in ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")
)


class Value(BaseModel):
    """A frozen value."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    if TYPE_CHECKING:

        @classmethod
        def trusted(cls, **fields: Any) -> Self:
            """Build without validation; the caller gives every field, each of its declared type."""

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        """Give each class its own constructor, for the pipeline makes little else.

        >>> from govdoc.model.span import Element, Span
        >>> Element.trusted(span=Span(0, 2), text="通知")
        Element(span=Span(start=0, end=2), text='通知')
        """
        cls.trusted = staticmethod(_trusting(cls))  # type: ignore[method-assign]


def _trusting(cls: type[BaseModel]) -> Callable[..., Any]:
    """Build values of a class without validation; the caller gives every field, each of its declared type."""
    names = set(cls.model_fields)  # one set for all values of a class, for a set of its own would outweigh a value

    def trusted(**fields: Any) -> Any:
        made = _new(cls)
        _fill(made, fields)
        _name(made, names)
        _extend(made, None)
        _hide(made, None)
        return made

    return trusted
