"""What a careful clerk would mark."""

from __future__ import annotations

from enum import StrEnum

from govdoc.model.base import Value
from govdoc.model.span import Span


class Severity(StrEnum):
    """How bad it is: ``info`` a remark, ``warning`` a fault of the text, ``error`` unread content."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class IssueCode(StrEnum):
    """The closed list of remarks; tests/cases/issue.tsv has an example of each."""

    EMPTY_DOCUMENT = "empty_document"  # 没有文字
    TITLE_MISSING = "title_missing"  # 没有标题
    NUMBERING_GAP = "numbering_gap"  # 序号从一、跳到三、
    NUMBERING_REPEAT = "numbering_repeat"  # 序号二、重复
    ATTACHMENT_MISSING = "attachment_missing"  # 附件说明列出而文中没有的附件
    DATE_MISSING = "date_missing"  # 没有成文日期, or not all of it
    DATE_CONFLICT = "date_conflict"  # 标题下日期与落款日期不一致
    DOCNO_YEAR_CONFLICT = "docno_year_conflict"  # 发文字号与成文日期不同年
    UNKNOWN_NUMERAL = "unknown_numeral"  # 看不懂的数字
    UNREADABLE_PART = "unreadable_part"  # 无法解码的字符, a part of a file that could not be read
    NUMBERING_LOST = "numbering_lost"  # a converter that drops automatic numbers


class Issue(Value):
    """A remark with its place; ``message`` is Chinese for what the text has, English for what a file reader met."""

    code: IssueCode
    message: str
    span: Span
    severity: Severity
