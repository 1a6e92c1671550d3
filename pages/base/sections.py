"""The lists of the tree and their addresses, as the public floor asks for them."""

from collections.abc import Iterable

from django.db.models import F, IntegerField, Value
from django.db.models.functions import Cast
from wagtail.models import Site

from pages.base.tree import ArchiveYearPage, DecisionIndexPage, SectionIndexPage
from records.changes import FRAME, watch
from records.public.sections import Section, read_sections

_LISTS = (DecisionIndexPage, SectionIndexPage, ArchiveYearPage)

# A new list. That one moves or goes is seen at its page.
for _model in _LISTS:
    watch(FRAME, _model._meta.db_table, "INSERT")


@read_sections.plug
def sections() -> dict[str, Section]:
    """All that are live, by address (one query); a year has the kind of the list above it."""
    roots = Site.get_site_root_paths()
    if not roots:
        return {}
    root = roots[0].root_path
    found = {path.removeprefix(root): (kind, year) for path, kind, year in _rows() if path.startswith(root)}
    kinds = {path: kind for path, (kind, _year) in found.items()}
    return {path: Section(kind or kinds.get(_above(path), ""), year) for path, (kind, year) in found.items()}


def _rows() -> Iterable[tuple[str, str, int | None]]:
    none = Cast(Value(None), IntegerField())
    # Through the small tables: at 100,000 pages no index finds an address.
    decisions, others = (
        model.objects.filter(live=True).order_by().values_list("url_path", "kind", none) for model in _LISTS[:2]
    )
    years = ArchiveYearPage.objects.filter(live=True).order_by().values_list("url_path", Value(""), F("year"))
    return decisions.union(others, years, all=True)


def _above(path: str) -> str:
    return path.rstrip("/").rpartition("/")[0] + "/"
