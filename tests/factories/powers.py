"""Powers, benchmarks and guides."""

from datetime import date
from itertools import count
from typing import Any

from pages.acts.site_tree import section_for
from pages.kinds.benchmark.models import BenchmarkBasis, BenchmarkGrade, BenchmarkPage
from pages.kinds.guide.models import GuideBasis, GuidePage
from pages.kinds.law.models import LawArticle
from pages.kinds.power.models import PowerBasis, PowerPage
from rules.models import Term
from tests.factories.laws import make_article
from tests.factories.pages import make_site
from tests.factories.releases import let_out

_serial = count(1)


def _keep(page: Any, publish: bool) -> Any:
    body = make_site()
    page.agency, page.agency_name, page.agency_code = body, body.name, body.credit_code
    section_for(page.kind).add_child(instance=page)
    revision = page.save_revision()
    if publish:
        let_out(revision)
    return type(page).objects.get(pk=page.pk)


def make_power(*articles: LawArticle, publish: bool = True, kind: str = "penalty", **values: Any) -> PowerPage:
    """A power on articles (one of its own without any)."""
    make_site()
    number = next(_serial)
    facts = {
        "code": f"CF-{number:03d}",
        "name": f"对第{number}种违法行为的处罚",
        "effective_on": date(2026, 1, 1),
        **values,
    }
    page = PowerPage(live=False, power_type=Term.objects.get(vocabulary="power_type", code=kind), **facts)
    page.bases = [PowerBasis(article=one) for one in articles or (make_article(),)]
    power: PowerPage = _keep(page, publish)
    return power


def make_benchmark(power: PowerPage, *grades: tuple[Any, Any], publish: bool = True, **values: Any) -> BenchmarkPage:
    """A benchmark on the articles of its power; ``grades`` are amounts from and to."""
    facts = {"violation": f"第{next(_serial)}种违法行为", "effective_on": date(2026, 1, 1), **values}
    page = BenchmarkPage(live=False, power=power, **facts)
    page.bases = [BenchmarkBasis(article=one) for one in power.articles]
    usual = Term.objects.get(vocabulary="circumstance", code="usual")
    page.grades = [
        BenchmarkGrade(circumstance=usual, standard="一般情节", amount_from=a, amount_to=b, sort_order=place)
        for place, (a, b) in enumerate(grades)
    ]
    benchmark: BenchmarkPage = _keep(page, publish)
    return benchmark


def make_guide(power: PowerPage, publish: bool = True, **values: Any) -> GuidePage:
    """A guide on the articles of its power."""
    page = GuidePage(live=False, power=power, **{"name": "办理开工手续", "effective_on": date(2026, 1, 1), **values})
    page.bases = [GuideBasis(article=one) for one in power.articles]
    guide: GuidePage = _keep(page, publish)
    return guide
