"""Other enforcement decisions of the invented bureau."""

from datetime import date
from functools import partial

from pages.kinds.other.models import OtherDecisionPage, OtherParty
from samples.coercion import REMEDY
from samples.companies import BUILDERS, DEVELOPERS, Company
from samples.making import holder, publish, term

# (serial, decided on, party, type, title, matter, content, basis)
Row = tuple[int, date, Company, str, str, str, str, str]
ROWS: list[Row] = [
    (3, date(2024, 6, 20), DEVELOPERS[1], "confirmation", "建设工程消防验收备案凭证", "汀洲里1期商业配套用房消防验收备案",
     "经审查，备案材料齐全、符合规定，予以备案。", "《中华人民共和国消防法》第十三条第二款"),
    (8, date(2025, 1, 15), DEVELOPERS[0], "reward", "表彰奖励决定书", "2024年度民用建筑节能工作先进单位表彰",
     "当事人在民用建筑节能工作中做出显著成绩，授予“民用建筑节能工作先进单位”称号。", "《民用建筑节能条例》第十条"),
    (11, date(2025, 5, 28), BUILDERS[3], "order", "责令改正通知书", "责令改正现场扬尘防治措施不到位",
     "责令自收到本通知书之日起三日内改正，并书面报告改正情况。", "《中华人民共和国行政处罚法》第二十八条"),
    (17, date(2025, 10, 30), DEVELOPERS[2], "levy", "城市道路挖掘修复费征收决定书", "棠溪府3期外接管线挖掘城市道路",
     "应缴城市道路挖掘修复费36.8万元，自收到本决定书之日起十五日内缴纳。", "《城市道路管理条例》第三十七条第一款"),
    (4, date(2026, 2, 11), BUILDERS[1], "no_penalty", "不予行政处罚决定书", "未按时上传建筑工人实名制考勤信息",
     "违法行为轻微并及时改正，没有造成危害后果，不予行政处罚。", "《中华人民共和国行政处罚法》第三十三条第一款"),
    (13, date(2026, 10, 19), BUILDERS[4], "order", "责令限期改正通知书", "榆岸路临时构筑物占压地下燃气管线",
     "责令自收到本通知书之日起三十日内拆除占压地下燃气管线的临时构筑物，费用自行承担。", "《城镇燃气管理条例》第三十三条、第五十条"),
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
