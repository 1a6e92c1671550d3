"""Masking or clearing a hit in a draft: acts of named persons."""

import re
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.log_actions import log

from pages.base.disclosure import DisclosurePage
from pages.examination import PERMISSION
from pages.examination.hits import DraftHit, hits_of
from pages.examination.texts import typed_texts
from pages.projection.context import ProjectionContext
from pages.projection.masker import record_masker
from privacy.detection import mask, masked
from privacy.detection.shaping import PERSONS, STEMS
from privacy.models.decisions import HitDecision, PrivacyDecision


class NoSuchHitError(LookupError):
    """The draft has no such hit (any more)."""


@transaction.atomic
def mask_hit(page: DisclosurePage, *, digest: str, user: Any) -> int:
    """Write the masked form into every column of the draft in which the hit stands, as a new revision.

    Returns the number of places. Raises ``PermissionDenied`` without the right to edit and ``NoSuchHitError``.
    """
    if not page.permissions_for_user(user).can_edit():
        raise PermissionDenied
    draft = page.get_latest_revision_as_object()
    wanted = _find(draft, digest)
    taken = _taken(draft, wanted[0])
    for name in dict.fromkeys(one.typed.field for one in wanted if one.typed.plain):
        text = getattr(draft, name)
        setattr(draft, name, mask(text, [one.hit for one in wanted if one.typed.field == name], taken))
    draft.save_revision(user=user, log_action=True, clean=False)
    _note(draft, wanted, HitDecision.MASKED, user)
    return len(wanted)


@transaction.atomic
def clear_hit(page: DisclosurePage, *, digest: str, reason: str, user: Any) -> int:
    """Let a doubtful hit be published as it is, with a reason.

    Raises ``PermissionDenied`` without the permission, ``ValueError`` without a reason and ``NoSuchHitError``.
    """
    if not user.has_perm(PERMISSION) or not page.permissions_for_user(user).can_edit():
        raise PermissionDenied
    if not reason.strip():
        raise ValueError("clearing needs a reason")
    draft = page.get_latest_revision_as_object()
    wanted = [one for one in _find(draft, digest) if not one.hit.certain]
    if not wanted:
        raise NoSuchHitError
    _note(draft, wanted, HitDecision.CLEARED, user, reason.strip())
    return len(wanted)


def _taken(draft: Any, one: DraftHit) -> set[str]:
    """The forms in which the record, or the draft as it was typed, shows other persons."""
    if one.hit.kind not in PERSONS:
        return set()
    typed = re.compile(f"{re.escape(masked(one.hit))}[{STEMS}]*")
    texts = "\n".join(one.text for one in typed_texts(draft))
    return {*record_masker(draft, ProjectionContext.load()).pairs.values(), *typed.findall(texts)}


def _find(draft: Any, digest: str) -> list[DraftHit]:
    found = [one for one in hits_of(draft) if one.digest == digest]
    if not found:
        raise NoSuchHitError
    return found


def _note(draft: Any, hits: list[DraftHit], decision: str, user: Any, reason: str = "") -> None:
    """Rows and a log entry, without the text."""
    one = hits[0]
    fields = sorted({hit.typed.field for hit in hits})
    for name in fields:
        PrivacyDecision.objects.create(
            page_id=draft.pk,
            field=name,
            digest=one.digest,
            kind=one.hit.kind.value,
            decision=decision,
            reason=reason,
            by=user,
        )
    data = {"kind": one.hit.kind.value, "fields": fields, "decision": decision, "reason": reason}
    log(instance=draft, action="pages.examination", user=user, data=data)
