"""Commit to a draw, draw, reveal: three acts, each by somebody with the right to it, each in the log.

``user`` None is the product itself, when it makes its sample.
"""

import json
import secrets
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from pages import lottery as draw
from pages.inspections.gather import at_their_cap, gather
from pages.inspections.results import make_drafts, without_result
from pages.kinds.lottery.models import InspectionTask, InterestConflict, RosterEntry, TaskState
from pages.kinds.officer.models import Officer
from pages.lottery.problems import Problem, Reason
from pages.projection.saving import project_page
from privacy.crypto import decrypt, encrypt


class WrongStateError(Exception):
    """The act does not fit the state of the task."""


class ResultsMissingError(Exception):
    """Drawn objects (public names) that have no published result yet."""

    def __init__(self, names: list[str]) -> None:
        super().__init__("、".join(names))
        self.names = names


@transaction.atomic
def commit_lottery(task: InspectionTask, *, user: Any) -> InspectionTask:
    """Seal rosters, rules and a fresh seed; the hash of all becomes public at once.

    Raises ``PermissionDenied``, ``WrongStateError``, and ``LotteryError`` for a task that some seed could not
    draw.
    """
    current = _take(task, user, "commit_lottery", TaskState.DRAFT)
    capped = tuple(sorted(one.name for one in at_their_cap(current)))
    if capped:
        raise draw.LotteryError([Problem("objects", Reason.CAP_REACHED, ids=capped)])
    facts = gather(current)
    problems = draw.find_problems(facts)
    if problems:
        raise draw.LotteryError(problems)
    seed = secrets.token_hex(32)
    current.sealed = draw.canonical(facts.as_json()).decode()
    current.commitment, current.seed_token = draw.commitment_of(facts, seed), encrypt(seed)
    return _step(current, user, TaskState.COMMITTED, "committed_at", "pages.commit_lottery")


@transaction.atomic
def run_lottery(task: InspectionTask, *, user: Any) -> InspectionTask:
    """Draw, and begin a draft of a result for each drawn object. Nothing of it is public.

    Raises ``PermissionDenied`` and ``WrongStateError``; ``ValueError`` when what is stored no longer fits the
    commitment.
    """
    current = _take(task, user, "run_lottery", TaskState.COMMITTED)
    facts, seed = sealed_task(current), decrypt(current.seed_token)
    if not draw.opens(facts, seed, current.commitment):
        raise ValueError("the sealed task does not fit its commitment")
    current.outcome = [one.as_json() for one in draw.run(facts, seed)]
    made = _step(current, user, TaskState.DRAWN, "drawn_at", "pages.run_lottery")
    make_drafts(made, facts, user)
    return made


@transaction.atomic
def reveal_lottery(task: InspectionTask, *, user: Any) -> InspectionTask:
    """Publish seed, lists and outcome, and with them the results, which waited for this act.

    Raises ``PermissionDenied``, ``WrongStateError`` and ``ResultsMissingError``.
    """
    current = _take(task, user, "reveal_lottery", TaskState.DRAWN)
    missing = without_result(current)
    if missing:
        raise ResultsMissingError(missing)
    current.seed = decrypt(current.seed_token)
    revealed = _step(current, user, TaskState.REVEALED, "revealed_at", "pages.reveal_lottery")
    for page in revealed.results.filter(live=True):
        project_page(page)
    return revealed


def sealed_task(task: InspectionTask) -> draw.Task:
    """What was committed to."""
    return draw.Task.from_json(json.loads(task.sealed))


def _take(task: InspectionTask, user: Any, right: str, state: str) -> InspectionTask:
    if user is not None and not user.has_perm(f"pages.{right}"):
        raise PermissionDenied
    current = InspectionTask.objects.select_for_update().get(pk=task.pk)
    if current.state != state:
        raise WrongStateError(current.state)
    return current


def _step(task: InspectionTask, user: Any, state: str, moment: str, action: str) -> InspectionTask:
    task.state = state
    setattr(task, moment, timezone.now())
    task.save()
    log(instance=task, action=action, user=user, data={"commitment": task.commitment})
    return task


@transaction.atomic
def set_roster(
    task: InspectionTask, entries: list[RosterEntry], conflicts: list[tuple[Officer, int, str]], *, user: Any
) -> None:
    """Replace the roster of a task in preparation; a conflict names its officer, the place of its entry, its reason.

    Raises ``PermissionDenied`` and ``WrongStateError``.
    """
    current = _take(task, user, "change_inspectiontask", TaskState.DRAFT)
    current.roster.all().delete()
    for entry in entries:
        entry.task = current
    RosterEntry.objects.bulk_create(entries, batch_size=500)
    stored = list(current.roster.all())
    InterestConflict.objects.bulk_create(
        [InterestConflict(task=current, officer=who, entry=stored[place], reason=why) for who, place, why in conflicts]
    )
    log(instance=current, action="pages.set_roster", user=user, data={"objects": len(stored)})
