"""双随机: lists, plans, results."""

from datetime import date
from typing import Any

from pages.acts.site_tree import place_for
from pages.kinds.inspection.lists import InspectionItem, InspectionItemListPage, InspectionPlanPage, PlanRow
from pages.kinds.inspection.results import InspectionObject, InspectionResultPage
from rules.models import Term
from tests.factories.officers import make_officer
from tests.factories.pages import make_site
from tests.factories.releases import let_out


def _term(vocabulary: str, code: str) -> Term:
    return Term.objects.get(vocabulary=vocabulary, code=code)


def _publish(page: Any) -> Any:
    body = make_site()
    page.agency, page.agency_name, page.agency_code = body, body.name, body.credit_code
    place_for(page.kind, page.decided_on.year).add_child(instance=page)
    let_out(page.save_revision())
    return type(page).objects.get(pk=page.pk)


def make_item_list(**values: Any) -> InspectionItemListPage:
    """A published list with two items."""
    make_site()
    page = InspectionItemListPage(live=False, title="随机抽查事项清单", effective_on=date(2026, 1, 5), **values)
    common = {"subject": "区住建局", "ratio": "不低于5%", "frequency": "每年1次", "method": "现场检查"}
    page.items = [
        InspectionItem(
            name="施工现场安全生产检查", basis="《建设工程安全生产管理条例》第四十条", objects_of="施工企业",
            content="安全生产责任制落实情况", item_class=_term("inspection_class", "key"), **common,
        ),
        InspectionItem(
            name="燃气经营检查", basis="《城镇燃气管理条例》第四十一条", objects_of="燃气经营企业",
            content="入户安检情况", item_class=_term("inspection_class", "general"), **common,
        ),
    ]  # fmt: skip
    return _publish(page)


def make_plan(year: int = 2026, **values: Any) -> InspectionPlanPage:
    """A published plan with one row."""
    make_site()
    page = InspectionPlanPage(
        live=False, title=f"{year}年度抽查计划", year=year, effective_on=date(year, 1, 20), **values
    )
    page.rows = [
        PlanRow(
            category="燃气监管", item="燃气经营检查", objects_of="燃气经营企业", ratio="不低于10%，每年1次",
            expected=20,
            item_class=_term("inspection_class", "general"), risk=_term("inspection_risk", "high"),
            period="3月至11月", subject="区住建局",
        )
    ]  # fmt: skip
    return _publish(page)


def make_result(result: str = "nothing_found", **values: Any) -> InspectionResultPage:
    """A published result of one company."""
    make_site()
    party = values.pop("party", None) or InspectionObject(
        name="盘锦禾川燃气有限公司",
        credit_code="91211103MA0YQ1246M",
        category=_term("party_category", "organisation"),
    )
    people = values.pop("inspectors", None) or [make_officer(("gas",)), make_officer(("gas",), name="周望")]
    page = InspectionResultPage(
        **{
            "live": False,
            "task_no": "兴住建双随机〔2026〕3号",
            "task_name": "燃气经营企业抽查",
            "items": "燃气经营检查",
            "decided_on": date(2026, 10, 20),
            "result": _term("inspection_result", result),
            "handling": _term("inspection_handling", "none"),
            **values,
        }
    )
    page.parties, page.inspectors = [party], people
    return _publish(page)
