"""Days of the lunar calendar (农历): 正月初一至初三, 腊月二十三, 农历五月初五. Their day of the year is not told.

A 月 or 初 alone is none of them (一月, 初一年级), so that the words 农历, 正月 and 腊月 are asked for first.
"""

from __future__ import annotations

from govdoc.facts.mention import Other
from govdoc.model.quantity import Role
from govdoc.text.pattern import pattern

_TELLING = ("农历", "正月", "腊月")
_DAY = "(?:初[一二三四五六七八九十]|十[一二三四五六七八九]?|廿[一二三四五六七八九]?|二十[一二三四五六七八九]?|三十)(?![一-龥]{1,2}年级)"
_FIRST = "(?:农历)?(?:[正腊]月|(?<=农历)(?:十[一二]?|[一二三四五六七八九冬])月)"
_LUNAR = pattern(  # 正月初一至初三、|初五 · 农历八月十五
    rf"(?:{_FIRST}{_DAY}(?:[至到—-](?:[正腊二]月)?{_DAY})?|(?<=初[一二三四五六七八九十][、和及])初[一二三四五六七八九十](?![年级学班新毕生]))"
)


def days(text: str) -> list[Other]:
    """The lunar days of a text; a list goes on with the days behind it.

    >>> [text[c.start : c.end] for text in ["正月初一、初二、初三放假"] for c in days(text)]
    ['正月初一', '初二', '初三']
    """
    # a character is found many times as fast as a word, a word as a pattern
    if not any(word in text for word in _TELLING if word[0] in text and word[1] in text):
        return []
    return [Other(*match.span(), Role.DATE, "date.lunar") for match in _LUNAR.finditer(text)]
