"""机关名称 as it stands alone: a signature, an 发文机关标志, one of the 主送机关 (suffixes in organ.tsv)."""

from __future__ import annotations

import re
from functools import cache

from govdoc.rulebook import forms_of, meanings, rows
from govdoc.text.lexicon import any_of
from govdoc.text.pattern import pattern

_LONGEST = 60  # 中共…委员会…领导小组办公室 of joint bodies
_ENDS = "厅局委部府院会行署办组室"
ORDER = "令"
NUMBERED = (ORDER, "公告", "通告")  # what is numbered by itself, 第67号, without a 机关代字
_OFFICES = ("办公厅", "办公室")
_VERBS = pattern(lambda: f"{any_of(forms_of('organ', 'none'))}|[。；：！？，《》]")
_OFFICER = pattern(
    r"(?:(?:[一-龥]{2,20}(?:成员|委员|书记|[省市县区镇乡局]长|主任)、){0,3}[一-龥]{0,24}(?:[省市县区州盟旗镇乡村部局厅司处科所站院校行署会团]长|总理|主席|主任|书记|秘书长|检察长|审计长|指挥长))"
)
_NAME = pattern(r"[一-龥·]{2,4}$|[一-龥]{1,6}·[一-龥·]{1,12}$")


def is_organ(text: str) -> bool:
    """Whether the whole string is the name of an organ.

    >>> is_organ("清溪县防汛抗旱指挥部办公室（代章）"), is_organ("完成时限"), is_organ("关于进一步加强管理的科室")
    (True, False, False)
    """
    return 2 <= len(text) <= _LONGEST and bool(_ending().search(text)) and not _VERBS.search(text)


def is_officer(text: str) -> bool:
    """Whether the whole string is an office, with or without a name: 市长, 清溪市市长周怀远.

    >>> is_officer("清溪市市长"), is_officer("清溪市市长周怀远"), is_officer("市长信箱开通公告")
    (True, True, False)
    """
    match = _OFFICER.match(text)
    return match is not None and (match.end() == len(text) or bool(_NAME.fullmatch(text, match.end())))


def signs(text: str) -> bool:
    """Whether the whole string is the signature of an officer, who may stand behind a colon.

    >>> signs("清溪县县长应启明"), signs("县长：应启明"), signs("县长：")
    (True, True, False)
    """
    return text[-1:] != "：" and is_officer(text.replace("：", "", 1))


def is_office(text: str) -> bool:
    """Whether the string is an office without its holder."""
    return bool(_OFFICER.fullmatch(text))


def is_order(text: str) -> bool:
    """Whether the string is the 发文机关标志 of an order (GB/T 9704-2012 §8.2): the organ or office, and 令.

    >>> [is_order(x) for x in ("清溪市人民政府令", "中华人民共和国主席令", "森林防火禁火令", "清溪市人民政府公告")]
    [True, True, False, False]
    """
    organ = text.removesuffix(ORDER)
    return len(organ) < len(text) and (is_organ(organ) or is_office(organ))


def is_name(text: str) -> bool:
    """Whether the string could be a person's name."""
    return bool(_NAME.fullmatch(text))


def single(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The organs of a range that stand without a space, without their seal: 清溪县财政局|清溪县税务局（代章）.

    >>> name = "清溪县财政局国家税务总局清溪县税务局"
    >>> [name[a:b] for a, b in single(name, 0, len(name))]
    ['清溪县财政局', '国家税务总局清溪县税务局']
    """
    seal = next((form for form in _seals() if text.endswith(form, start, end)), "")
    end -= len(seal)
    name = text[start:end]
    again = {"国家", "中国", "中共", name[:2], name[2:4] if name.startswith("中共") else name[:2]}
    for at in range(3, len(name) - 3):
        offices = name[:at].endswith(_OFFICES) and name.endswith(_OFFICES)
        if (
            (offices or name[at : at + 2] in again)
            and name[at - 1] in _ENDS
            and is_organ(name[:at])
            and is_organ(name[at:])
        ):
            return [(start, start + at), *single(text, start + at, end)]
    return [(start, end)]


@cache
def _seals() -> tuple[str, ...]:
    return tuple(form for row in rows("organ") if row.id == "organ.seal" for form in row.forms)


@cache
def organ_ends() -> tuple[str, ...]:
    """The last words of organs."""
    return tuple(form for form, row in meanings("organ").items() if row.value != "none")


@cache
def suffixes() -> str:
    """The endings as a pattern."""
    return any_of(organ_ends())


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(rf"(?:{suffixes()})(?:（[^（）]{{1,12}}）)?$")
