"""README.md of a folder of tables: what each column means, and how the usual questions are asked."""

from __future__ import annotations

from govdoc.export.schema import TABLES, VERSION

_PLACES = {
    "parquet": "`{0}/*.parquet`",
    "duckdb": "`{0}` in `govdoc.duckdb`",
    "jsonl": "`{0}.jsonl`",
    "csv": "`{0}.csv`",
}
_FROM = {"parquet": "'{0}/*.parquet'", "duckdb": '"{0}"', "jsonl": "'{0}.jsonl'", "csv": "'{0}.csv'"}
_WRITTEN = {
    "parquet": "Any Parquet reader will do; DuckDB reads a folder in place: `duckdb` and then one of the questions.",
    "duckdb": "`duckdb govdoc.duckdb` and then one of the questions. `references`, `start` and `end` need their quotes in SQL.\n"
    "The views `document_facts` (each fact with issuer, year and document), `latest_facts` and `outline` are there too.",
    "jsonl": "A decimal is a string with all its digits. DuckDB reads the files in place: `duckdb` and then a question.",
    "csv": "UTF-8 with a byte order mark, as spreadsheets want it; a list is JSON. DuckDB reads the files in place:\n"
    "`duckdb` and then one of the questions.",
}
_QUESTIONS = {
    "一个指标历年的实绩 · one indicator over the years": """
SELECT d.title, f.period, f.scope, f.value, f.unit
FROM {facts} f JOIN {documents} d USING (document_id)
WHERE f.indicator = '地区生产总值' AND f.measure = 'level' AND f.status = 'actual'
ORDER BY d.title, f.period;""",
    "按时期合计 · a sum by period": """
SELECT period, sum(CAST(value AS DECIMAL(38, 12))) FROM {facts}
WHERE unit = '宗' AND measure = 'level' AND status = 'actual' GROUP BY period ORDER BY period;""",
    "一份文件的提纲 · the headings of a document": """
SELECT repeat('　', level - 1) || coalesce(marker, '') || coalesce(title, '') FROM {sections}
WHERE document_id = (SELECT min(document_id) FROM {documents}) ORDER BY part, number;""",
    "谁引用了哪份文件 · what is cited, and by whom": """
SELECT r.doc_number, r.title, d.title AS cited_by
FROM {references} r JOIN {documents} d USING (document_id) WHERE r.doc_number IS NOT NULL;""",
    "没能读出的文件 · what could not be read": """
SELECT code, path, member, reason FROM {failures} ORDER BY code, path;""",
}


def questions(form: str) -> dict[str, str]:
    """The usual questions and their SQL, for the tables of a format.

    >>> questions("csv")["没能读出的文件 · what could not be read"]
    "SELECT code, path, member, reason FROM 'failures.csv' ORDER BY code, path;"
    """
    places = {table.name: _FROM[form].format(table.name) for table in TABLES}
    return {asked: query.strip().format_map(places) for asked, query in _QUESTIONS.items()}


def guide(form: str) -> str:
    """What README.md of an output folder says."""
    lines = [
        "# 公文表 · tables of official documents",
        "",
        f"Written by govdoc, schema version {VERSION}. The same input gives the same rows, however often the run was",
        "interrupted. Run the same command again to go on, or to add new and changed files.",
        "`.govdoc/` belongs to the run.",
        "",
        _WRITTEN[form],
    ]
    for asked, query in questions(form).items():
        lines += ["", asked, "", "```sql", query, "```"]
    for table in TABLES:
        lines += ["", f"## {table.name} · {table.chinese}", f"{_PLACES[form].format(table.name)}: {table.english}.", ""]
        lines += ["| column | type | 说明 | meaning |", "|---|---|---|---|"]
        lines += [f"| {c.name} | {c.type} | {c.chinese} | {c.english} |" for c in table.columns]
    return "\n".join(lines) + "\n"
