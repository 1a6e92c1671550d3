"""Carry a run on: check it, or apply it group by group, each group and its progress in one transaction.

A worker may be killed at any point. What it committed stays and is counted; the next worker reads the same file,
gets the same plan, and goes on behind the last group. So a killed run ends in the same database as a clean one.
"""

import logging
import time
from collections.abc import Sequence

from django.conf import settings
from django.db import IntegrityError, OperationalError, connection, transaction
from django.db.models import F
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from importers.accounts import service_account
from importers.compare import Outcome, Step, compare, identity_mark
from importers.difference import describe
from importers.errors import FileRefusedError
from importers.kinds import KINDS
from importers.marks import marks_of, pack
from importers.merge import Decision
from importers.models import ImportRun, ImportTrace, RunState
from importers.preparing import Prepared, counts_of, prepare
from importers.quarantine import mend_older_rows, wait_for_conflicts, write_waiting
from importers.recording import record_group
from pages.actions import AppliedBatch, Approval
from pages.actions.bulk import writer

logger = logging.getLogger(__name__)

# SQLite lets one process write at a time: no group may keep the others waiting for longer than half a second.
_GROUP_SECONDS = {"sqlite": 0.35}
_OTHER_GROUP_SECONDS = 2.0
_FIRST_GROUP, _SMALLEST_GROUP, _LARGEST_GROUP = 50, 10, 2000
_CHECKED_AT_ONCE = 1000
MOST_ATTEMPTS = 5
_WRITTEN = frozenset({Outcome.NEW, Outcome.CHANGED})
_TRIES = 3  # of one group, when others write beside it


class LeaseLostError(Exception):
    """Another worker has taken the run over; what this one was writing is rolled back."""


def carry_on(run: ImportRun) -> bool:
    """Take the run's lease and bring it to its next resting state; false when another worker holds it.

    A file that cannot be read makes the run failed with its reason. Any other error is logged and leaves the run for
    the sweeper, until it has been tried ``MOST_ATTEMPTS`` times.
    """
    if not run.take():
        return False
    # Reasons are stored, so they are written in the language of the office, whoever the worker is.
    with translation.override(settings.LANGUAGE_CODE):
        try:
            _check(run) if run.state == RunState.CHECKING else _apply(run)
        except FileRefusedError as error:
            fail(run, error.code, str(error))
        except LeaseLostError:
            logger.info("Import run %s was taken over by another worker.", run.pk)
        except Exception:
            logger.exception("Import run %s broke at attempt %s.", run.pk, run.attempts)
            if run.attempts >= MOST_ATTEMPTS:
                fail(run, "unexpected", _("The import stopped for an unexpected reason; the log names it."))
            raise
    return True


def fail(run: ImportRun, code: str, reason: str) -> None:
    """End a run as failed with its reason."""
    run.hold(state=RunState.FAILED, error_code=code, error=reason, finished_at=timezone.now(), lease_owner="")


def _check(run: ImportRun) -> None:
    """The dry run: everything but the writing."""
    prepared = prepare(run)
    steps: list[Step] = []
    decisions = prepared.gathering.decisions
    for start in range(0, len(decisions), _CHECKED_AT_ONCE):
        steps.extend(compare(decisions[start : start + _CHECKED_AT_ONCE]))
        _keep(run.hold())
    difference = describe(steps, prepared.gathering, prepared.outlook)
    difference["waiting"] = [problem.as_dict() for _row, _key, found in prepared.waiting for problem in found]
    counts = difference["counts"]
    values = {
        **counts_of(prepared),
        "created": counts["new"],
        "changed": counts["changed"],
        "unchanged": counts["unchanged"],
        "quarantined": len(prepared.waiting)
        + sum(len(s.decision.rows) for s in steps if s.outcome is Outcome.CONFLICT),
        "difference": difference,
        "state": RunState.CHECKED,
        "finished_at": timezone.now(),
        "lease_owner": "",
    }
    values["skipped"] = len(prepared.reading.rows) - sum(
        int(values[name]) for name in ("created", "changed", "unchanged", "quarantined")
    )
    _keep(run.hold(**values))


def _apply(run: ImportRun) -> None:
    prepared = prepare(run)
    if not run.prepared:
        write_waiting(run, prepared)
        values = {**counts_of(prepared), "quarantined": len(prepared.waiting), "prepared": True}
        _keep(run.hold(**values, created=0, changed=0, unchanged=0))
    _apply_groups(run, prepared)
    mend_older_rows(run, prepared)
    _keep(run.hold(state=RunState.DONE, finished_at=timezone.now(), lease_owner=""))


def _apply_groups(run: ImportRun, prepared: Prepared) -> None:
    decisions = prepared.gathering.decisions
    aim = _GROUP_SECONDS.get(connection.vendor, _OTHER_GROUP_SECONDS)
    size = _FIRST_GROUP
    while run.progress < len(decisions):
        started = time.monotonic()
        _apply_surely(run, decisions[run.progress : run.progress + size])
        spent = max(time.monotonic() - started, 0.001)
        size = int(min(max(size * aim / spent, _SMALLEST_GROUP, size / 2), _LARGEST_GROUP, size * 4))


def _apply_surely(run: ImportRun, decisions: Sequence[Decision]) -> None:
    """Another import or an editor may write the same number at the same moment: who comes second compares again."""
    for tries_left in reversed(range(_TRIES)):
        try:
            _apply_group(run, decisions)
            return
        except (IntegrityError, OperationalError) as error:
            if not tries_left:
                raise
            logger.info("Import run %s compares a group again: %s", run.pk, type(error).__name__)
            run.refresh_from_db(fields=["progress"])


def _apply_group(run: ImportRun, decisions: Sequence[Decision]) -> None:
    """Compare and write one group; progress is written with it or not at all."""
    with transaction.atomic():
        steps = compare(decisions)
        writing = [step for step in steps if step.outcome in _WRITTEN]
        batch = _write(run, writing) if writing else AppliedBatch()
        record_group(run, steps, batch)
        _write_traces(run, [step for step in steps if step.outcome in _WRITTEN or step.retraced])
        waiting = wait_for_conflicts(run, [step for step in steps if step.outcome is Outcome.CONFLICT])
        counted = {
            outcome: sum(step.outcome is outcome for step in steps)
            for outcome in (Outcome.NEW, Outcome.CHANGED, Outcome.UNCHANGED)
        }
        _keep(
            run.hold(
                created=F("created") + counted[Outcome.NEW],
                changed=F("changed") + counted[Outcome.CHANGED],
                unchanged=F("unchanged") + counted[Outcome.UNCHANGED],
                quarantined=F("quarantined") + waiting.rows,
                skipped=F("skipped") - waiting.joined,
                progress=run.progress + len(decisions),
            )
        )


def _write(run: ImportRun, steps: Sequence[Step]) -> AppliedBatch:
    kind = KINDS[run.kind]
    batch: AppliedBatch = kind.apply(
        [kind.change(step.facts, step.page_id) for step in steps],
        user=run.user or service_account(),
        publish=run.publish,
        approval=_approval(run),
    )
    return batch


def _approval(run: ImportRun) -> Approval | None:
    """Publication by import rests on an administrator's word for the source, or on the command's user."""
    if not run.publish:
        return None
    source = run.source
    if source.approved_at is not None and source.approved_by_id is not None:
        return Approval(source.approved_by_id, source.name, source.approved_at)
    user = run.user or service_account()
    return Approval(user.pk, source.name, run.created_at)


def _write_traces(run: ImportRun, steps: Sequence[Step]) -> None:
    """Remember what the source said, whatever the merged page says."""
    keys = [step.decision.key for step in steps]
    held = set(ImportTrace.objects.filter(pk__in=keys).values_list("pk", flat=True))
    rows = [_trace(run, step.decision) for step in steps]
    writer.insert(ImportTrace, [row for row in rows if row["natural_key"] not in held])
    ImportTrace.objects.bulk_create(
        [ImportTrace(**row) for row in rows if row["natural_key"] in held],
        update_conflicts=True,
        unique_fields=["natural_key"],
        update_fields=["content_hash", "identity_mark", "marks", "run"],
    )


def _trace(run: ImportRun, decision: Decision) -> writer.Row:
    facts = decision.facts
    return {
        "natural_key": decision.key,
        "content_hash": facts.content_hash(),
        "identity_mark": identity_mark(facts),
        "marks": pack(marks_of(facts)),
        "run_id": run.pk,
    }


def _keep(held: bool) -> None:
    if not held:
        raise LeaseLostError
