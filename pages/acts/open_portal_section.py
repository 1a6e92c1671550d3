"""The first act of a site: its column with sections, its bureau, and what the frame of every page shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db import transaction
from wagtail.models import Page

from pages.acts.site_tree import AgencyData, ensure_site_tree
from pages.base.tree import HomePage
from records.models import PortalSettings


@dataclass(frozen=True)
class Opening:
    """``settings``: values of ``PortalSettings`` by field; ``sections``: keys of kinds, None for all of them."""

    column: str
    agency: AgencyData
    settings: Mapping[str, str] = field(default_factory=dict)
    sections: frozenset[str] | None = None
    hostname: str = "localhost"
    port: int = 80


def is_open() -> bool:
    """Whether the site has its home page (one short query)."""
    return HomePage.objects.exists()


@transaction.atomic
def open_portal_section(opening: Opening) -> None:
    """Make what is missing; change nothing that is there."""
    _one_at_a_time()
    ensure_site_tree(opening.column, opening.agency, opening.hostname, opening.port, opening.sections)
    fill_settings(opening.settings)


@transaction.atomic
def open_first(opening: Opening) -> bool:
    """Open a column where there is none, and say whether that was done: a second asker changes nothing."""
    _one_at_a_time()
    if is_open():
        return False
    open_portal_section(opening)
    return True


def fill_settings(values: Mapping[str, str]) -> bool:
    """Write the settings of the column unless a person has named its bureau already; whether they were written."""
    if PortalSettings.objects.exclude(bureau_name="").exists():
        return False
    settings = PortalSettings.current()
    for name, value in values.items():
        setattr(settings, name, value)
    settings.save()
    return True


def _one_at_a_time() -> None:
    """Two who open at once would each find no home page: the root's row makes the second wait and look again."""
    Page.objects.select_for_update().get(depth=1)
