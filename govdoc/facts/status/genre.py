"""What kind of text it is (文种的口气): one that sets norms, one that plans, or one that tells.

The title says it (办法 sets norms, 方案 plans, 报告 tells). Where no title says it, as in a passage or
a page without its head, the words do: 应当 and …的， are a norm's, 力争 a plan's, 同比 and 了 a report's.
The same verb opens a clause of a plan (加快泵站改造) and ends one of a report (泵站改造加快), and what
has been measured has decimals (9.8%).
"""

from __future__ import annotations

from govdoc.facts.mention import Context
from govdoc.facts.time.twofold import sums_up
from govdoc.facts.words import telling
from govdoc.model.fact import Status
from govdoc.text.normal import NormalText
from govdoc.text.pattern import pattern

_GENRES = {
    "genre_rule": Status.RULE,
    "genre_planned": Status.PLANNED,
    "genre_actual": Status.ACTUAL,
    "genre_none": None,
}
_VOTES = {"vote_rule": Status.RULE, "vote_planned": Status.PLANNED, "vote_actual": Status.ACTUAL, "vote_none": None}
_LETTERS = ("函", "批复")
_NOTE = pattern("[0-9]?注：.*")  # 空气质量报告|1注：按实况数据评价
_MET = pattern(  # 春耕|提前完成目标|, 税收|超额完成全年任务|; but not 确保超额完成任务
    "(?<!确保)(?<!力争)(?:超额|提前|圆满|顺利|胜利)完成[^，。；、\n]{0,8}(?:目标|任务|计划)"
)
_SENDS = telling.said("sends")
_WRAPPERS = pattern("的?(?:通知|函|公告|通告|批复|决定)$")
_NOTICES = ("通知", "公告", "通告")
_FOLLOWS = "如下"
_NOTIFIES = pattern("(?:通知|公告|通告)如下[：。]")
_REPORTS = pattern("现?[将就][^，。；\n]{0,40}(?:通报|报告|汇报)如下[：。]")  # 现将有关情况|通报如下：
_NOW = "现将"
_MADE_KNOWN = pattern(  # |现将|补贴实施进度予以公告。
    f"{_NOW}[^，。；：\n]{{0,40}}(?:进度|情况|结果)(?:予以|进行)?(?:公告|公示|公布|通告)(?:如下)?[：。]"
)
_TELLS = pattern(  # 这一年，我镇|取得明显成绩，集中在以下几点：
    lambda: (
        f"(?:取得|实现|做|完成)了?[^。；：\n]{{0,30}}{telling.alternatives('achieved')}[^。；：\n]{{0,16}}"
        "(?:如下|以下|下面|“[^”\n]{2,6}”)[^。；：\n]{0,8}[：:。]"
    )
)
_SPEAKS = pattern(  # 现在，|我代表县人民检察院向大会报告工作|，请予审议
    "(?:我代表|受[^，。；\n]{2,16}委托，?我?)[^。；\n]{0,20}向[^，。；\n]{1,20}(?:报告|汇报)"
)
_ORDERS = pattern(lambda: f"[，。；、：.）\n]{telling.alternatives('vote_order')}")  # 泵站老化，|加快改造
_DONE = pattern(lambda: f"{telling.alternatives('vote_done')}(?=[，。；\n])")  # 泵站改造|加快|，
_EXACT = pattern("[0-9]\\.[0-9]+[%万亿]")  # 漏损率|9.8%|; plans are round
_GLOSSARY = pattern("名词(?:解释|注释|说明)[”》]?(?:\n|(?=[1一][.、．]))")  # 《政府工作报告》有关内容名词解释|
# 机械化水平|达到80%以上|: so much at least is aimed at
_AIM = pattern("达到?[0-9.]+[万亿千百]*[^，。；：、（）\n0-9]{1,4}以上")
# 。|第十二条|考核期为两年。 so many of them, and a text is a norm
_ARTICLE = pattern("(?:\\A|[\n。）])第[0-9一二三四五六七八九十百]{1,6}条(?![第款、和及规的至])")
_ARTICLE_SIGN, _ARTICLES = "条", 2
_OPENING = 4000  # characters: a text says in its first lines what it is
_HEAD = 600  # characters: and a report in its first sentences what it tells
_PLANS = 2


def genre(normal: NormalText, context: Context) -> Status:
    """What the title says of the whole document, else its words; what a notice says has not happened."""
    name = title(normal, context)
    if said := titled(name):
        return said
    text = normal.text[:_OPENING]
    follows = _FOLLOWS in text  # a plain search, for few texts say so
    if _NOW in text and _MADE_KNOWN.search(text):
        return Status.ACTUAL
    if (follows and _REPORTS.search(text)) or _TELLS.search(text[:_HEAD]) or _SPEAKS.search(text, 0, _HEAD):
        return Status.ACTUAL
    return voted(text, told=not (name.endswith(_NOTICES) or (follows and _NOTIFIES.search(text))))


def glossary(text: str) -> int:
    """Where the terms of a report are explained; the end of a text that explains none.

    >>> glossary("新建泵站3座。\\n有关名词解释\\n1.三网：水网、电网、路网。"), glossary("新建泵站3座。")
    (15, 7)
    """
    found = _GLOSSARY.search(text)
    return found.end() if found else len(text)


def title(normal: NormalText, context: Context) -> str:
    """The title without its line ends and the note behind it, "" when there is none."""
    return _NOTE.sub("", normal.text[slice(*context.title)].replace("\n", "")) if context.title else ""


def titled(title: str) -> Status | None:
    """What kind of document a title names, 通知 of what it sends set aside.

    >>> titled("关于印发云岭县防汛工作方案的通知"), titled("关于提供防汛措施的函")
    (<Status.PLANNED: 'planned'>, <Status.ACTUAL: 'actual'>)
    """
    bare = title if title.endswith(_LETTERS) and not _SENDS.search(title) else _WRAPPERS.sub("", title)
    said = telling.last_said(bare.rstrip("》”）"), _GENRES)
    return Status.ACTUAL if said is Status.PLANNED and (sums_up(bare) or _MET.search(bare)) else said


def voted(text: str, *, told: bool = True) -> Status:
    """What the words of a text say it is; without any it tells, unless it cannot (``told``).

    >>> voted("全市用电量同比增长8%。"), voted("逾期未缴纳的，处以1万元罚款。"), voted("到2030年，加快推进，建设泵站20座。")
    (<Status.ACTUAL: 'actual'>, <Status.RULE: 'rule'>, <Status.PLANNED: 'planned'>)
    """
    if _ARTICLE_SIGN in text and len(_ARTICLE.findall(text)) >= _ARTICLES:
        return Status.RULE
    votes = telling.counted(text, _VOTES)
    rules, actual, plans = votes[Status.RULE], votes[Status.ACTUAL], votes[Status.PLANNED]
    actual += len(_DONE.findall(text)) + len(_EXACT.findall(text))
    plans += len(_ORDERS.findall(text)) + len(_AIM.findall(text))
    if told and actual >= rules and actual * _PLANS >= plans:
        return Status.ACTUAL
    return Status.RULE if rules * _PLANS >= plans else Status.PLANNED
