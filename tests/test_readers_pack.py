"""Archives and tables: every document inside, every trouble a value, nothing outside touched."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import os
import tarfile
import zipfile
from pathlib import Path

import pytest

from govdoc.readers import pack
from govdoc.readers.documents import Found, documents
from tests.officefile import docx, p, zipped

NOTICE = "关于防汛工作的通知\n各村：\n现有险段3处。"


def found(tmp_path: Path, data: bytes, name: str = "包.bin") -> dict[str, str]:
    """Member → its text, or the code of its error."""
    path = tmp_path / name
    path.write_bytes(data)
    return {x.member: told(x) for x in documents(path)}


def told(item: Found) -> str:
    if item.reading is not None:
        return item.reading.text
    assert item.error is not None
    return item.error.code


def tar_of(files: dict[str, bytes], mode: str = "w") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode, encoding="utf-8") as made:  # type: ignore[call-overload]
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            made.addfile(info, io.BytesIO(data))
    return out.getvalue()


def test_a_zip_of_mixed_files(tmp_path: Path) -> None:
    good: dict[str, str | bytes] = {"b/通知.txt": NOTICE, "a.docx": docx(p("甲"))}
    data = zipped({**good, "图.png": b"\x89PNG\r\n", "空.txt": "", "__MACOSX/x": "x"})
    assert found(tmp_path, data) == {"a.docx": "甲", "b/通知.txt": NOTICE, "图.png": "unsupported", "空.txt": "empty"}


def test_a_torn_zip_is_not_the_document_that_stands_first_in_it(tmp_path: Path) -> None:
    """The end of a zip is missing; the end of a .docx that it stores unpacked is there, and would be taken for it."""
    inner = docx(p("甲"))
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as made:
        made.writestr("a.docx", inner)
        made.writestr("b.txt", NOTICE)
    torn = whole.getvalue()[: whole.getvalue().index(NOTICE.encode())]
    assert found(tmp_path, torn) == {"": "truncated"}


def test_names_in_gbk(tmp_path: Path) -> None:
    data = zipped({"tongzhi1.txt": NOTICE}).replace(b"tongzhi1", "清溪通知".encode("gbk"))
    assert list(found(tmp_path, data)) == ["清溪通知.txt"]


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:bz2", "w:xz"])
def test_tar_files(tmp_path: Path, mode: str) -> None:
    assert found(tmp_path, tar_of({"甲/a.txt": NOTICE.encode("gbk")}, mode)) == {"甲/a.txt": NOTICE}


def test_zstd_and_7z(tmp_path: Path) -> None:
    zstandard = pytest.importorskip("zstandard", reason="pip install 'govdoc[pack]'")
    assert found(tmp_path, zstandard.compress(tar_of({"a.txt": NOTICE.encode()}))) == {"a.txt": NOTICE}
    py7zr = pytest.importorskip("py7zr", reason="pip install 'govdoc[pack]'")
    with py7zr.SevenZipFile(tmp_path / "x.7z", "w") as made:
        made.writestr(NOTICE, "甲/a.txt")
        made.writestr("乙通知", "b.txt")
    assert found(tmp_path, (tmp_path / "x.7z").read_bytes()) == {"b.txt": "乙通知", "甲/a.txt": NOTICE}


@pytest.mark.parametrize("squeeze", [gzip.compress, bz2.compress, lzma.compress])
def test_a_single_compressed_file(tmp_path: Path, squeeze) -> None:  # type: ignore[no-untyped-def]
    assert found(tmp_path, squeeze(NOTICE.encode()), "通知.txt.gz") == {"通知.txt": NOTICE}


def test_archives_are_opened_two_deep(tmp_path: Path) -> None:
    inner = zipped({"丙.txt": NOTICE})
    middle = tar_of({"inner.zip": inner})
    assert found(tmp_path, zipped({"middle.tar": middle})) == {"middle.tar!/inner.zip!/丙.txt": NOTICE}
    deeper = zipped({"outer.zip": zipped({"middle.tar": middle})})
    assert found(tmp_path, deeper) == {"outer.zip!/middle.tar!/inner.zip": "too_deep"}


def test_paths_out_of_the_archive_are_refused(tmp_path: Path) -> None:
    data = zipped({"../out.txt": NOTICE, "/abs.txt": NOTICE, "c:\\x.txt": NOTICE, "good.txt": NOTICE})
    codes = found(tmp_path, data)
    assert codes.pop("good.txt") == NOTICE
    assert set(codes.values()) == {"unsafe_path"}
    assert not (tmp_path.parent / "out.txt").exists()


def test_links_in_a_tar_are_not_followed(tmp_path: Path) -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as made:
        link = tarfile.TarInfo("passwd.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        made.addfile(link)
    assert found(tmp_path, out.getvalue()) == {"passwd.txt": "not_a_file"}


def test_bombs_are_stopped_before_they_are_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert found(tmp_path, zipped({"a.txt": b"0" * 30_000_000, "b.txt": NOTICE})) == {"a.txt": "bomb", "b.txt": NOTICE}
    monkeypatch.setattr(pack, "LARGEST_PACK", 1000)
    many = zipped({f"{n}.txt": os.urandom(300).hex() for n in range(9)})
    assert "bomb" in found(tmp_path, many).values()
    monkeypatch.setattr(pack, "LARGEST_FILE", 1000)
    assert found(tmp_path, gzip.compress(b"0" * 5000), "a.gz") == {"a": "too_large"}


def test_a_damaged_archive_gives_what_it_can(tmp_path: Path) -> None:
    data = tar_of({"a.txt": NOTICE.encode(), "b.txt": b"x" * 5000}, "w:gz")
    whole = found(tmp_path, data[:-30])
    assert "truncated" in whole.values()
    assert found(tmp_path, zipped({"a.txt": NOTICE})[:-30]) == {"": "truncated"}


def test_an_encrypted_member(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": NOTICE}))
    for place in (data.index(b"PK\x03\x04") + 6, data.index(b"PK\x01\x02") + 8):
        data[place] |= 1
    assert found(tmp_path, bytes(data)) == {"a.txt": "encrypted"}


def test_jsonl_with_a_text_column(tmp_path: Path) -> None:
    lines = [json.dumps({"id": n, "正文": text}, ensure_ascii=False) for n, text in enumerate([NOTICE, "", "乙通知"])]
    data = "\n".join([*lines, "{broken"]).encode()
    assert found(tmp_path, data) == {"#1": NOTICE, "#2": "no_text", "#3": "乙通知", "#4": "malformed"}
    assert found(tmp_path, b'{"a": 1}\n') == {"": "unsupported"}


def test_parquet_with_a_text_column(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow", reason="pip install 'govdoc[table]'")
    parquet = pytest.importorskip("pyarrow.parquet")
    parquet.write_table(arrow.table({"id": [1, 2], "content": [NOTICE, None]}), tmp_path / "t")
    data = (tmp_path / "t").read_bytes()
    assert found(tmp_path, data) == {"#1": NOTICE, "#2": "no_text"}
    assert found(tmp_path, zipped({"in.parquet": data})) == {"in.parquet#1": NOTICE, "in.parquet#2": "no_text"}
    assert found(tmp_path, data[:50]) == {"": "truncated"}


def test_a_large_text_is_refused_and_a_large_archive_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("govdoc.readers.open.LARGEST_FILE", 3000)
    assert found(tmp_path, NOTICE.encode() * 100) == {"": "too_large"}
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as made:
        for n in range(60):
            made.writestr(f"{n:02}.txt", NOTICE)
    assert len(found(tmp_path, stored.getvalue())) == 60


def test_a_member_may_be_skipped_with_a_reason(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({"a.txt": NOTICE, "b.txt": NOTICE}))
    result = {x.member: told(x) for x in documents(path, lambda m: "crash: it killed" if m == "a.txt" else None)}
    assert result == {"a.txt": "crash", "b.txt": NOTICE}
