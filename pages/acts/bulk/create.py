"""New decisions in bulk: every row that Wagtail and the projection would have written, in one transaction."""

import json
from collections.abc import Sequence
from typing import Any

from wagtail.models import Page, PageLogEntry, ReferenceIndex, Revision

from pages.acts.bulk import writer
from pages.acts.bulk.build import PreparedDecision, build_new, give_slugs
from pages.acts.bulk.changes import Applied, DecisionChange
from pages.acts.bulk.content import revision_content
from pages.acts.bulk.projection import project_new
from pages.acts.bulk.references import reference_rows
from pages.acts.bulk.shared import BulkContext
from pages.acts.bulk.versions import WRITTEN_BY_SOURCE
from pages.base.tree import ArchiveYearPage
from pages.base.versions import content_hash
from privacy.models import PartyIdentity
from records.signals import pages_made


def create_decisions(changes: Sequence[DecisionChange], archive: ArchiveYearPage, shared: BulkContext) -> list[Applied]:
    """Write new decisions under an archive page whose row this transaction has locked."""
    built = [build_new(change, shared) for change in changes]
    _place(built, archive)
    _give_ids(built, shared)
    _write_pages(built, shared)
    _write_children(built, shared)
    _write_logs(built, shared)
    references = [row for one in built for row in reference_rows(one, shared)]
    writer.insert(ReferenceIndex, writer.with_ids(ReferenceIndex, references))
    _write_identities(built)
    project_new(built, shared)
    pages_made.send(shared.shape.model, page_ids=[one.page.pk for one in built])
    return [
        Applied(one.page.natural_key or "", one.page.pk, one.page.url_path, one.warnings, one.is_over(shared.now))
        for one in built
    ]


def _place(built: list[PreparedDecision], archive: ArchiveYearPage) -> None:
    """Paths in the tree, computed once; the parent's row is locked, so nobody else adds beside us."""
    give_slugs([one.page for one in built], archive)
    last = archive.get_last_child()
    path = last.path if last else None
    for one in built:
        path = _next_path(archive, path)
        one.page.path, one.page.depth, one.page.numchild = path, archive.depth + 1, 0
    Page.objects.filter(pk=archive.pk).update(numchild=archive.numchild + len(built))


def _next_path(parent: Page, last: str | None) -> str:
    """The path after ``last`` below a parent (materialised path, base 36 steps)."""
    step = 1 if last is None else Page._str2int(last[-Page.steplen :]) + 1
    return Page._get_path(parent.path, parent.depth + 1, step)


def _give_ids(built: list[PreparedDecision], shared: BulkContext) -> None:
    pages = writer.reserve_ids(Page, len(built))
    revisions = writer.reserve_ids(Revision, len(built))
    parties = iter(writer.reserve_ids(shared.shape.party, sum(len(one.parties) for one in built)))
    for one, page_id, revision_id in zip(built, pages, revisions, strict=True):
        one.page.pk = one.page.id = one.page.page_ptr_id = page_id
        one.revision_id = revision_id
        for order, party in enumerate(one.parties):
            party.pk, party.page_id, party.sort_order = next(parties), page_id, order


def _write_pages(built: list[PreparedDecision], shared: BulkContext) -> None:
    revisions = []
    for one in built:
        page = one.page
        content = revision_content(shared.shape, page, one.parties, one.terms)
        revisions.append(shared.revision(one.revision_id, page, json.dumps(content, ensure_ascii=False)))
        one.content_hash = content_hash(content) if page.live else ""
        page.latest_revision_id = one.revision_id
        page.live_revision_id = one.revision_id if page.live else None
    writer.insert(Revision, revisions)
    writer.insert_instances(Page, [one.page for one in built])
    writer.insert_instances(shared.shape.model, [one.page for one in built])


def _write_children(built: list[PreparedDecision], shared: BulkContext) -> None:
    writer.insert_instances(shared.shape.party, [party for one in built for party in one.parties])
    for name in shared.shape.terms:
        field = shared.shape.model._meta.get_field(name)
        through, page_id, term_id = field.remote_field.through, field.m2m_column_name(), field.m2m_reverse_name()
        rows = [
            writer.row(through, **{page_id: one.page.pk, term_id: term.pk}) for one in built for term in one.terms[name]
        ]
        writer.insert(through, writer.with_ids(through, rows))


def _write_logs(built: list[PreparedDecision], shared: BulkContext) -> None:
    rows = []
    for one in built:
        rows.append(log_row(one.page, "wagtail.create", None, shared))
        action = "wagtail.publish" if one.page.live else WRITTEN_BY_SOURCE
        rows.append(log_row(one.page, action, one.revision_id, shared))
    writer.insert(PageLogEntry, writer.with_ids(PageLogEntry, rows))


def log_row(page: Any, action: str, revision_id: int | None, shared: BulkContext) -> writer.Row:
    """A log entry of an act of this batch."""
    return writer.row(
        PageLogEntry,
        content_type_id=shared.page_type.pk,
        label=page.title,
        action=action,
        data={},
        timestamp=shared.now,
        user_id=shared.user.pk if shared.user else None,
        revision_id=revision_id,
        content_changed=True,
        page_id=page.pk,
    )


def _write_identities(built: list[PreparedDecision]) -> None:
    rows = [
        PartyIdentity.seal(one.page.pk, party.uid, data.identity.personal, data.identity.representative)
        for one in built
        for party, data in zip(one.parties, one.change.data.parties, strict=True)
        if data.identity
    ]
    for row, pk in zip(rows, writer.reserve_ids(PartyIdentity, len(rows)), strict=True):
        row.pk = pk
    writer.insert_instances(PartyIdentity, rows)
