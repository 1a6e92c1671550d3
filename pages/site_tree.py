"""The column's page tree: made once, found ever after."""

from dataclasses import dataclass

from django.db import transaction
from wagtail.models import Page, Site

from pages.models.tree import ArchiveYearPage, DecisionIndexPage, EntityPage, HomePage


@dataclass(frozen=True, slots=True)
class EntityFacts:
    """What must be known of a bureau to open its column."""

    name: str
    credit_code: str
    region_code: str = ""
    phone: str = ""
    address: str = ""
    duties: str = ""
    remedy_review_body: str = ""
    remedy_court: str = ""


@transaction.atomic
def ensure_site_tree(column: str, entity: EntityFacts, hostname: str = "localhost", port: int = 80) -> HomePage:
    """Make home page, site, entity and index of decisions if they are missing; change nothing that exists."""
    home = HomePage.objects.first()
    if home is None:
        root = Page.get_first_root_node()
        home = root.add_child(instance=HomePage(title=column, slug="column", live=True))
        Site.objects.update_or_create(
            is_default_site=True, defaults={"root_page": home, "hostname": hostname, "port": port, "site_name": column}
        )
        # Wagtail's own first migration leaves an English root and a welcome page that nobody asked for.
        Page.objects.filter(depth=1, title="Root").update(title="全部页面", draft_title="全部页面")
        Page.objects.filter(depth=2, slug="home").exclude(pk=home.pk).delete()
    if not EntityPage.objects.filter(credit_code=entity.credit_code).exists():
        values = {name: getattr(entity, name) for name in EntityFacts.__slots__}
        home.add_child(instance=EntityPage(title=entity.name, slug=f"entity-{entity.credit_code.lower()}", **values))
    if not DecisionIndexPage.objects.exists():
        home.refresh_from_db()
        home.add_child(instance=DecisionIndexPage(title="行政处罚", slug="decisions"))
    return home


def archive_for(year: int) -> ArchiveYearPage:
    """The archive page of a year, made when first needed under the index's row lock."""
    found = ArchiveYearPage.objects.filter(year=year).first()
    if found is not None:
        return found
    with transaction.atomic():
        index = DecisionIndexPage.objects.select_for_update().get()
        again = ArchiveYearPage.objects.filter(year=year).first()
        return again or index.add_child(instance=ArchiveYearPage(title=f"{year}年", slug=str(year), year=year))
