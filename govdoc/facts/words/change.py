"""Change words (增减): read backwards from the amount, 同比增长·到·达到·年均·比2020年.

``peel`` takes off, word by word, what stands between a subject and its amount, and notes what the
words say: a direction, a basis, 到 that turns a change into a level.
"""

from __future__ import annotations

import re
from functools import cache

from govdoc.facts.words.phrase import forms, kept
from govdoc.rulebook import forms_of, rows
from govdoc.text.lexicon import any_of, sizes
from govdoc.text.record import changed, record

_COMPARING = ("比", "较", "与", "对比", "相比")
_PLANNED = "计划的"
_NOUN = 2  # a noun after the verb has at least two characters
_DIRECTIONS = frozenset(["up", "down", "flat", "gain", "loss", "rate_up", "rate_down"])
TURNS = ("up", "down")  # verbs that turn the direction within a list
# 高于|全省0.9个百分点: a verb that tells the direction, its object is the basis
_BESIDE = {"above": "up", "below": "down"}
_BESIDE_AT_MOST = 20  # characters of such a verb and its object
REGION_LAST = frozenset("国省市区县州旗均平")  # 高于全县平均水平|900元
_BARE = ("charge", *_BESIDE)  # these stand at no amount by themselves
_AVERAGE = "平均"
_TO = ("到", "至", "为")  # 增长到, 降至, 下调为 make a level
_AFTER_MOMENT = ("同期相比", "末相比", "底相比", "同期", "年末", "年底", "末", "底", "相比", "均值相比", "平均", "初")
_APART = ("、", "的有", "的共有")
_LAST = frozenset("”" + "".join(word[-1] for word in _AFTER_MOMENT))


@record
class Word:
    """A word that may stand before an amount: its kind (the row's value) and its row."""

    form: str
    kind: str
    rule: str


@record
class Peeled:
    """What was read: the words before end at ``end``; ``direction`` up, down, flat, gain, loss, rate_up, rate_down."""

    end: int
    direction: str
    to: bool
    basis: tuple[int, int] | None
    verb: tuple[int, int] | None
    rules: tuple[str, ...]

    def turned(self, word: Word) -> Peeled:
        """With the direction that a word tells."""
        return changed(self, direction=word.kind, rules=(*self.rules, word.rule))


@cache
def _words() -> dict[str, Word]:
    """Form → word; a change word wins over a basis, a basis over the rest.

    A word that is kept whole and ends in one of these is among them: 行为 is not 为.
    """
    found: dict[str, Word] = {}
    for name, kinds in (("change", None), ("basis", None), ("subject", ("tail", "verb"))):
        for row in rows(name):
            if row.value in kinds if kinds else row.value not in _BARE:
                kind = "basis" if name == "basis" else row.value
                for form in row.forms:
                    found.setdefault(form, Word(form, kind, row.id))
    whole = (
        form
        for form in (*kept(), *forms("lead"))
        if form not in found and any(form[i:] in found for i in range(1, len(form)))
    )
    return found | {form: Word(form, "keep", "") for form in whole}


@cache
def _ending() -> tuple[dict[str, Word], dict[str, tuple[int, ...]]]:
    """The words; and the last two characters → the lengths of the words that end in them, the longest first."""
    return _words(), sizes(_words(), last=True)


def word_before(text: str, low: int, end: int) -> Word | None:
    """The longest known word that ends at ``end``."""
    if end <= low:
        return None
    known, ends = _ending()
    for size in ends.get(text[end - 2 : end]) or ends.get(text[end - 1], ()):
        word = known.get(text[end - size : end])
        if word and end - size >= low:
            return word
    return None


def changing() -> str:
    """The pattern of a change verb: 提高, 下降."""
    return any_of(forms_of("change", *TURNS))


@cache
def _leading() -> re.Pattern[str]:
    return re.compile(changing())


def leading(text: str, start: int, end: int) -> Word | None:
    """The change verb that opens a phrase: 降低|企业用电成本.

    >>> leading("降低用电成本", 0, 6).kind
    'down'
    """
    match = _leading().match(text, start, end)
    if not match or end - match.end() < _NOUN:
        return None
    return _words()[match.group()]


@cache
def _charged() -> re.Pattern[str]:
    verbs = "|".join(forms_of("change", *TURNS))
    charges = "|".join(forms_of("change", "charge"))
    return re.compile(f"({verbs})(?:{charges})$")


def charged(text: str, start: int, end: int) -> tuple[Word, int] | None:
    """The change verb before what is charged, at the end of a phrase, and where that begins: 企业检验|减免|收费.

    >>> word, at = charged("企业检验减免收费", 0, 8)
    >>> word.kind, at
    ('down', 6)
    """
    match = _charged().search(text, start, end)
    return (_words()[match[1]], match.end(1)) if match else None


def peel(text: str, low: int, end: int, moments: dict[int, int], direction: str = "") -> Peeled:
    """Read the words that end at ``end`` backwards; ``moments`` is end → start of each date, ``direction`` is known already.

    >>> cue = peel("粮食产量比上年增长到", 0, 10, {})
    >>> cue.end, cue.direction, cue.to, cue.basis
    (4, 'up', True, (4, 7))
    """
    to, basis, verb = False, None, None
    rules: list[str] = []
    while end > low:
        start = _compared(text, low, end, moments) if end in moments or text[end - 1] in _LAST else None
        if start is not None:
            since = text[start] in "比较与对相" or text.startswith(_AVERAGE, end - len(_AVERAGE))  # 两年平均|增长
            basis = basis or ((start, end) if since else None)
            end = start
            continue
        word = word_before(text, low, end)
        if word is None or _is_of_noun(text, word, end):
            break
        if word.kind in _DIRECTIONS and text.startswith(_APART, end):
            end = low  # 保持8%的增长、达3万辆, 增长的有45种: what stands before 、 is of another amount, before 的有 no change
            break
        start = end - len(word.form)
        if word.kind == "tail":
            to = to or (not direction and word.form in _TO)
        elif word.kind == "basis":
            basis = basis or (start, end)
        elif word.kind == "verb":
            verb = (start, end)
        elif direction or (verb and word.kind != "gain"):
            break
        else:
            direction = word.kind
        if word.kind != "tail":
            rules.append(word.rule)
        end = start
    return Peeled(end, direction, to and direction != "", basis, verb, tuple(rules))


def _is_of_noun(text: str, word: Word, end: int) -> bool:
    """Whether a word that ends at ``end`` is a part of the noun: 年度投资计划|的106%, 城镇更新改造|惠及3万人."""
    if word.kind == "keep" or text.startswith(_PLANNED, end - _NOUN):
        return True
    return word.kind == "verb" and text.startswith(forms("reached"), end)


@cache
def _beside() -> tuple[dict[str, Word], re.Pattern[str]]:
    """The verbs of what stands higher or lower elsewhere, and such a verb with its object before an amount."""
    verbs = {
        form: Word(form, _BESIDE[row.value], row.id)
        for row in rows("basis")
        if row.value in _BESIDE
        for form in row.forms
    }
    average = "全[国省市区县州旗](?:平均(?:水平)?)?"  # 高于|全省平均水平, 分别高于|全省、全国
    than = rf"(?:(?P<region>{average}(?:[、和与]{average})?)|[^，。；、：\n]{{2,16}})"
    return verbs, re.compile(rf"(?<![不得应宜能])(?P<verb>{'|'.join(verbs)}){than}\Z")


def beside(text: str, low: int, at: int, points: bool) -> tuple[Word, int] | None:
    """What stands higher or lower elsewhere, right before an amount at ``at``: how, and where it begins.

    Of percentage ``points`` anything is compared (快于|城镇居民3个百分点), of other units the averages of a region.

    >>> word, start = beside("增速快于城镇居民3个百分点", 0, 8, True)
    >>> word.kind, start
    ('up', 2)
    """
    verbs, said = _beside()
    match = said.search(text[max(low, at - _BESIDE_AT_MOST) : at])
    if match is None or not (points or match["region"]):
        return None
    return verbs[match["verb"]], max(low, at - _BESIDE_AT_MOST) + match.start()


def _compared(text: str, low: int, end: int, moments: dict[int, int]) -> int | None:
    """The start of 比2020年 or 2020年底, when a date (and 末, 底, 同期) ends here."""
    for tail in ("", *_AFTER_MOMENT):
        at = end - len(tail)
        if tail and not text.startswith(tail, at):
            continue
        quoted = text[at - 1] == "”" and at - 1 in moments
        start = moments.get(at - quoted)
        if start is not None:
            start -= text.startswith("“", start - 1)
        if start is not None and start >= low:
            for word in _COMPARING:
                if start - len(word) >= low and text.startswith(word, start - len(word)):
                    return start - len(word)
            return start
    return None
