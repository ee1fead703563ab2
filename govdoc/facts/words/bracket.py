"""Asides (括注): what stands in brackets before an amount, or around it: 性别比|（以女为100，男对女之比）为104, 增长6.4%（全市6.6%）."""

from __future__ import annotations

from collections.abc import Sequence

from govdoc.facts.mention import Amount
from govdoc.facts.words.change import TURNS, word_before
from govdoc.facts.words.clause import clause_start
from govdoc.facts.words.phrase import Range, forms
from govdoc.text.lexicon import any_of
from govdoc.text.pattern import pattern

_ASIDE = pattern(  # 性别比|（以女为100，男对女之比）, 性别比|（以女性为100）由上次普查|的103
    lambda: (
        "（(?:不?含|不?包[含括]|剔除|扣除|以|按|年|指|即|[^（）]{0,60}[，0-9])[^（）]{0,80}）"
        f"(?:[由从][^，。；：、（）]{{0,16}}{any_of(forms('origin'))})?$"
    )
)
_LONGEST = 100  # characters, as far as other amounts in it may stand before these words
# 增长6.4%|（全市|6.6%
_ELSEWHERE = pattern("（全(?:[国省市州盟县区旗镇乡]|世界|球)(?:平均|水平|平均水平)?为?")


def outside(text: str, amounts: Sequence[Amount], low: int, end: int, head: int) -> Range:
    """The words before an aside that ends at ``end``: |性别比|（以女为100，男对女之比）为104; 行政村（社区） is a name.

    Amounts may stand in the aside: the one that heads the list, ``head``, is not the first behind |性别比|.
    """
    aside = _ASIDE.search(text, max(low - _LONGEST, 0), end) if "）" in text[low:end] else None
    if aside is None or aside.start() >= low:
        return low, aside.start() if aside else end
    opened = aside.start()
    while head and amounts[head - 1].end > opened:
        head -= 1
    past = amounts[head - 1].end if head else 0
    return clause_start(text, past, opened, "，；：。\n"), opened


def noted(text: str, low: int, end: int) -> int:
    """Where the words end before a note without a number behind a verb of change: 增长|（以下均为同比增长）7.9%.

    >>> noted("收入增长（均为同比）", 0, 10), noted("中心（站）", 0, 5)
    (4, 5)
    """
    opened = text.rfind("（", low, end) if end > low and text[end - 1] == "）" else -1
    word = word_before(text, low, opened) if opened > low else None
    return opened if word and word.kind in TURNS else end


def elsewhere(text: str, amounts: Sequence[Amount], head: int) -> bool:
    """Whether an amount tells in brackets of a larger place what the one before it tells: 增长6.4%（全市|6.6%）.

    >>> from govdoc.facts.find import find
    >>> from govdoc.text.normalise import normalise
    >>> text = "产值增长6.4%（全市6.6%）"
    >>> [elsewhere(text, find(normalise(text)).amounts, at) for at in (0, 1)]
    [False, True]
    """
    if not head or not text.startswith("）", amounts[head].end):
        return False
    return _ELSEWHERE.fullmatch(text, amounts[head - 1].end, amounts[head].start) is not None
