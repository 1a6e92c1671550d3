"""Decisions with their whole parent chain, made through the product's own acts."""

from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any

from pages.models import EntityPage, PenaltyDecisionPage, PenaltyParty, Term
from pages.site_tree import EntityFacts, archive_for, ensure_site_tree

BUREAU = EntityFacts("兴隆台区住房和城乡建设局", "112111030012345672", "211103", phone="0427-0000000")
_serial = count(1)


def make_site() -> EntityPage:
    """The column's tree with the bureau."""
    ensure_site_tree("行政执法公示", BUREAU)
    return EntityPage.objects.get(credit_code=BUREAU.credit_code)


def make_party(name: str = "盘锦澜岚建筑工程有限公司", category: str = "organisation", **values: Any) -> PenaltyParty:
    """An unsaved party."""
    term = Term.objects.get(vocabulary="party_category", code=category)
    return PenaltyParty(name=name, category=term, **values)


def make_decision(
    *,
    publish: bool = False,
    parties: list[PenaltyParty] | None = None,
    types: tuple[str, ...] = ("fine",),
    **values: Any,
) -> PenaltyDecisionPage:
    """A saved draft, published when asked; ``values`` are columns of the page."""
    entity = make_site()
    facts = {
        "authority": entity,
        "authority_name": entity.name,
        "authority_code": entity.credit_code,
        "doc_no": f"兴住建罚决字〔2026〕{next(_serial)}号",
        "violation_kind": "未取得施工许可证擅自施工",
        "facts": "经查，当事人未取得施工许可证擅自施工。",
        "basis": "《建设工程质量管理条例》第五十七条",
        "result": "罚款15000元",
        "decided_on": date(2026, 10, 8),
        "fine": Decimal("15000.00"),
        **values,
    }
    page = PenaltyDecisionPage(live=False, **facts)
    page.parties = [make_party()] if parties is None else parties
    page.penalty_types = list(Term.objects.filter(vocabulary="penalty_type", code__in=types))
    archive_for(facts["decided_on"].year).add_child(instance=page)
    revision = page.save_revision()
    if publish:
        revision.publish()
    return PenaltyDecisionPage.objects.get(pk=page.pk)
