"""Laws and articles."""

from datetime import date
from typing import Any

from pages.kinds.law.models import Law, LawArticle
from rules.models import Term
from tests.factories.pages import make_site


def make_law(name: str = "建设工程质量管理条例", **values: Any) -> Law:
    """A saved law in force since 2019."""
    make_site()
    facts = {"in_force_from": date(2019, 4, 23), "issuing_body": "国务院", **values}
    kind = Term.objects.get(vocabulary="law_kind", code="administrative_regulation")
    law: Law = Law.objects.create(name=name, law_kind=kind, **facts)
    return law


def make_article(number: str = "第五十七条", law: Law | None = None, **values: Any) -> LawArticle:
    """A saved article."""
    facts = {"text": "违反本条例规定，建设单位未取得施工许可证的，责令停止施工。", **values}
    return LawArticle.objects.create(law=law or make_law(), number=number, **facts)
