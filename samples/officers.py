"""Invented officers with invented certificates: several units, categories and areas; some certificates are over."""

from datetime import date

from pages.acts.officers import keep_officer
from pages.kinds.agency.models import AgencyPage
from pages.kinds.officer.models import Officer, OfficerStatus
from pages.kinds.personnel.models import PersonnelListPage
from rules.models import Term
from samples.making import bureau, publish

LAW, MARKET, SAFETY = "政策法规科", "建筑市场监管科", "质量安全监管科"
HOUSING, GAS, STATION = "房产与物业管理科", "燃气与市政管理科", ""
WHOLE, NORTH, SOUTH = "兴隆台区", "兴隆台区石油大街以北", "兴隆台区石油大街以南"
LONG, USUAL, SOON = date(2030, 6, 30), date(2028, 12, 31), date(2026, 12, 20)
OVER, LONG_OVER = date(2026, 10, 31), date(2025, 12, 31)
ACTIVE, LEFT = OfficerStatus.ACTIVE, OfficerStatus.LEFT

# (name, internal unit (empty: the station), post, serial, categories, area, valid to, status)
ROWS: list[tuple[str, str, str, int, str, str, date, str]] = [
    ("罗景川", LAW, "局长", 1, "comprehensive supervision", WHOLE, LONG, ACTIVE),
    ("程以宁", LAW, "科长", 2, "supervision comprehensive", WHOLE, LONG, ACTIVE),
    ("温书桁", LAW, "科员", 3, "supervision", WHOLE, USUAL, ACTIVE),
    ("沈知微", MARKET, "科长", 4, "construction_market", WHOLE, LONG, ACTIVE),
    ("褚云舒", MARKET, "副科长", 5, "construction_market quality_safety", WHOLE, USUAL, ACTIVE),
    ("郑屿安", MARKET, "科员", 6, "construction_market", WHOLE, USUAL, ACTIVE),
    ("陶令仪", MARKET, "科员", 7, "construction_market", WHOLE, OVER, ACTIVE),
    ("顾清和", SAFETY, "科长", 8, "quality_safety fire_review", WHOLE, LONG, ACTIVE),
    ("冯栖迟", SAFETY, "副科长", 9, "quality_safety", WHOLE, USUAL, ACTIVE),
    ("宋砚秋", SAFETY, "科员", 10, "quality_safety fire_review", NORTH, USUAL, ACTIVE),
    ("蒋望舒", SAFETY, "科员", 11, "quality_safety", SOUTH, SOON, ACTIVE),
    ("唐亦林", SAFETY, "科员", 12, "quality_safety", WHOLE, USUAL, LEFT),
    ("陆书遥", HOUSING, "科长", 13, "real_estate property_management", WHOLE, LONG, ACTIVE),
    ("何霁月", HOUSING, "副科长", 14, "real_estate", WHOLE, USUAL, ACTIVE),
    ("苏怀瑾", HOUSING, "科员", 15, "property_management", NORTH, USUAL, ACTIVE),
    ("许南乔", HOUSING, "科员", 16, "property_management", SOUTH, USUAL, ACTIVE),
    ("叶闻舟", GAS, "科长", 17, "gas municipal", WHOLE, LONG, ACTIVE),
    ("邵清越", GAS, "副科长", 18, "gas", WHOLE, USUAL, ACTIVE),
    ("潘既白", GAS, "科员", 19, "gas municipal", WHOLE, USUAL, ACTIVE),
    ("杜若川", GAS, "科员", 20, "municipal", WHOLE, LONG_OVER, ACTIVE),
    ("秦牧之", STATION, "站长", 21, "quality_safety", WHOLE, LONG, ACTIVE),
    ("贺兰亭", STATION, "副站长", 22, "quality_safety", WHOLE, USUAL, ACTIVE),
    ("孟疏桐", STATION, "监督员", 23, "quality_safety", NORTH, USUAL, ACTIVE),
    ("卫子衿", STATION, "监督员", 24, "quality_safety", SOUTH, USUAL, ACTIVE),
]


def load() -> None:
    """Make those who are missing, and the list of each body."""
    bodies = {True: bureau(), False: AgencyPage.objects.filter(nature="entrusted").first()}
    terms = {term.code: term for term in Term.objects.of("enforcement_category")}
    known = set(Officer.objects.values_list("certificate_no", flat=True))
    for name, part, post, serial, codes, area, until, status in ROWS:
        number = f"辽L0427{serial:04d}"
        if number in known:
            continue
        officer = Officer(
            name=name,
            unit=bodies[bool(part)],
            unit_part=part,
            position=post,
            certificate_no=number,
            area=area,
            valid_from=date(2023, 1, 1),
            valid_to=until,
            status=status,
            status_since=date(2026, 9, 1) if status == LEFT else None,
            order=serial,
        )
        officer.categories = [terms[code] for code in codes.split()]
        keep_officer(officer)
    _publish_lists([body for body in bodies.values() if body is not None])


def _publish_lists(bodies: list[AgencyPage]) -> None:
    for body in bodies:
        publish(
            PersonnelListPage,
            f"personnel-{body.credit_code.lower()}",
            agency=body,
            agency_name=body.name,
            agency_code=body.credit_code,
            effective_on=date(2026, 9, 1),
            note="名单随执法证件的取得、到期和人员变动实时更新。对执法人员资格有疑问的，可向政策法规科查询，电话0427-0000011。",
        )
