"""What editors find a page by: written whenever a page is saved, and for mass acts from their signal."""

from collections.abc import Iterable, Iterator

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q, QuerySet
from wagtail.models import Page, Revision

from pages.models import PenaltyDecisionPage
from search.analysis import squeeze
from search.batches import batched
from search.models import AdminEntry

BATCH = 500


def condition(word: str) -> Q:
    """Pages with this fragment; a page that has no entry yet is matched by its titles."""
    plain = squeeze(word)
    if not plain:
        return Q(title__icontains=word) | Q(draft_title__icontains=word)
    found = AdminEntry.objects.filter(text__contains=plain).values("page_id")
    missing = ~Exists(AdminEntry.objects.filter(page_id=OuterRef("pk")))
    return Q(pk__in=found) | (missing & (Q(title__icontains=word) | Q(draft_title__icontains=word)))


def missing() -> QuerySet[Page]:
    """Some pages that have no entry yet: made in bulk, and the task that was to index them was lost."""
    known = AdminEntry.objects.filter(page_id=OuterRef("pk"))
    return Page.objects.filter(~Exists(known), depth__gt=1)[:BATCH]


def complete(pages: QuerySet[Page]) -> Iterator[Page]:
    """Pages of any type with everything that their entries hold, a few queries for each ``BATCH``."""
    for batch in batched(pages.values_list("pk", "content_type_id").iterator(chunk_size=BATCH), BATCH):
        for model in {ContentType.objects.get_for_id(kind).model_class() for _pk, kind in batch}:
            if model is None:
                continue
            found = model._default_manager.filter(pk__in=[pk for pk, _kind in batch]).select_related("latest_revision")
            yield from found.prefetch_related("parties") if issubclass(model, PenaltyDecisionPage) else found


def write(pages: Iterable[Page]) -> None:
    """Write the entries of specific pages, from their newest revision where they have one."""
    for batch in batched(pages, BATCH):
        rows = [AdminEntry(page_id=page.pk, text=text_of(page)) for page in batch]
        AdminEntry.objects.bulk_create(rows, update_conflicts=True, unique_fields=["page"], update_fields=["text"])


def text_of(page: Page) -> str:
    """All that names a page, live and draft, each part folded and squeezed, parts told apart by a line break."""
    parts = [page.title, page.draft_title, page.slug]
    if isinstance(page, PenaltyDecisionPage):
        parts += _decision_parts(page)
        revision: Revision | None = page.latest_revision
        if revision is not None:
            parts += _draft_parts(revision.content)
    elif hasattr(page, "credit_code"):
        parts.append(page.credit_code)
    return "\n".join(dict.fromkeys(folded for part in parts if (folded := squeeze(part or ""))))


def _decision_parts(page: PenaltyDecisionPage) -> list[str]:
    parties = page.parties.all()
    own = [page.doc_no, page.doc_no_norm, page.authority_name, page.authority_code]
    return own + [text for party in parties for text in (party.name, party.credit_code)]


def _draft_parts(content: dict) -> list[str]:
    own = [content.get(name) or "" for name in ("doc_no", "doc_no_norm")]
    return own + [party.get(name) or "" for party in content.get("parties", []) for name in ("name", "credit_code")]
