"""签发人 of a text that lost its line ends: where the name ends and the title begins (签发人：谢文涛|云岭镇人民政府关于…)."""

from __future__ import annotations

from govdoc.layout.element.organ import is_organ
from govdoc.text.pattern import pattern

_SIGNER = pattern(r"签发人?：(?=[一-龥·]{2})(?P<left>[一-龥]{2,40}?)关于")
_SIZES = (3, 2, 4)  # characters of a name, the usual first


def signer_end(text: str, code: str) -> int:
    """Where the name behind 签发人： ends; 0 when no title follows. The 机关代字 tells how its organ begins.

    >>> signer_end("签发人：王强云岭镇人民政府关于防汛的请示", "云府"), signer_end("签发人：欧阳文清关于防汛的请示", "")
    (6, 8)
    >>> signer_end("签发人：王强", "云府")
    0
    """
    match = _SIGNER.match(text)
    if match is None:
        return 0
    left, start = match["left"], match.start("left")
    if len(left) in _SIZES:
        return start + len(left)
    sizes = [size for size in _SIZES if is_organ(left[size:])]
    sure = (size for size in sizes if code and left[size] == code[0])
    return start + next(sure, sizes[0]) if sizes else 0
