"""Phrases (短语): the words of ``rules/subject.tsv`` by kind, and what every noun phrase needs.

Kinds: ``open time lead verb prep dative`` open a phrase and are no part of it · ``tail`` stands
between a phrase and its amount · ``halt bar`` end a phrase behind an amount · ``keep`` are whole
words that hold one of those (新能源 is not 新).
"""

from __future__ import annotations

from functools import cache

from govdoc.rulebook import forms_of, rows
from govdoc.text.debris import DOTS
from govdoc.text.lexicon import Lexicon, by_last, lexicon
from govdoc.text.pattern import pattern

Range = tuple[int, int]

LEAST = 2  # no noun is shorter
FULFILLED = ("完成", "实现")  # verbs that name nothing: what was fulfilled stands behind them, or was told before
WORKS = ("项目", "工程")  # their stage or their affair is a part of the name: 重点续建|项目, 湿地修复|工程
EDGES = frozenset("、，。；：的了和与及或以—+＋=|" + DOTS)
_GRADED = frozenset("高初中同平均优特头对")  # 高等
_WHOLE = ("和美", "和谐", "和平", "和解", "及时", "以工代", "以旧换", "以奖代")  # words that begin with an edge
_PAIRS = (("（", "）"), ("“", "”"), ("《", "》"))
_PAIRED = pattern("[（）“”《》]")
# 市级（不含开发区）|一般公共预算收入
_TIER = pattern("(?:[国省市州县区旗镇乡村]级|[省市州县区旗镇乡]本级)（[^（）]*）(?=.{2})")
_STRIPPED_SCOPES = ("全", "我", "你")  # 全县, 我县 and 你县 are no part of a name; 城镇 and 规模以上 are
_GROUPS = {
    "opener": ("open", "adverb", "time", "verb", "lead", "prep", "dative", "scope", "basis"),
    "stop": ("bar", "door", "halt", "verb"),
    "halt": ("halt", "verb", "misdeed", "befall"),
    "act": ("lead", "verb", "misdeed", "befall"),
    "told": ("state", "befall"),
    "inner": ("verb", "agent", "adverb", "time", "sum"),
    "action": ("lead", "verb"),
    "predicate": ("time", "verb"),
    "event": ("verb", "lead", "halt", "state", "open", "adverb"),
}


@cache
def words(group: str) -> Lexicon:
    """The words of a group, or of one kind; a word that is kept whole hides the shorter ones in it."""
    wanted = _GROUPS.get(group, (group,))
    found = {form: row.value for row in rows("subject") if row.value in wanted for form in row.forms}
    if "scope" in wanted:
        forms = [
            form
            for row in rows("scope")
            if row.value not in ("name", "people")
            for form in row.forms
            if len(form) == LEAST
        ]
        found |= {form: "scope" for form in forms if form.startswith(_STRIPPED_SCOPES)}
        found |= {form: "basis" for row in rows("basis") for form in row.forms}
    hiding = {form: "keep" for form in kept() if form not in found and not _pieces(form).isdisjoint(found)}
    return lexicon(hiding | found)


def _pieces(form: str) -> set[str]:
    """What stands in a word: only a word that holds another one can hide it."""
    return {form[i:j] for i in range(len(form)) for j in range(i + 1, len(form) + 1)}


@cache
def kept() -> dict[str, str]:
    """The words kept whole: those of the table and the names of indicators (直接融资, 自然增长率)."""
    return dict.fromkeys([*(row.value for row in rows("indicator")), *forms("keep")], "keep")


@cache
def forms(kind: str) -> tuple[str, ...]:
    """All words of a kind, for ``str.endswith``."""
    return forms_of("subject", kind)


@cache
def lasts(kind: str) -> frozenset[str]:
    """The last characters of the words of a kind: asked first where few phrases end in such a word."""
    return frozenset(form[-1] for form in forms(kind))


@cache
def _by_last(kind: str) -> dict[str, tuple[str, ...]]:
    return by_last(forms(kind))


def ending(kind: str, text: str, start: int, end: int) -> str:
    """The longest word of a kind in which a phrase ends; empty when it ends in none.

    >>> ending("adverb", "设备全面", 0, 4), ending("adverb", "设备", 0, 2)
    ('全面', '')
    """
    words = _by_last(kind).get(text[end - 1], ()) if end > start else ()
    return next((word for word in words if text.endswith(word, start, end)), "")


def size(text: str, at: int, end: int, group: str) -> int:
    """The length of the word of a group that begins at ``at``; 0 when none, or a kept word, does.

    >>> size("新建卫生室", 0, 5, "opener"), size("新能源汽车", 0, 5, "opener")
    (2, 0)
    """
    kind, length = words(group).kind(text, at, end)
    return 0 if kind == "keep" else length


@cache
def _members(kind: str) -> frozenset[str]:
    return frozenset(forms(kind))


def is_a(kind: str, text: str, phrase: Range) -> bool:
    """Whether a phrase is a word of a kind and nothing else: 标准 alone names nothing (weak)."""
    return text[slice(*phrase)] in _members(kind)


def measured(text: str, phrase: Range) -> bool:
    """Whether a phrase ends as the name of what is measured: 集体收入, 产量, but not 行政村.

    >>> measured("集体收入", (0, 4)), measured("行政村", (0, 3))
    (True, False)
    """
    return text.endswith(forms("measure"), *phrase)


def tiled(group: str, text: str, phrase: Range) -> bool:
    """Whether a phrase is made of words of a group and of nothing else.

    >>> tiled("event", "已完工", (0, 3)), tiled("event", "完工项目", (0, 4))
    (True, False)
    """
    at, end = phrase
    while at < end:
        length = size(text, at, end, group) or text.startswith("、", at)
        if not length:
            return False
        at += length
    return True


def trimmed(text: str, low: int, end: int) -> Range | None:
    """Without punctuation and particles at the edges, and without half a pair of brackets.

    >>> trimmed("、村（社区）的", 0, 7), trimmed("租金（或租期", 0, 6)
    ((1, 6), (0, 2))
    """
    return edged(text, *_balanced(text, low, end)) if _PAIRED.search(text, low, end) else edged(text, low, end)


def edged(text: str, low: int, end: int) -> Range | None:
    """Without punctuation and particles at the edges.

    >>> edged("、村社的", 0, 4), edged("村干部等", 0, 4), edged("的", 0, 1)
    ((1, 3), (0, 3), None)
    """
    while end > low and text[end - 1] in EDGES:
        end -= 1
    if end - low > LEAST and text[end - 1] == "等" and text[end - LEAST] not in _GRADED:
        end -= 1  # 村干部|等200人
    low = skip_edges(text, low, end)
    return (low, end) if low < end else None


def _balanced(text: str, low: int, end: int) -> Range:
    """Without half a pair of brackets, nor what a level leaves out: 市级（不含开发区）|收入."""
    for opening, closing in _PAIRS:
        opened, closed = text.rfind(opening, low, end), text.rfind(closing, low, end)
        if opened > closed and not (opening == "“" and text.find('"', opened, end) > 0):  # “一网通办"
            low, end = (opened + 1, end) if opened == low else (low, opened)
        elif closed >= 0 and text.find(opening, low, closed) < 0:
            low = closed + 1
    tier = _TIER.match(text, low, end)  # what a level leaves out is told before the name
    return tier.end() if tier else low, end


def skip_edges(text: str, at: int, end: int) -> int:
    """Past punctuation and particles, but not past the 和 of 和美乡村."""
    while at < end and text[at] in EDGES and not text.startswith(_WHOLE, at):
        at += 1
    return at


def verb(text: str, low: int, end: int) -> Range | None:
    """The verb that ends a phrase: 投入2000万元, but not the one in 转移支付."""
    kinds = words("action").kinds
    for length in (4, 3, 2):
        kind = kinds.get(text[end - length : end]) if end - low >= length else None
        if kind:
            return (end - length, end) if kind != "keep" else None
    return None


def parts(text: str, phrase: Range) -> list[Range]:
    """The members of a list: 起数、死亡人数 has two.

    >>> parts("起数、死亡人数", (0, 7))
    [(0, 2), (3, 7)]
    """
    found, at = [], phrase[0]
    for start, end, kind in words("list").scan(text, *phrase):
        if kind == "list":
            found.append((at, start))
            at = end
    return [(a, b) for a, b in [*found, (at, phrase[1])] if a < b]


def of_size(text: str, phrase: Range, count: int) -> list[Range]:
    """The ``count`` members of a list, or nothing: 和 joins them, or stands in one of those that 、 joins.

    >>> of_size("鸡蛋和禽肉、牛羊奶", (0, 9), 2), of_size("鸡蛋和禽肉、牛羊奶", (0, 9), 3)
    ([(0, 5), (6, 9)], [(0, 2), (3, 5), (6, 9)])
    """
    found = parts(text, phrase)
    if len(found) > count > 1:
        found = _by_marks(text, phrase)
        if len(found) == count - 1:
            found = [*found[:-1], *_last_two(text, found[-1])]  # 批发和零售、住宿和餐饮及其他服务业 are three
    return found if len(found) == count else []


def _last_two(text: str, last: Range) -> list[Range]:
    """The last two members of a list: 住宿和餐饮|及|其他服务业, 渔业|和|林业."""
    for joint in ("以及", "及", "和", "与"):
        if (at := text.rfind(joint, *last)) > last[0]:
            return [(last[0], at), (at + len(joint), last[1])]
    return [last]


def _by_marks(text: str, phrase: Range) -> list[Range]:
    """The members of a list that 、 joins."""
    marks = [at for at in range(*phrase) if text[at] == "、"]
    return list(zip([phrase[0], *(at + 1 for at in marks)], [*marks, phrase[1]], strict=True))
