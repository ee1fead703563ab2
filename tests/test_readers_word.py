""".doc, .wps and .rtf: through LibreOffice with all numbers, without it with an Issue."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from govdoc.errors import ReadError
from govdoc.model.issue import IssueCode
from govdoc.readers import word
from govdoc.readers.document import read
from govdoc.readers.open import reading
from tests.officefile import docx, level, numbered, numbering, p

RTF = rb"{\rtf1\ansi\ansicpg936{\fonttbl{\f0 \'cb\'ce\'cc\'e5;}}\f0 \'cd\'a8\'d6\'aa\par \u28165?\u28330?\u21439?3\'b4\'a6\'a1\'a3\par}"
BODY = p("关于防汛工作的通知", '<w:jc w:val="center"/>') + p("各村：") + numbered("总体要求") + p("现有险段3处。")
NUMBERS = numbering(level(0, "chineseCounting", "%1.", '<w:suff w:val="nothing"/>'))
needs_office = pytest.mark.skipif(not word.office(), reason="LibreOffice is not installed (libreoffice-writer-nogui)")


@pytest.fixture(scope="module")
def old_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A document saved as .doc, .rtf and .odt by LibreOffice."""
    folder: Path = tmp_path_factory.mktemp("office")
    (folder / "a.docx").write_bytes(docx(BODY, numbering=NUMBERS))
    made = {}
    for kind in ("doc", "rtf", "odt"):
        command = [word.office(), "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
        subprocess.run([*command, "--convert-to", kind, "--outdir", folder, folder / "a.docx"], check=True, timeout=120)
        made[kind] = (folder / f"a.{kind}").read_bytes()
    return made


@needs_office
@pytest.mark.timeout(300)
@pytest.mark.parametrize("kind", ["doc", "rtf", "odt"])
def test_old_files_keep_their_numbers_through_libreoffice(old_files: dict[str, bytes], kind: str) -> None:
    found = reading(old_files[kind])
    assert [x for x in found.text.split("\n") if x] == ["关于防汛工作的通知", "各村：", "一.总体要求", "现有险段3处。"]
    assert found.format == kind
    assert not found.issues


@needs_office
@pytest.mark.timeout(300)
def test_a_wps_file_is_read_as_word(old_files: dict[str, bytes], tmp_path: Path) -> None:
    (tmp_path / "通知.wps").write_bytes(old_files["doc"])
    found = reading(tmp_path / "通知.wps")
    assert (found.format, "一.总体要求" in found.text) == ("wps", True)


@needs_office
@pytest.mark.timeout(300)
def test_a_doc_without_libreoffice_is_read_and_says_that_numbers_may_be_missing(
    old_files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("legacy_doc", reason="pip install 'govdoc[doc]'")
    monkeypatch.setattr(word, "office", lambda: "")
    document = read(old_files["doc"])
    assert "现有险段3处" in document.text
    assert IssueCode.NUMBERING_LOST in {x.code for x in document.issues}
    with pytest.raises(ReadError) as error:
        reading(old_files["odt"])
    assert error.value.code == "missing_program"


def test_rtf_without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word, "office", lambda: "")
    assert reading(RTF).text == "通知\n清溪县3处。\n"


@needs_office
@pytest.mark.timeout(300)
def test_a_broken_doc_is_an_error_not_an_empty_text() -> None:
    broken = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le") + bytes(600)
    with pytest.raises(ReadError) as error:
        reading(broken)
    assert error.value.code in {"conversion", "no_text", "malformed", "truncated"}
