"""Which line breaks are inside a paragraph (断行): decided from the lines of the whole text.

A text is *wrapped* when most of its longer lines end in mid-sentence. In a wrapped text a full
line runs on into the next; elsewhere only a line that cannot end there does.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from govdoc.text.debris import Gaps
from govdoc.text.pattern import pattern

_ENDS = frozenset("。；：！？…”’）】》〉」』>.;:!?)]")
_CLOSES = _ENDS - frozenset("”》")  # a paragraph does not go on behind them
_STOPS = frozenset("。：！？….>:!?")  # nor, in a wrapped text, behind a full line that ends in one of these
_DIGITS = frozenset("0123456789〇○零一二三四五六七八九")
_YEAR = pattern(r"[0-9〇○零一二三四五六七八九]{1,3}年[0-9一二三四五六七八九十]{1,3}月")  # 20⏎23年5月
_DAY = pattern(r"[0-9一二三四五六七八九十]{1,3}[月日]")  # 2023年5月⏎12日
_MEASURED = pattern("年[末初均产龄]|[月日][均产]")  # a cell below a number: 35⏎年末人口, but 2023⏎年末
_FULL_YEAR = pattern("(?:19|20)[0-9]{2}")
_GOES_ON = frozenset("，、《")
_NUMERALS = _DIGITS | frozenset("十百")
_STARTS_LATE = frozenset("，。、；：！？）》”’%")
_TAXI = ("士", "确", "哥", "")  # 的士 and 的确 begin a line; no other word does with 的
_OPENS = pattern(
    r"[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|[（(]?[0-9]{1,2}[.、．)）](?![0-9])|[①-⑳]"
    r"|第[一二三四五六七八九十百零〇]{1,5}[编章节条]|[一二三四五六七八九十]是|附件|抄送|主送|主题词|——|[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日$"
)
_HALF = pattern(r"[0-9]{1,2}）")
_BRACKET = 80  # characters that a bracket over a line end holds
_PROSE = pattern("[，。；]")  # titles and lists of units are long too, but have none of these
_SAID = pattern(
    "(?:此[告复布令致]|特此[一-龥]{2})\\Z"
)  # 特此通知|清溪县水利局: the last words of a letter came without their stop
_DECIMAL = pattern(r"[0-9]\.")  # a number broken behind its point
_OPEN = _DIGITS | frozenset("年月.")  # behind one of these a number or a date may go on
_CERTAINLY_LONG = 60  # no heading or signature is longer
_LONG = 18  # shorter lines say nothing about wrapping
_WRAPPED_AT_MOST = 65  # a text with longer lines is not printed line by line
_FEW = 6  # fewer long lines are no evidence
_SEEN = 40  # long lines; in more of them the title is no more than a few
_MOSTLY = 1.25  # a blank line stands below four of five lines where paragraphs run on over them

_Line = tuple[int, int, int, int]  # the start and end of the gap below it, its line breaks, the length of the line


class Wrapping(NamedTuple):
    """How the text breaks its lines: a line at least ``full`` characters long runs on, over a blank line too if ``spaced``."""

    full: int
    spaced: bool = True

    @classmethod
    def of(cls, text: str, gaps: Gaps) -> Wrapping:
        """Measure the lines of a text: their lengths without white space, and their last characters."""
        lines = zip(gaps.starts, gaps.ends, gaps.breaks, gaps.lengths, strict=True)
        long = [line for line in lines if line[2] and line[3] >= _LONG]
        open_ = [line for line in long if text[line[0] - 1] not in _ENDS]
        if len(open_) < _FEW or 2 * len(open_) < len(long) or _repeats(text, open_):
            return cls(_CERTAINLY_LONG)
        ragged = sorted(length for _, end, _, length in open_ if not _OPENS.match(text, end, end + 30))
        if len(ragged) < _FEW or 2 * len(ragged) < len(long):
            return cls(_CERTAINLY_LONG)  # lists, whose items end in no stop
        if ragged[-1] > _WRAPPED_AT_MOST and sum(length for *_, length in long) > _WRAPPED_AT_MOST * len(long):
            return cls(_CERTAINLY_LONG)
        return cls(max(_LONG, ragged[len(ragged) // 10] - 1), _is_spaced(open_))

    def joins(self, text: str, line: _Line, *, turns: bool = False) -> bool:
        """Whether the gap below a line is inside a paragraph.

        The last line of a page (``turns``) may be any part of a paragraph.
        """
        start, end, breaks, length = line
        before, after = text[start - 1], text[end]
        if before in _GOES_ON or after in _STARTS_LATE or (before == "第" and after in _NUMERALS):
            return True  # a page that breaks its lines at links: 对《⏎会计法》第⏎九条
        if after == "的" and "一" <= before <= "龥" and text[end + 1 : end + 2] not in _TAXI:
            return True
        if after in "年月日" and before.isdigit():
            return not _MEASURED.match(text, end) or bool(_FULL_YEAR.fullmatch(text, max(start - 4, 0), start))
        if before in _OPEN and (_splits_date(text, before, end) or self._splits_decimal(text, start, end, length)):
            return True
        wrapped = self.full < _CERTAINLY_LONG
        if length < (_LONG if turns else self.full) or before in (_STOPS if wrapped else _CLOSES):
            return False
        if breaks > 1 and not (self.spaced or turns):
            return False
        if text[end - 1] in "\u3000\t" or (_OPENS.match(text, end, end + 30) and not _tears(text, start, end)):
            return False
        if not (wrapped or _PROSE.search(text, start - length, start)):
            return False
        return not (after.isalnum() and _SAID.search(text, max(0, start - 4), start))

    def _splits_decimal(self, text: str, start: int, end: int, length: int) -> bool:
        return length >= self.full and _DECIMAL.match(text, start - 2, start) is not None and text[end].isdigit()


def _repeats(text: str, lines: Sequence[_Line]) -> bool:
    """Whether open lines are a few that stand again and again, apart: a page prints its title three times or four."""
    if len(lines) > _SEEN:
        return False
    said = {text[start - length : start] if breaks > 1 else start for start, _, breaks, length in lines}
    return len(said) < _FEW


def _is_spaced(lines: Sequence[_Line]) -> bool:
    """Whether each line is printed with a blank one below it; where few are, a blank line ends a paragraph."""
    return _MOSTLY * sum(breaks > 1 for _, _, breaks, _ in lines) > len(lines)


def _tears(text: str, start: int, end: int) -> bool:
    """Whether a break before what looks like a list number stands inside a number or bracket: GB 5749-20|21、, （共|9）."""
    if text[start - 1].isdigit() and text[end].isdigit():
        return True
    floor = max(start - _BRACKET, 0)
    return _HALF.match(text, end) is not None and text.rfind("（", floor, start) > text.rfind("）", floor, start)


def _splits_date(text: str, before: str, end: int) -> bool:
    """Whether the break stands inside a date; no paragraph begins there."""
    return bool((before in _DIGITS and _YEAR.match(text, end)) or (before in "年月" and _DAY.match(text, end)))
