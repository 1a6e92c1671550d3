"""The column's page tree: made once, found ever after."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, Site

from pages.acts.release import release_one
from pages.base.tree import ArchiveYearPage, DecisionIndexPage, HomePage, SectionIndexPage
from pages.kinds.agency.models import AgencyPage
from records.approval import Approval
from records.types import RecordType, all_kinds, kind_of


@dataclass(frozen=True, slots=True)
class AgencyData:
    """What must be known of a bureau to open its column."""

    name: str
    credit_code: str
    region_code: str = ""
    phone: str = ""
    address: str = ""
    duties: str = ""
    remedy_review_body: str = ""
    remedy_court: str = ""
    head: str = ""
    jurisdiction: str = ""
    staff: int | None = None
    # From when these facts hold; without it the body stays a draft until somebody says so.
    effective_on: date | None = None


@transaction.atomic
def ensure_site_tree(
    column: str,
    agency: AgencyData,
    hostname: str = "localhost",
    port: int = 80,
    sections: frozenset[str] | None = None,
) -> HomePage:
    """Make home page, site, sections and entity if they are missing; change nothing that exists.

    ``sections``: the kinds whose lists are made now, None for all. Another comes with its first record.
    """
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
    home.refresh_from_db()
    for kind in all_kinds():
        if sections is None or kind.key in sections or kind.is_founding:
            section_for(kind.key)
    if not AgencyPage.objects.filter(credit_code=agency.credit_code).exists():
        _make_entity(agency)
    home.refresh_from_db()
    return home


def _make_entity(facts: AgencyData) -> None:
    values = {name: getattr(facts, name) for name in AgencyData.__slots__}
    values["effective_on"] = facts.effective_on or timezone.localdate()
    page = section_for(AgencyPage.kind).add_child(instance=AgencyPage(live=False, **values))
    if facts.effective_on is not None:
        first = Approval(None, "系统初始化", timezone.now())
        release_one(page.save_revision(), user=None, approval=first)


def section_for(key: str) -> DecisionIndexPage | SectionIndexPage:
    """The section of a kind, made when it is missing."""
    kind = kind_of(key)
    model: Any = DecisionIndexPage if kind.archived else SectionIndexPage
    return model.objects.filter(kind=key).first() or _make_section(kind, model)


def _make_section(kind: RecordType, model: Any) -> Any:
    with transaction.atomic():
        home = HomePage.objects.select_for_update().get()
        again = model.objects.filter(kind=kind.key).first()
        return again or home.add_child(
            instance=model(title=kind.section_title, slug=kind.section, kind=kind.key, show_in_menus=False)
        )


def archive_for(year: int, kind: str) -> ArchiveYearPage:
    """The archive page of a year in the section of a kind, made when first needed under the section's row lock."""
    section = section_for(kind)
    found = ArchiveYearPage.objects.child_of(section).filter(year=year).first()
    if found is not None:
        return found
    with transaction.atomic():
        index = DecisionIndexPage.objects.select_for_update().get(pk=section.pk)
        again = ArchiveYearPage.objects.child_of(index).filter(year=year).first()
        return again or index.add_child(instance=ArchiveYearPage(title=f"{year}年", slug=str(year), year=year))


def place_for(kind: str, year: int) -> Any:
    """Where a new page of a kind goes: the archive of its year, or its section."""
    return archive_for(year, kind) if kind_of(kind).archived else section_for(kind)


def may_place(user: Any, kind: str, year: int) -> bool:
    """Whether somebody may add a page of a kind there; asks the nearest place that exists, and makes none."""
    index = DecisionIndexPage if kind_of(kind).archived else SectionIndexPage
    section = index.objects.filter(kind=kind).first()
    archive = ArchiveYearPage.objects.child_of(section).filter(year=year).first() if section else None
    place = archive or section or HomePage.objects.first()
    if place is None or not user.is_active:
        return False
    # ``can_add_subpage`` also asks what may stand below: not the archive that is still to be made.
    return user.is_superuser or "add" in place.permissions_for_user(user).permissions
