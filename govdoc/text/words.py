"""Words (分词): the only importer of jieba and of rjieba, each loaded on first use."""

from __future__ import annotations

import warnings
from functools import cache
from importlib import import_module
from typing import Any

from govdoc.errors import GovdocError


@cache
def _tokenizer() -> Any:
    """A private tokenizer: the module's global one belongs to the user's program."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jieba 0.42.1 prints SyntaxWarnings and a pkg_resources warning
        import jieba
    jieba.setLogLevel("WARNING")
    tokenizer = jieba.Tokenizer()
    # Without jieba's cache file: in a shared temporary folder anybody could have written it.
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    return tokenizer


@cache
def _fast() -> Any:
    """rjieba, jieba's algorithm and dictionary in Rust; only when asked for, for a few words differ (5G-A)."""
    try:
        return import_module("rjieba")
    except ImportError as error:
        raise GovdocError("fast words need rjieba: pip install 'govdoc[fast]'") from error


def words(text: str, *, fast: bool = False) -> list[str]:
    """The words of a text; joined they are the text. ``fast`` takes them from rjieba.

    >>> words("受理信访案件")
    ['受理', '信访', '案件']
    """
    if not text:
        return []
    return list(_fast().cut(text) if fast else _tokenizer().lcut(text))
