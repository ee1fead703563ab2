"""The tables and their columns, written by hand and versioned (表结构).

One row type a table; ``rows`` builds them in this order, ``arrow`` and ``duckdb`` take names, types and
comments from here. A column is never renamed or reordered without a new :data:`VERSION`.
"""

from __future__ import annotations

from typing import Any, NamedTuple

VERSION = 1

Row = tuple[Any, ...]
Columns = list[list[Any]]  # of one table, in the order of its schema

STR, INT, BOOL, DEC, LIST = "string", "int32", "bool", "decimal(38, 12)", "list<string>"


class Column(NamedTuple):
    """A column: its name, type, and what it means, in Chinese (for DuckDB) and English."""

    name: str
    type: str
    chinese: str
    english: str


class Table(NamedTuple):
    """A table and its columns; the first is always the document's id."""

    name: str
    chinese: str
    english: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The column names in order."""
        return tuple(c.name for c in self.columns)


_ID = Column("document_id", STR, "文件标识：内容和路径的散列，同一文件永远相同", "stable id: hash of content and path")
_NUMBER = Column("number", INT, "在本文件中的序号，从 0 起", "position in the document, from 0")
_START = Column("start", INT, "在 documents.text 中的起点（字符，从 0 起）", "first character in documents.text")
_END = Column("end", INT, "在 documents.text 中的终点（不含）", "one past the last character")
_PAGE = Column("page", INT, "页码，从 1 起；不分页的格式为空", "page, from 1; null when the format has no pages")
_TEXT = Column("text", STR, "原文", "verbatim text")
_PLACE = (_START, _END, _PAGE)

DOCUMENTS = Table(
    "documents", "文件：一份公文一行", "one row a document",
    (
        _ID,
        Column("path", STR, "文件路径（与命令行给出的写法一致）", "path as given"),
        Column("member", STR, "压缩包或数据表内的位置；普通文件为空串", "place inside an archive or table, or empty"),
        Column("format", STR, "按内容判定的格式", "format, told by content"),
        Column("sha256", STR, "文件字节的 SHA-256", "SHA-256 of the bytes"),
        Column("characters", INT, "正文字符数", "characters of text"),
        Column("pages", INT, "页数；不分页的格式为空", "pages; null when the format has none"),
        Column("kind", STR, "文种", "kind of document"),
        Column("title", STR, "标题", "title"),
        Column("subtitle", STR, "副标题或题注", "subtitle"),
        Column("issuer_marks", LIST, "发文机关标志", "issuer marks (red header)"),
        Column("doc_number", STR, "发文字号，规范写法", "document number"),
        Column("organ_code", STR, "机关代字", "organ code of the number"),
        Column("year", INT, "发文字号的年份", "year of the number"),
        Column("serial", INT, "发文顺序号", "serial of the number"),
        Column("copy_number", STR, "份号", "copy number"),
        Column("security", STR, "密级和保密期限", "security class"),
        Column("urgency", STR, "紧急程度", "urgency"),
        Column("signatories", LIST, "签发人", "signatories"),
        Column("speaker", STR, "讲话人、报告人", "speaker"),
        Column("addressees", STR, "主送机关，整行", "addressees, the whole line"),
        Column("addressee_names", LIST, "主送机关，逐个", "addressees, one by one"),
        Column("signatures", LIST, "发文机关署名", "signatures"),
        Column("date", STR, "成文日期（ISO 8601）；落款没有时取题下日期", "date of writing, ISO 8601"),
        Column("note", STR, "附注", "note"),
        Column("attachments", LIST, "附件说明所列附件", "attachments listed"),
        Column("enclosures", LIST, "随文所附文件的标题", "titles of enclosures"),
        Column("cc", LIST, "抄送机关", "copied to"),
        Column("printer", STR, "印发机关", "printing organ"),
        Column("print_date", STR, "印发日期（ISO 8601）", "printing date, ISO 8601"),
        Column("sections", INT, "层次（标题）数", "number of sections"),
        Column("facts", INT, "指标事实数", "number of facts"),
        Column("numerals", INT, "数字表达数", "number of numerals"),
        Column("references", INT, "引用数", "number of references"),
        Column("issues", INT, "提示数", "number of issues"),
        Column("page_meta", STR, "网页元数据表（JSON）", "metadata table of a web page, JSON"),
        Column("apart", STR, "页眉、页脚、脚注等版外文字（JSON）", "headers, footers, footnotes, JSON"),
        Column("text", STR, "全文；各表的 start、end 都指向这里", "the whole text; every start and end points here"),
    ),
)  # fmt: skip

SECTIONS = Table(
    "sections", "层次：一个标题或分条一行", "one row a heading or item",
    (
        _ID,
        Column("section_id", STR, "层次标识", "id of the section"),
        Column("parent_id", STR, "上级层次标识；顶层为空", "id of the section above; null at the top"),
        _NUMBER,
        Column("part", INT, "0 为正文，1 起为所附文件", "0 the letter, 1… the enclosures"),
        Column("level", INT, "层级，从 1 起", "level, from 1"),
        Column("marker", STR, "序号原文，如（一）", "marker, verbatim"),
        Column(
            "style", STR, "序号样式：一、 （一） 1. （1） ① 第一编 第一章 第一节 第一条 一是 首先 第一， —— A. 表1；无序号的标题为空",
            "style of the marker, named by the first of its kind; null without a marker",
        ),
        Column("ordinal", INT, "序号的数值", "number of the marker"),
        Column("title", STR, "标题文字；无标题的分条为空", "title; null for an item without one"),
        Column("path", LIST, "从顶层到本级的标题", "titles from the top down to this one"),
        Column("text", STR, "本级自身的段落，不含下级", "own paragraphs, without those below"),
        *_PLACE,
    ),
)  # fmt: skip

FACTS = Table(
    "facts", "指标事实：一个数量一行", "one row a quantity",
    (
        _ID,
        Column("fact_id", STR, "事实标识", "id of the fact"),
        Column("section_id", STR, "所在层次标识；不在任何层次内为空", "id of the innermost section, or null"),
        _NUMBER,
        Column("indicator", STR, "规范指标名", "canonical indicator"),
        Column("subject", STR, "所量所数的对象", "what is counted or measured"),
        Column(
            "measure", STR, "level 水平、change 增减、share 占比、rank 位次、ratio 比",
            "kind of statement: level, change, share, rank, ratio; add up only levels",
        ),
        Column(
            "value", DEC, "数值（万、亿已乘出）；区间、数十之类为空",
            "value, multiplied out; null for a range and for an unknown size (数十)",
        ),
        Column("low", DEC, "区间下限", "low end of a range"),
        Column("high", DEC, "区间上限", "high end of a range"),
        Column("exact", STR, "数值的完整十进制写法（value 只有 12 位小数）", "the value with all its digits"),
        Column("parts", LIST, "比例各项", "parts of a ratio"),
        Column("unit", STR, "单位，不含万、亿", "unit without multiplier"),
        Column(
            "dimension", STR, "量纲：count 件数、person 人、money 金额、ratio 比率、rank 位次、time 时间、area 面积 等；相除的如 money/person",
            "what the unit measures: count, person, money, ratio, rank, time, area …; a quotient as money/person",
        ),
        Column(
            "factor", DEC, "换算到基本单位（元、米、平方米、立方米、千克、秒 等）的倍数；没有基本单位为空",
            "factor to the base unit of the dimension (元 米 平方米 立方米 千克 秒 …), or null",
        ),
        Column(
            "bound", STR,
            "exact 恰好、about 约、nearly 近、over 超、at_least 不少于、at_most 不超过、under 不足、range 区间、vague 数十",
            "what the qualifier says: exact, about, nearly, over, at_least, at_most, under, range, vague",
        ),
        Column("direction", STR, "增减方向：up 增、down 减、flat 持平", "direction of a change: up, down, flat"),
        Column("basis", STR, "比较基准，如 同比", "basis of a change"),
        Column("scope", STR, "口径，如 全市", "scope"),
        Column(
            "period", STR, "时期：2023、2023-11、2023-11-23、2023-Q1 季度、2023-H1 半年；起讫 2023-01/2023-11、2021/2025",
            "period: a year, month, day, quarter (2023-Q1), half year (2023-H1), or first/last (2021/2025)",
        ),
        Column("period_inherited", BOOL, "时期是否取自上文、标题或落款", "whether the period was inherited"),
        Column(
            "status", STR, "actual 实绩、planned 计划、rule 规定",
            "actual: it happened; planned: it is intended; rule: it is a norm",
        ),
        Column("section", LIST, "所在层次的标题", "headings it stands under"),
        Column("quantity", STR, "数量原文", "the quantity, verbatim"),
        _TEXT,
        Column("rules", LIST, "所用规则", "rules that made it"),
        *_PLACE,
    ),
)  # fmt: skip

NUMERALS = Table(
    "numerals", "数字表达：文中每个数字都有一行", "every number of the text",
    (
        _ID,
        Column("numeral_id", STR, "数字标识", "id of the numeral"),
        _NUMBER,
        Column(
            "role", STR,
            "作用：quantity 数量、date 日期、marker 序号、docno 文号、ordinal 序数、grade 等级、label 名称、id 号码、unknown 不明",
            "what it does: quantity, date, marker, docno, ordinal, grade, label, id, unknown",
        ),
        Column("date", STR, "日期或时期，写法同 facts.period", "date or period, written as in facts.period"),
        _TEXT,
        Column("rule", STR, "判定所用规则", "rule that gave the role"),
        *_PLACE,
    ),
)  # fmt: skip

REFERENCES = Table(
    "references", "引用：法规、文件、标准", "cited documents, laws and standards",
    (
        _ID,
        Column("reference_id", STR, "引用标识", "id of the reference"),
        _NUMBER,
        Column("title", STR, "被引文件名，不含书名号", "title without 《》"),
        Column("doc_number", STR, "被引文件的发文字号", "document number"),
        Column("article", STR, "条款，如 第三十二条第一款", "article"),
        Column("abbreviation", STR, "以下简称", "abbreviation introduced"),
        _TEXT,
        *_PLACE,
    ),
)  # fmt: skip

ISSUES = Table(
    "issues", "提示：细心的文书会标出的地方", "what a careful clerk would mark",
    (
        _ID,
        Column("issue_id", STR, "提示标识", "id of the issue"),
        _NUMBER,
        Column(
            "code", STR,
            "种类：empty_document 无文字、title_missing 无标题、numbering_gap 跳号、numbering_repeat 重号、"
            "attachment_missing 缺附件、date_missing 无成文日期、date_conflict 日期不一、docno_year_conflict 文号年份不符、"
            "unknown_numeral 不明数字、unreadable_part 有读不出之处、numbering_lost 自动编号丢失",
            "code of the remark, as in govdoc.IssueCode",
        ),
        Column(
            "severity", STR, "info 提醒、warning 文中有误、error 有内容没读出",
            "info: a remark; warning: a fault of the text; error: unread content",
        ),
        Column("message", STR, "说明", "message"),
        *_PLACE,
    ),
)  # fmt: skip

FAILURES = Table(
    "failures", "失败：没能读出的文件", "files that could not be read",
    (
        _ID,
        Column("path", STR, "文件路径", "path as given"),
        Column("member", STR, "压缩包或数据表内的位置", "place inside an archive or table"),
        Column("format", STR, "按内容判定的格式；判不出为空串", "format, or empty"),
        Column("sha256", STR, "文件字节的 SHA-256；读不到为空串", "SHA-256 of the bytes, or empty"),
        Column("code", STR, "原因代码：encrypted、truncated、empty、timeout 等", "code of the reason"),
        Column("reason", STR, "一句话说明", "one sentence"),
    ),
)  # fmt: skip

TABLES = (DOCUMENTS, SECTIONS, FACTS, NUMERALS, REFERENCES, ISSUES, FAILURES)
