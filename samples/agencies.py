"""The invented bureau's internal units, and a body that it entrusted."""

from datetime import date

from pages.kinds.agency.models import AgencyPage, InternalUnit, Nature
from samples.making import bureau, public_pdf, publish
from samples.releasing import let_out

STATION = "兴隆台区建设工程质量安全监督站"
STATION_CODE = "12211103410000007C"

# (name, duties, person responsible, phone)
UNITS = [
    (
        "政策法规科", "负责行政执法监督、重大执法决定法制审核、行政复议应诉和执法人员资格管理。", "程以宁", "0427-0000011",
    ),
    (
        "建筑市场监管科", "负责施工许可、资质管理、工程发包承包和建筑市场秩序的监督检查及违法行为查处。", "沈知微", "0427-0000012",
    ),
    (
        "质量安全监管科", "负责工程质量、施工安全和消防设计审查验收的监督检查及违法行为查处。", "顾清和", "0427-0000013",
    ),
    (
        "房产与物业管理科", "负责房地产开发、商品房预售、中介服务和物业管理活动的监督检查及违法行为查处。", "陆书遥", "0427-0000014",
    ),
    (
        "燃气与市政管理科", "负责燃气经营、市政公用设施运行的监督检查及违法行为查处。", "叶闻舟", "0427-0000015",
    ),
]  # fmt: skip


def load() -> None:
    """Make what is missing."""
    _add_units()
    if not AgencyPage.objects.filter(credit_code=STATION_CODE).exists():
        _publish_station()


def _add_units() -> None:
    body = bureau()
    if body.internal_units.exists():
        return
    body.internal_units = [
        InternalUnit(name=name, duties=duties, responsible=person, phone=phone) for name, duties, person, phone in UNITS
    ]
    let_out(body)


def _publish_station() -> None:
    publish(
        AgencyPage,
        f"agency-{STATION_CODE.lower()}",
        name=STATION,
        nature=Nature.ENTRUSTED,
        credit_code=STATION_CODE,
        region_code="211103",
        staff=18,
        head="秦牧之",
        phone="0427-0000021",
        address="盘锦市兴隆台区沅渚街3号",
        duties="受委托承担房屋建筑和市政基础设施工程质量、施工安全的监督检查和相应的行政处罚工作。",
        jurisdiction="兴隆台区行政区域内的房屋建筑和市政基础设施工程。",
        remedy_review_body="兴隆台区人民政府",
        remedy_court="兴隆台区人民法院",
        entrusting_body=bureau().name,
        entrusted_from=date(2025, 1, 1),
        entrusted_to=date(2027, 12, 31),
        entrustment=public_pdf(f"{STATION}行政执法委托书", "entrustment.pdf"),
        effective_on=date(2025, 1, 1),
        position="2",
    )
