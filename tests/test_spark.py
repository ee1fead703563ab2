"""The Spark engine: every file once, bad files as rows. Skips when pyspark or Java is missing, and says so."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from govdoc.engines.spark import parse_files, spark_schema, table
from govdoc.errors import GovdocError
from govdoc.export.schema import TABLES
from tests.officefile import docx, p, zipped

pytestmark = [pytest.mark.timeout(300), pytest.mark.filterwarnings("ignore::FutureWarning")]  # pyspark about pandas 3


def test_the_schema_names_every_table() -> None:
    assert all(f"`{t.name}` struct<`document_id`:string" in spark_schema() for t in TABLES)


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    sql = pytest.importorskip("pyspark.sql", reason="pyspark is not installed: pip install 'govdoc[spark]'")
    if not shutil.which("java"):
        pytest.skip("Spark needs Java 17, which is not installed")
    builder = sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.driver.host", "127.0.0.1").config("spark.sql.shuffle.partitions", "1")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("PYSPARK_PYTHON", sys.executable)
        environment.setenv("PYSPARK_DRIVER_PYTHON", sys.executable)
        session = builder.config("spark.sql.files.openCostInBytes", "4096").getOrCreate()
        yield session
        session.stop()


def test_files_become_tables(spark: Any, tmp_path: Path) -> None:
    for n in range(5):
        (tmp_path / f"{n}.txt").write_bytes(f"关于防汛的通知\n各村：\n现有险段{n + 1}处。".encode("gb18030"))
    (tmp_path / "a.docx").write_bytes(docx(p("关于检查的通知") + p("检查企业9家。")))
    (tmp_path / "b.zip").write_bytes(zipped({"c.txt": "关于检查的通知\n罚款20元。", "d.png": b"\x89PNG"}))
    (tmp_path / "blank.txt").write_bytes(b" \n")
    files = spark.read.format("binaryFile").option("recursiveFileLookup", True).load(str(tmp_path))
    parsed = parse_files(files).persist()
    facts = table(parsed, "facts").orderBy("value").collect()
    assert [(int(x.value), x.unit) for x in facts] == [
        (1, "处"), (2, "处"), (3, "处"), (4, "处"), (5, "处"), (9, "家"), (20, "元"),
    ]  # fmt: skip
    assert sorted(x.code for x in table(parsed, "failures").collect()) == ["no_text", "unsupported"]
    assert table(parsed, "documents").count() == 7
    assert table(parsed, "documents").columns[0] == "document_id"
    with pytest.raises(GovdocError, match="no table"):
        table(parsed, "nothing")
