"""What decisions rest on, as links to other public records."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from records.kinds.shown import Links


def entity_link() -> Links:
    """The body that decided."""
    return Links("entity_link", _("Enforcement body"), read=_entity, searched=False)


def power_link() -> Links:
    """The power that was used."""
    return Links("power", _("Power"), read=lambda page: _page("power", page.power_id and page.power), searched=False)


def benchmark_link() -> Links:
    """The benchmark by which the amount was found."""
    return Links(
        "benchmark",
        _("Discretion benchmark"),
        read=lambda page: _page("benchmark", page.benchmark_id and page.benchmark),
        searched=False,
    )


def article_links() -> Links:
    """The articles applied; each leads to its law."""
    return Links("articles", _("Applied articles"), read=_articles)


def officer_links() -> Links:
    """The officers, named as the settings say (the masker knows their names)."""
    return Links("officers", _("Enforcement officers"), read=_officers, searched=False)


def _entity(page: Any) -> list[tuple[str, str]]:
    return [(f"entity-{page.authority_id}", page.authority_name)] if page.authority_id else []


def _page(kind: str, page: Any) -> list[tuple[str, str]]:
    return [(f"{kind}-{page.pk}", page.title)] if page else []


def _articles(page: Any) -> list[tuple[str, str]]:
    return [(f"law-{one.article.law_id}", one.article.citation) for one in page.cited.all()]


def _officers(page: Any) -> list[tuple[str, str]]:
    return [(f"officer-{one.pk}", one.name) for one in page.officers.all()]
