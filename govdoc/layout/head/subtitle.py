"""副标题 of a speech or report: ——2026年1月28日在清溪县第十九届人民代表大会第三次会议上."""

from __future__ import annotations

import re

from govdoc.layout.element.moment import DAY
from govdoc.text.pattern import pattern

SHAPE = rf"""
    (?: （ | —{{1,2}} | -{{1,4}} | －{{1,2}} | ―{{1,2}} )?     # the dash, in whatever form it came
    {DAY} [^。；，：]{{0,20}}? 在 [^。；，：]{{2,60}} (?:会议|大会|全会|会上) 上?
    (?: 的 (?:讲话|报告|政府工作报告|致辞|发言) )? ）?
    """
SUBTITLE = pattern(SHAPE, re.VERBOSE)
DASHED = r"[—－―-]{1,4}[12][0-9]{3}年"  # ——2025年1月14日清溪县县长 …: 在…会议上 comes behind a space
DASH = pattern(r"[—-](?:(?<=—)—|(?<=-)-{1,3}|(?<=—)(?=[12][0-9]{3}年))")
COMPLETE = pattern(r"(?:上|讲话|报告|致辞|发言|）)$")
