"""The newest sample penalties get what an import does not carry: officers, articles, service, remedies."""

import re
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from pages.kinds.benchmark.models import BenchmarkPage
from pages.kinds.law.models import LawArticle
from pages.kinds.officer.models import Officer
from pages.kinds.penalty.models import PenaltyArticle, PenaltyDecisionPage
from pages.kinds.power.models import PowerPage
from samples.making import term, workday
from samples.releasing import let_out

COUNT = 60
# Parts four and five of a decision document (行政处罚法 59, 67, 72).
PAYMENT = (
    "应当自收到本决定书之日起十五日内，到指定的银行或者通过电子支付系统缴纳；"
    "逾期不缴纳罚款的，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额。"
)
REMEDY = (
    "如不服本决定，可在收到本决定书之日起六十日内向兴隆台区人民政府申请行政复议，"
    "或者在收到本决定书之日起六个月内向兴隆台区人民法院提起行政诉讼。"
)
_FOUND = re.compile(r"^(\d{4})年(\d{1,2})月(\d{1,2})日，执法人员")
# Words of the kind of violation or of its basis, the field of enforcement, the category of certificates; first fit wins.
FIELDS = [
    ("燃气", "gas", "gas"),
    ("物业", "property_management", "property_management"),
    ("房地产", "real_estate", "real_estate"),
    ("预售", "real_estate", "real_estate"),
    ("消防", "fire_safety", "fire_review"),
    ("安全生产", "work_safety", "quality_safety"),
    ("转包", "construction_market", "construction_market"),
    ("分包", "construction_market", "construction_market"),
    ("施工许可", "construction_market", "construction_market"),
    ("", "quality", "quality_safety"),
]
_CITED = re.compile(r"《([^》]+)》(第[^条]{1,8}条)")


def load() -> None:
    """Fill what is missing in the newest penalties."""
    newest = PenaltyDecisionPage.objects.filter(live=True).order_by("-decided_on", "-pk")[:COUNT]
    for page in newest:
        if not page.officers.exists():
            _fill(page)
            let_out(page)


def _fill(page: PenaltyDecisionPage) -> None:
    day: Any = page.decided_on
    field, category = field_of(page.violation_kind, page.basis)
    page.domain, page.procedure = term("domain", field), term("procedure", "ordinary")
    page.filed_on, page.notified_on = filed_on(page.facts, day), workday(day - timedelta(days=12))
    page.served_on = min(workday(day + timedelta(days=2)), timezone.localdate())
    page.remedy = f"{PAYMENT}\n{REMEDY}" if page.fine or page.confiscated else REMEDY
    benchmark = BenchmarkPage.objects.filter(violation=page.violation_kind, live=True).first()
    page.benchmark = benchmark
    page.power = benchmark.power if benchmark else power_of(page.basis)
    page.officers = list(Officer.objects.valid_on(day, category).order_by("pk")[:2])
    page.cited = [PenaltyArticle(article=article) for article in articles_of(page.basis, day)]


def filed_on(facts: str, day: date) -> date:
    """A case is filed after the inspection that found it, and before the party is told of the penalty."""
    found = _FOUND.match(facts)
    begins = date(*map(int, found.groups())) + timedelta(days=2) if found else day - timedelta(days=45)
    return workday(begins)


def field_of(violation: str, basis: str) -> tuple[str, str]:
    """Field of enforcement and category of certificate of a violation."""
    text = f"{violation}{basis}"
    return next((field, category) for word, field, category in FIELDS if word in text)


def power_of(basis: str) -> PowerPage | None:
    """The penalty power that rests on the same article."""
    for law, number in _CITED.findall(basis):
        bases = PowerPage.objects.filter(bases__article__law__name__endswith=law, bases__article__number=number)
        if found := bases.filter(power_type__code="penalty", live=True).order_by("pk").first():
            return found
    return None


def articles_of(basis: str, day: date) -> list[LawArticle]:
    """The articles that a basis names, in the version of the day."""
    found = []
    for law, number in _CITED.findall(basis):
        in_force = LawArticle.objects.in_force_on(day).filter(law__name__endswith=law, number=number)
        found += list(in_force.order_by("-law__in_force_from")[:1])
    return found
