"""Permits of the invented bureau."""

from datetime import date
from functools import partial
from typing import Any

from pages.models import PermitDecisionPage, PermitParty
from pages.sample.making import publish, term

# (serial, decided on, holder, credit code, representative, licence, licence number, content, valid until)
ROWS = [
    (
        12, date(2026, 3, 16), "盘锦澜岚建筑工程有限公司", "91211103MA0YQ3X22D", "周云帆", "建筑工程施工许可证",
        "211103202603160101", "准予辽滨嘉园二期3号、5号住宅楼工程施工，建筑面积18600平方米。", date(2028, 3, 15),
    ),
    (
        27, date(2026, 6, 2), "盘锦禾川房地产开发有限公司", "91211103MA0YQ3X30B", "许静宜", "商品房预售许可证",
        "兴预售许字2026第0027号", "准予禾川雅筑1号、2号楼共176套住宅预售。", date(2029, 6, 1),
    ),
    (
        41, date(2026, 9, 24), "盘锦澜岚建筑工程有限公司", "91211103MA0YQ3X22D", "周云帆", "燃气经营许可证",
        "辽2026103041P", "准予在核定区域内经营瓶装液化石油气。", date(2029, 9, 23),
    ),
]  # fmt: skip


def load() -> None:
    """Publish what is missing."""
    for row in ROWS:
        _publish(*row)


def _publish(serial: int, day: date, name: str, code: str, person: str, *facts: Any) -> None:
    licence, number, content, until = facts
    publish(
        PermitDecisionPage,
        f"{day.year}-{serial}",
        partial(_holder, name=name, code=code, person=person),
        doc_no=f"兴住建许字〔{day.year}〕{serial}号",
        document_title=f"{licence.removesuffix('证')}决定书",
        permit_kind=term("permit_kind", "general"),
        licence_name=licence,
        licence_no=number,
        content=content,
        decided_on=day,
        valid_from=day,
        valid_until=until,
    )


def _holder(page: PermitDecisionPage, name: str, code: str, person: str) -> None:
    category = term("party_category", "organisation")
    page.parties = [PermitParty(name=name, category=category, credit_code=code, representative=person)]
