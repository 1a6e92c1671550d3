"""Taking a file of officers in: check, then confirm; all that is well is written in one transaction."""

import logging
import tempfile
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from importers.faults import is_of_the_rows, place_of
from importers.models import OfficerFile
from importers.officers.compare import CHANGED, CREATED, UNCHANGED, Plan, Step, plan_of
from importers.officers.form import COLUMNS, KIND, Around
from importers.reading import cells_as_text, read_file
from pages.acts.officers import keep_officer
from records.types.columns.problems import Problem

logger = logging.getLogger(__name__)


def check_file(upload: Any, user: Any = None) -> OfficerFile:
    """Read an uploaded file and keep its rows; raises ``FileRefusedError`` when it cannot be used as a whole."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "officers")
        path.write_bytes(upload.read())
        around: Any = Around.load()
        reading = read_file(path, KIND, around, timezone.localdate(), name=upload.name)
    there = {code for row in reading.rows for code in row.cells}
    return OfficerFile.objects.create(
        file_name=Path(upload.name).name[:255],
        user=user,
        rows=[{"sheet": row.sheet, "line": row.line, "cells": cells_as_text(row.cells)} for row in reading.rows],
        columns=[column.code for column in COLUMNS if column.code in there],
        warnings=[problem.as_dict() for problem in reading.warnings],
    )


def _write(step: Step, plan: Plan, user: Any) -> None:
    """One officer, or one more line that waits: what the database refuses stops no other line."""
    step.officer.categories = step.categories
    try:
        with transaction.atomic():
            keep_officer(step.officer, user)
    except Exception as error:
        if not is_of_the_rows(error):
            raise
        logger.warning("A line of a file of officers cannot be stored: %s", place_of(error))
        reason = _("This row cannot be stored. Compare its cells with the form.")
        step.row.problems.append(Problem(step.row.sheet, step.row.line, "", "", reason))
        plan.steps.remove(step)
        plan.waiting.append(step.row)


def confirm_file(file: OfficerFile, digest: str, user: Any = None) -> Plan | None:
    """Write the good rows; None when the difference is no longer the one that was shown, or was written already."""
    with transaction.atomic():
        file = OfficerFile.objects.select_for_update().get(pk=file.pk)
        plan = plan_of(file, timezone.localdate())
        if file.applied_at is not None or plan.digest != digest:
            return None
        for step in (*plan.of(CREATED), *plan.of(CHANGED)):
            _write(step, plan, user)
        file.applied_at = timezone.now()
        file.report = {outcome: len(plan.of(outcome)) for outcome in (CREATED, CHANGED, UNCHANGED)}
        file.report["waiting"] = [
            {"sheet": row.sheet, "line": row.line, "problems": [problem.as_dict() for problem in row.problems]}
            for row in plan.waiting
        ]
        file.save()
        log(file, "importers.confirm_run", user=user, data={"file": file.file_name})
    return plan
