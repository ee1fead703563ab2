"""Optional third parties: loaded on first use, with one clear sentence when missing."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from govdoc.errors import ReadError


def needs(module: str, extra: str, source: str = "") -> Any:
    """The module, or a :class:`ReadError` that says what to install.

    >>> needs("no_such_module", "pdf", "a.pdf")
    Traceback (most recent call last):
    ...
    govdoc.errors.ReadError: a.pdf: needs no_such_module: pip install 'govdoc[pdf]'
    """
    try:
        return import_module(module)
    except ImportError as error:
        top = (error.name or module).partition(".")[0]  # a module of ours that needs pyarrow: the missing one is that
        raise ReadError(source, "missing_extra", f"needs {top}: pip install 'govdoc[{extra}]'") from error
