"""The screens that the models say there are: of each page type, of each kind of record that is no page."""

from collections.abc import Iterator
from typing import Any

from django.contrib.admin.utils import quote
from django.urls import reverse
from wagtail.admin.viewsets import viewsets
from wagtail.models import Page, get_page_models
from wagtail.snippets.views.snippets import SnippetViewSet

from tests.tools.golden.canonical import model


def addresses() -> Iterator[str]:
    """In a fixed order."""
    yield "/admin/"
    for kind in model("PublicRecord")._base_manager.order_by("kind").values_list("kind", flat=True).distinct():
        yield f"/admin/records/new/{kind}/"
    for one in sorted(get_page_models(), key=lambda page_model: page_model.__name__):
        yield from _of_pages(one)
    for views in sorted(viewsets.viewsets, key=lambda one: one.__class__.__name__):
        if isinstance(views, SnippetViewSet):
            yield from _of_snippets(views)


def _of_pages(page_model: Any) -> Iterator[str]:
    above = [one for one in Page.objects.order_by("path").specific() if page_model.can_create_at(one)][:1]
    for parent in above:
        yield reverse(
            "wagtailadmin_pages:add", args=[page_model._meta.app_label, page_model._meta.model_name, parent.pk]
        )
        yield reverse("wagtailadmin_explore", args=[parent.pk])
    for live in (True, False):
        for page in page_model._base_manager.filter(live=live).order_by("path")[:1]:
            yield reverse("wagtailadmin_pages:edit", args=[page.pk])


def _of_snippets(views: SnippetViewSet) -> Iterator[str]:
    served = {pattern.name for pattern in views.get_urlpatterns()}
    yield from (reverse(views.get_url_name(name)) for name in ("list", "add") if name in served)
    for row in views.model._base_manager.order_by("pk")[:1] if "edit" in served else ():
        yield reverse(views.get_url_name("edit"), args=[quote(row.pk)])
