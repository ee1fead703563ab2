"""Markup left in a text (标记残留): the tags of a page and the marks of Markdown, blanked out where they stand.

A text column of a data set or an archive often keeps the tags of its pages, or the marks of the Markdown they were
turned into. A tag that ends a line leaves a line end, and the cells of a Markdown table stand a line each.
"""

from __future__ import annotations

import re

from govdoc.text.entity import FILL, holds
from govdoc.text.pattern import pattern

_BREAKING = "br|p|div|h[1-6]|hr|li|[uo]l|d[ldt]|table|t(?:body|head|foot|[rdh])|section|article|center|blockquote|pre"
_WITHIN = "span|font|strong|[abius]|em|su[bp]|img|strike|o:p"
_TAG = (  # the first character is a literal, which the scan skips through the text with
    rf"<(?:{FILL}*/?(?i:{_BREAKING}|{_WITHIN})(?:[ /{FILL}][^<>]{{0,500}})?>"
    r"|[!！]--(?:(?!<[!！]--|-->)[\s\S]){0,3000}-->"
    r"|(?i:s(?:tyle|cript)[ >](?:(?!</?s(?:tyle|cript))[\s\S]){0,3000}</s(?:tyle|cript)>))"
)
_TAGS = pattern(rf"{_TAG}[ \t\r\n]*+(?:{_TAG}[ \t\r\n]*+)*")
_ONE = pattern(_TAG)
_LINE_END = pattern(rf"(?i)<{FILL}*br")
_BREAKS = pattern(rf"(?i)<{FILL}*/?(?:{_BREAKING})[ />{FILL}]")
_BEFORE = 40  # characters of white space before a tag

_STRESSED = pattern(  # **强化管理。**镇党委…, and a whole line or clause between single stars
    r"([*_](?<![*_].)(?:(?<=\*)\*{1,2}|(?<!\w.)(?:(?<=_)_|(?<=\*))))(?![\s，。、；：！？）])"
    r"([^\n*_]{1,400}(?:\n[^\n*_]{1,100}){0,3})(?<!\s)\1(?![*_])(?:(?<=\*\*)|(?!\w))"
)
_SHARPS = pattern(  # ## 一、 but not 1#泵, #1机组
    "#(?<![0-9A-Za-z#].)#{0,5}(?!#|[0-9]{1,3}[号机炉泵楼塔])"
)
_LINE_MARK = pattern(
    rf"\n[ \t\u3000{FILL}]*(?:"
    r"(?:>[ \t]?)+"  # > 引文
    rf"|[-*][ \t]+(?={FILL}*(?:[一-龥“《（【—\[]|[0-9]{{1,4}}[一-龥])))"  # - 新修公路30公里, not the - 3 - of a page
)
_ROWS = pattern(r"\|(?<![^\n].)[^\n]*\|[ \t]*\n(?:[ \t]*\|[^\n]*\|[ \t]*(?:\n|$))+")
_RULE = pattern(r"[|: \t-]*-{2}[|: \t-]*\n?")  # |---|:--:|
_INDENT = f" \t\u3000\ufeff{FILL}"


def bare(text: str) -> str:
    """A text of the same length without its markup.

    >>> bare("<p>各镇：</p><p>新增<b>3</b>家。<br></p>").replace(FILL, "")
    '\\n各镇：\\n新增3家。\\n'
    >>> bare("通知\\n## **一、目标**\\n- 新修公路30公里").replace(FILL, "").replace(" ", "")
    '通知\\n一、目标\\n新修公路30公里'
    >>> bare("|指标|数值|\\n|---|---|\\n|产值|5.1|\\n").replace(FILL, "").split()
    ['指标', '数值', '产值', '5.1']
    """
    if "<" in text:
        text = _TAGS.sub(_untagged, text)
    if "#" in text:
        text = _SHARPS.sub(_unheaded, text)
    if holds(text, "*", "__"):
        text = _STRESSED.sub(lambda m: FILL * len(m[1]) + m[2] + FILL * len(m[1]), text)
    if holds(text, "- ", ">", "* "):
        text = _LINE_MARK.sub(lambda m: "\n" + FILL * (len(m[0]) - 1), text)
    if "|" in text:
        text = _ROWS.sub(lambda m: "".join(map(_celled, m[0].splitlines(keepends=True))), text)
    return text


def _nothing(match: re.Match[str]) -> str:
    return FILL * len(match[0])


def _unheaded(match: re.Match[str]) -> str:
    """The sharps before a heading: at the beginning of a line, or several before a space of flat text."""
    text, (start, end) = match.string, match.span()
    above = text[max(0, start - _BEFORE) : start].rstrip(_INDENT)
    heads = not above or above[-1] == "\n" or (end - start > 1 and text[end : end + 1] in " \t\n")
    return FILL * (end - start) if heads else match[0]


def _celled(row: str) -> str:
    """A row of a table with a line for each cell; nothing of the rule below its head."""
    if _RULE.fullmatch(row):
        return FILL * len(row)
    first, last = row.index("|"), row.rindex("|")
    return FILL * (first + 1) + row[first + 1 : last].replace("|", "\n") + FILL + row[last + 1 :]


def _untagged(match: re.Match[str]) -> str:
    """A run of tags as nothing, but for the line end that they make where none is written."""
    run = match[0]
    last = len(run.rstrip())
    lines = min(2, len(_LINE_END.findall(run))) or bool(_BREAKS.search(run))
    before = match.string[max(0, match.start() - _BEFORE) : match.start()]
    ends = max(0, lines - run.count("\n") - before[len(before.rstrip(" \t\r\n")) :].count("\n"))
    nothing = _ONE.sub(_nothing, run)
    return nothing[: last - ends] + "\n" * ends + nothing[last:]
