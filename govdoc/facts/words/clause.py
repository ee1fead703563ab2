"""Clauses (分句): where each amount stands, and which amounts are one list.

A clause ends at ，；。：！？ or a paragraph's end; what stands in brackets （…） is a clause of its
own. 分别增长22.9%和17.4% is a list of two: between them only 、和与及以及 or a comma.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, repeat

from govdoc.facts.mention import Amount, Shape
from govdoc.facts.words.change import changing
from govdoc.text.normal import Gap
from govdoc.text.pattern import pattern
from govdoc.text.record import record

_FULL_STOPS, _CLAUSE_STOPS = "。！？\n", "，；："
_STOP = "。"  # stands for all of them
_WIDE = bytes([Gap.WIDE])
_BETWEEN = pattern("个?(?:[、和与及或/]|以及|或者)$")
_APART = pattern("个?[，；;]$")  # 5%，6%: only what is counted alike is one list
# 累计270家，1家|企业获评: a noun of its own
# 8万元；1亿元以上的，奖励10万元; 1亿元以上，奖励10万元: a condition of its own
_OPENS = pattern(
    "(?:（[^（）]{1,30}）)?的(?:，|[\u4e00-\u9fff]{2})|(?![和与及或以之左上下多余的])[\u4e00-\u9fff]"
    "|，(?:一次性|分别)?(?:给予|予以|奖励|补助|补贴)"
)
_WIDEST = 160  # characters of a clause on either side; in tables and lists without stops there is no other end
_LIST_GAP = 3  # 、以及 is the longest link of a list
_TURNS = pattern(lambda: f"[、和与及，](?:{changing()})$")  # 分别增长5%|、下降|3%
_ELSEWHERE = pattern("[、和与及](?:世界|全[国省市区县州球])$")
_EACH = 12  # characters between 分别 and the first of its amounts
_AMONG = pattern("其中|(?P<whole>[一-龥]{2,12})中，")
_REACH = 600  # characters of the sentence before
_RANK = Shape.RANK  # bound once: Python 3.11 looks members up slowly


@record
class Slot:
    """The place of an amount.

    ``sentence`` and ``clause`` begin there; ``left`` is where the free words before the amount
    begin (the clause's start or the amount before), ``right`` where those after it end; ``stop``
    is the clause's end. ``place`` of ``size`` in its list, which goes from the amount ``head`` to
    ``last``; ``opening`` is where the free words before the list begin.
    """

    sentence: int
    clause: int
    left: int
    right: int
    stop: int
    place: int
    size: int
    head: int
    last: int
    opening: int


def slots(text: str, amounts: tuple[Amount, ...], gaps: bytes = b"", floors: Sequence[int] = ()) -> list[Slot]:
    """One slot an amount; in flat documents a wide gap (``gaps``) ends a clause too.

    ``floors`` says for each amount where the text under its heading begins: no sentence reaches
    back over a heading, though in flat text nothing else may stand between.

    >>> from govdoc.facts.mention import Amount
    >>> text = "案件、投诉分别下降4%和5%。"
    >>> made = [Amount(*x, *[None] * 4) for x in ((9, 11, 9, 11), (12, 14, 12, 14))]
    >>> [(s.left, s.right, s.place, s.size) for s in slots(text, tuple(made))]
    [(0, 12, 0, 2), (11, 14, 1, 2)]
    """
    heads, lasts = _lists(text, amounts)
    sentences = _folded(text, _FULL_STOPS)
    clauses = _folded(sentences, _CLAUSE_STOPS)
    brackets = text.replace("（", "）")
    nexts = [a.start for a in amounts[1:]]
    nexts.append(len(text))
    gaps = gaps if _WIDE in gaps else b""
    made: list[Slot] = []
    sentence = past = seen = opening = 0
    stands = zip(amounts, floors or repeat(0), heads, nexts, strict=False)
    for i, (amount, floor, head, then) in enumerate(stands):
        start, last = amount.start, lasts[head]
        sentence = max(sentence, floor, sentences.rfind(_STOP, seen, start) + 1)
        clause, stop = _bounds(text, clauses, brackets, gaps, sentence, amount)
        left, right = max(clause, past), min(stop, then)
        opening = max(clause, opening) if i > head else left
        made.append(Slot(sentence, clause, left, right, stop, i - head, last - head + 1, head, last, opening))
        past, seen = amount.end, start
    return made


def goes_on(text: str, before: int, start: int) -> bool:
    """Whether the sentence at ``start`` goes on with the one at ``before``: 。其中，… · 有教师3万人。|教师中，…

    >>> goes_on("有教师3万人。教师中，本科占9成。", 0, 7), goes_on("有教师3万人。工作中，成效好。", 0, 7)
    (True, False)
    """
    found = _AMONG.match(text, start) if 0 <= before < start <= before + _REACH else None
    if found is None or text.find("\n", before, start - 1) >= 0:
        return False
    return found["whole"] is None or text.find(found["whole"], before, start) >= 0


def clause_start(text: str, low: int, end: int, marks: str = _CLAUSE_STOPS) -> int:
    """Where the clause begins that ends at ``end``, and not before ``low``; ``marks`` are what it may begin behind.

    >>> clause_start("粮食增产，收入增长，", 0, 9), clause_start("粮食增产，收入增长，", 0, 4)
    (5, 0)
    """
    stop = max(low, end)  # a clause at the beginning of the text has none before it
    return max(low, *(text.rfind(mark, low, stop) + 1 for mark in marks))


def closed_since(text: str, start: int, end: int) -> bool:
    """Whether a bracket that was open at ``start`` has closed before ``end``.

    >>> closed_since("案件20件（含民事12件），办结", 11, 15), closed_since("案件20件（含民事12件），办结", 4, 15)
    (True, False)
    """
    closed = text.find("）", start, end)
    return closed >= 0 and text.find("（", start, closed) < 0


def _folded(text: str, marks: str) -> str:
    """The text with one mark for all of ``marks``: one search finds any of them."""
    for mark in marks:
        text = text.replace(mark, _STOP)
    return text


def _bounds(text: str, clauses: str, brackets: str, gaps: bytes, sentence: int, amount: Amount) -> tuple[int, int]:
    """The clause around an amount, or the bracket inside it."""
    at, past = amount.start, amount.end
    low = max(sentence, at - _WIDEST)
    start = clauses.rfind(_STOP, low, at) + 1 or low
    end = clauses.find(_STOP, past, past + _WIDEST)
    if end < 0:
        end = min(len(text), past + _WIDEST)
    if gaps and (gap := gaps.find(_WIDE, past, end)) >= 0:
        end = gap
    if brackets.find("）", start, end) < 0:
        return start, end  # as most
    return _inside(text, clauses, amount, (low, start, end))


def _inside(text: str, clauses: str, amount: Amount, clause: tuple[int, int, int]) -> tuple[int, int]:
    """The same of a clause, which begins at ``start`` and not before ``low``, where brackets open or close."""
    (low, start, end), at, past = clause, amount.start, amount.end
    if closed_since(text, start, at) and (outside := text.rfind("（", low, start)) >= 0:
        closed = text.find("）", start, at)
        start = clauses.rfind(_STOP, low, outside) + 1 or low  # 全县（含园区，|下同）收入5亿元: one clause
        start = closed + 1 if start == outside else start  # 。（11月完成，县局负责）|培训2场
    opened = text.rfind("（", start, at)
    if opened >= 0 and text.find("）", opened, at) < 0:
        start = opened + 1
    return start, text.find("）", past, end) if closed_since(text, past, end) else end


def _turns(text: str, first: Amount, last: Amount, here: Amount) -> bool:
    """进出口额、投资分别增长5%、下降3%: each member of a list has its own verb."""
    return here.unit == last.unit and _TURNS.match(text, last.end, here.start) is not None and _apart(text, first)


def _ranked(text: str, first: Amount, last: Amount, here: Amount) -> bool:
    """货物、旅客吞吐量分别居世界第二、全国第三: each rank of a list among its own."""
    return here.shape is _RANK and _ELSEWHERE.match(text, last.end, here.start) is not None and _apart(text, first)


def _apart(text: str, first: Amount) -> bool:
    """Whether 分别 stands before the first amount of a list."""
    return text.find("分别", max(0, first.start - _EACH), first.start) >= 0


def _lists(text: str, amounts: tuple[Amount, ...]) -> tuple[list[int], list[int]]:
    """For each amount the first of the list it stands in, and for the first the last."""
    count = len(amounts)
    heads, lasts = list(range(count)), list(range(count))
    for i, (before, here) in enumerate(pairwise(amounts), 1):
        if 0 < here.start - before.end <= _LIST_GAP and _joined(text, amounts[heads[i - 1]], before, here):
            heads[i] = heads[i - 1]
            lasts[heads[i]] = i
    return heads, lasts


def _joined(text: str, first: Amount, before: Amount, here: Amount) -> bool:
    """Whether an amount goes on with the list from ``first`` to the amount ``before`` it."""
    if (before.shape is _RANK) != (here.shape is _RANK):
        return False  # 里程居全国第四、突破1万公里
    if _BETWEEN.match(text, before.end, here.start) or _ranked(text, first, before, here):
        return True
    apart = before.unit == here.unit and _APART.match(text, before.end, here.start)
    return bool(apart and not _OPENS.match(text, here.end)) or _turns(text, first, before, here)
