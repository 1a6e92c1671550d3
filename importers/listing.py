"""Records by the import that brought them: filters of the listings, and addresses that ask them."""

from typing import Any

import django_filters
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from importers.formats import KINDS
from importers.models import ImportedRecord, ImportRun, RecordOutcome
from importers.permissions import may_see
from pages.admin.addresses import listing_address
from records.types import RecordType

# As many imports as a person can choose among; an older one is reached from its own screen.
_OFFERED = 50


class RunFilter(django_filters.ModelChoiceFilter):
    """Records of a run, of one outcome when that is asked too."""

    def filter(self, qs: QuerySet[Any], value: Any) -> QuerySet[Any]:
        """Narrow the listing."""
        if not value:
            return qs
        records = ImportedRecord.objects.filter(run=value)
        outcome = self.parent.form.cleaned_data.get("outcome")
        return qs.filter(pk__in=(records.filter(outcome=outcome) if outcome else records).values("page_id"))


class OutcomeFilter(django_filters.ChoiceFilter):
    """What a run did with the record: says something of a run only (see ``RunFilter``)."""

    def filter(self, qs: QuerySet[Any], value: Any) -> QuerySet[Any]:
        """Nothing of its own."""
        return qs


def filters_of(kind: RecordType) -> dict[str, Any]:
    """The two filters, for kinds that can be imported."""
    if kind.key not in KINDS:
        return {}

    def runs(request: Any) -> QuerySet[ImportRun]:
        if request is None or not may_see(request.user):
            return ImportRun.objects.none()
        asked = request.GET.get("run", "")
        newest = ImportRun.objects.filter(kind=kind.key).values_list("pk", flat=True)[:_OFFERED]
        named = Q(pk=asked) if asked.isdecimal() else Q()
        return ImportRun.objects.filter(Q(pk__in=list(newest)) | named, kind=kind.key)

    return {
        "run": RunFilter(label=_("Import run"), queryset=runs),
        "outcome": OutcomeFilter(label=_("Outcome of the import"), choices=RecordOutcome.choices),
    }


def records_address(run: ImportRun, outcome: str = "") -> str:
    """The listing of the records of a run; empty while nothing is known of them."""
    records = ImportedRecord.objects.filter(run=run, **({"outcome": outcome} if outcome else {}))
    if run.kind not in KINDS or not records.exists():
        return ""
    return listing_address(run.kind, run=run.pk, **({"outcome": outcome} if outcome else {}))


def publishing_address(run: ImportRun, user: Any) -> str:
    """The confirmation before all records of a run are published; empty where there is nothing or no right to."""
    summary_fields = records_address(run)
    drafts = Page.objects.filter(pk__in=ImportedRecord.objects.filter(run=run).values("page_id"), live=False)
    if (
        not summary_fields
        or not page_permission_policy.user_has_any_permission(user, ["publish"])
        or not drafts.exists()
    ):
        return ""
    act = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    return f"{act}?{urlencode({'id': 'all', 'next': summary_fields})}"
