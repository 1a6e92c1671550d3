"""Who may do what with imports; every view and button asks here."""

from typing import Any

from django.core.exceptions import PermissionDenied

SEE, SEND, APPROVE, EXPORT = (
    "importers.view_importrun",
    "importers.add_importrun",
    "importers.approve_importsource",
    "importers.export_waitingrow",
)


def may_see(user: Any) -> bool:
    """Reports of imports: whoever may read or send."""
    return user.is_active and (user.has_perm(SEE) or user.has_perm(SEND))


def may_send(user: Any) -> bool:
    """Send files, confirm and cancel runs, dismiss rows."""
    return user.is_active and user.has_perm(SEND)


def may_approve(user: Any) -> bool:
    """Let a source publish: an administrator's word."""
    return user.is_active and user.has_perm(APPROVE)


def may_export(user: Any) -> bool:
    """Download rows that wait, identity numbers included; each download is logged."""
    return user.is_active and user.has_perm(EXPORT)


def demand(allowed: bool) -> None:
    """Raise ``PermissionDenied`` unless allowed."""
    if not allowed:
        raise PermissionDenied
