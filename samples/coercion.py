"""Coercive measures and executions of the invented bureau."""

from datetime import date, timedelta
from functools import partial
from typing import Any

from pages.kinds.coercion.models import CoercionArticle, CoercionDecisionPage, CoercionItem, CoercionParty
from pages.kinds.officer.models import Officer
from samples.companies import BUILDERS, GAS, PROPERTY, Company
from samples.laws import article
from samples.making import holder, officers_on, publish, term

REMEDY = (
    "如不服本决定，可在收到本决定书之日起六十日内向兴隆台区人民政府申请行政复议，"
    "或者在收到本决定书之日起六个月内向兴隆台区人民法院提起行政诉讼。"
)
COERCION = "行政强制法"
PROCEDURE = "《中华人民共和国行政强制法》第十八条、第二十四条"
# Sealing and seizing need a law that gives the power (行政强制法 10); the bureau has this one (权责清单 QZ-001).
MEASURE = f"《中华人民共和国安全生产法》第六十五条第一款第四项；{PROCEDURE}"
MEASURE_ARTICLES = (("安全生产法", "第六十五条"), (COERCION, "第十八条"), (COERCION, "第二十四条"))
LATE_FEE = "《中华人民共和国行政处罚法》第七十二条第一款第一项；《中华人民共和国行政强制法》第四十五条"
SUBSTITUTE = "《中华人民共和国行政强制法》第五十条"
# The articles behind the words of a basis.
ARTICLES = {
    MEASURE: MEASURE_ARTICLES,
    LATE_FEE: ((COERCION, "第四十五条"),),
    SUBSTITUTE: ((COERCION, "第五十条"),),
}

# (serial, decided on, party, category of the officers' certificates, measure, title, object, place, facts, basis,
# outcome, inventory (name, quantity, condition))
ROWS: list[tuple[Any, ...]] = [
    (1, date(2024, 5, 14), BUILDERS[1], "quality_safety", "seal", "查封决定书", "未经验收投入使用的施工升降机", "沅渚街18号工地",
     "经查，施工升降机安装后未经验收即投入使用，防坠安全器超过标定期限，不符合保障安全生产的国家标准。", MEASURE, "lifted",
     [("施工升降机", "1台", "SC200型，外观完好")]),
    (2, date(2024, 11, 6), GAS[1], "gas", "seize", "扣押决定书", "超期未检的液化石油气钢瓶", "榆岸路瓶装供应站",
     "经查，供应站存放并使用超过检验期限的液化石油气钢瓶，不符合保障安全生产的国家标准。", MEASURE, "handed_over",
     [("液化石油气钢瓶", "42只", "15kg，检验期限已过"), ("减压阀", "6只", "老化")]),
    (3, date(2025, 3, 19), BUILDERS[2], "quality_safety", "seal", "查封决定书", "防坠装置失效的附着式升降脚手架", "汀洲里1期工地",
     "经查，附着式升降脚手架防坠落装置失效仍继续使用，不符合保障安全生产的行业标准。", MEASURE, "lifted",
     [("附着式升降脚手架", "1套", "2号楼，14榀")]),
    (4, date(2025, 7, 2), BUILDERS[4], "quality_safety", "late_fee", "加处罚款决定书", "逾期未缴纳的罚款", "本机关",
     "当事人逾期未缴纳行政处罚决定书确定的罚款，经催告仍未履行，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额。",
     LATE_FEE, "executed", []),
    (5, date(2025, 9, 25), PROPERTY[0], "municipal", "substitute", "代履行决定书", "擅自设置在城市道路上的隔离墩",
     "榆林新苑2期北侧城市道路", "当事人擅自在城市道路上设置隔离墩，本机关责令限期清除；当事人逾期不履行，经催告仍不履行，已经危害交通安全。",
     SUBSTITUTE, "executed", [("隔离墩", "9个", "混凝土")]),
    (6, date(2026, 4, 9), GAS[0], "gas", "seize", "扣押决定书", "不符合国家标准的燃气充装设备", "榆岸路储配站",
     "经查，储配站使用的充装软管和接头已经老化开裂，不符合保障安全生产的国家标准。", MEASURE, "lifted",
     [("充装软管", "12根", "老化开裂"), ("充装接头", "8个", "密封失效")]),
    (7, date(2026, 8, 18), BUILDERS[3], "quality_safety", "seal", "查封决定书", "未经检测的塔式起重机", "棠溪府3期工地",
     "经查，塔式起重机顶升加节后未经检测验收即投入使用，不符合保障安全生产的国家标准。", MEASURE, "lifted", [("塔式起重机", "1台", "QTZ80型")]),
    (8, date(2026, 11, 12), BUILDERS[0], "quality_safety", "seal", "查封决定书", "违法储存危险物品的临时仓库", "辽滨嘉园二期工地",
     "经查，临时仓库违法储存油漆、稀释剂等易燃危险物品，未采取可靠的安全措施。", MEASURE, "ongoing",
     [("油漆", "60桶", "18L，仓库内封存"), ("稀释剂", "25桶", "10L，仓库内封存")]),
]  # fmt: skip


def load() -> None:
    """Publish what is missing."""
    for row in ROWS:
        _publish(*row)


def _publish(serial: int, day: date, company: Company, category: str, measure: str, title: str, *rest: Any) -> None:
    matter, place, facts, basis, outcome, inventory = rest
    over = day + timedelta(days=20)
    lasting = measure in {"seal", "seize"}
    publish(
        CoercionDecisionPage,
        f"{day.year}-{serial}",
        partial(_fill, company=company, officers=officers_on(day, category), basis=basis, inventory=inventory),
        doc_no=f"兴住建强决字〔{day.year}〕{serial}号",
        document_title=title,
        measure=term("coercion_measure", measure),
        object=matter,
        place=place,
        facts=facts,
        basis=basis,
        decided_on=day,
        executed_on=day,
        served_on=day,
        period_from=day if lasting else None,
        period_until=day + timedelta(days=30) if lasting else None,
        outcome=term("coercion_outcome", outcome),
        outcome_on=None if outcome == "ongoing" else over,
        remedy=REMEDY,
    )


def _fill(
    page: CoercionDecisionPage, company: Company, officers: list[Officer], basis: str, inventory: list[tuple[str, ...]]
) -> None:
    holder(page, CoercionParty, company)
    page.officers = officers
    page.cited = [CoercionArticle(article=article(law, number)) for law, number in ARTICLES[basis]]
    page.items = [CoercionItem(name=name, quantity=quantity, condition=state) for name, quantity, state in inventory]
