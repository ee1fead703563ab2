"""Office files for tests, written part by part: each test says only the XML it is about."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from typing import NamedTuple

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MORE = (
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    "{more}</Types>"
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="{office}/{kind}" Target="{target}"/>{more}</Relationships>'
)


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """A ZIP of parts with a fixed time: the same bytes each run."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, data in parts.items():
            pack.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def p(text: str, properties: str = "", run: str = "") -> str:
    """A paragraph of one run."""
    inner = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f'<w:p>{inner}<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def numbered(text: str, list_id: int = 1, level: int = 0) -> str:
    """A paragraph with an automatic number."""
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>')


def level(number: int, form: str, pattern: str, more: str = "", start: int = 1) -> str:
    """A level of a list definition."""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def numbering(levels: str, lists: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    """A numbering part with one definition."""
    return f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{lists}'


def docx(body: str, **parts: str) -> bytes:
    """A .docx: ``body`` is the XML inside ``w:body``; other parts by name (styles, numbering, footnotes, header1)."""
    root = {"header": "hdr", "footer": "ftr"}
    files: dict[str, str | bytes] = {}
    links = types = ""
    for n, (name, xml) in enumerate(parts.items(), 2):
        kind = name.rstrip("0123456789")
        tag = root.get(kind, kind)
        files[f"word/{name}.xml"] = f"<w:{tag} {_W}{_MORE}>{xml}</w:{tag}>"
        links += f'<Relationship Id="rId{n}" Type="{_OFFICE}/{kind}" Target="{name}.xml"/>'
        types += (
            f'<Override PartName="/word/{name}.xml" ContentType='
            f'"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"/>'
        )
    return zipped(
        {
            "[Content_Types].xml": _TYPES.format(more=types),
            "_rels/.rels": _RELS.format(office=_OFFICE, kind="officeDocument", target="word/document.xml", more=""),
            "word/_rels/document.xml.rels": _RELS.format(office=_OFFICE, kind="theme", target="theme.xml", more=links),
            "word/document.xml": f"<w:document {_W}{_MORE}><w:body>{body}</w:body></w:document>",
            **files,
        }
    )


class Ink(NamedTuple):
    """A printed line: its place, its words, how it is set (size 0: that of the body)."""

    x: float
    y: float
    text: str
    size: float = 0.0
    bold: bool = False
    red: bool = False


def pdf(pages: Sequence[Sequence[tuple[float, float, str] | Ink]], size: float = 16) -> bytes:
    """A PDF with a Chinese font that is not embedded; each line is (x, y from the bottom, text) or :class:`Ink`."""
    descendant = (
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /{name} /CIDSystemInfo"
        " << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 5 0 R /DW 1000 >>"
    )
    descriptor = (
        "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0"
        " /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >>"
    )
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{8 + 2 * n} 0 R' for n in range(len(pages)))}] >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
        descendant.format(name="STSong-Light"),
        descriptor,
        "<< /Type /Font /Subtype /Type0 /BaseFont /SimHei /Encoding /UniGB-UCS2-H /DescendantFonts [7 0 R] >>",
        descendant.format(name="SimHei"),
    ]
    for n, lines in enumerate(pages):
        ink = "".join(
            f"BT {'1 0 0 rg' if x.red else '0 g'} /F{2 if x.bold else 1} {x.size or size} Tf 1 0 0 1 {x.x} {x.y} Tm"
            f" <{x.text.encode('utf-16-be').hex()}> Tj ET\n"
            for x in (Ink(*line) for line in lines)
        )
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {9 + 2 * n} 0 R"
            " /Resources << /Font << /F1 3 0 R /F2 6 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(ink)} >>\nstream\n{ink}endstream")
    out, places = b"%PDF-1.4\n", []
    for n, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{n} 0 obj\n{body}\nendobj\n".encode("ascii")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return out + (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    ).encode("ascii")


def ofd(pages: Sequence[Sequence[tuple[float, float, str] | Ink]], size: float = 5.6) -> bytes:
    """An OFD; each line is (x, y from the top in millimetres, text) or :class:`Ink`."""
    space = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    parts: dict[str, str | bytes] = {
        "OFD.xml": f"<OFD {space}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {space}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297"
        "</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages>"
        + "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages)))
        + "</ofd:Pages></ofd:Document>",
    }
    fonts = '<ofd:Font ID="1" FontName="仿宋"/><ofd:Font ID="2" FontName="黑体"/>'
    parts["Doc_0/PublicRes.xml"] = f"<ofd:Res {space}><ofd:Fonts>{fonts}</ofd:Fonts></ofd:Res>"
    for n, lines in enumerate(pages):
        text = "".join(
            f'<ofd:TextObject Font="{2 if x.bold else 1}" Boundary="{x.x} {x.y} {tall * len(x.text)} {tall}" Size="{tall}">'
            f'<ofd:FillColor Value="{255 if x.red else 0} 0 0"/>'
            f'<ofd:TextCode X="0" Y="{tall}">{x.text}</ofd:TextCode></ofd:TextObject>'
            for x in (Ink(*line) for line in lines)
            for tall in (x.size or size,)
        )
        parts[f"Doc_0/Pages/Page_{n}/Content.xml"] = (
            f"<ofd:Page {space}><ofd:Content><ofd:Layer>{text}</ofd:Layer></ofd:Content></ofd:Page>"
        )
    return zipped(parts)
