"""Apply the rules to a view under the settings of its day."""

from collections.abc import Sequence
from datetime import date

from django.utils import timezone

from rules.consistency.base import Finding, Found, Severity, all_rules
from rules.consistency.view import DecisionView
from rules.consistency.weight import Weight


def examine(view: DecisionView, settings: Sequence[Weight], with_form: bool = True) -> list[Finding]:
    """What the rules find, in their order. A rule without a row in force on the day of the decision is off.

    ``with_form`` false leaves out rules about items that no import carries.
    """
    day = view.decided_on or timezone.localdate()
    in_force = settings_on(settings, day)
    found: list[Finding] = []
    for one in all_rules:
        setting = in_force.get(one.code)
        if setting is None or setting.severity == Severity.OFF or view.act not in one.acts:
            continue
        if one.needs_form and not with_form:
            continue
        found += [
            Finding(one, item.field, item.message, _severity(setting, item), setting.basis)
            for item in one.check(view, setting.limits)
        ]
    return found


def _severity(setting: Weight, found: Found) -> Severity:
    """What is missing and need not be there for publishing waits; everything else weighs as the rule says."""
    severity = Severity(setting.severity)
    if severity is Severity.ERROR and found.is_missing and found.field in setting.may_wait:
        return Severity.WAITS
    return severity


def settings_on(settings: Sequence[Weight], day: date) -> dict[str, Weight]:
    """The newest row of each rule that is in force on a day."""
    return {row.rule: row for row in sorted(settings, key=lambda row: row.valid_from) if row.valid_from <= day}
