"""What decisions rest on, as links to other public records."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from records.types.fields import LinksField


def agency_link() -> LinksField:
    """The body that decided."""
    return LinksField("agency_link", _("Enforcement body"), read=_entity, searched=False)


def power_link() -> LinksField:
    """The power that was used."""
    return LinksField(
        "power", _("Power"), read=lambda page: _page("power", page.power_id and page.power), searched=False
    )


def benchmark_link() -> LinksField:
    """The benchmark by which the amount was found."""
    return LinksField(
        "benchmark",
        _("Discretion benchmark"),
        read=lambda page: _page("benchmark", page.benchmark_id and page.benchmark),
        searched=False,
    )


def article_links() -> LinksField:
    """The articles applied; each leads to its law."""
    return LinksField("articles", _("Applied articles"), read=_articles)


def officer_links() -> LinksField:
    """The officers, named as the settings say (the masker knows their names)."""
    return LinksField("officers", _("Enforcement officers"), read=_officers, searched=False)


def _entity(page: Any) -> list[tuple[str, str]]:
    return [(f"agency-{page.agency_id}", page.agency_name)] if page.agency_id else []


def _page(kind: str, page: Any) -> list[tuple[str, str]]:
    return [(f"{kind}-{page.pk}", page.title)] if page else []


def _articles(page: Any) -> list[tuple[str, str]]:
    return [(f"law-{one.article.law_id}", one.article.citation) for one in page.cited.all()]


def _officers(page: Any) -> list[tuple[str, str]]:
    return [(f"officer-{one.pk}", one.name) for one in page.officers.all()]
