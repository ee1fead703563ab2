"""The grammar of synthetic reports: genres, section titles, clauses. Data only; one row, one habit of the genre."""

from __future__ import annotations

from typing import NamedTuple


class Clause(NamedTuple):
    """A clause of a family: ``{q}`` is the amount; ``subject`` stands in ``text`` word for word."""

    family: str
    text: str
    subject: str
    unit: str
    low: int
    high: int
    places: int = 0  # decimals
    bounds: str = "exact exact about over"  # drawn from


class Tail(NamedTuple):
    """What may follow a clause of an indicator: ``{q}`` is a second amount about the same subject."""

    text: str
    unit: str
    low: int
    high: int
    places: int
    measure: str
    direction: str | None = None
    basis: str | None = None
    scope: str | None = None


class Genre(NamedTuple):
    """A kind of document: its title, its parts and what its sections speak of."""

    name: str
    kind: str
    title: str  # {place} {year} {next}
    mark: str  # what follows the organ code of the 发文字号; "" when there is none
    addressee: str
    opening: str
    sections: tuple[tuple[str, str, str], ...]  # title, family of clauses, status
    ending: str
    signed: bool = True
    enclosure: str = ""  # its title; the sections then stand in it


PLACES = ("清溪县", "云岭镇", "松江湾区", "石门坝乡", "望海市", "青禾县", "临潮新区", "白鹭洲街道", "双桥铺镇")

CLAUSES = (
    Clause("law", "受理信访案件{q}", "信访案件", "件", 20, 900),
    Clause("law", "排查矛盾纠纷{q}", "矛盾纠纷", "起", 30, 2000, bounds="exact about over"),
    Clause("law", "调处率达{q}", "调处率", "%", 92, 99, 1, bounds="exact"),
    Clause("law", "办理行政处罚案件{q}", "行政处罚案件", "件", 10, 700),
    Clause("law", "审查规范性文件{q}", "规范性文件", "份", 3, 90, bounds="exact"),
    Clause("law", "培训行政执法人员{q}", "行政执法人员", "人次", 60, 3000, bounds="exact about over"),
    Clause("law", "聘请法律顾问{q}", "法律顾问", "名", 5, 80, bounds="exact exact han"),
    Clause("law", "收缴罚款{q}", "罚款", "元", 2000, 90000),
    Clause("economy", "地区生产总值达到{q}", "地区生产总值", "亿元", 60, 3000, 1, bounds="exact"),
    Clause("economy", "一般公共预算收入完成{q}", "一般公共预算收入", "亿元", 4, 300, 2, bounds="exact"),
    Clause("economy", "固定资产投资完成{q}", "固定资产投资", "亿元", 20, 900, 1, bounds="exact over_verb"),
    Clause("economy", "社会消费品零售总额实现{q}", "社会消费品零售总额", "亿元", 20, 900, 1, bounds="exact"),
    Clause("economy", "建筑业总产值达到{q}", "建筑业总产值", "亿元", 9, 800, 2, bounds="exact"),
    Clause("economy", "城镇化率达到{q}", "城镇化率", "%", 40, 89, 2, bounds="exact"),
    Clause("economy", "居民人均可支配收入{q}", "居民人均可支配收入", "元", 28000, 72000, bounds="exact"),
    Clause("economy", "粮食总产量{q}", "粮食总产量", "万吨", 3, 90, 2, bounds="exact"),
    Clause("people", "新建农村公路{q}", "农村公路", "公里", 8, 300, 1, bounds="exact about"),
    Clause("people", "建成高标准农田{q}", "高标准农田", "万亩", 1, 20, 2, bounds="exact"),
    Clause("people", "新增就业岗位{q}", "就业岗位", "个", 300, 90000, bounds="exact over"),
    Clause("people", "发放临时救助金{q}", "临时救助金", "万元", 12, 900, 1, bounds="exact nearly"),
    Clause("people", "改造老旧小区{q}", "老旧小区", "个", 3, 60, bounds="exact han"),
    Clause("people", "植树造林{q}", "植树造林", "亩", 300, 20000, bounds="about over exact"),
    Clause("people", "救助困难群众{q}", "困难群众", "户", 20, 5000, bounds="exact about over"),
    Clause("budget", "一般公共预算支出{q}", "一般公共预算支出", "亿元", 20, 400, 2, bounds="exact"),
    Clause("budget", "教育支出{q}", "教育支出", "万元", 900, 90000, bounds="exact"),
    Clause("budget", "上级补助收入{q}", "上级补助收入", "亿元", 2, 90, 2, bounds="exact"),
    Clause("budget", "政府性基金收入{q}", "政府性基金收入", "亿元", 1, 80, 2, bounds="exact"),
    Clause("budget", "安排衔接资金{q}", "衔接资金", "万元", 300, 9000, bounds="exact"),
    Clause("disclosure", "主动公开政府信息{q}", "政府信息", "条", 200, 9000, bounds="exact over"),
    Clause("disclosure", "收到依申请公开{q}", "依申请公开", "件", 3, 400, bounds="exact"),
    Clause("disclosure", "开展政策解读{q}", "政策解读", "次", 6, 90, bounds="exact han"),
    Clause("safety", "检查生产经营单位{q}", "生产经营单位", "家次", 60, 3000, bounds="exact over"),
    Clause("safety", "排查整治安全隐患{q}", "安全隐患", "处", 30, 5000, bounds="exact over"),
    Clause("safety", "发生生产安全事故{q}", "生产安全事故", "起", 1, 20, bounds="exact"),
    Clause("safety", "转移受威胁群众{q}", "受威胁群众", "人", 30, 3000, bounds="about over exact"),
    Clause("plan", "新建充电桩{q}", "充电桩", "个", 60, 900, bounds="at_least exact"),
    Clause("plan", "招引工业项目{q}", "工业项目", "个", 5, 40, bounds="at_least exact"),
    Clause("plan", "改造危旧房{q}", "危旧房", "户", 30, 900, bounds="at_least exact"),
    Clause("plan", "培育家庭农场{q}", "家庭农场", "家", 10, 90, bounds="at_least exact"),
    Clause("rule", "每户补助金额{q}", "补助金额", "元", 500, 9000, bounds="at_most"),
    Clause("rule", "办理时限{q}", "办理时限", "个工作日", 3, 30, bounds="at_most"),
    Clause("rule", "申报单位注册资本{q}", "注册资本", "万元", 50, 900, bounds="at_least range"),
)

TAILS = (
    Tail("，同比增长{q}", "%", 1, 19, 1, "change", "up", "同比"),
    Tail("，同比下降{q}", "%", 1, 9, 1, "change", "down", "同比"),
    Tail("，比上年增长{q}", "%", 1, 15, 2, "change", "up", "比上年"),
    Tail("，比上年提高{q}", "个百分点", 1, 5, 1, "change", "up", "比上年"),
    Tail("，占全县总量的{q}", "%", 2, 60, 1, "share", scope="全县"),
    Tail("，居全省第{q}", "位", 2, 30, 0, "rank", scope="全省"),
)

SENTENCES = (
    "坚持把这项工作摆在突出位置，主要负责同志定期听取汇报。",
    "进一步压实责任链条，健全“一站式”服务机制，让群众少跑腿。",
    "严格落实“三重一大”制度，推动5G基站和12345热线建设同步见效。",
    "第一责任人职责得到落实，工作一件一件抓、一项一项推。",
    "持续开展“一村一法律顾问”活动，两委班子成员带头参加。",
)
NOT_AMOUNTS = ("一站式", "三重一大", "5G", "12345", "第一责任人", "一村一法律顾问", "两委")

HEADINGS = (
    *("强化组织领导", "健全工作机制", "夯实基层基础", "优化营商环境", "提升服务效能", "严格规范执法"),
    *("深化数字赋能", "补齐民生短板", "守牢安全底线", "加强队伍建设", "抓好督查考核", "注重宣传引导"),
)

GENRES = (
    Genre(
        "法治政府建设报告",
        "报告",
        "{place}人民政府关于{year}年法治政府建设情况的报告",
        "府文",
        "县委、县人大常委会",
        "根据《法治政府建设与责任落实督察工作规定》要求，现将{year}年有关情况报告如下：",
        (
            ("推进法治政府建设的主要举措", "law", "actual"),
            ("存在的问题", "", "actual"),
            ("{next}年工作安排", "plan", "planned"),
        ),
        "特此报告。",
    ),
    Genre(
        "政府工作报告",
        "工作报告",
        "{place}{next}年政府工作报告",
        "",
        "各位代表",
        "现在，我代表{place}人民政府向大会报告工作，请予审议。",
        (
            ("{year}年工作回顾", "economy", "actual"),
            ("{year}年民生实事", "people", "actual"),
            ("{next}年重点工作", "plan", "planned"),
        ),
        "",
        signed=False,
    ),
    Genre(
        "统计公报",
        "统计公报",
        "{place}{year}年国民经济和社会发展统计公报",
        "",
        "",
        "",
        (
            ("综合", "economy", "actual"),
            ("财政和金融", "budget", "actual"),
            ("居民生活和社会保障", "people", "actual"),
        ),
        "",
        signed=False,
    ),
    Genre(
        "政府信息公开年报",
        "年度报告",
        "{place}{year}年政府信息公开工作年度报告",
        "",
        "",
        "本报告根据《中华人民共和国政府信息公开条例》编制。",
        (("总体情况", "disclosure", "actual"), ("存在的主要问题及改进情况", "", "actual")),
        "",
    ),
    Genre(
        "预算执行报告",
        "报告",
        "关于{place}{year}年预算执行情况和{next}年预算草案的报告",
        "财字",
        "各位代表",
        "受县人民政府委托，现将{year}年预算执行情况报告如下：",
        (("{year}年预算执行情况", "budget", "actual"), ("收支运行特点", "economy", "actual")),
        "",
    ),
    Genre(
        "通知",
        "通知",
        "{place}人民政府办公室关于做好{next}年安全生产工作的通知",
        "府办发",
        "各乡镇人民政府",
        "为切实做好{next}年安全生产工作，现就有关事项通知如下：",
        (
            ("准确把握形势", "safety", "actual"),
            ("突出工作重点", "plan", "planned"),
            ("严格工作要求", "rule", "rule"),
        ),
        "特此通知。",
    ),
    Genre(
        "印发通知",
        "通知",
        "{place}人民政府办公室关于印发{next}年民生实事实施方案的通知",
        "府办发",
        "各乡镇人民政府",
        "现将《{next}年民生实事实施方案》印发给你们，请认真组织实施。",
        (("总体要求", "", "actual"), ("主要任务", "plan", "planned"), ("支持政策", "rule", "rule")),
        "",
        enclosure="{next}年民生实事实施方案",
    ),
    Genre(
        "意见",
        "意见",
        "{place}人民政府关于支持特色农业发展的实施意见",
        "府发",
        "各乡镇人民政府",
        "为推动特色农业高质量发展，现提出如下实施意见。",
        (("明确发展目标", "plan", "planned"), ("落实扶持政策", "rule", "rule")),
        "",
    ),
    Genre(
        "批复",
        "批复",
        "{place}人民政府关于同意高标准农田建设规划的批复",
        "府函",
        "县农业农村局",
        "你局《关于报请审批高标准农田建设规划的请示》收悉。现批复如下：",
        (("原则同意规划内容", "plan", "planned"), ("严格资金管理", "rule", "rule")),
        "此复。",
    ),
    Genre(
        "请示",
        "请示",
        "{place}水利局关于追加防汛资金的请示",
        "水字",
        "县政府",
        "现将有关情况请示如下：",
        (("基本情况", "safety", "actual"), ("资金安排", "budget", "actual")),
        "妥否，请批示。",
    ),
    Genre(
        "纪要",
        "纪要",
        "{place}安全生产委员会会议纪要",
        "",
        "",
        "会议听取了有关情况汇报，议定以下事项。",
        (("关于前期工作", "safety", "actual"), ("关于下步安排", "plan", "planned")),
        "",
        signed=False,
    ),
    Genre(
        "公告",
        "公告",
        "{place}人民政府关于公布惠民补助标准的公告",
        "告字",
        "",
        "为方便群众办事，现将有关事项公告如下：",
        (("补助标准和时限", "rule", "rule"), ("{year}年发放情况", "people", "actual")),
        "特此公告。",
    ),
    Genre(
        "通报",
        "通报",
        "{place}人民政府关于{year}年度目标考核情况的通报",
        "府发",
        "各乡镇人民政府",
        "现将考核情况通报如下：",
        (
            ("主要工作及成效", "law", "actual"),
            ("民生和安全工作", "people", "actual"),
            ("下一步工作安排", "plan", "planned"),
        ),
        "特此通报。",
    ),
    Genre(
        "函",
        "函",
        "{place}生态环境局关于商请支持植树造林工作的函",
        "环函",
        "县林业局",
        "现就有关事项函告如下：",
        (("工作进展", "people", "actual"), ("商请事项", "plan", "planned")),
        "请予支持为盼。",
    ),
    Genre(
        "决定",
        "决定",
        "{place}人民政府关于表彰{year}年度先进集体的决定",
        "府发",
        "各乡镇人民政府",
        "为树立典型、鼓励先进，现决定如下：",
        (("工作成效", "people", "actual"), ("有关要求", "", "actual")),
        "",
    ),
)
