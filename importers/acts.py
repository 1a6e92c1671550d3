"""Acts of people on runs: each with its permission, its log entry and the task that carries it on."""

from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from importers.models import ImportRun, ImportSource, RowState, RunState
from importers.permissions import demand, may_send
from importers.sending import send_file
from importers.tasks import hand_over


def send_for_check(*, user: Any, source: ImportSource, upload: Any, publish: bool) -> ImportRun:
    """Store an uploaded file and have it checked; nothing is written before somebody confirms."""
    demand(may_send(user))
    demand(not publish or source.publishes)
    run = send_file(upload.chunks(), upload.name, source=source, user=user, publish=publish)
    log(run, "importers.send_file", user=user, data={"file": run.file_name, "sha256": run.sha256})
    _hand_over(run)
    return run


def confirm_run(run: ImportRun, *, user: Any) -> bool:
    """Let a checked run be applied; false when it is not, or no longer, waiting for that."""
    demand(may_send(user))
    # An approval that was taken back since the check no longer publishes.
    publish = run.publish and run.source.publishes
    moved = ImportRun.objects.filter(pk=run.pk, state=RunState.CHECKED).update(
        state=RunState.APPLYING,
        publish=publish,
        user=user,
        started_at=None,
        finished_at=None,
        lease_until=None,
        attempts=0,
    )
    if moved:
        log(run, "importers.confirm_run", user=user, data={"publish": publish})
        _hand_over(run)
    return bool(moved)


def cancel_run(run: ImportRun, *, user: Any) -> bool:
    """Give a checked run up; false when it is not waiting for confirmation."""
    demand(may_send(user))
    moved = ImportRun.objects.filter(pk=run.pk, state=RunState.CHECKED).update(
        state=RunState.CANCELLED, finished_at=timezone.now()
    )
    if moved:
        log(run, "importers.cancel_run", user=user)
    return bool(moved)


def dismiss_rows(run: ImportRun, *, user: Any) -> int:
    """Nobody will mend the rows of this run that still wait; their cells are erased. Returns how many."""
    demand(may_send(user))
    count = run.waiting_rows.waiting().update(state=RowState.DISMISSED, cells_token="")
    log(run, "importers.dismiss_rows", user=user, data={"rows": count})
    return count


def _hand_over(run: ImportRun) -> None:
    transaction.on_commit(partial(hand_over, run))
