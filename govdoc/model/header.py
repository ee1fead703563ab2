"""版头 and 版记 by GB/T 9704-2012: what stands before and after the body."""

from __future__ import annotations

from enum import StrEnum

from govdoc.model.base import Value
from govdoc.model.date import Date
from govdoc.model.span import Element, Phrase, Span


class DocumentKind(StrEnum):
    """文种: the fifteen of the 条例 (2012), then the kinds met beside them."""

    RESOLUTION = "决议"
    DECISION = "决定"
    ORDER = "命令"
    COMMUNIQUE = "公报"
    ANNOUNCEMENT = "公告"
    PROCLAMATION = "通告"
    OPINION = "意见"
    NOTICE = "通知"
    CIRCULAR = "通报"
    REPORT = "报告"
    REQUEST = "请示"
    REPLY = "批复"
    MOTION = "议案"
    LETTER = "函"
    MINUTES = "纪要"
    WORK_REPORT = "工作报告"
    STATISTICS = "统计公报"
    ANNUAL_REPORT = "年度报告"
    PLAN = "规划"
    OUTLINE = "纲要"
    SCHEME = "方案"
    PROGRAMME = "计划"
    MEASURES = "办法"
    STEPS = "措施"
    POLICY = "政策"
    REGULATION = "条例"
    PROVISIONS = "规定"
    RULES = "细则"
    CODE = "规则"
    STATUTE = "章程"
    LAW = "法"
    GUIDE = "指南"
    KEY_POINTS = "要点"
    SUMMARY = "总结"
    BRIEF = "简报"
    ANSWER = "答复"
    SPEECH = "讲话"
    LIST = "清单"
    STANDARD = "标准"


class DocNumber(Element):
    """发文字号, as in 拾万府文〔2021〕165号.

    ``organ_code`` 机关代字 (拾万府文) · ``year`` · ``serial``; any of the three is None when the
    number does not carry it (第12号 on its own). An order or announcement counts under its mark
    (清溪市人民政府令 of 清溪市人民政府令第67号). ``value`` is the standard writing with 〔〕.
    """

    value: str
    organ_code: str | None
    year: int | None
    serial: int | None

    def __str__(self) -> str:
        return self.value


class Title(Phrase):
    """标题: ``issuers`` 发文机关 + ``matter`` 事由 + ``kind`` 文种, where they can be told."""

    issuers: tuple[Phrase, ...] = ()
    matter: Phrase | None = None
    kind: DocumentKind | None = None


class Addressees(Phrase):
    """主送机关: the whole line without its colon; ``names`` is the line split into organs."""

    names: tuple[Phrase, ...] = ()


class Header(Value):
    """版头 with title and addressees (标题、主送机关); every field is what the text says, or None."""

    span: Span
    copy_number: Phrase | None = None
    security: Phrase | None = None
    urgency: Phrase | None = None
    issuer_marks: tuple[Phrase, ...] = ()
    doc_number: DocNumber | None = None
    signatories: tuple[Phrase, ...] = ()
    title: Title | None = None
    subtitle: Phrase | None = None
    speaker: Phrase | None = None
    addressees: Addressees | None = None
    date: Date | None = None


class Attachment(Value):
    """One line of the 附件说明: 附件：1. 任务分工表 has ordinal 1 and title 任务分工表."""

    ordinal: int | None
    title: Phrase


class Closing(Value):
    """What follows the body: 附件说明, 署名, 成文日期, 附注 and the 版记 (抄送、印发).

    ``span`` is the place between body and enclosures. A 版记 printed behind the enclosures lies
    in the closing of the last enclosure; its values stand here all the same.
    """

    span: Span
    attachments: tuple[Attachment, ...] = ()
    signatures: tuple[Phrase, ...] = ()
    date: Date | None = None
    note: Phrase | None = None
    cc: tuple[Phrase, ...] = ()
    printer: Phrase | None = None
    print_date: Date | None = None
