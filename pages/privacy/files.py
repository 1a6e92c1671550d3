"""The check of attached files: what was found, who confirmed it, the copy that the public gets."""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from django.core.files import File
from django.utils import timezone
from django.utils.translation import gettext as _

from pages.models.files import BureauDocument
from pages.models.privacy import FileCheck, FileState

_ROOT = Path(__file__).resolve().parents[2]
_SECONDS = 60
_LARGEST = 60 << 20  # bytes


class SamePersonError(Exception):
    """Whoever uploaded a file does not confirm it."""


def check_of(document: BureauDocument) -> FileCheck:
    """The check of a document as it is now; made when there is none (up to a minute)."""
    mark = document.get_file_hash()
    check = FileCheck.objects.filter(document=document, file_hash=mark).first()
    if check is not None:
        return check
    pages = _examine(document)
    return FileCheck.objects.get_or_create(
        document=document, file_hash=mark, defaults={"state": _state(pages), "pages": pages or []}
    )[0]


def file_problem(document: BureauDocument) -> str:
    """Why the file may not be published; empty when it may. Makes the public copy of a file that has passed."""
    check = check_of(document)
    if check.state == FileState.UNREADABLE:
        return _("it cannot be read (broken, encrypted or of an unknown kind); attach it as a PDF.")
    if not document.filename.lower().endswith(".pdf"):
        return _("only PDF files are published; save it as a PDF and attach that.")
    if not check.is_passed:
        return _("a second person, not the one who uploaded it, has to look through it page by page.")
    if not check.public_copy and not make_copy(check):
        return _("its copy for the public could not be made; save it as a PDF again and attach that.")
    return ""


def confirm(check: FileCheck, *, pages: set[int], user: Any) -> None:
    """A second person has looked at every page.

    Raises ``SamePersonError`` for the one who uploaded it, ``ValueError`` while a page is left out or for a file that
    cannot be read.
    """
    uploader = check.document.uploaded_by_user_id
    if user.pk is None or user.pk == uploader:
        raise SamePersonError
    if check.state == FileState.UNREADABLE or not check.pages or {one["page"] for one in check.pages} - pages:
        raise ValueError("every page has to be looked at")
    check.confirmed_by, check.confirmed_at = user, timezone.now()
    check.save(update_fields=["confirmed_by", "confirmed_at"])


def public_file(document: BureauDocument) -> Any:
    """The stored copy that the public may have; None when there is none for the file as it is now."""
    check = FileCheck.objects.filter(document=document, file_hash=document.file_hash).exclude(public_copy="").first()
    return check.public_copy if check is not None and check.is_passed else None


def make_copy(check: FileCheck) -> bool:
    """Flatten a file that has passed into its public copy."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "in.pdf"), Path(folder, "out.pdf")
        _fetch(check.document, source)
        if _run("pages.privacy.flattening", source, target) is None or not target.exists():
            return False
        with target.open("rb") as handle:
            check.public_copy.save(f"{check.file_hash}.pdf", File(handle), save=True)
    return True


def _examine(document: BureauDocument) -> list[dict[str, Any]] | None:
    """Pages of a file; None when it cannot be read."""
    if (document.get_file_size() or 0) > _LARGEST:
        return None
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "in" + Path(document.filename).suffix.lower())
        _fetch(document, source)
        printed = _run("pages.privacy.extraction", source)
    return json.loads(printed) if printed else None


def _state(pages: list[dict[str, Any]] | None) -> FileState:
    if not pages:
        return FileState.UNREADABLE
    if any(page["kinds"] for page in pages):
        return FileState.HITS
    return FileState.CLEAN if all(page["text"] for page in pages) else FileState.UNCHECKED


def _fetch(document: BureauDocument, target: Path) -> None:
    with document.file.open("rb") as stored, target.open("wb") as copy:
        shutil.copyfileobj(stored, copy)


def _run(module: str, *files: Path) -> str | None:
    """What the module prints; None when it fails or takes too long."""
    command = [sys.executable, "-m", module, *map(str, files)]
    try:
        done = subprocess.run(command, cwd=_ROOT, capture_output=True, timeout=_SECONDS, check=False, text=True)
    except (subprocess.TimeoutExpired, OSError):
        return None
    return done.stdout if done.returncode == 0 else None
