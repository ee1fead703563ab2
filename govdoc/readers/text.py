"""Bytes → str (编码): BOM, UTF-16 without one, UTF-8, the declared name, GB18030 against Big5.

Official files come in UTF-8, GBK/GB18030 and, from Hong Kong, Macao and Taiwan, Big5. Never trust
the declaration first: pages that say gb2312 hold GB18030-only characters (镕, 䶮), and a strict
gb2312 decoder cuts the text there without a word.
"""

from __future__ import annotations

import codecs
import re

from govdoc.errors import ReadError
from govdoc.model.issue import Issue
from govdoc.readers.source import Format, Reading, unreadable

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its first half is the UTF-16 mark
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 20_000
# Runs of common characters are group 1, any other pair of bytes matches without it.
_GB_COMMON = re.compile(  # level 1 hanzi, punctuation, digits
    rb"((?:[\xb0-\xd7\xa1\xa3][\xa1-\xfe])+)|[\x81-\xfe][\x40-\xfe]"
)
_BIG5_COMMON = re.compile(
    rb"((?:[\xa4-\xc6\xa1][\x40-\x7e\xa1-\xfe]|\xa2[\x40-\x7e\xa1-\xce])+)|[\x81-\xfe][\x40-\xfe]"
)
_BROKEN_AT_MOST = 0.005  # one undecodable byte in 200: a damaged file; more: not this encoding
_CLEARLY = 0.1  # by so much the Big5 score must beat the other
_HIGH_HALVES = bytes((0x00, 0x20, 0x30, 0xFF, *range(0x4E, 0xA0)))  # of the characters of an official text
_SHORT = 200  # bytes; longer GBK texts are never UTF-8 by chance
_SURELY = 0.9
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1a\x7f]")
_BINARY_AT_MOST = 0.02


def read_text(data: bytes, name: str = "") -> Reading:
    """A plain text file."""
    text, issues = decode(data, name)
    return Reading(text, Format.TEXT, issues=issues)


def decode(data: bytes, name: str = "", declared: str = "") -> tuple[str, tuple[Issue, ...]]:
    """The text, and an Issue when some bytes of it are damaged.

    >>> decode("清溪县人民政府".encode("gb18030"))
    ('清溪县人民政府', ())
    >>> decode("關於印發方案的通知，請遵照執行。".encode("big5"))[0]
    '關於印發方案的通知，請遵照執行。'
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], encoding, name)
    wide = _wide(data)
    if wide:
        return _lenient(data, wide, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        early = error.start
    else:
        if len(data) < _SHORT and not text.isascii():
            text = _gbk_words(data) or text
        return _checked(text, name), ()
    if early > _SAMPLE or _broken(data[:_SAMPLE], "utf-8") <= _BROKEN_AT_MOST:
        return _lenient(data, "utf-8", name)
    return _lenient(data, _chinese(data[: _SAMPLE * 4], declared), name)


def _gbk_words(data: bytes) -> str:
    """The text of a few bytes of GBK that happen to be UTF-8 too: 通知 is also ֪ͨ; ``""`` for real UTF-8."""
    text = data.decode("utf-8")
    if re.search(r"[A-Za-z\u0800-\U0010ffff]", text) or _score(data, _GB_COMMON, "gb18030") < _SURELY:
        return ""
    return data.decode("gb18030", "replace")


def _wide(data: bytes) -> str:
    """UTF-16 without a mark: one byte of each pair is the high half, few different values."""
    sample = data[:_SAMPLE]
    if len(data) % 2 or len(sample) < 8 or 0 not in sample:
        return ""  # GB18030 and UTF-8 have no zero bytes; UTF-16 has one at each ASCII or line end
    even, odd = (1 - len(half.translate(None, _HIGH_HALVES)) / len(half) for half in (sample[::2], sample[1::2]))
    if odd > 0.95 > even:
        return "utf-16-le"
    return "utf-16-be" if even > 0.95 > odd else ""


def _chinese(sample: bytes, declared: str) -> str:
    gb = _score(sample, _GB_COMMON, "gb18030")
    doubtful = gb < _SURELY or "big5" in declared.lower()
    big5 = _score(sample, _BIG5_COMMON, "big5hkscs") if doubtful else 0.0
    if "big5" in declared.lower() and big5 >= gb:
        return "big5hkscs"
    return "big5hkscs" if big5 > gb + _CLEARLY else "gb18030"


def _score(sample: bytes, common: re.Pattern[bytes], encoding: str) -> float:
    """The share of common characters; nothing when the encoding does not hold."""
    if _broken(sample, encoding) > _BROKEN_AT_MOST:
        return 0.0
    found = common.findall(sample)
    commons = sum(map(len, found)) // 2
    return commons / max(commons + found.count(b""), 1)


def _broken(sample: bytes, encoding: str) -> float:
    text = sample.decode(encoding, "replace")
    bad = text.count("\ufffd") - text.endswith("\ufffd")  # the sample may cut the last character
    return bad / max(len(sample), 1)


def _lenient(data: bytes, encoding: str, name: str) -> tuple[str, tuple[Issue, ...]]:
    text = data.decode(encoding, "replace")
    bad = text.count("\ufffd")
    if bad > max(2, _BROKEN_AT_MOST * len(text) * 2):
        raise ReadError(name, "encoding", f"not text in UTF-8, UTF-16, GB18030 or Big5 ({bad} undecodable places)")
    issues = (unreadable(f"{bad} characters are damaged ({encoding})"),) if bad else ()
    return _checked(text, name), issues


def _checked(text: str, name: str) -> str:
    sample = text[:_SAMPLE]
    if len(_BINARY.findall(sample)) > _BINARY_AT_MOST * len(sample) + 1:
        raise ReadError(name, "unsupported", "binary content; expected text or a document")
    return text
