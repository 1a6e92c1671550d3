"""What a dry run shows: counts, and the first decisions of each outcome with their changes."""

from collections.abc import Iterable
from typing import Any

from importers.formats import KINDS
from importers.merge import MergeResult
from importers.steps import Outcome, Step
from importers.windows import WindowOutlook
from pages.base.titles import compose_title, current_policy

_SHOWN = 100


def describe(steps: Iterable[Step], gathering: MergeResult, outlook: WindowOutlook) -> dict[str, Any]:
    """The difference between file and database, as plain values; names masked as on public pages."""
    policy = current_policy()
    counts = dict.fromkeys((outcome.value for outcome in Outcome), 0)
    shown: list[dict[str, Any]] = []
    for step in steps:
        counts[step.outcome.value] += 1
        if step.outcome is not Outcome.UNCHANGED and counts[step.outcome.value] <= _SHOWN:
            shown.append(_one(step, policy, step.decision.key in outlook.over))
    return {"counts": counts, "decisions": shown, "parties": gathering.skipped, "over": len(outlook.over)}


def _one(step: Step, policy: Any, is_over: bool) -> dict[str, Any]:
    data, model = step.decision.data, KINDS[step.decision.data.kind].model
    first = step.decision.rows[0]
    return {
        "outcome": step.outcome.value,
        "sheet": first.sheet,
        "line": first.line,
        "doc_no": data.doc_no,
        "title": compose_title([(p.name, p.category) for p in data.parties], data.subject, policy, model.title_end),
        "over": is_over,
        "changes": [[change.code, change.before[:200], change.after[:200]] for change in step.changes],
        "problems": [problem.as_dict() for problem in step.problems],
    }
