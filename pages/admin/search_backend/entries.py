"""What editors find a page by: written whenever a page is saved, and for mass acts from their signal."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet
from wagtail.models import Page, Revision, get_page_models

from pages.admin.search_backend.models import AdminEntry
from pages.base.numbered import NumberedDecisionPage
from records.analysis import squeeze
from records.batches import batched
from rules.numbers import fold_number

BATCH = 500
# On SQLite nobody else writes while these are written, and their index of word parts takes its time.
_WRITTEN_AT_ONCE = {"sqlite": 50}


def condition(word: str) -> Q:
    """Pages with this fragment; a page that has no entry yet (mass acts) is matched in its own columns."""
    plain = squeeze(word)
    if not plain:
        return Q(title__icontains=word) | Q(draft_title__icontains=word)
    found = AdminEntry.objects.filter(text__contains=plain).values("page_id")
    return Q(pk__in=found) | (Q(pk__in=missing().values("pk")) & _in_columns(word))


def missing() -> QuerySet[Page]:
    """Pages without an entry, tree roots left out."""
    return Page.objects.filter(~Exists(AdminEntry.objects.filter(page_id=OuterRef("pk"))), depth__gt=1)


def _in_columns(word: str) -> Q:
    named = Q(doc_no__contains=word) | Q(doc_no_norm__contains=fold_number(word))
    named |= Q(parties__name__contains=word) | Q(parties__credit_code__contains=word.upper())
    found = Q(title__icontains=word) | Q(draft_title__icontains=word)
    for model in _decision_models():
        found |= Q(pk__in=model._default_manager.filter(named).values("pk"))
    return found


def _decision_models() -> list[type[Page]]:
    return [model for model in get_page_models() if issubclass(model, NumberedDecisionPage)]


def write_missing(most: int = 5000) -> int:
    """Write entries that mass acts have left to the worker; returns how many."""
    pks = list(missing().values_list("pk", flat=True)[:most])
    write(complete(Page.objects.filter(pk__in=pks)))
    return len(pks)


def complete(pages: QuerySet[Page]) -> Iterator[Page]:
    """Pages of any type with everything that their entries hold, a few queries for each ``BATCH``."""
    for batch in batched(pages.values_list("pk", "content_type_id").iterator(chunk_size=BATCH), BATCH):
        for model in {ContentType.objects.get_for_id(kind).model_class() for _pk, kind in batch}:
            if model is None:
                continue
            found = model._default_manager.filter(pk__in=[pk for pk, _kind in batch]).select_related("latest_revision")
            yield from found.prefetch_related("parties") if issubclass(model, NumberedDecisionPage) else found


def write(pages: Iterable[Page]) -> None:
    """Write the entries of specific pages, from their newest revision where they have one."""
    for batch in batched(pages, _WRITTEN_AT_ONCE.get(connection.vendor, BATCH)):
        rows = [AdminEntry(page_id=page.pk, text=text_of(page)) for page in batch]
        AdminEntry.objects.bulk_create(rows, update_conflicts=True, unique_fields=["page"], update_fields=["text"])


def text_of(page: Page) -> str:
    """All that names a page, live and draft, each part folded and squeezed, parts told apart by a line break."""
    parts = [page.title, page.draft_title, page.slug]
    if isinstance(page, NumberedDecisionPage):
        parts += _decision_parts(page)
        revision: Revision | None = page.latest_revision
        if revision is not None:
            parts += _draft_parts(revision.content)
    elif hasattr(page, "credit_code"):
        parts.append(page.credit_code)
    return "\n".join(dict.fromkeys(folded for part in parts if (folded := squeeze(part or ""))))


def _decision_parts(page: Any) -> list[str]:
    parties = page.parties.all()
    own = [page.doc_no, page.doc_no_norm, page.agency_name, page.agency_code]
    return own + [text for party in parties for text in (party.name, party.credit_code)]


def _draft_parts(content: dict) -> list[str]:
    own = [content.get(name) or "" for name in ("doc_no", "doc_no_norm")]
    return own + [party.get(name) or "" for party in content.get("parties", []) for name in ("name", "credit_code")]
