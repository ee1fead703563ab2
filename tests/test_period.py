"""时期: the time each amount is about, said or inherited."""

from __future__ import annotations

import pytest

from govdoc.facts.find import find
from govdoc.facts.mention import Context, Place
from govdoc.facts.time.resolved import resolve
from govdoc.model.fact import Status
from govdoc.parse import parse
from govdoc.text.normalise import normalise
from tests.casefile import Case, cases
from tests.linked import facts, said


@pytest.mark.parametrize("case", cases("period"))
def test_periods(case: Case) -> None:
    title, date, label, text = case.text.split("|")
    found = facts(text, title, date or None, label)
    assert said(*((f.quantity.text, f.period) for f in found if f.quantity.text in text)) == case.expected


@pytest.mark.parametrize(
    ("text", "value"),
    [("6月底前完成", "2021-06"), ("一季度", "2021-Q1"), ("前11个月", "2021-01/2021-11"), ("近三年", "2019/2021")],
)
def test_a_missing_year_comes_from_the_title(text: str, value: str) -> None:
    title = "云岭镇2021年法治政府建设工作报告"
    normal = normalise(f"{title}\n{text}")
    context = Context((0, len(title)), "2021-11-23", ())
    assert value in resolve(normal, find(normal), context).said.values()


def test_the_day_of_the_document_is_of_its_year() -> None:
    normal = normalise("清溪县2026年政府工作报告\n1月12日，大会开幕。3月5日报名。")
    context = Context((0, len("清溪县2026年政府工作报告")), "2026-01-12", ())
    assert list(resolve(normal, find(normal), context).said.values()) == ["2026-01-12", "2025-03-05"]


def test_a_day_in_an_article_is_of_no_year() -> None:
    title = "清溪县年节放假办法"
    normal = normalise(f"{title}\n第一条 新年放假1天（1月1日）。")
    place = Place(len(title), len(normal.text), len(title), len(title), ("第一条",))
    assert not resolve(normal, find(normal), Context((0, len(title)), "2024-05-06", (place,))).said


def test_inheritance_is_said() -> None:
    title = "清溪县2025年统计公报"
    said_here, inherited = facts("2024年产粮3万吨。\n产油1万吨。", title)
    assert said_here.period and not said_here.period.inherited
    assert inherited.period and inherited.period.inherited


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2025年，重点做了以下工作：\n（一）新修公路30公里。\n（二）改造房屋20户。", "30公里=2025；20户=2025"),
        (
            "（一）修路9公里。\n（二）到2022年，建水库2座，分别是300人修的东湖和西湖。",
            "9公里=2025；2座=2022；300人=2022",
        ),
        (
            "过去五年，成就显著。成绩来之不易。一是新修公路30公里。二是改造房屋20户。",
            "30公里=2021/2025；20户=2021/2025",
        ),
        (
            "2020年修库1座。\n“十四五”时期，成绩来之不易。我们迎难而上。\n（一）修路30公里。",
            "1座=2020；30公里=2021/2025",
        ),
        (
            "2025年是收官之年。五年来，我们迎难而上。\n——产业提质。2024年，建厂3座。建仓4座。\n——民生改善。修路30公里。\n办学5所。",
            "3座=2024；4座=2024；30公里=2021/2025；5所=2025",
        ),
        (
            "一季度，产粮9万吨。\n（一）新修公路30公里。\n（二）改造房屋20户。",
            "9万吨=2025-Q1；30公里=2025-Q1；20户=2025-Q1",
        ),
        ("（一）6月底前，修堤3处；12月底前，再修2处。\n（二）改造房屋20户。", "3处=2025-06；2处=2025-12；20户=2025"),
    ],
)
def test_what_opens_a_section_holds_for_its_items(text: str, wanted: str) -> None:
    found = parse(f"清溪县2026年政府工作报告\n一、工作回顾\n{text}\n").facts
    assert said(*((f.quantity.text, f.period) for f in found)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            (
                "五年来，新修公路30公里。\n过去的2025年，我们迎难而上。\n改造房屋20户。5月，建仓4座。\n全年产粮9万吨。\n"
                "各位代表！回顾过去五年，植树7万株。\n办学5所。"
            ),
            "30公里=2021/2025；20户=2025；4座=2025-05；9万吨=2025；7万株=2021/2025；5所=2021/2025",
        ),
        (
            (
                "五年来，新修公路30公里。\n刚刚过去的2025年，成绩来之不易。\n——扎实推进城乡建设，面貌持续改善。\n"
                "改造房屋20户，群众住得更好，街巷更加整洁，环境日益优美，百姓安居乐业。\n——着力办好民生实事，群众更加满意。\n办学5所。"
            ),
            "30公里=2021/2025；20户=2025；5所=2025",
        ),
    ],
)
def test_the_year_told_behind_five_holds_until_they_are_told_of_again(text: str, wanted: str) -> None:
    found = parse(f"清溪县2026年政府工作报告\n一、“十四五”时期工作回顾\n{text}\n").facts
    assert said(*((f.quantity.text, f.period) for f in found)) == wanted


def test_numbers_behind_sections_without_numbers_have_a_lead_of_their_own() -> None:
    filler = "环境日益优美，产业日益兴旺，百姓安居乐业，各项事业再上新的台阶。"
    review = "".join(
        f"这五年，我们坚持{what}为先，面貌不断改善。\n建厂3座。{filler}\n" for what in ("产业", "生态", "民生")
    )
    text = f"{review}各位代表！2025年，我们迎难而上。\n（一）产业提质。\n建仓4座。\n（二）民生改善。\n办学5所。\n"
    found = parse(f"清溪县2026年政府工作报告\n一、工作回顾\n{text}").facts
    wanted = "3座=2021/2025；3座=2021/2025；3座=2021/2025；4座=2025；5所=2025"
    assert said(*((f.quantity.text, f.period) for f in found)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "清溪县经济运行简况（2021年4月）\n1—4月，生产总值30亿元。\n一、农业\n产粮4万吨。\n二、财政\n3月份支出2亿元。",
            "30亿元=2021-01/2021-04；4万吨=2021-01/2021-04；2亿元=2021-03",
        ),
        (
            "清溪县经济运行情况\n2021年1—5月，生产总值30亿元。\n一、农业\n产粮4万吨。",
            "30亿元=2021-01/2021-05；4万吨=2021-01/2021-05",
        ),
        (
            "清溪县2021年工作总结\n一季度，生产总值30亿元。\n一、农业\n产粮4万吨。",
            "30亿元=2021-Q1；4万吨=2021",
        ),
        (
            "云岭县人口公报\n现将2020年11月1日零时人口情况公布如下：\n一、人口\n常住人口48万人。\n二、2010年人口\n常住人口50万人。",
            "48万人=2020-11-01；50万人=2010",
        ),
        (
            "云岭县市场检查通报\n现将2020年6月5日检查情况通报如下：\n一、检查\n检查商户48家。",
            "48家=2020",
        ),
    ],
)
def test_what_the_preamble_reports_on_holds_for_the_sections(text: str, wanted: str) -> None:
    assert said(*((f.quantity.text, f.period) for f in parse(text).facts)) == wanted


@pytest.mark.parametrize(
    ("heading", "first", "second"),
    [("三、2021年重点工作", "2021", "2020"), ("一、2021年工作回顾", "2022", "2021")],
)
def test_a_speech_without_a_title_speaks_in_the_year_it_plans_for(heading: str, first: str, second: str) -> None:
    found = facts(f"{heading}\n各位代表，今年建泵站3座，去年建泵站2座。")
    assert [fact.period.value for fact in found if fact.period] == [first, second]


def test_what_terms_mean_is_of_no_year() -> None:
    report = "清溪县2026年政府工作报告\n一、2025年工作回顾\n新建泵站3座。\n附件\n《政府工作报告》有关名词解释\n"
    terms = "1.“百千万”工程：培育龙头企业10家左右。\n2.“三网”：水网、电网、路网三类管网。\n3.“双十”行动：到2030年，建桥6座。\n"
    found = parse(report + terms).facts
    assert said(*((f.quantity.text, f.period) for f in found)) == "3座=2025；10家左右=；三类=；6座=2030"
    assert [f.status for f in found] == [Status.ACTUAL, Status.PLANNED, Status.ACTUAL, Status.PLANNED]


def told(text: str) -> str:
    """Each amount of a document with its period and status."""
    return "；".join(f"{f.quantity.text}={f.period and f.period.value}/{f.status.value}" for f in parse(text).facts)


@pytest.mark.parametrize(
    ("title", "text", "wanted"),
    [
        (
            "清溪县水利局2022年工作总结和2023年工作打算",
            "一、2022年工作总结\n今年建站3座，全年修渠20公里。\n二、2023年工作打算\n今年计划建站5座。明年建站4座。",
            "3座=2022/actual；20公里=2022/actual；5座=2023/planned；4座=2024/planned",
        ),
        (
            "云岭镇工作总结及2021年工作计划",
            "一、总体情况\n发展养殖户30户。\n二、2021年工作计划\n建库2座。",
            "30户=2020/actual；2座=2021/planned",
        ),
        (
            "云岭镇“十三五”工作总结及“十四五”工作规划",
            "一、主要成绩\n修路30公里。\n二、“十四五”规划\n办学5所。",
            "30公里=2016/2020/actual；5所=2021/2025/planned",
        ),
    ],
)
def test_a_summary_that_plans_as_well_tells_of_one_year_and_plans_the_next(title: str, text: str, wanted: str) -> None:
    assert told(f"{title}\n{text}\n") == wanted


def test_a_text_without_a_date_is_of_the_year_of_its_number() -> None:
    text = "云岭县人民政府关于推广便民举措的通知\n云府发〔2022〕15号\n各镇人民政府：\n2021年，3个镇开展试点。今年要新增站点6个。\n"
    assert told(text) == "3个=2021/actual；6个=2022/planned"
