"""Patterns that are compiled when they are first used, so that importing govdoc compiles none."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, cast

_METHODS = tuple(name for name in dir(re.Pattern) if not name.startswith("_"))


class _Compiled:
    """A pattern after its first use: the methods of ``re.Pattern`` are plain attributes."""


class _Lazy(_Compiled):
    """Stands for a compiled pattern until it is used."""

    def __init__(self, source: str | Callable[[], str], flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self._source if isinstance(self._source, str) else self._source(), self._flags)
        self.__dict__.update((method, getattr(compiled, method)) for method in _METHODS)
        self.__class__ = _Compiled  # type: ignore[assignment]  # without __getattr__ attributes are found faster
        return getattr(self, name)


def pattern(source: str | Callable[[], str], flags: int = 0) -> re.Pattern[str]:
    """``re.compile``, put off; ``source`` may be a function when it is made from a rule table.

    >>> marker = pattern(r"[一二三四五六七八九十]+、")
    >>> marker.match("三、存在的问题").group()
    '三、'
    """
    return cast("re.Pattern[str]", _Lazy(source, flags))
