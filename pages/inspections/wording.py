"""Problems of a draw in the reader's language."""

from collections.abc import Callable

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pages.inspections.gather import ending_officers
from pages.kinds.lottery.models import InspectionTask
from pages.lottery import LotteryError, Problem
from pages.lottery.problems import Reason

MOST_NAMED = 5


def by_field(task: InspectionTask, error: LotteryError) -> dict[str, list[str]]:
    """Sentences for each field of the screen."""
    names = {one.public_id: one.name for one in task.roster.all()}
    told: dict[str, list[str]] = {}
    for problem in error.problems:
        told.setdefault(problem.field, []).append(_SENTENCES[problem.reason](problem, _named(problem, names)))
        if problem.reason == Reason.TOO_FEW_OFFICERS:
            told[problem.field] += _ending(task)
    return told


def _named(problem: Problem, names: dict[str, str]) -> str:
    shown = "、".join(names.get(key, key) for key in problem.ids[:MOST_NAMED])
    rest = len(problem.ids) - MOST_NAMED
    if rest <= 0:
        return shown
    return ngettext("%(names)s and %(rest)d more", "%(names)s and %(rest)d more", rest) % {"names": shown, "rest": rest}


def _ending(task: InspectionTask) -> list[str]:
    """Whose certificate ends too early: renewing it, or another period, may be all that is needed."""
    people = ending_officers(task)
    if not people:
        return []
    shown = "、".join(f"{one.name}（{date_format(one.valid_to)}）" for one in people[:MOST_NAMED])
    return [_("These certificates end before the inspections do: %(names)s.") % {"names": shown}]


def _too_few_officers(problem: Problem, names: str) -> str:
    return _(
        "Too few officers: %(need)d with a valid certificate, the category, the area and no conflict of interest are "
        "needed for each object; there are only %(have)d for: %(names)s."
    ) % {"need": problem.need, "have": problem.have, "names": names}


def _too_few_objects(problem: Problem, names: str) -> str:
    return _("Too few objects: %(need)d are to be drawn, the roster holds %(have)d.") % {
        "need": problem.need,
        "have": problem.have,
    }


_SENTENCES: dict[Reason, Callable[[Problem, str], str]] = {
    Reason.TOO_FEW_OBJECTS: _too_few_objects,
    Reason.TOO_FEW_OFFICERS: _too_few_officers,
    Reason.NOTHING_TO_DRAW: lambda problem, names: _("The ratio or number gives nothing to draw from this roster."),
    Reason.OBJECT_TWICE: lambda problem, names: _("Twice in the roster: %(names)s.") % {"names": names},
    Reason.OFFICER_TWICE: lambda problem, names: _("Twice among the officers: %(names)s.") % {"names": names},
    Reason.ONE_OFFICER: lambda problem, names: _("An inspection needs two officers at least."),
    Reason.DATES: lambda problem, names: _("The inspections cannot end before they begin."),
    Reason.UNKNOWN_CONFLICT: lambda problem, names: _("In the conflicts but in no list: %(names)s.") % {"names": names},
    Reason.WEIGHT: lambda problem, names: _("Without a weight from 1 to 99: %(names)s.") % {"names": names},
    Reason.CAP_REACHED: lambda problem, names: (
        _("Inspected this year as often as the plan allows; take them out of the roster: %(names)s.") % {"names": names}
    ),
}
