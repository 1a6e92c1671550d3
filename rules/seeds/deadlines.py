"""Deadlines of law.md 12: ours as seeds, for an administrator to change when the law does."""

from collections.abc import Iterator
from typing import Any

from rules.seeds.rows import Seed

G118 = "《国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见》（国办发〔2018〕118号）"
PUBLISH = f"{G118}；发改办财金〔2018〕424号"
APL = "《中华人民共和国行政处罚法》"
LIC = "《中华人民共和国行政许可法》"
OGI = "《中华人民共和国政府信息公开条例》"
ENF = "《中华人民共和国行政强制法》"
R36 = "《信用修复管理办法》（国家发展改革委令2025年第36号，自2026年4月1日起施行）"
W, C, M, D = "working_days", "calendar_days", "months", "date"

# key, name, counted from, limit, unit, basis, further columns
ROWS: list[tuple[str, str, str, int, str, str, dict[str, Any]]] = [
    ("publish_permit", "行政许可决定公示", "许可决定日期", 7, W, PUBLISH, {}),
    ("publish_penalty", "行政处罚决定公示", "处罚决定日期", 7, W, PUBLISH, {}),
    ("publish_other", "其他执法决定和检查结果公示", "决定或者检查结束日期", 20, W, G118, {}),
    ("publish_default", "政府信息主动公开", "信息形成或者变更之日", 20, W, f"{OGI}第二十六条", {}),
    ("withdraw_penalty", "处罚决定信息撤回并公开说明理由", "变更、撤销、确认违法或者确认无效之日", 3, W, f"{APL}第四十八条、第八十五条", {}),
    ("decide_penalty", "作出行政处罚决定", "立案日期", 90, C, f"{APL}第六十条", {}),
    ("serve_penalty", "送达行政处罚决定书（当事人不在场）", "决定日期", 7, W, f"{APL}第六十一条、第八十五条", {}),
    ("hearing_request", "当事人要求听证", "告知日期", 5, W, f"{APL}第六十四条、第八十五条", {}),
    ("hearing_notice", "通知举行听证的时间、地点", "听证日期（提前）", 7, W, f"{APL}第六十四条、第八十五条", {"before": True}),
    ("evidence_registered", "先行登记保存的证据作出处理决定", "先行登记保存日期", 7, W, f"{APL}第五十六条、第八十五条", {}),
    ("pay_fine", "缴纳罚款", "收到行政处罚决定书之日", 15, C, f"{APL}第六十七条；《中华人民共和国民法典》第二百零三条", {"rolls_on": True}),
    ("legal_review", "重大执法决定法制审核", "收到完整送审材料之日", 7, W, "《辽宁省重大行政执法决定法制审核办法》", {"extension": 3}),
    ("decide_permit", "作出行政许可决定", "受理日期", 20, W, f"{LIC}第四十二条、第八十二条", {"extension": 10}),
    ("permit_supplement_notice", "一次告知补正材料", "收到申请材料之日", 5, W, f"{LIC}第三十二条、第八十二条", {}),
    ("deliver_permit", "颁发、送达行政许可证件", "准予许可决定日期", 10, W, f"{LIC}第四十四条、第八十二条", {}),
    ("seizure", "查封、扣押期限", "查封、扣押日期", 30, C, f"{ENF}第二十五条", {"extension": 30}),
    ("enforcement_annual_report", "行政执法统计年报公开", "统计年度", 0, D, G118, {"month": 1, "day": 31}),
    ("ogi_annual_report", "政府信息公开工作年度报告公布", "报告年度", 0, D, f"{OGI}第四十九条", {"month": 1, "day": 31}),
    ("credit_minor", "轻微失信信息最长公示期", "文书认定之日", 3, M, R36, {}),
    ("credit_general", "一般失信信息最长公示期", "文书认定之日", 12, M, R36, {}),
    ("credit_serious", "严重失信信息最长公示期", "文书认定之日", 36, M, R36, {}),
]  # fmt: skip


def seeds() -> Iterator[Seed]:
    """All deadlines."""
    for key, name, trigger, limit, unit, basis, more in ROWS:
        values = {"key": key, "name": name, "trigger": trigger, "limit": limit, "unit": unit, "basis": basis}
        yield Seed("rules.DeadlineRule", key, {**values, **more})
