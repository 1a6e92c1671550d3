"""Other enforcement decisions of the invented bureau."""

from datetime import date
from functools import partial

from pages.models import OtherDecisionPage, OtherParty
from pages.sample.companies import BUILDERS, DEVELOPERS, GAS, PROPERTY, Company
from pages.sample.making import holder, publish, term

REMEDY = "如不服本决定，可在收到之日起六十日内申请行政复议，或者在六个月内提起行政诉讼。"

# (serial, decided on, party, type, title, matter, content, basis)
Row = tuple[int, date, Company, str, str, str, str, str]
ROWS: list[Row] = [
    (3, date(2024, 6, 20), DEVELOPERS[1], "confirmation", "消防验收备案确认书", "汀洲里1期消防验收备案",
     "经审查，备案材料齐全、符合规定，予以备案。", "《建设工程消防设计审查验收管理暂行规定》第三十四条"),
    (8, date(2025, 1, 15), PROPERTY[1], "reward", "安全生产举报奖励决定书", "举报高空坠物隐患奖励",
     "举报情况属实，给予奖励1000元。", "《安全生产领域举报奖励办法》第十条"),
    (11, date(2025, 5, 28), BUILDERS[3], "order", "责令改正通知书", "责令改正现场扬尘防治措施不到位",
     "责令于收到本通知书之日起三日内改正，并书面报告改正情况。", "《中华人民共和国行政处罚法》第二十八条"),
    (17, date(2025, 10, 30), DEVELOPERS[2], "levy", "城市基础设施配套费征收决定书", "棠溪府3期配套费征收",
     "应缴城市基础设施配套费36.8万元，自收到本决定书之日起十五日内缴纳。", "《辽宁省城市基础设施配套费征收规定》第五条"),
    (4, date(2026, 2, 11), BUILDERS[1], "no_penalty", "不予行政处罚决定书", "首次未按时上传实名制考勤",
     "违法行为轻微，首次发生且及时改正，未造成危害后果，不予行政处罚。", "《中华人民共和国行政处罚法》第三十三条"),
    (13, date(2026, 10, 19), GAS[0], "ruling", "燃气设施占压纠纷裁决书", "榆岸路燃气设施占压纠纷",
     "占压燃气设施的构筑物由建设方于三十日内拆除，费用由其承担。", "《城镇燃气管理条例》第三十三条"),
]  # fmt: skip


def load() -> None:
    """Publish what is missing."""
    for row in ROWS:
        _publish(*row)


def _publish(
    serial: int, day: date, company: Company, kind: str, title: str, subject: str, content: str, basis: str
) -> None:
    publish(
        OtherDecisionPage,
        f"{day.year}-{serial}",
        partial(holder, model=OtherParty, company=company),
        doc_no=f"兴住建决字〔{day.year}〕{serial}号",
        document_title=title,
        decision_type=term("other_decision", kind),
        subject=subject,
        content=content,
        basis=basis,
        decided_on=day,
        served_on=day,
        remedy=REMEDY,
    )
