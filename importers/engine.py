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
from importers.compare import compare
from importers.difference import describe
from importers.errors import FileRefusedError
from importers.faults import is_of_the_rows, place_of
from importers.formats import KINDS
from importers.keys import find_pages
from importers.merge import Decision
from importers.models import ImportRun, RunState
from importers.preparing import ImportPlan, counts_of, prepare
from importers.quarantine import mend_older_rows, put_to_wait, write_waiting
from importers.recording import record_group
from importers.steps import Outcome, Step, problem_of
from importers.traces import write_traces
from pages.acts import AppliedBatch, Approval, DecisionChange, apply_decisions
from pages.acts.release.locks import lock_pages
from records.waking import one_wake

logger = logging.getLogger(__name__)

# SQLite lets one process write at a time: no group may keep the others waiting for longer than half a second.
_GROUP_SECONDS = {"sqlite": 0.35}
_OTHER_GROUP_SECONDS = 2.0
# Some kinds are written page by page: the first group is small, and the next ones grow with what it took.
_FIRST_GROUP, _SMALLEST_GROUP, _LARGEST_GROUP = 5, 1, 2000
_CHECKED_AT_ONCE = 1000
MOST_ATTEMPTS = 5
_WRITTEN = frozenset({Outcome.NEW, Outcome.CHANGED})
_TRIES = 3  # of one group, when others write beside it


class LeaseLostError(Exception):
    """Another worker has taken the run over; what this one was writing is rolled back."""


class RunBrokeError(Exception):
    """A run stopped for a reason that nobody foresaw; the log names type and place, nothing tells a cell."""


def carry_on(run: ImportRun) -> bool:
    """Take the run's lease and bring it to its next resting state; false when another worker holds it.

    A file that cannot be read makes the run failed with its reason. Any other error is logged and leaves the run for
    the sweeper, until it has been tried ``MOST_ATTEMPTS`` times; it is raised as ``RunBrokeError``.
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
        except Exception as error:
            # The text of an error may quote a cell, and its statement: only its type and its place are told.
            logger.error("Import run %s broke at attempt %s: %s", run.pk, run.attempts, place_of(error))
            if run.attempts >= MOST_ATTEMPTS:
                fail(run, "unexpected", _unexpected())
            raise RunBrokeError(_unexpected()) from None
    return True


def _unexpected() -> str:
    return _("The import stopped for an unexpected reason; the log names it.")


def fail(run: ImportRun, code: str, reason: str) -> None:
    """End a run as failed with its reason."""
    run.hold(state=RunState.FAILED, error_code=code, error=reason, finished_at=timezone.now(), lease_owner="")


def _check(run: ImportRun) -> None:
    """The dry run: everything but the writing."""
    prepared = prepare(run)
    steps: list[Step] = []
    decisions = prepared.gathering.decisions
    for start in range(0, len(decisions), _CHECKED_AT_ONCE):
        steps.extend(compare(decisions[start : start + _CHECKED_AT_ONCE], run.publish))
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
    with one_wake():
        _apply_groups(run, prepared)
    mend_older_rows(run, prepared)
    _keep(run.hold(state=RunState.DONE, finished_at=timezone.now(), lease_owner=""))


def _apply_groups(run: ImportRun, prepared: ImportPlan) -> None:
    decisions = prepared.gathering.decisions
    aim = _GROUP_SECONDS.get(connection.vendor, _OTHER_GROUP_SECONDS)
    size = _FIRST_GROUP
    while run.progress < len(decisions):
        started = time.monotonic()
        _apply_what_can_be(run, decisions[run.progress : run.progress + size])
        spent = max(time.monotonic() - started, 0.001)
        size = int(min(max(size * aim / spent, _SMALLEST_GROUP, size / 2), _LARGEST_GROUP, size * 4))


def _apply_what_can_be(run: ImportRun, decisions: Sequence[Decision]) -> None:
    """A group that the database refuses is halved, down to what it refuses: that waits, everything else goes in."""
    try:
        _apply_surely(run, decisions)
    except Exception as error:
        if not is_of_the_rows(error):
            raise
        run.refresh_from_db(fields=["progress"])
        if len(decisions) == 1:
            _set_aside(run, decisions[0], error)
            return
        middle = len(decisions) // 2
        _apply_what_can_be(run, decisions[:middle])
        _apply_what_can_be(run, decisions[middle:])


def _set_aside(run: ImportRun, decision: Decision, error: Exception) -> None:
    line = decision.rows[0].line
    logger.warning("Import run %s cannot store the decision of line %s: %s", run.pk, line, place_of(error))
    step = Step(decision, Outcome.CONFLICT, decision.data)
    step.problems = [problem_of(decision, "", _("This row cannot be stored. Compare its cells with the form."))]
    with transaction.atomic():
        waiting = put_to_wait(run, [step])
        _keep(
            run.hold(
                quarantined=F("quarantined") + waiting.rows,
                skipped=F("skipped") - waiting.joined,
                progress=run.progress + 1,
            )
        )


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
        # What is compared is what is changed: nobody writes in between.
        lock_pages(find_pages(KINDS[run.kind], decisions).values())
        steps = compare(decisions, run.publish)
        writing = [step for step in steps if step.outcome in _WRITTEN]
        batch = _write(run, writing) if writing else AppliedBatch()
        record_group(run, steps, batch)
        write_traces(run, [step for step in steps if step.outcome in _WRITTEN or step.retraced])
        waiting = put_to_wait(run, [step for step in steps if step.outcome is Outcome.CONFLICT])
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
    return apply_decisions(
        [DecisionChange(step.data, step.page_id) for step in steps],
        user=run.user or service_account(),
        publish=run.publish,
        approval=_approval(run),
    )


def _approval(run: ImportRun) -> Approval | None:
    """Publication by import rests on an administrator's word for the source, or on the command's user."""
    if not run.publish:
        return None
    source = run.source
    if source.approved_at is not None and source.approved_by_id is not None:
        return Approval(source.approved_by_id, source.name, source.approved_at)
    user = run.user or service_account()
    return Approval(user.pk, source.name, run.created_at)


def _keep(held: bool) -> None:
    if not held:
        raise LeaseLostError
