"""主送机关: the salutation line, which ends in a colon (各乡镇人民政府，县直有关部门：)."""

from __future__ import annotations

import re
from functools import cache

from govdoc.layout.element.organ import organ_ends
from govdoc.rulebook import forms_of
from govdoc.text.lexicon import any_of
from govdoc.text.pattern import pattern

_CALLED = ("泛称", "人员")
_LONGEST = 260  # all provinces by name, with 新疆生产建设兵团
_NOT = pattern(
    lambda: (
        rf"{any_of(forms_of('addressee', 'none'))}|[。；！？《》]|[0-9]{{4}}年|^(?:[一二三四五六七八九十]、|（|[0-9])|^为"
        "|^(?:单位|部门|人员|机构|企业|组织)$"
    )
)
SPEECH = pattern(r"(?:各位代表|同志们|各位委员)：")
_PEOPLE = pattern(r"(?:各位|尊敬的|同志们|全体|广大|亲爱的|各[一-龥]{1,12}$)")


def is_addressees(text: str) -> bool:
    """Whether a string (without its colon) is a list of addressees.

    >>> is_addressees("各县、区人民政府，市直有关部门"), is_addressees("各位代表"), is_addressees("现将有关事项通知如下")
    (True, True, False)
    """
    if not 2 <= len(text) <= _LONGEST or _NOT.search(text):
        return False
    return bool(_PEOPLE.match(text)) or bool(_ending().search(text))


def is_speech(text: str) -> bool:
    """Whether a salutation is that of a speech (各位代表：), which stands in running text too."""
    return bool(SPEECH.fullmatch(text))


def is_exclaimed(text: str) -> bool:
    """Whether a salutation ends in ！ (各位代表！): before the first sentence alone, behind it the speaker says it again."""
    return text[-1:] == "！" and is_speech(text[:-1] + "：")


def names(text: str, marks: str = "、，；") -> list[tuple[int, int]]:
    """Where the single organs stand: ， and 、 part them, not inside （）.

    >>> [ "各镇人民政府，县直各委、办、局"[a:b] for a, b in names("各镇人民政府，县直各委、办、局")]
    ['各镇人民政府', '县直各委', '办', '局']
    """
    found, start, depth = [], 0, 0
    for at, c in enumerate(text):
        depth += (c == "（") - (c == "）")
        if depth <= 0 and c in marks:
            found.append((start, at))
            start = at + 1
    found.append((start, len(text)))
    return [(a, b) for a, b in found if b > a]


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of([*forms_of('addressee', *_CALLED), *organ_ends()])})(?:（[^（）]{{1,30}}）)?$")
