"""Subjects (主体): the noun phrase an amount counts or measures, before it or after it.

受理【信访案件】34宗 · 72名【安置帮教人员】 · 【调处率】达100%. The words that open, end and lead
a phrase are rows of ``rules/subject.tsv``; what is left between them is the phrase.
"""

from __future__ import annotations

import re
from functools import cache

from govdoc.facts.scope import is_scope
from govdoc.rulebook import rows

_EDGES = frozenset("、，。；：的了和与及或以—·　")
_BASED = re.compile("按照?|[可应须要将并]对")  # 按|本金|的20%, 可对|单户担保金额|500万元以下
_MODAL = re.compile("应当?|须|可|在|于|自|顺延|延长|至少|不得")
_RATES = tuple("率额量度数值比重例期")
_INSIDE = 2  # a noun after a verb inside a phrase has at least two characters
_LOOK = 40  # no noun phrase after an amount is longer
_NOMINAL = ("", "新增", "净增")  # 新增能耗 is a noun
_AWARD_LOOK = 14  # 一次性稳定就业岗位补贴: no award has a longer name
_OPENERS = ("open", "time", "verb", "lead", "prep", "dative", "scope", "basis")
_STRIPPED_SCOPES = ("全", "我")  # 全县 and 我县 are no part of a name; 城镇 and 规模以上 are
_PAIRS = {"（": "）", "“": "”", "《": "》"}

Range = tuple[int, int]


@cache
def _kinds(*values: str) -> dict[str, str]:
    """Word → kind for the kinds asked for; a word that is kept whole hides the shorter ones in it."""
    found = {form: row.value for row in rows("subject") if row.value in values for form in row.forms}
    for name in ("scope", "basis"):
        if name in values:
            forms = (form for row in rows(name) for form in row.forms)
            found |= {f: name for f in forms if name == "basis" or (len(f) == _INSIDE and f.startswith(_STRIPPED_SCOPES))}
    return {form: "keep" for row in rows("subject") if row.value == "keep" for form in row.forms} | found


@cache
def _pattern(*values: str) -> re.Pattern[str]:
    """Any of these words or a kept one, the longest first."""
    return re.compile("|".join(map(re.escape, sorted(_kinds(*values), key=len, reverse=True))))


def _word(text: str, at: int, end: int, *values: str) -> str:
    """The longest word of these kinds that begins at ``at``, unless a kept word does."""
    match = _pattern(*values).match(text, at, end)
    return match.group() if match and _kinds(*values)[match.group()] != "keep" else ""


def before(text: str, low: int, end: int, moments: dict[int, int]) -> Range | None:
    """The noun phrase of ``text[low:end]``, which ends right before an amount's own verbs.

    >>> text = "全年受理信访案件"
    >>> text[slice(*before(text, 0, 8, {}))]
    '信访案件'
    """
    low, placed = _open(text, low, end, moments)
    based = None
    for based in _BASED.finditer(text, low, end):
        pass
    inner = based.end() if based else _inner(text, low, end)
    if (placed and inner == low) or (placed is not None and text.endswith(_whens(), low, end)):
        return None
    return _sized(text, trimmed(text, _last_member(text, inner, end), end))


def _last_member(text: str, low: int, end: int) -> int:
    """Past a 、 that begins another predicate: 集结中心获批、|全年开行班列."""
    at = text.rfind("、", low, end)
    word = _word(text, at + 1, end, "time", "verb") if at >= 0 else ""
    return _open(text, at + 1, end, {})[0] if word not in _NOMINAL and at + 1 + len(word) < end else low


def _sized(text: str, phrase: Range | None) -> Range | None:
    """A phrase of two characters at least, and more than a scope: 其中【农村】1万个."""
    if phrase is None or phrase[1] - phrase[0] < _INSIDE or is_scope(text, *phrase):
        return None
    return phrase


@cache
def _counted() -> re.Pattern[str]:
    return re.compile("|".join(form for row in rows("subject") if row.value == "counted" for form in row.forms))


@cache
def _affairs() -> tuple[str, ...]:
    return (*(form for row in rows("subject") if row.value == "abstract" for form in row.forms), "硬化", "绿化", "拆迁")


@cache
def _heads() -> tuple[str, ...]:
    return tuple(form for row in rows("subject") if row.value == "head" for form in row.forms)


@cache
def _whens() -> tuple[str, ...]:
    return tuple(form for row in rows("subject") if row.value == "when" for form in row.forms)


def _open(text: str, low: int, end: int, moments: dict[int, int]) -> tuple[int, bool | None]:
    """Past the time words, connectives, adverbs and verbs at the left edge; whether a preposition came last (None: none came)."""
    placed: bool | None = None
    while low < end:
        if low in moments:
            low, placed = moments[low], None if placed is None else False
        else:
            word = _word(text, low, end, *_OPENERS)
            if not word and text[low] in _EDGES:
                low += 1
                continue
            if not word or 0 < end - low - len(word) < _INSIDE:
                return low, placed
            low += len(word)
            kind = _kinds(*_OPENERS)[word]
            if kind == "dative":
                low = _served(text, low, end)
            placed = kind == "prep" if kind == "prep" or placed is not None else None
    return min(low, end), placed


def _served(text: str, low: int, end: int) -> int:
    """Past the verb that follows whom it serves: 向|用水企业|办理|缓交水费."""
    kinds = _kinds("lead", "verb")
    for match in _pattern("lead", "verb").finditer(text, low, end - _INSIDE):
        if kinds[match.group()] in ("lead", "verb") and len(match.group()) >= _INSIDE and match.start() > low:
            return match.end()
    return low


def verb(text: str, low: int, end: int) -> Range | None:
    """The verb that is all there is before the amount: 投入2000万元."""
    for size in (4, 3, 2):
        if end - low >= size and _kinds("lead", "verb").get(text[end - size : end]) in ("lead", "verb"):
            return end - size, end
    return None


def _inner(text: str, low: int, end: int) -> int:
    """Past the last strong verb inside: 产业园完成|投资."""
    if text.endswith(_RATES, low, end):
        return low
    kinds, last = _kinds("verb"), low
    for match in _pattern("verb").finditer(text, low, end):
        if kinds[match.group()] == "verb" and end - match.end() >= _INSIDE and text[match.end()] not in "的、和及与":
            last = match.end()
    return last


def trimmed(text: str, low: int, end: int) -> Range | None:
    """Without punctuation and particles at the edges, and without half a pair of brackets."""
    for opening, closing in _PAIRS.items():
        opened, closed = text.rfind(opening, low, end), text.rfind(closing, low, end)
        if opened > closed:
            low, end = (opened + 1, end) if opened == low else (low, opened)
        elif closed >= 0 and text.find(opening, low, closed) < 0:
            low = closed + 1
    while end > low and text[end - 1] in _EDGES:
        end -= 1
    while low < end and text[low] in _EDGES:
        low += 1
    return (low, end) if low < end else None


def after(text: str, start: int, end: int) -> Range | None:
    """The noun phrase that follows an amount at ``start``, or None when a predicate does.

    >>> text = "座移动公厕投入使用"
    >>> text[slice(*after(text, 1, 9))], after("户全部脱贫", 1, 5)
    ('移动公厕', None)
    """
    end = min(end, start + _LOOK)
    start += len(_word(text, start, end, "give"))
    if start < end and text[start] == "的":
        start += 1
    if start >= end or text[start] == "（" or _word(text, start, end, "bar", "halt", "verb"):
        return None
    return _tidy(text, trimmed(text, start, _halt(text, start + 1, end)))


def _tidy(text: str, phrase: Range | None) -> Range | None:
    """Without 的建设 of 服务站的建设, and 中 of 村中."""
    if phrase is None:
        return None
    start, end = phrase
    de = text.rfind("的", start, end)
    if de > start and _kinds("abstract").get(text[de + 1 : end]) == "abstract":
        end = de
    counted = _counted().search(text, start, end)
    if counted and text.endswith(_affairs(), counted.end(), end):
        end = counted.end()
    if text[end - 1] == "中" and end - start > _INSIDE and text[end - 2] not in "其初高集空水":
        end -= 1
    return start, end


def _halt(text: str, start: int, end: int) -> int:
    """Where the noun ends: at a predicate, unless 的 behind it says that it was a modifier."""
    if text[start - 1] == "“":
        start = max(start, text.find("”", start, end) + 1)
    kinds = _kinds("halt", "verb")
    found = (m for m in _pattern("halt", "verb").finditer(text, start, end) if kinds[m.group()] != "keep")
    stop = next(found, None)
    while stop and (kinds[stop.group()] == "verb" and stop.end() == end):
        stop = next(found, None)
    if stop is None:
        return end
    if stop.group() == "的":
        return stop.start() if text.endswith(_heads(), start - 1, stop.start()) else _halt(text, stop.end() + 1, end)
    de = text.find("的", stop.end(), end)
    return _halt(text, de + 2, end) if 0 < de < end - _INSIDE else stop.start()


def award(text: str, start: int, end: int) -> Range | None:
    """What is given or taken: 1万元【一次性创业补贴】, 的标准予以【奖励】, 以下【罚款】.

    >>> text = "元的标准给予一次性奖励"
    >>> text[slice(*award(text, 1, 11))]
    '一次性奖励'
    """
    start += text.startswith("的", start)
    for _ in range(2):
        start += len(_word(text, start, end, "give"))
    match = _pattern("award").search(text, start, min(end, start + _AWARD_LOOK))
    if not match or text.startswith("由", start) or _kinds("award")[match.group()] == "keep":
        return None
    return trimmed(text, start, match.end())


def weak(text: str, phrase: Range) -> bool:
    """Whether the phrase names nothing by itself: 标准为1000元."""
    return _kinds("weak").get(text[slice(*phrase)]) == "weak"


def generic(text: str, start: int) -> bool:
    """Whether a word too general to be counted stands there: 的部分, 的标准."""
    return bool(_word(text, start, start + 4, "generic"))


def task(text: str, start: int, stop: int) -> Range | None:
    """What is due within a time: 三十天内【恢复正常还款】; in the next clause when this one ends."""
    if start == stop and text[stop : stop + 1] == "，":
        start = stop + 1
        stop = next((at for at in range(start, min(len(text), start + _LOOK)) if text[at] in "，。；\n"), start)
    kinds = _kinds("join")
    stop = next((m.start() for m in _pattern("join").finditer(text, start, stop) if kinds[m.group()] == "join"), stop)
    found = trimmed(text, start, stop)
    if found is None or _kinds("done").get(text[slice(*found)]) == "done":
        return None
    return (verb(text, *found) if _word(text, *found, "means") else None) or found


def last_action(text: str, phrase: Range) -> Range:
    """What a span runs from: 登记注册 of 范围扩大至登记注册五年内."""
    phrase = obliged(text, phrase)
    at = max(text.rfind(mark, *phrase) for mark in "的至且并")
    return (at + 1, phrase[1]) if phrase[1] - at - 1 >= _INSIDE and at >= phrase[0] else phrase


def obliged(text: str, phrase: Range) -> Range:
    """The phrase up to 应, 须 or 在: 补办|应在疫情解除后."""
    match = _MODAL.search(text, phrase[0] + _INSIDE, phrase[1])
    return (phrase[0], match.start()) if match else phrase


def parts(text: str, phrase: Range) -> list[Range]:
    """The members of a list: 起数、死亡人数 has two.

    >>> parts("起数、死亡人数", (0, 7))
    [(0, 2), (3, 7)]
    """
    kinds, found, at = _kinds("list"), [], phrase[0]
    for match in _pattern("list").finditer(text, *phrase):
        if kinds[match.group()] == "list":
            found.append((at, match.start()))
            at = match.end()
    return [(a, b) for a, b in [*found, (at, phrase[1])] if a < b]
