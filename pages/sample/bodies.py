"""The invented bureau's internal units, and a body that it entrusted."""

import io
from datetime import date

from django.core.files.base import ContentFile
from docx import Document

from pages.models import BureauDocument, EntityPage, InternalUnit, Nature
from pages.sample.making import bureau, publish

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
LETTER = (
    "行政执法委托书",
    "委托机关：兴隆台区住房和城乡建设局",
    f"受委托组织：{STATION}",
    "委托依据：《中华人民共和国行政处罚法》第二十条、第二十一条。",
    "委托事项：对辖区内房屋建筑和市政基础设施工程的质量、施工安全实施监督检查；对违反工程质量、施工安全管理规定的行为实施行政处罚。",
    "委托权限：以委托机关名义开展检查、调查取证、告知和送达；不得再委托其他组织或者个人实施。",
    "委托期限：自2025年1月1日起至2027年12月31日止。",
    "法律责任：委托机关对受委托组织的行为负责监督，并对该行为的后果承担法律责任。",
)


def load() -> None:
    """Make what is missing."""
    _add_units()
    if not EntityPage.objects.filter(credit_code=STATION_CODE).exists():
        _publish_station()


def _add_units() -> None:
    body = bureau()
    if body.internal_units.exists():
        return
    body.internal_units = [
        InternalUnit(name=name, duties=duties, responsible=person, phone=phone) for name, duties, person, phone in UNITS
    ]
    body.save_revision().publish()


def _publish_station() -> None:
    publish(
        EntityPage,
        f"entity-{STATION_CODE.lower()}",
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
        entrustment=_letter(),
        effective_on=date(2025, 1, 1),
        position="2",
    )


def _letter() -> BureauDocument:
    """The entrustment document as a file."""
    document, stream = Document(), io.BytesIO()
    document.add_heading(LETTER[0], 1)
    for line in LETTER[1:]:
        document.add_paragraph(line)
    document.save(stream)
    return BureauDocument.objects.create(
        title=f"{STATION}{LETTER[0]}", file=ContentFile(stream.getvalue(), name="entrustment.docx")
    )
