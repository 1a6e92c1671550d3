"""Titles and slugs of decisions: 当事人 + 违法行为 + 案; slug from year and serial of the number."""

import hashlib
from collections.abc import Sequence

from privacy import masking
from rules import naming
from rules.models import PublicationSettings
from rules.numbers import UnreadableNumberError, parse_number

_LONGEST_TITLE = 250


def compose_title(
    parties: Sequence[tuple[str, str]],
    subject: str,
    policy: naming.NamePolicy | None = None,
    end: str = "案",
    masker: masking.Masker | None = None,
) -> str:
    """Title of a decision from (name, category code) pairs; names are masked as the settings say.

    ``end`` closes the title of a case (案). With the ``masker`` of a record the title names its persons as the record
    does. Returns an empty text when nothing is known yet.
    """
    if not parties and not subject:
        return ""
    if masker is None:
        policy = policy or current_policy()
        masker = masking.Masker.of((name, policy.for_category(category)) for name, category in parties)
    first = masker(parties[0][0]) if parties else ""
    several = "等" if len(parties) > 1 else ""
    body = masker(subject.strip()).removesuffix(end)
    room = _LONGEST_TITLE - len(first) - 2
    return f"{first}{several}{body[:room]}{end}" if body else f"{first}{several}"


def current_policy() -> naming.NamePolicy:
    settings: PublicationSettings = PublicationSettings.load()
    return settings.name_policy()


def compose_slug(doc_no: str, natural_key: str | None) -> str:
    """``2026-163`` from the number; a short digest of the key when the number cannot be read."""
    try:
        number = parse_number(doc_no or "")
    except UnreadableNumberError:
        return ""
    serial = "".join(char if char.isascii() and (char.isalnum() or char == "-") else "" for char in number.serial)
    return f"{number.year}-{serial}" if serial else f"{number.year}-{digest(natural_key or doc_no)}"


def digest(text: str) -> str:
    """Six characters that tell equal slugs apart."""
    return hashlib.sha256(text.encode()).hexdigest()[:6]
