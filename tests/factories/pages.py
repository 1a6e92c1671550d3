"""Decisions with their whole parent chain, made through the product's own acts."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any

from wagtail.models import Page, Site

from pages.acts.site_tree import AgencyData, archive_for, ensure_site_tree
from pages.base.tree import HomePage
from pages.kinds.agency.models import AgencyPage
from pages.kinds.penalty.models import PenaltyDecisionPage, PenaltyParty
from rules.models import Term
from tests.factories.releases import let_out

BUREAU = AgencyData("兴隆台区住房和城乡建设局", "112111030012345672", "211103", phone="0427-0000000")
_serial = count(1)


def make_site() -> AgencyPage:
    """The column's tree with the bureau, made where it is missing (most databases of tests begin with it)."""
    bureaus = AgencyPage.objects.filter(credit_code=BUREAU.credit_code)
    if not bureaus.exists():
        ensure_site_tree("行政执法公示", BUREAU)
    return bureaus.get()


def take_site_away() -> None:
    """The database as the migrations leave it: Wagtail's root and welcome page, and no column."""
    HomePage.objects.get().delete()
    welcome = Page.get_first_root_node().add_child(instance=Page(title="Welcome", slug="home"))
    Site.objects.update_or_create(is_default_site=True, defaults={"root_page": welcome, "hostname": "localhost"})


def make_party(name: str = "盘锦澜岚建筑工程有限公司", category: str = "organisation", **values: Any) -> PenaltyParty:
    """An unsaved party."""
    term = Term.objects.get(vocabulary="party_category", code=category)
    return PenaltyParty(name=name, category=term, **values)


def make_decision(
    *,
    publish: bool = False,
    parties: list[PenaltyParty] | None = None,
    types: tuple[str, ...] = ("fine",),
    officers: Iterable[Any] = (),
    **values: Any,
) -> PenaltyDecisionPage:
    """A saved draft, published when asked; ``values`` are columns of the page."""
    agency = make_site()
    facts = {
        "agency": agency,
        "agency_name": agency.name,
        "agency_code": agency.credit_code,
        "doc_no": f"兴住建罚决字〔2026〕{next(_serial)}号",
        "violation_kind": "未取得施工许可证擅自施工",
        "facts": "经查，当事人未取得施工许可证擅自施工。",
        "basis": "《建设工程质量管理条例》第五十七条",
        "decided_on": date(2026, 10, 8),
        "remedy": "如不服本决定，可在收到之日起六十日内申请行政复议，或者在六个月内提起行政诉讼。",
        **_amount(values, types),
        **values,
    }
    page = PenaltyDecisionPage(live=False, **facts)
    page.parties = [make_party()] if parties is None else parties
    page.penalty_types = list(Term.objects.filter(vocabulary="penalty_type", code__in=types))
    page.officers = list(officers)
    archive_for(facts["decided_on"].year, "penalty").add_child(instance=page)
    revision = page.save_revision()
    if publish:
        let_out(revision)
    return PenaltyDecisionPage.objects.get(pk=page.pk)


def _amount(values: dict[str, Any], types: tuple[str, ...]) -> dict[str, Any]:
    """A fine and its words that agree, whichever of the two was given; none where nobody is fined."""
    if "fine" not in types and not {"fine", "result"} & set(values):
        return {"result": "警告", "fine": None}
    if "result" in values:
        stated = re.search(r"罚款(\d+)元", values["result"])
        if stated or "fine" in types:
            return {"fine": Decimal(stated[1]) if stated else Decimal("15000.00")}
        return {"fine": None}
    fine = values.get("fine", Decimal("15000.00"))
    return {"result": f"罚款{fine:.0f}元", "fine": fine} if fine is not None else {"result": "警告"}
