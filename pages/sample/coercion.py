"""Coercive measures and executions of the invented bureau."""

from datetime import date, timedelta
from functools import partial
from typing import Any

from pages.models import CoercionDecisionPage, CoercionItem, CoercionParty
from pages.sample.companies import BUILDERS, GAS, PROPERTY, Company
from pages.sample.making import holder, officers_on, publish, term

REMEDY = (
    "如不服本决定，可在收到本决定书之日起六十日内向兴隆台区人民政府申请行政复议，"
    "或者在六个月内向兴隆台区人民法院提起行政诉讼。"
)
SEALING = "《中华人民共和国行政强制法》第十八条、第二十四条；《建设工程安全生产管理条例》第四十三条"
GAS_BASIS = "《中华人民共和国行政强制法》第十八条、第二十四条；《城镇燃气管理条例》第四十一条"
EXECUTION = "《中华人民共和国行政强制法》第四十五条、第五十条"

# (serial, decided on, party, measure, title, object, place, facts, basis, outcome, inventory (name, quantity, condition))
ROWS: list[tuple[Any, ...]] = [
    (1, date(2024, 5, 14), BUILDERS[1], "seal", "查封决定书", "未经验收投入使用的施工升降机", "沅渚街18号工地",
     "经查，施工升降机未经验收即投入使用，存在重大安全隐患，需立即停止使用。", SEALING, "lifted",
     [("施工升降机", "1台", "SC200型，外观完好")]),
    (2, date(2024, 11, 6), GAS[1], "seize", "扣押决定书", "超期未检的液化石油气钢瓶", "榆岸路瓶装供应站",
     "经查，供应站存放超过检验期限的液化石油气钢瓶，存在泄漏危险。", GAS_BASIS, "destroyed",
     [("液化石油气钢瓶", "42只", "15kg，检验期限已过"), ("减压阀", "6只", "老化")]),
    (3, date(2025, 3, 19), BUILDERS[2], "seal", "查封决定书", "存在坍塌危险的基坑作业面", "汀洲里1期工地",
     "经查，基坑支护变形超过报警值仍继续作业。", SEALING, "lifted", []),
    (4, date(2025, 7, 2), BUILDERS[4], "late_fee", "加处罚款决定书", "逾期未缴纳的罚款", "本机关",
     "当事人逾期未履行行政处罚决定书确定的缴款义务，经催告仍未履行。", EXECUTION, "executed", []),
    (5, date(2025, 9, 25), PROPERTY[0], "substitute", "代履行决定书", "堵塞消防车通道的障碍物", "榆林新苑2期北侧通道",
     "经催告，当事人逾期未清除堵塞消防车通道的障碍物，影响公共安全。", EXECUTION, "executed",
     [("隔离墩", "9个", "混凝土")]),
    (6, date(2026, 4, 9), GAS[0], "seize", "扣押决定书", "不合格的燃气连接软管", "榆岸路仓库",
     "经查，仓库存放待售的燃气连接软管不符合国家标准。", GAS_BASIS, "confiscated",
     [("燃气连接软管", "310根", "无产品标识")]),
    (7, date(2026, 8, 18), BUILDERS[3], "seal", "查封决定书", "未经检测的塔式起重机", "棠溪府3期工地",
     "经查，塔式起重机顶升加节后未经检测即投入使用。", SEALING, "lifted", [("塔式起重机", "1台", "QTZ80型")]),
    (8, date(2026, 11, 12), BUILDERS[0], "seal", "查封决定书", "存在火灾隐患的临时仓库", "辽滨嘉园二期工地",
     "经查，临时仓库违规存放易燃保温材料且无消防设施。", SEALING, "ongoing", [("聚苯乙烯泡沫保温板", "约60立方米", "露天堆放")]),
]  # fmt: skip


def load() -> None:
    """Publish what is missing."""
    for row in ROWS:
        _publish(*row)


def _publish(serial: int, day: date, company: Company, measure: str, title: str, *rest: Any) -> None:
    matter, place, facts, basis, outcome, inventory = rest
    over = day + timedelta(days=20)
    lasting = measure in {"seal", "seize"}
    publish(
        CoercionDecisionPage,
        f"{day.year}-{serial}",
        partial(_fill, company=company, day=day, inventory=inventory),
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


def _fill(page: CoercionDecisionPage, company: Company, day: date, inventory: list[tuple[str, str, str]]) -> None:
    holder(page, CoercionParty, company)
    page.officers = officers_on(day)
    page.items = [CoercionItem(name=name, quantity=quantity, condition=state) for name, quantity, state in inventory]
