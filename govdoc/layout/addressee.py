"""主送机关: the salutation line, which ends in a colon (各乡镇人民政府，县直有关部门：)."""

from __future__ import annotations

import re
from functools import cache

from govdoc.rulebook import meanings
from govdoc.text.lexicon import any_of
from govdoc.text.pattern import pattern

_LONGEST = 260  # all provinces by name, with 新疆生产建设兵团
_NOT = pattern(
    r"关于|印发|转发|如下|以下|下列|包括|要求|按照|现就|现将|其中|例如|分别|主要|责任单位|责任部门|牵头|配合单位|主办单位|承办单位|协办单位|填报|填表|制表|来源|作者"
    r"|联系|编辑|时间|附件|抄送|主送|发送|报送|[。；！？《》]|[0-9]{4}年|^(?:[一二三四五六七八九十]、|（|[0-9])|^为|参加|出席|列席|地点|^(?:单位|部门|人员|机构|企业|组织)$"
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
    return re.compile(rf"(?:{any_of([*meanings('addressee'), *meanings('organ')])})(?:（[^（）]{{1,30}}）)?$")
