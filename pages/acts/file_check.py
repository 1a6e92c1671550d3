"""Confirming a file: an act of a second person, in the document's history."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.log_actions import log

from pages.examination import PERMISSION
from privacy.files.checks import confirm
from privacy.files.queue import wake
from privacy.models import FileCheck


@transaction.atomic
def confirm_file(check: FileCheck, *, pages: set[int], user: Any) -> None:
    """Confirm that nothing on these pages must stay inside; all pages have to be among them.

    Raises ``PermissionDenied`` without the permission, and what ``privacy.files.checks.confirm`` raises.
    """
    if not user.has_perm(PERMISSION):
        raise PermissionDenied
    confirm(check, pages=pages, user=user)
    wake()
    log(instance=check.document, action="pages.file_check", user=user, data={"pages": sorted(pages)})
