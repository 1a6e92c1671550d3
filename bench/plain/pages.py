"""Making plain pages: by Wagtail's way, and many at once for the reading bench."""

from collections.abc import Iterable, Sequence
from typing import Any

from wagtail.models import Page

from bench.plain.models import PlainDecisionPage, PlainIndexPage
from records.types.decision_data import DecisionData


def make_index() -> PlainIndexPage:
    """The plain index below the column's home."""
    home = Page.objects.get(depth=2)
    return home.add_child(instance=PlainIndexPage(title="Plain", slug="plain"))


def unsaved(facts: DecisionData, serial: int) -> PlainDecisionPage:
    """A page with the facts of a decision."""
    party = facts.parties[0]
    values: dict[str, Any] = {
        name: getattr(facts, name)
        for name in (
            "doc_no", "violation_kind", "facts", "basis", "result", "fine",
            "decided_on", "effect_until", "agency_name", "agency_code",
        )
    }  # fmt: skip
    title = f"{party.name}{facts.violation_kind}案"
    return PlainDecisionPage(
        title=title, slug=f"p-{serial}", party_name=party.name, party_code=party.credit_code, live=False, **values
    )


def publish_each(index: PlainIndexPage, decisions: Iterable[DecisionData]) -> None:
    """Wagtail's own way: add the child, save a revision, publish it."""
    for serial, facts in enumerate(decisions):
        page = unsaved(facts, serial)
        index.add_child(instance=page)
        page.save_revision().publish()


def load_many(index: PlainIndexPage, decisions: Sequence[DecisionData]) -> None:
    """Page and child rows at once; the reading bench needs no revisions."""
    from django.contrib.contenttypes.models import ContentType
    from wagtail.models import Locale

    from pages.acts.bulk import writer

    type_id = ContentType.objects.get_for_model(PlainDecisionPage).pk
    locale = Locale.get_default().pk
    pages = []
    for serial, (facts, pk) in enumerate(zip(decisions, writer.reserve_ids(Page, len(decisions)), strict=True)):
        page = unsaved(facts, serial)
        page.pk = page.id = page.page_ptr_id = pk
        page.path, page.depth = Page._get_path(index.path, index.depth + 1, serial + 1), index.depth + 1
        page.url_path, page.live, page.draft_title = f"{index.url_path}p-{serial}/", True, page.title
        page.content_type_id, page.locale_id = type_id, locale
        pages.append(page)
    writer.insert_instances(Page, pages)
    writer.insert_instances(PlainDecisionPage, pages)
    Page.objects.filter(pk=index.pk).update(numchild=len(pages))
