"""Patterns that are compiled when they are first used, so that importing govdoc compiles none."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, cast


class _Lazy:
    """Stands for a compiled pattern; each method is fetched once and then is a plain attribute."""

    def __init__(self, source: str | Callable[[], str], flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        source = self._source if isinstance(self._source, str) else self._source()
        value = getattr(re.compile(source, self._flags), name)
        setattr(self, name, value)
        return value


def pattern(source: str | Callable[[], str], flags: int = 0) -> re.Pattern[str]:
    """``re.compile``, put off; ``source`` may be a function when it is made from a rule table.

    >>> marker = pattern(r"[一二三四五六七八九十]+、")
    >>> marker.match("三、存在的问题").group()
    '三、'
    """
    return cast("re.Pattern[str]", _Lazy(source, flags))
