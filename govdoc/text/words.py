"""Words (分词): the only importer of jieba, which is loaded on first use."""

from __future__ import annotations

import logging
import warnings
from functools import cache
from typing import Any


@cache
def _tokenizer() -> Any:
    """A private tokenizer: the module's global one belongs to the user's program."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jieba 0.42.1 prints SyntaxWarnings and a pkg_resources warning
        import jieba
    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    # Without jieba's cache file: in a shared temporary folder anybody could have written it.
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    return tokenizer


def words(text: str) -> list[str]:
    """The words of a text; joined they are the text.

    >>> words("受理信访案件")
    ['受理', '信访', '案件']
    """
    return list(_tokenizer().lcut(text)) if text else []
