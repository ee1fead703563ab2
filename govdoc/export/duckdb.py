"""Tables → one DuckDB file with Chinese comments and views; readable by DuckDB 1.2 and later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import duckdb

from govdoc.export.schema import TABLES, Table

_STORAGE = "v1.2.0"  # else readers older than the writer say «version number 999»

_TITLED = (  # 清溪县|2023年统计公报, 清溪县水利局|关于…的通知, 2023年|清溪县|政府工作报告; 关于…的通知 names nobody
    "^(?:[0-9０-９]{4}年)?([^0-9０-９关][^0-9０-９]{0,30}?(?:[省市县区州盟旗镇乡村府委局厅院会]|街道|办公室))"
    "(?:关于|[0-9０-９]{4}年|(?:人民)?政府工作报告)"
)
_VIEWS = (
    (
        "document_facts",
        "事实连同所在文件：issuer 发文机关（落款、版头标志，都没有时取标题开头的地名或机关），year 时期所在的年份（跨年为空）",
        f"""
        SELECT f.*,
               coalesce(d.signatures[1], d.issuer_marks[1],
                        nullif(regexp_extract(d.title, '{_TITLED}', 1), '')) AS issuer,
               CASE WHEN left(f.period, 4) = left(split_part(f.period, '/', -1), 4)
                    THEN try_cast(left(f.period, 4) AS INTEGER) END AS year,
               d.title AS document_title, d.date AS document_date, d.doc_number
        FROM facts f JOIN documents d USING (document_id)
        """,  # noqa: S608 - our own words
    ),
    (
        "latest_facts",
        "每个发文机关、指标、口径、单位最近一期的实绩",
        """
        SELECT * FROM document_facts
        WHERE indicator IS NOT NULL AND status = 'actual'
        QUALIFY row_number() OVER (
            PARTITION BY issuer, indicator, scope, unit, measure
            ORDER BY split_part(period, '/', -1) DESC NULLS LAST, document_date DESC NULLS LAST, fact_id
        ) = 1
        """,
    ),
    (
        "outline",
        "标题大纲：按文件和次序缩进",
        """
        SELECT s.document_id, d.title AS document_title, s.part, s.number, s.level,
               repeat('　', s.level - 1) || coalesce(s.marker, '') || coalesce(s.title, '') AS heading, s.start, s.page
        FROM sections s JOIN documents d USING (document_id)
        WHERE s.title IS NOT NULL
        ORDER BY s.document_id, s.part, s.number
        """,
    ),
)


def write_database(path: Path, parts: Mapping[str, Sequence[Path] | Any]) -> None:
    """A database at ``path`` from Parquet files or Arrow tables, written aside and renamed when whole."""
    draft = path.with_name(path.name + ".tmp")
    for stale in (draft, draft.with_name(draft.name + ".wal")):
        stale.unlink(missing_ok=True)
    with duckdb.connect(":memory:") as connection:
        connection.execute("SET preserve_insertion_order = true")
        connection.execute(f"ATTACH {_quoted(str(draft))} AS made (STORAGE_VERSION '{_STORAGE}')")
        connection.execute("USE made")
        for table in TABLES:
            _fill(connection, table, parts.get(table.name, ()))
        for name, comment, query in _VIEWS:
            connection.execute(f"CREATE VIEW {name} AS {query}")
            connection.execute(f"COMMENT ON VIEW {name} IS {_quoted(comment)}")
        connection.execute("USE memory")
        connection.execute("DETACH made")
    draft.replace(path)


def _fill(connection: Any, table: Table, source: Sequence[Path] | Any) -> None:
    columns = ", ".join(f'"{c.name}" {_TYPES[c.type]}' for c in table.columns)
    connection.execute(f'CREATE TABLE "{table.name}" ({columns})')
    if isinstance(source, list | tuple):
        for path in source:
            query = f'INSERT INTO "{table.name}" SELECT * FROM read_parquet({_quoted(str(path))})'  # noqa: S608 - quoted
            connection.execute(query)
    else:
        connection.register("given", source)
        connection.execute(f'INSERT INTO "{table.name}" SELECT * FROM given')  # noqa: S608 - our own name
        connection.unregister("given")
    connection.execute(f'COMMENT ON TABLE "{table.name}" IS {_quoted(table.chinese)}')
    for column in table.columns:
        connection.execute(f'COMMENT ON COLUMN "{table.name}"."{column.name}" IS {_quoted(column.chinese)}')


_TYPES = {
    "string": "VARCHAR",
    "int32": "INTEGER",
    "bool": "BOOLEAN",
    "decimal(38, 12)": "DECIMAL(38, 12)",
    "list<string>": "VARCHAR[]",
}


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
