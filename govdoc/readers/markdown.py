"""Markdown: the marks go, the text stays; headings and bold lines become evidence."""

from __future__ import annotations

import re

from govdoc.readers.source import Format, Reading
from govdoc.readers.text import decode
from govdoc.text.look import Look

_FRONT = re.compile(r"\A\ufeff?---\n(?:[^\n]{0,300}\n){0,40}?---\n")
_COMMENT = re.compile(r"<!--(?:(?!-->).){0,2000}-->", re.DOTALL)
_HEADING = re.compile(r"^(#{1,6})[ \t\u3000]+")
_RULE = re.compile(r"^ {0,3}(?:[-*_] ?){3,}$|^[ |:-]*-{3}[ |:-]*$")
_LINE_MARK = re.compile(r"^(?:> ?)+|^ {0,6}[-*+] (?=\S)")
_LINK = re.compile(r"!?\[([^\]\n]{0,300})\]\([^)\n]{0,600}\)")
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)([^\n]{1,600}?)(?<=\S)\1")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")


def read_markdown(data: bytes, name: str = "") -> Reading:
    """The text of a Markdown file.

    >>> read_markdown("# 清溪县通知\\n\\n**各镇：**请执行。\\n\\n|项目|数量|\\n|---|---|\\n|桥|3座|".encode()).text
    '清溪县通知\\n\\n各镇：请执行。\\n\\n项目\\t数量\\n桥\\t3座'
    """
    source, issues = decode(data, name)
    source = _COMMENT.sub("", _FRONT.sub("", source.replace("\r\n", "\n").replace("\r", "\n")))
    looks, lines, at = [], [], 0
    for raw in source.split("\n"):
        if raw.startswith("```") or _RULE.match(raw):
            continue
        heading = _HEADING.match(raw)
        text = _plain(raw[heading.end() :].rstrip(" #") if heading else raw)
        bold = bool(_EMPHASIS.fullmatch(raw.strip()))
        if text.strip() and (heading or bold):
            looks.append(Look(at, at + len(text), bold=True, level=len(heading[1]) if heading else 0))
        lines.append(text)
        at += len(text) + 1
    return Reading("\n".join(lines), Format.MARKDOWN, tuple(looks), issues=issues)


def _plain(line: str) -> str:
    if line.lstrip().startswith("|"):
        return "\t".join(_plain(x.strip()) for x in line.strip().strip("|").split("|")).strip("\t")
    line = _LINE_MARK.sub("", line)
    line = _LINK.sub(r"\1", line)
    return _ESCAPE.sub(r"\1", _EMPHASIS.sub(r"\2", line))
