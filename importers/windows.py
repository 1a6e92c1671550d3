"""What publicity windows and detectors say of the decisions of a file, before anything is written."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.translation import gettext as _

from importers.formats import KINDS
from importers.merge import Decision
from pages.examination.imported import ImportedTexts
from pages.projection.context import ProjectionContext
from records.types.columns.problems import Problem
from records.types.decision_data import DecisionData
from rules.models import PublicationSettings
from rules.windows import SHANGHAI, NoWindowRuleError, WindowCase


@dataclass(slots=True)
class WindowOutlook:
    """Keys of decisions whose window is over already; warnings about shortened windows and doubtful texts."""

    over: set[str] = field(default_factory=set)
    warnings: list[Problem] = field(default_factory=list)


def look_ahead(decisions: Iterable[Decision], now: dt.datetime) -> WindowOutlook:
    """Ask the rule table about every decision; the act asks it again when it writes the page."""
    table, today = PublicationSettings.load().window_table(), now.astimezone(SHANGHAI).date()
    outlook = WindowOutlook()
    privacy = ImportedTexts(ProjectionContext.load(now))
    for decision in decisions:
        first = decision.rows[0]
        fields = KINDS[decision.data.kind].fields
        outlook.warnings += [
            Problem(first.sheet, first.line, fields.get(name, name), "", _stays())
            for name in privacy.doubtful(decision.data)
        ]
        column = fields.get("declared_window_end", fields["decided_on"])
        case = decision.data.window_case()
        try:
            window = table.propose(case, today)
        except NoWindowRuleError as error:
            outlook.warnings.append(Problem(first.sheet, first.line, column, "", str(error)))
            continue
        if window.visible_to <= now:
            outlook.over.add(decision.key)
        if window.warning:
            declared = str(case.declared_end or "")
            outlook.warnings.append(Problem(first.sheet, first.line, column, declared, window.warning))
    return outlook


def case_of(data: DecisionData, page: Any) -> WindowCase:
    """What the rule table asks about a decision that a page holds already: also what no import says."""
    said, known = data.window_case(), page.window_case()
    return replace(said, procedure=known.procedure, grade=known.grade, domain=known.domain) if known else said


def _stays() -> str:
    return _("Possible personal information: the record stays a draft until it is masked or cleared.")
