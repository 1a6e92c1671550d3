"""Letting a version out as an approved source would."""

from typing import Any

from django.contrib.auth import get_user_model
from django.utils import timezone

from pages.acts.release import release_one
from records.approval import Approval
from records.models import Release, ReleaseAct


def let_out(revision: Any) -> Release | None:
    """Release a revision in the name of an approved source; what stands in the way is raised."""
    return release_one(revision, user=None, approval=Approval(None, "测试来源", timezone.now()))


def publisher() -> Any:
    """An account that may publish everything."""
    users = get_user_model()._default_manager
    return users.filter(username="publisher").first() or users.create_superuser("publisher", password="x")


def a_release(key: str) -> Release:
    """A row for a record that no act of the product made."""
    return Release.objects.create(
        record_key=key, content_hash="0" * 64, act=ReleaseAct.FOUND, source="测试来源", released_at=timezone.now()
    )
