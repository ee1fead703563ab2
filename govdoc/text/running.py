"""Running heads (页眉): the line that every page of a printed text repeats below the number of the page before."""

from __future__ import annotations

from collections import Counter

from govdoc.text.debris import PAGE

_OFTEN = 3  # a line below fewer page numbers is chance


def without_running_heads(parts: list[str]) -> list[str]:
    """Text and gaps in turn, a running head made part of the gap it stands in; linear.

    >>> page = ["\\n—1—\\n", "云岭镇年报", "\\n"]
    >>> without_running_heads(["甲", *page, "乙", *page, "丙", *page, "丁"])[:3]
    ['甲', '\\n—1—\\n云岭镇年报\\n', '乙']
    >>> text = ["\\n<U+00A0>\\n", "合计", "\\n"]
    >>> len(without_running_heads(["甲", *text, "乙", *text, "丙", *text, "丁"]))
    13
    """
    paged = {gap for gap in set(parts[1::2]) if PAGE.search(gap)}
    if not paged:
        return parts
    below = [at for at in range(1, len(parts) - 2, 2) if parts[at] in paged and "\n" in parts[at + 2]]
    often = {head for head, count in Counter(parts[at + 1] for at in below).items() if count >= _OFTEN}
    heads = {at for at in below if parts[at + 1] in often}
    found, at = parts[:1], 1
    while at < len(parts):
        held = 2 * (at in heads)
        found += ["".join(parts[at : at + 1 + held]), parts[at + 1 + held]]
        at += 2 + held
    return found
