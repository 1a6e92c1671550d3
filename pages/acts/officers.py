"""Keeping an officer: the record, its revision and its line in the history, in one transaction."""

from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from pages.kinds.officer.models import Officer


def keep_officer(officer: Officer, user: Any = None) -> Officer:
    """Save a new or changed officer with a revision; the public record follows in the same transaction."""
    action = "wagtail.create" if officer.pk is None else "wagtail.edit"
    with transaction.atomic():
        officer.save()
        revision = officer.save_revision(user=user, changed=True)
        log(instance=officer, action=action, user=user, revision=revision, content_changed=True)
    return officer
