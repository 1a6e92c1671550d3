"""The bureau's list of powers: the ten types of 中办发〔2015〕21号, each power with real articles as its basis."""

from datetime import date
from functools import partial

from pages.acts.site_tree import section_for
from pages.kinds.power.models import PowerBasis, PowerItem, PowerPage
from samples.laws import article
from samples.making import bureau, publish, term
from samples.power_texts import ACCOUNTABILITY, DUTIES, LIMITS, OWN_LIMITS

LAW, MARKET, SAFETY = "政策法规科", "建筑市场监管科", "质量安全监管科"
HOUSING, GAS = "房产与物业管理科", "燃气与市政管理科"
QUALITY, WORK_SAFETY = "建设工程质量管理条例", "建设工程安全生产管理条例"
DEVELOPMENT, SUPPLY, PROPERTY = "城市房地产开发经营管理条例", "城镇燃气管理条例", "物业管理条例"
PHONES = {
    LAW: "0427-0000011",
    MARKET: "0427-0000012",
    SAFETY: "0427-0000013",
    HOUSING: "0427-0000014",
    GAS: "0427-0000015",
}

# type, code, name, unit, articles, sub-items
ROWS: list[tuple[str, str, str, str, list[tuple[str, str]], tuple[str, ...]]] = [
    ("permit", "XK-001", "建筑工程施工许可证核发", MARKET, [("建筑法", "第七条")], ("新办", "变更", "延期")),
    ("permit", "XK-002", "商品房预售许可", HOUSING, [("城市房地产管理法", "第四十五条")], ()),
    ("permit", "XK-003", "燃气经营许可证核发", GAS, [(SUPPLY, "第十五条")], ("管道燃气", "瓶装燃气", "燃气汽车加气")),
    ("permit", "XK-004", "特殊建设工程消防验收", SAFETY, [("消防法", "第十三条")], ()),
    ("permit", "XK-005", "特殊建设工程消防设计审查", SAFETY, [("消防法", "第十一条")], ()),
    ("permit", "XK-006", "占用、挖掘城市道路审批", GAS, [("城市道路管理条例", "第三十一条")], ("临时占用", "挖掘")),
    ("penalty", "CF-001", "对未取得施工许可证擅自施工的处罚", MARKET, [(QUALITY, "第五十七条"), ("建筑法", "第六十四条")], ()),
    ("penalty", "CF-002", "对未按照工程设计图纸施工的处罚", SAFETY, [(QUALITY, "第六十四条")], ()),
    ("penalty", "CF-003", "对将承包的工程转包的处罚", MARKET, [(QUALITY, "第六十二条")], ()),
    ("penalty", "CF-004", "对违法分包工程的处罚", MARKET, [(QUALITY, "第六十二条")], ()),
    ("penalty", "CF-005", "对未对建筑材料进行检验的处罚", SAFETY, [(QUALITY, "第六十五条")], ()),
    ("penalty", "CF-006", "对未组织竣工验收擅自交付使用的处罚", SAFETY, [(QUALITY, "第五十八条")], ()),
    ("penalty", "CF-007", "对未办理工程质量监督手续的处罚", SAFETY, [(QUALITY, "第五十六条"), (QUALITY, "第十三条")], ()),
    ("penalty", "CF-008", "对施工现场安全防护不符合要求的处罚", SAFETY, [(WORK_SAFETY, "第六十二条")], ()),
    ("penalty", "CF-009", "对未及时消除生产安全事故隐患的处罚", SAFETY, [("安全生产法", "第一百零二条")], ()),
    ("penalty", "CF-010", "对主要负责人未履行安全生产管理职责的处罚", SAFETY, [("安全生产法", "第九十四条")], ()),
    ("penalty", "CF-011", "对未按照消防技术标准施工的处罚", SAFETY, [("消防法", "第五十九条")], ()),
    ("penalty", "CF-012", "对燃气经营者未及时消除燃气安全事故隐患的处罚", GAS, [(SUPPLY, "第四十八条")], ()),
    ("penalty", "CF-013", "对未取得燃气经营许可证从事燃气经营活动的处罚", GAS, [(SUPPLY, "第四十五条")], ()),
    ("penalty", "CF-014", "对擅自改动燃气设施的处罚", GAS, [(SUPPLY, "第四十九条")], ("对单位", "对个人")),
    ("penalty", "CF-015", "对擅自变动房屋建筑主体和承重结构的处罚", HOUSING, [(QUALITY, "第六十九条")], ()),
    ("penalty", "CF-016", "对物业服务企业擅自改变物业管理用房用途的处罚", HOUSING, [(PROPERTY, "第六十二条")], ()),
    ("penalty", "CF-017", "对挪用住宅专项维修资金的处罚", HOUSING, [(PROPERTY, "第六十条")], ()),
    (
        "penalty", "CF-018", "对未取得商品房预售许可证预售商品房的处罚", HOUSING,
        [(DEVELOPMENT, "第三十六条"), ("城市房地产管理法", "第六十八条")], (),
    ),
    ("penalty", "CF-019", "对超越资质等级从事房地产开发经营的处罚", HOUSING, [(DEVELOPMENT, "第三十四条")], ()),
    ("penalty", "CF-020", "对工程监理单位未实施有效监理的处罚", SAFETY, [(WORK_SAFETY, "第五十七条")], ()),
    ("penalty", "CF-021", "对出具虚假的检测报告的处罚", SAFETY, [("建设工程抗震管理条例", "第四十四条")], ()),
    ("penalty", "CF-022", "对未按规定向买受人明示商品房销售规定的处罚", HOUSING, [("商品房销售管理办法", "第四十二条")], ()),
    ("penalty", "CF-023", "对未按规定移交建设项目档案的处罚", MARKET, [(QUALITY, "第五十九条")], ()),
    ("coercion", "QZ-001", "查封、扣押不符合安全生产标准的设施、设备、器材", SAFETY, [("安全生产法", "第六十五条")], ()),
    ("levy", "ZS-001", "城市道路占用费、挖掘修复费征收", GAS, [("城市道路管理条例", "第三十七条第一款")], ("占用费", "挖掘修复费")),
    ("payment", "JF-001", "公共租赁住房租赁补贴发放", HOUSING, [("公共租赁住房管理办法", "第七条")], ()),
    ("inspection", "JC-001", "对建设工程质量的监督检查", SAFETY, [(QUALITY, "第四十七条")], ()),
    ("inspection", "JC-002", "对建设工程施工安全的监督检查", SAFETY, [("安全生产法", "第六十五条")], ()),
    ("inspection", "JC-003", "对燃气经营企业的监督检查", GAS, [("城镇燃气管理条例", "第四十一条")], ()),
    ("confirmation", "QR-001", "公共租赁住房保障资格确认", HOUSING, [("公共租赁住房管理办法", "第七条")], ()),
    ("reward", "JL-001", "对安全生产有功单位和个人的奖励", SAFETY, [("安全生产法", "第十九条")], ()),
    ("reward", "JL-002", "对民用建筑节能工作中做出显著成绩的单位和个人的奖励", MARKET, [("民用建筑节能条例", "第十条")], ()),
    ("ruling", "CJ-001", "对业主大会、业主委员会违法决定的撤销", HOUSING, [(PROPERTY, "第十九条第二款")], ()),
    ("other", "QT-001", "建设工程竣工验收备案", SAFETY, [(QUALITY, "第四十九条")], ()),
    ("other", "QT-002", "其他建设工程消防验收备案抽查", SAFETY, [("消防法", "第十三条")], ()),
    ("other", "QT-003", "业主委员会备案", HOUSING, [(PROPERTY, "第十六条第一款")], ()),
]  # fmt: skip
# It waits as a draft for somebody to strike it from the list: its basis was repealed in 2011.
OUTDATED = ("permit", "XK-099", "房屋拆迁许可（依据已废止，待清理）", HOUSING, [("城市房屋拆迁管理条例", "第六条")], ())


def load() -> None:
    """Publish what is missing."""
    for place, row in enumerate(ROWS, 1):
        kind, code, name, unit, articles, items = row
        publish(
            PowerPage,
            code.lower(),
            partial(_fill, articles=articles, items=items),
            **_facts(kind, code, name, unit, place),
        )
    if not PowerPage.objects.filter(code=OUTDATED[1]).exists():
        _draft(*OUTDATED)


def _facts(kind: str, code: str, name: str, unit: str, place: int) -> dict[str, object]:
    return {
        "code": code,
        "name": name,
        "title": name,
        "power_type": term("power_type", kind),
        "unit": unit,
        "phone": PHONES[unit],
        "duties": DUTIES[kind],
        "accountability": ACCOUNTABILITY,
        "time_limit": OWN_LIMITS.get(code, LIMITS[kind]),
        "fee": "不收费" if kind != "levy" else "按省核定标准收取",
        "effective_on": date(2026, 1, 1),
        "position": f"{place:03d}",
    }


def _fill(page: PowerPage, articles: list[tuple[str, str]], items: tuple[str, ...]) -> None:
    page.bases = [PowerBasis(article=article(law, number)) for law, number in articles]
    page.items = [PowerItem(code=f"{page.code}-{place}", name=name) for place, name in enumerate(items, 1)]


def _draft(kind: str, code: str, name: str, unit: str, articles: list[tuple[str, str]], items: tuple[str, ...]) -> None:
    body = bureau()
    page = PowerPage(live=False, agency=body, agency_name=body.name, **_facts(kind, code, name, unit, 99))
    _fill(page, articles, items)
    section_for("power").add_child(instance=page)
    page.save_revision()
