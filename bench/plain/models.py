"""A decision and its index as Wagtail's own guide would have them."""

from typing import Any

from django.core.paginator import Paginator
from django.db import models
from wagtail.models import Page

PER_PAGE = 20


class PlainIndexPage(Page):
    """Lists its children by date, twenty a page, with their number."""

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the asked page of children."""
        context = super().get_context(request, *args, **kwargs)
        children = PlainDecisionPage.objects.child_of(self).live().order_by("-decided_on", "-pk")
        if kind := request.GET.get("kind"):
            children = children.filter(violation_kind=kind)
        context["page_of_children"] = Paginator(children, PER_PAGE).get_page(request.GET.get("p"))
        return context


class PlainDecisionPage(Page):
    """The same columns as the product's page."""

    doc_no = models.CharField(max_length=128, db_index=True)
    violation_kind = models.CharField(max_length=2000, blank=True)
    facts = models.TextField()
    basis = models.TextField(blank=True)
    result = models.TextField(blank=True)
    party_name = models.CharField(max_length=200, blank=True)
    party_code = models.CharField(max_length=18, blank=True)
    fine = models.DecimalField(max_digits=18, decimal_places=2, null=True)
    decided_on = models.DateField(null=True, db_index=True)
    effect_until = models.DateField(null=True)
    agency_name = models.CharField(max_length=255, blank=True)
    agency_code = models.CharField(max_length=18, blank=True)
