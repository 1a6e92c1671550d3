"""Imports of small files, as the command line makes them, and a dump by which two databases are told equal."""

from pathlib import Path
from typing import Any

from importers.commanding import Order, run_order
from importers.models import ImportRun, ImportTrace, WaitingRow
from pages.kinds.penalty.models import PenaltyDecisionPage
from privacy.models import PartyIdentity
from records.models import PublicRecord
from tests.factories.spreadsheets import LABELS, row, write_xlsx


def send(folder: Path, rows: list[list[Any]], *, name: str = "sent.xlsx", **order: Any) -> ImportRun:
    """Write rows below the standard header and import the file."""
    return run_order(Order(write_xlsx(folder / name, [LABELS, *rows]), "penalty", **order))


def numbered(serial: int, **changes: Any) -> list[Any]:
    """A good row with its own document number."""
    return row(**{"CF_WSH": f"兴住建罚决字〔2026〕{serial}号", **changes})


def counts(run: ImportRun) -> tuple[int, int, int, int, int, int]:
    """read, created, changed, unchanged, quarantined, skipped."""
    return (run.read, run.created, run.changed, run.unchanged, run.quarantined, run.skipped)


def decision(serial: int) -> PenaltyDecisionPage:
    """The page of a numbered row."""
    return PenaltyDecisionPage.objects.get(doc_no=f"兴住建罚决字〔2026〕{serial}号")


def canonical_dump() -> dict[str, Any]:
    """Everything an import writes, without ids and times: equal dumps, equal databases."""
    pages = {}
    for page in PenaltyDecisionPage.objects.order_by("natural_key"):
        seals = PartyIdentity.objects.filter(page_id=page.pk).values_list("party_uid", "fingerprint")
        marks = {str(uid): mark for uid, mark in seals}
        pages[page.natural_key] = {
            "facts": [page.title, page.slug, page.url_path, page.facts, str(page.fine), str(page.decided_on)],
            "state": [page.live, page.has_unpublished_changes, str(page.expire_at), page.approved_source],
            "parties": [(p.name, p.credit_code, marks.get(str(p.uid), "")) for p in page.parties.all()],
            "types": sorted(term.code for term in page.penalty_types.all()),
            "revisions": page.revisions.count(),
        }
    return {
        "pages": pages,
        "children": sorted(PenaltyDecisionPage.objects.values_list("url_path", "depth")),
        "records": sorted(
            PublicRecord.objects.values_list("path", "state", "title", "version", "party_text", "visible_to", "body")
        ),
        "traces": sorted(ImportTrace.objects.values_list("natural_key", "content_hash", "identity_mark", "marks")),
        "waiting": sorted(
            (waiting.sheet, waiting.line, waiting.natural_key, str(waiting.problems), str(waiting.cells))
            for waiting in WaitingRow.objects.all()
        ),
        "runs": sorted(
            (*counts(run), run.state, run.warning_count, run.over, run.progress) for run in ImportRun.objects.all()
        ),
    }
