"""What editors find a page by: written whenever a page is saved, and for mass acts from their signal."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q
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


def write(pages: Iterable[Page]) -> None:
    """Write the entries of pages of any type, from their newest revision where they have one."""
    for batch in batched(pages, BATCH):
        rows = [AdminEntry(page_id=page.pk, text=text_of(page)) for page in batch]
        AdminEntry.objects.bulk_create(rows, update_conflicts=True, unique_fields=["page"], update_fields=["text"])


def text_of(page: Page) -> str:
    """All that names a page, live and draft, each part folded and squeezed, parts told apart by a line break."""
    parts = [page.title, page.draft_title, page.slug]
    live = page.specific_deferred if type(page) is Page else page
    if isinstance(live, PenaltyDecisionPage):
        parts += _decision_parts(live)
        revision: Revision | None = page.latest_revision
        if revision is not None:
            parts += _draft_parts(revision.content)
    elif hasattr(live, "credit_code"):
        parts.append(live.credit_code)
    return "\n".join(dict.fromkeys(folded for part in parts if (folded := squeeze(part or ""))))


def _decision_parts(page: PenaltyDecisionPage) -> list[str]:
    parties = page.parties.all()
    own = [page.doc_no, page.doc_no_norm, page.authority_name, page.authority_code]
    return own + [text for party in parties for text in (party.name, party.credit_code)]


def _draft_parts(content: dict) -> list[str]:
    own = [content.get(name) or "" for name in ("doc_no", "doc_no_norm")]
    return own + [party.get(name) or "" for party in content.get("parties", []) for name in ("name", "credit_code")]
