"""What a careful clerk would mark (校核): the checks, each a function from the document to its remarks.

They see the finished values only, never the text rules: a remark is about the document as read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise

from govdoc.layout.element.moment import DAY, iso
from govdoc.model.document import Document
from govdoc.model.header import DocumentKind
from govdoc.model.issue import Issue, IssueCode, Severity
from govdoc.model.quantity import Role
from govdoc.model.section import MarkerStyle, Section
from govdoc.model.span import Span
from govdoc.text.pattern import pattern

_DATED = frozenset(DocumentKind(x) for x in (  # what must carry a 成文日期: the fifteen of the 条例, and 答复
    "决议", "决定", "命令", "公报", "公告", "通告", "意见", "通知", "通报", "报告", "请示", "批复", "议案", "函", "纪要", "答复",
))  # fmt: skip
_LABEL = pattern("附(?:件|表)(?P<number>[0-9]{1,2})(?![0-9])")
_FREE_NUMBERS = frozenset({MarkerStyle.DASH, MarkerStyle.CAPTION, MarkerStyle.SEQUENCE})
_TABLE_DATE = pattern(rf"成文日期[】\]]?[：:]?\s*(?P<date>{DAY}|[12][0-9]{{3}}-[0-9]{{2}}-[0-9]{{2}})")


def check(document: Document) -> tuple[Issue, ...]:
    """All remarks on a document that has none yet, in text order.

    >>> from govdoc.parse import parse
    >>> [str(i.code) for i in parse("").issues]
    ['empty_document']
    """
    if not document.text.strip():
        return (_issue(IssueCode.EMPTY_DOCUMENT, "没有文字", Span(0, len(document.text)), Severity.ERROR),)
    found = [issue for test in CHECKS for issue in test(document)]
    return tuple(sorted(found, key=lambda i: (i.span, i.code)))


def _issue(code: IssueCode, message: str, span: Span, severity: Severity) -> Issue:
    return Issue.trusted(code=code, message=message, span=span, severity=severity)


def title_missing(document: Document) -> Iterator[Issue]:
    """标题缺失; an order has its mark and number instead."""
    if document.header.title is None and document.kind is None:
        yield _issue(IssueCode.TITLE_MISSING, "没有标题", document.header.span, Severity.WARNING)


def date_missing(document: Document) -> Iterator[Issue]:
    """成文日期缺失, or left open (2020年  月  日)."""
    date = document.closing.date or document.header.date
    if date is None and document.kind in _DATED:
        yield _issue(IssueCode.DATE_MISSING, "没有成文日期", document.closing.span, Severity.WARNING)
    elif date is not None and date.value is not None and len(date.value) < len("2020-01-01"):
        yield _issue(IssueCode.DATE_MISSING, f"成文日期不完整：{date.text}", date.span, Severity.WARNING)


def date_conflict(document: Document) -> Iterator[Issue]:
    """成文日期 under the title and under the signature differ, or it is printed before it is signed."""
    above, below, printed = document.header.date, document.closing.date, document.closing.print_date
    if above and below and above.value and below.value and above.value != below.value:
        message = f"标题下日期{above.value}与落款日期{below.value}不一致"
        yield _issue(IssueCode.DATE_CONFLICT, message, below.span, Severity.WARNING)
    table = _TABLE_DATE.search(document.text, *document.header.span)
    if table and below and below.value and (iso(table["date"]) or table["date"]) != below.value:
        message = f"元数据的成文日期{table['date']}与落款日期{below.value}不一致"
        yield _issue(IssueCode.DATE_CONFLICT, message, Span(*table.span("date")), Severity.WARNING)
    if below and printed and below.value and printed.value and printed.value < below.value:
        message = f"印发日期{printed.value}早于成文日期{below.value}"
        yield _issue(IssueCode.DATE_CONFLICT, message, printed.span, Severity.WARNING)


def docno_year_conflict(document: Document) -> Iterator[Issue]:
    """发文字号 of another year than the 成文日期."""
    number, date = document.header.doc_number, document.closing.date or document.header.date
    if number and number.year and date and date.value and int(date.value[:4]) != number.year:
        message = f"发文字号是{number.year}年，成文日期是{date.value[:4]}年"
        yield _issue(IssueCode.DOCNO_YEAR_CONFLICT, message, number.span, Severity.WARNING)


def attachment_missing(document: Document) -> Iterator[Issue]:
    """附件 listed that the text does not hold."""
    titles = [e.header.title.value for e in document.enclosures if e.header.title]
    labels = {match["number"] for e in document.enclosures if (match := _LABEL.match(document.text, e.span.start))}
    for attachment in document.closing.attachments:
        name = attachment.title.value
        labelled = attachment.ordinal is not None and str(attachment.ordinal) in labels
        if not labelled and not any(name in t or t in name for t in titles):
            message = f"附件“{name}”不在文中"
            yield _issue(IssueCode.ATTACHMENT_MISSING, message, attachment.title.span, Severity.INFO)


def numbering(document: Document) -> Iterator[Issue]:
    """层次序号 that jump or stand twice among siblings."""
    yield from _siblings(document.sections)
    for enclosure in document.enclosures:
        yield from _siblings(enclosure.sections)


def _siblings(sections: tuple[Section, ...]) -> Iterator[Issue]:
    """Numbers of one style that repeat or jump, level by level."""
    numbered = [(m, m.style, m.ordinal) for m in (s.marker for s in sections) if m and m.style not in _FREE_NUMBERS]
    for (before, style, first), (after, other, second) in pairwise(numbered):
        if style is not other or first is None or second is None:
            continue
        if second == first:
            message = f"序号{after.text}重复"
            yield _issue(IssueCode.NUMBERING_REPEAT, message, after.span, Severity.WARNING)
        elif second != first + 1 and second != 1:
            message = f"序号从{before.text}跳到{after.text}"
            yield _issue(IssueCode.NUMBERING_GAP, message, after.span, Severity.WARNING)
    for section in sections:
        if section.children:
            yield from _siblings(section.children)


def unknown_numeral(document: Document) -> Iterator[Issue]:
    """A number that was seen and not understood."""
    unknown = Role.UNKNOWN
    for numeral in [n for n in document.numerals if n.role is unknown]:
        message = f"看不懂的数字：{numeral.text}"
        yield _issue(IssueCode.UNKNOWN_NUMERAL, message, numeral.span, Severity.INFO)


def unreadable_part(document: Document) -> Iterator[Issue]:
    """Characters that a broken decoder left behind (�)."""
    at = document.text.find("\ufffd")
    if at >= 0:
        end = document.text.rfind("\ufffd") + 1
        count = document.text.count("\ufffd")
        yield _issue(IssueCode.UNREADABLE_PART, f"{count}个字符无法解码", Span(at, end), Severity.ERROR)


CHECKS: tuple[Callable[[Document], Iterator[Issue]], ...] = (
    title_missing,
    date_missing,
    date_conflict,
    docno_year_conflict,
    attachment_missing,
    numbering,
    unknown_numeral,
    unreadable_part,
)
