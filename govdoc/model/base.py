"""The base of every value: frozen pydantic models with a trusted way to build them.

Public construction (``Quantity(span=..., ...)``, ``model_validate``) validates as pydantic does.
The pipeline makes tens of thousands of values a second that are right by construction; it uses
:meth:`Value.trusted`, which skips validation and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Self

from pydantic import BaseModel, ConfigDict

_new = object.__new__  # the constructor that all classes share
_fill = BaseModel.__dict__["__dict__"].__set__  # the setter of a value's fields: one call into C
_NOTHING = ("__pydantic_extra__", "__pydantic_private__")  # what no value has


class Value(BaseModel):
    """A frozen value."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    if TYPE_CHECKING:

        @classmethod
        def trusted(cls, **fields: Any) -> Self:
            """Build without validation; the caller gives every field, each of its declared type."""

    else:

        def __getattr__(self, name: str) -> Any:
            """What pydantic keeps beside the fields and a trusted value leaves out: it has all fields and nothing else."""
            if name == "__pydantic_fields_set__":
                return set(type(self).model_fields)
            return None if name in _NOTHING else super().__getattr__(name)

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        """Pickled as its fields alone, in two thirds of the time."""
        return _again, (type(self), self.__dict__)

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

    def trusted(**fields: Any) -> Any:
        made = _new(cls)
        _fill(made, fields)
        return made

    return trusted


def _again(cls: type[Value], fields: dict[str, Any]) -> Value:
    """A value out of its pickle."""
    return cls.trusted(**fields)
