"""What a printed page leaves in a text: its number, its running head and its end in mid-sentence say nothing."""

from __future__ import annotations

import re

import pytest

import govdoc
from govdoc.text.normalise import normalise

TITLE = "清溪县2023年供水工作报告"
PARAGRAPH = (
    "全县供水部门坚持统一规划、分步实施，摸清底数、建立台账，优先更换使用年限较长的灰口铸铁管，累计改造老旧管网{0}公里，"
    "新建水厂{1}座，铺设支管{2}公里。各镇同步推进智能计量，更换智能水表{3}只，建立分区计量体系，及时发现和处置漏损点，"
    "减少漏损水量{4}万立方米。县水务局会同县财政局落实补助资金{5}万元，组织专家对水厂运行情况逐一评估，推动处理工艺提档升级，"
    "出厂水合格率达到{6}%，让群众喝上放心水，得到各方面好评。"
)
MARKERS = ("一、改造管网", "二、建设水厂", "三、强化计量", "四、提升服务")
TEXT = "\n".join(
    [TITLE, "县政府："]
    + [line for k, head in enumerate(MARKERS) for line in (head, PARAGRAPH.format(*range(11 * k + 1, 11 * k + 8)) * 2)]
    + ["清溪县水务局", "2023年12月5日"]
)
ENDS = {
    "dashes": "\n- {page} -\n",
    "dashes far in": "\n\n                    — {page} —\n\n",
    "dots": "\n·{page}·\n",
    "of all": "\n第{page}页 共5页\n",
    "of all, turned": "\n共5页 第{page}页\n",
    "a fraction": "\n{page}/5\n",
    "English": "\nPage {page} of 5\n",
    "a number": "\n{page}\n",
    "a form feed": "\n\f",
    "a number and a form feed": "\n{page}\n\n\f",
    "a running head": "\n\f" + TITLE + "\n",
    "a running head without its page": "\n" + TITLE + "\n",
    "a number and a running head": "\n{page}\n\f清溪县政府公报\n",
}


def paged(text: str, end: str) -> str:
    """The text with a page end behind every second 推动 (every 430 characters or so), in mid-sentence."""
    pages = iter(range(1, 9))
    return re.sub("(?s)(?:.+?推动){2}", lambda m: m[0] + end.format(page=next(pages)), text)


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
def test_the_end_of_a_page_in_mid_sentence_changes_nothing(end: str) -> None:
    text = paged(TEXT, end)
    assert len(text) >= len(TEXT) + 8
    assert normalise(text).text == normalise(TEXT).text


def test_numbers_of_a_table_are_no_pages() -> None:
    text = "清溪县水厂名录\n" + "\n".join(f"{n}\n第{n}水厂\n{n + 3}" for n in range(1, 9))
    assert normalise(text).text == text


def test_a_signature_is_no_running_head() -> None:
    text = "清溪县水务局\n" + "".join(f"{PARAGRAPH}\n清溪县水务局\n2023年{n}月5日\n" for n in range(1, 5))
    assert normalise(text).text.count("\n清溪县水务局\n") == 4


def test_a_page_ends_behind_a_sentence_as_it_began() -> None:
    text = TEXT.replace("好评。\n", "好评。\n— 2 —\n")
    assert normalise(text).text == normalise(TEXT).text
    assert [s.label for s in govdoc.parse(text).sections] == list(MARKERS)
