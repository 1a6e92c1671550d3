"""Making a sample page through the product's own acts."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile

from pages.acts.site_tree import place_for
from pages.kinds.agency.models import AgencyPage
from pages.kinds.officer.models import Officer
from privacy.files.checks import check_of, examine, file_problem
from privacy.models import BureauDocument
from rules.models import Term
from rules.models.counting import load_calendar
from samples.releasing import let_out

_DATA = Path(__file__).parent / "data"


def bureau() -> AgencyPage:
    """The invented bureau: the first body of the column."""
    return AgencyPage.objects.order_by("pk").first()


def term(vocabulary: str, code: str) -> Term:
    return Term.objects.get(vocabulary=vocabulary, code=code)


def workday(day: date) -> date:
    """That day, or the first working day after it: no authority decides on a holiday."""
    return load_calendar().next_workday(day)


def publish(model: type[Any], slug: str, fill: Callable[[Any], None] | None = None, **values: Any) -> Any:
    """Publish a page of a kind, below its section or archive; the page of that slug when it is there already.

    ``fill`` sets children (parties, rows) before the page is saved.
    """
    found = model.objects.filter(slug=slug).first()
    if found is not None:
        return found
    body = bureau()
    facts = {
        "agency": body,
        "agency_name": body.name,
        "agency_code": body.credit_code,
        "source_name": body.name,
        "source_code": body.credit_code,
        **values,
    }
    page = model(live=False, slug=slug, **facts)
    if fill is not None:
        fill(page)
    place_for(model.kind, page.decided_on.year).add_child(instance=page)
    let_out(page)
    return model.objects.get(pk=page.pk)


def holder(page: Any, model: type[Any], company: tuple[str, str, str]) -> None:
    """Give a page its one party: an invented company (name, credit code, legal representative)."""
    name, code, person = company
    category = term("party_category", "organisation")
    page.parties = [model(name=name, category=category, credit_code=code, representative=person)]


def officers_on(day: date, category: str) -> list[Officer]:
    """Two officers whose certificates covered that category on that day; fewer when the list has fewer."""
    return list(Officer.objects.valid_on(day, category).order_by("pk")[:2])


def public_pdf(title: str, name: str) -> BureauDocument:
    """A file of the sample (``data/<name>``), checked and with its copy for the public; found again by its title."""
    found = BureauDocument.objects.filter(title=title).first()
    if found is not None:
        return found
    content = ContentFile((_DATA / name).read_bytes(), name=name)
    document = BureauDocument.objects.create(title=title, file=content)
    examine(check_of(document))
    problem = file_problem(document)
    if problem:
        raise ValueError(f"{name}: {problem}")
    return document
