"""Real laws and regulations of housing and construction with articles in their official text (data/laws.json)."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from wagtail.models import RevisionMixin

from pages.kinds.law.models import Law, LawArticle
from samples.making import term

_FILE = Path(__file__).with_name("data") / "laws.json"


def load() -> None:
    """Enter what is missing; a law stands before those that it replaced."""
    rows = json.loads(_FILE.read_text(encoding="utf-8"))
    for row in sorted(rows, key=lambda row: bool(row["replaced_by"])):
        if not Law.objects.filter(name=row["name"], in_force_from=row["in_force_from"]).exists():
            _enter(row)


def article(law: str, number: str) -> LawArticle:
    """An article by the name and the number that decisions write: ("建设工程质量管理条例", "第五十七条").

    Of several versions the newest.
    """
    found = LawArticle.objects.filter(law__name__endswith=law, number=number)
    return found.order_by("-law__in_force_from").select_related("law")[0]


def _enter(row: dict[str, Any]) -> None:
    law = Law(
        name=row["name"],
        short_name=row["short_name"],
        law_kind=term("law_kind", row["kind"]),
        document_no=row["document_no"],
        issuing_body=row["issuing_body"],
        adopted_on=date.fromisoformat(row["adopted_on"]),
        in_force_from=date.fromisoformat(row["in_force_from"]),
        in_force_to=date.fromisoformat(row["in_force_to"]) if row["in_force_to"] else None,
        replaced_by=_current(row["replaced_by"]) if row["replaced_by"] else None,
    )
    _keep(law)
    for number, text in row["articles"].items():
        successor = row["successors"].get(number)
        replaced_by = LawArticle.objects.get(law=law.replaced_by, number=successor) if successor else None
        _keep(LawArticle(law=law, number=number, text=text, replaced_by=replaced_by))


def _keep(one: RevisionMixin) -> None:
    one.full_clean()
    one.save()
    one.save_revision()


def _current(name: str) -> Law:
    return Law.objects.filter(name=name).order_by("-in_force_from")[0]
