"""Words of the rule tables as one scan: which word stands here, and of what kind.

An alternation of a thousand words is tried branch by branch at every character; here one set of all
first characters lets the engine run past the others, one of all second characters past most that are
left, and buckets lead to the branch: a third of the time of a plain alternation. The word at a known
place needs no pattern: its first character says how long it may be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from govdoc.text.pattern import pattern

_OPENING = 2  # characters of a word that tell how long it may be
_UNKNOWN = "", 0
_BUCKET = 24  # first characters a bucket: as fast from 16 to 32 for tables of 60 to 1,400 words


class Lexicon(NamedTuple):
    """A compiled word list: ``kinds`` says what a word is, ``pattern`` finds the longest, ``sizes`` how long it may be."""

    pattern: re.Pattern[str]
    kinds: Mapping[str, str]
    sizes: Mapping[str, tuple[int, ...]]

    def kind(self, text: str, at: int, end: int) -> tuple[str, int]:
        """The kind and the length of the longest word that begins at ``at``; ("", 0) when none does."""
        sizes = self.sizes
        for size in sizes.get(text[at : at + _OPENING]) or sizes.get(text[at : at + 1], ()):
            kind = self.kinds.get(text[at : at + size])
            if kind is not None and at + size <= end:
                return kind, size
        return _UNKNOWN

    def scan(self, text: str, low: int, end: int) -> Iterable[tuple[int, int, str]]:
        """Start, end and kind of the words of ``text[low:end]``, left to right."""
        first = self.pattern.search(text, low, end)  # most phrases have none, and a search costs less than an iterator
        return self._from(first, end) if first else ()

    def _from(self, match: re.Match[str] | None, end: int) -> Iterator[tuple[int, int, str]]:
        kinds, search = self.kinds, self.pattern.search
        while match:
            at = match.end()
            yield match.start(), at, kinds[match.group()]
            match = search(match.string, at, end)


def lexicon(kinds: Mapping[str, str]) -> Lexicon:
    """Compile word → kind.

    >>> words = lexicon({"建成": "verb", "建成区": "keep"})
    >>> words.kind("建成区绿化", 0, 5), list(words.scan("已建成三座", 0, 5))
    (('keep', 3), [(1, 3, 'verb')])
    """
    return Lexicon(pattern(lambda: any_of(kinds)), kinds, sizes(kinds))


def sizes(words: Iterable[str], *, last: bool = False) -> dict[str, tuple[int, ...]]:
    """The first two characters of a word (the ``last``) → the lengths that it may have, the longest first.

    A word of one character stands for itself; no pair that begins with it forgets it.

    >>> sizes(["建成", "建成区", "建"]), sizes(["增长", "长"], last=True)
    ({'建成': (3, 2, 1), '建': (1,)}, {'增长': (2, 1), '长': (1,)})
    """
    found: dict[str, set[int]] = {}
    for word in words:
        found.setdefault(word[-_OPENING:] if last else word[:_OPENING], set()).add(len(word))
    for pair, lengths in found.items():
        if (pair[-1] if last else pair[0]) in found:
            lengths.add(1)
    return {pair: tuple(sorted(lengths, reverse=True)) for pair, lengths in found.items()}


def alternation(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the words, the longest first.

    >>> alternation(["全市", "全", "市"]).findall("全市全县市")
    ['全市', '全', '市']
    """
    return re.compile(any_of(words))


def any_of(words: Iterable[str], guard: str = "") -> str:
    """The pattern of :func:`alternation`; ``guard`` is asked behind the first character of a word.

    >>> re.findall(any_of(["全市", "市"], guard="(?<!比.)"), "全市比全市")
    ['全市', '市']
    """
    by_first: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda w: (-len(w), w)):
        by_first.setdefault(word[0], []).append(word[1:])
    firsts = sorted(by_first, key=lambda first: ("" in by_first[first], first))  # words of one character together
    buckets = [firsts[i : i + _BUCKET] for i in range(0, len(firsts), _BUCKET)]
    dispatch = "|".join(_bucket(bucket, by_first) for bucket in buckets)
    return f"{_any(firsts)}{guard}{_second(firsts, by_first)}(?:{dispatch})" if firsts else "(?!)"


def _any(characters: Iterable[str]) -> str:
    return f"[{''.join(map(re.escape, characters))}]"


def _second(firsts: list[str], rest: Mapping[str, list[str]]) -> str:
    """What must follow one of the first characters; nothing when one of them is a word."""
    following = sorted({word[:1] for first in firsts for word in rest[first]})
    return f"(?={_any(following)})" if "" not in following else ""


def _bucket(firsts: list[str], rest: Mapping[str, list[str]]) -> str:
    branches = "|".join(f"(?<={re.escape(first)})(?:{'|'.join(map(re.escape, rest[first]))})" for first in firsts)
    return f"(?<={_any(firsts)}){_second(firsts, rest)}(?:{branches})"
