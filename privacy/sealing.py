"""Sealing identity numbers (items 11 and 13 of the form) into their own encrypted records."""

from collections.abc import Mapping
from uuid import UUID

from privacy import crypto
from privacy.models.identity import PartyIdentity

# Party uid to the party's own number and its representative's; an empty text keeps what is stored.
Numbers = Mapping[str, tuple[str, str]]


def seal_numbers(page_id: int, numbers: Numbers) -> None:
    """Store what was typed for the parties of a page. Call it inside the transaction that saves the page."""
    stored = {
        str(row.party_uid): row for row in PartyIdentity.objects.filter(page_id=page_id, party_uid__in=list(numbers))
    }
    for uid, (personal, representative) in numbers.items():
        old = stored.get(uid)
        if old is not None:
            personal = personal or crypto.decrypt(old.personal_token)
            representative = representative or crypto.decrypt(old.representative_token)
        sealed = PartyIdentity.seal(page_id, UUID(uid), personal, representative)
        if old is not None and old.fingerprint == sealed.fingerprint:
            continue
        sealed.pk = old.pk if old is not None else None
        sealed.save()
