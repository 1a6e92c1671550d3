"""Permits of the invented bureau: about forty of three years."""

from datetime import date, timedelta
from functools import partial

from pages.kinds.permit.models import PermitDecisionPage, PermitParty
from rules.windows import LONG_TERM, add_months
from samples.companies import BUILDERS, DEVELOPERS, GAS, Company
from samples.making import holder, publish, term, workday

# (serial, decided on, holder, kind, licence, licence number, content, valid for months; 0: long-term)
Row = tuple[int, date, Company, str, str, str, str, int]
GARDENS = ["辽滨嘉园", "禾川雅筑", "汀洲里", "榆林新苑", "棠溪府", "砚池花园"]


def rows() -> list[Row]:
    """The three first permits are fixed, the others follow from their serial."""
    return [*FIXED, *(_invented(number) for number in range(38))]


FIXED: list[Row] = [
    (
        12, date(2026, 3, 16), BUILDERS[0], "general", "建筑工程施工许可证", "211103202603160101",
        "准予辽滨嘉园二期3号、5号住宅楼工程施工，建筑面积18600平方米。", 24,
    ),
    (
        27, date(2026, 6, 2), DEVELOPERS[0], "general", "商品房预售许可证", "兴预售许字2026第0027号",
        "准予禾川雅筑1号、2号楼共176套住宅预售。", 36,
    ),
    (
        41, date(2026, 9, 24), GAS[1], "general", "燃气经营许可证", "辽2026103041P",
        "准予在核定区域内经营瓶装液化石油气。", 36,
    ),
]  # fmt: skip


def _invented(number: int) -> Row:
    day = workday(date(2023, 12, 4) + timedelta(days=27 * number))
    serial = 100 + number
    garden = f"{GARDENS[number % len(GARDENS)]}{number % 4 + 1}期"
    if number % 5 == 4:
        content = "准予在核定区域内从事燃气经营活动。"
        return serial, day, GAS[number % 2], "general", "燃气经营许可证", f"辽{day.year}103{serial}G", content, 36
    if number % 5 == 3:
        content = f"准予因{garden}配套管线施工临时占用城市道路{200 + number * 10}平方米。"
        return serial, day, BUILDERS[number % 5], "general", "", "", content, 6
    if number % 5 == 2:
        content = f"准予{garden}{number % 7 + 1}号楼共{60 + number}套住宅预售。"
        return (
            serial, day, DEVELOPERS[number % 3], "general", "商品房预售许可证",
            f"兴预售许字{day.year}第0{serial}号", content, 36,
        )  # fmt: skip
    if number % 5 == 1:
        content = f"{garden}特殊建设工程消防设计审查合格。"
        return (
            serial,
            day,
            DEVELOPERS[number % 3],
            "approval",
            "特殊建设工程消防设计审查意见书",
            f"兴住建消审字〔{day.year}〕第0{serial}号",
            content,
            0,
        )
    content = f"准予{garden}{number % 7 + 1}号住宅楼工程施工，建筑面积{6000 + number * 310}平方米。"
    return (
        serial, day, BUILDERS[number % 5], "general", "建筑工程施工许可证", f"211103{day:%Y%m%d}0101", content, 24,
    )  # fmt: skip


def load() -> None:
    """Publish what is missing."""
    for row in rows():
        _publish(*row)


def _publish(
    serial: int, day: date, company: Company, kind: str, licence: str, number: str, content: str, months: int
) -> None:
    until = add_months(day, months) - timedelta(days=1) if months else LONG_TERM
    title = licence.removesuffix("意见书").removesuffix("证") if licence else "临时占用城市道路许可"
    publish(
        PermitDecisionPage,
        f"{day.year}-{serial}",
        partial(holder, model=PermitParty, company=company),
        doc_no=f"兴住建许字〔{day.year}〕{serial}号",
        document_title=f"{title}决定书",
        permit_kind=term("permit_kind", kind),
        licence_name=licence,
        licence_no=number,
        content=content,
        decided_on=day,
        valid_from=day,
        valid_until=until,
    )
