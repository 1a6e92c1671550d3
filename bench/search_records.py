"""Public records for the search bench, straight into the projection: pages are not what is measured here."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from typing import Any

from bench.data import decisions

BATCH = 2000
LABELS = {"fine": "罚款", "warning": "警告"}


def fill(rows: int, now: datetime) -> None:
    """Write ``rows`` public records without any outbox."""
    from records.batches import batched
    from records.models import PublicRecord

    for batch in batched(_records(rows, now), BATCH):
        PublicRecord.objects.bulk_create(batch, batch_size=500)


def _records(rows: int, now: datetime) -> Iterator[Any]:
    from django.utils import timezone

    from privacy.masking import Masker
    from records.models import PublicRecord
    from rules.numbers import parse_number

    for place, facts in enumerate(decisions(rows), 1):
        number, (party,) = parse_number(facts.doc_no), facts.parties
        person = party.category == "person"
        mask = Masker.of([(party.name, "surname" if person else "full")])
        name = mask(party.name)
        start = timezone.make_aware(datetime.combine(facts.decided_on + timedelta(days=5), time()))
        yield PublicRecord(
            key=f"penalty-{place}",
            kind=facts.kind,
            path=f"/decisions/{facts.decided_on.year}/{facts.decided_on.year}-{number.serial}/",
            title=f"{name}{facts.violation_kind}案",
            doc_no=facts.doc_no,
            doc_no_norm=number.normalised,
            doc_no_parts=number.parts,
            agency=facts.agency_name,
            agency_code=facts.agency_code,
            parties=[{"name": name, "category": party.category, "code": party.credit_code, "representative": ""}],
            party_text=name,
            codes=[party.credit_code] if party.credit_code else [],
            penalty_types=[LABELS[code] for code in facts.penalty_types],
            result=facts.result,
            amount_fen=int((facts.fine or 0) * 100),
            year=facts.decided_on.year,
            decided_on=facts.decided_on,
            published_on=start.date(),
            visible_from=min(start, now),
            visible_to=now + timedelta(days=365),
            fields={"violation_kind": facts.violation_kind},
            body="\n".join([facts.violation_kind, mask(facts.facts), facts.basis, facts.result]),
            content_hash=f"{place:064d}",
            updated_at=now,
        )
