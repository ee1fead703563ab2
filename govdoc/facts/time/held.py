"""When something is held (活动时间): 2020年4月15日至6月30日。…4—6月份，每辆车奖励500元.

Of a text that nothing else dates, the one stretch of months that it names tells the year of the months in it.
"""

from __future__ import annotations

from collections.abc import Sequence

from govdoc.facts.mention import Moment

_YEAR, _MONTH = len("2021"), len("2021-11")


def held_in(moments: Sequence[Moment]) -> str | None:
    """The only stretch of days or months in a single year that a text names.

    >>> held_in((Moment(0, 16, "2020-04-15/2020-06-30", "date.range"), Moment(20, 24, None, "date.range")))
    '2020-04/2020-06'
    """
    named = {m.value for m in moments if m.value and "/" in m.value and len(m.value) >= 2 * _MONTH}
    if len(named) != 1:
        return None
    first, last = named.pop().split("/")
    return f"{first[:_MONTH]}/{last[:_MONTH]}" if first[:_YEAR] == last[:_YEAR] else None


def within(form: str, held: str) -> str | None:
    """A month or months without a year, when they lie in a stretch.

    >>> within("?-04/?-06", "2020-04/2020-06"), within("?-08", "2020-04/2020-06")
    ('2020-04/2020-06', None)
    """
    months = form.replace("?", held[:_YEAR])
    first, last = held.split("/")
    parts = months.split("/")
    fits = all(len(part) >= _MONTH and part[_YEAR + 1].isdigit() and first <= part[:_MONTH] <= last for part in parts)
    return months if fits and "?" in form and ":" not in form else None
