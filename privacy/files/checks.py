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

from privacy.models.decisions import FileCheck, FileReason, FileState
from privacy.models.files import BureauDocument

_ROOT = Path(__file__).resolve().parents[2]
_SECONDS = 60
_LARGEST = 60 << 20  # bytes


class SamePersonError(Exception):
    """Whoever uploaded a file does not confirm it."""


def check_of(document: BureauDocument) -> FileCheck:
    """The check of a document as it is now; one that waits for a worker when nobody has looked yet."""
    mark = document.get_file_hash()
    is_pdf = document.filename.lower().endswith(".pdf")
    return FileCheck.objects.get_or_create(document=document, file_hash=mark, defaults={"is_pdf": is_pdf})[0]


def file_problem(document: BureauDocument) -> str:
    """Why the file may not be published; empty when it may. Reads what a worker found and looks at nothing itself."""
    check = check_of(document)
    if check.state == FileState.WAITING:
        return _("it is still being checked; please try again in a minute.")
    if check.reason:
        return str(check.get_reason_display())
    if not check.is_pdf:
        return _("only PDF files are published; save it as a PDF and attach that.")
    if not check.is_passed:
        return _("a second person, not the one who uploaded it, has to look through it page by page.")
    return "" if check.public_copy else _("its copy for the public is being made; please try again in a minute.")


def examine(check: FileCheck) -> FileCheck:
    """Look at a file that waits, and make the copy of one that has passed (up to two minutes, in processes apart).

    Call it outside every transaction; what it finds is written at its end.
    """
    if check.state == FileState.WAITING:
        pages, reason = _examine(check.document)
        check.state, check.pages, check.reason = _state(pages), pages or [], reason
        check.save(update_fields=["state", "pages", "reason"])
    if check.is_pdf and check.is_passed and not check.public_copy and not make_copy(check):
        check.reason = FileReason.NO_COPY
        check.save(update_fields=["reason"])
    return check


def confirm(check: FileCheck, *, pages: set[int], user: Any) -> None:
    """A second person has looked at every page.

    Raises ``SamePersonError`` for the one who uploaded it, ``ValueError`` while a page is left out or for a file that
    cannot be read.
    """
    uploader = check.document.uploaded_by_user_id
    if user.pk is None or user.pk == uploader:
        raise SamePersonError
    unseen = {one["page"] for one in check.pages} - pages
    if check.state in (FileState.UNREADABLE, FileState.WAITING) or not check.pages or unseen:
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
        try:
            made = _run("privacy.files.flattening", source, target)
        except subprocess.TimeoutExpired:
            return False
        if made is None or not target.exists():
            return False
        with target.open("rb") as handle:
            check.public_copy.save(f"{check.file_hash}.pdf", File(handle), save=True)
    return True


def _examine(document: BureauDocument) -> tuple[list[dict[str, Any]] | None, str]:
    """Pages of a file, or None with the reason for which it cannot be read."""
    if (document.get_file_size() or 0) > _LARGEST:
        return None, FileReason.TOO_LARGE
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "in" + Path(document.filename).suffix.lower())
        _fetch(document, source)
        try:
            printed = _run("privacy.files.extraction", source)
        except subprocess.TimeoutExpired:
            return None, FileReason.TOO_SLOW
    found = json.loads(printed) if printed else {}
    pages = found.get("pages") or None
    return pages, "" if pages else str(found.get("reason", FileReason.BROKEN))


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
    """What the module prints; None when it fails. Raises ``subprocess.TimeoutExpired``."""
    command = [sys.executable, "-m", module, *map(str, files)]
    done = subprocess.run(command, cwd=_ROOT, capture_output=True, timeout=_SECONDS, check=False, text=True)
    return done.stdout if done.returncode == 0 else None
