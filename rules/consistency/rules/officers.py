"""Two officers, each with a certificate valid on the day of the decision, for its category and area."""

import re
from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rules.consistency.base import Found, Limits, rule
from rules.consistency.view import DecisionView, OfficerView


@rule(
    "officers_two", gettext_lazy("Two enforcement officers"), ("penalty", "coercion"), needs_form=True, item="officers"
)
def officers_two(view: DecisionView, limits: Limits) -> Iterator[Found]:
    """As many different officers as the law demands."""
    if view.officers is None:
        return
    fewest = limits.number("fewest")
    if fewest and len({officer.key for officer in view.officers}) < fewest:
        message = _("At least %(number)s different officers must enforce.") % {"number": fewest}
        yield Found("officers", message, is_missing=not view.officers)


@rule("officers_valid", gettext_lazy("Certificates of the officers"), ("penalty", "coercion"), needs_form=True)
def officers_valid(view: DecisionView, limits: Limits) -> Iterator[Found]:
    """Nobody enforces without a certificate valid on that day, for that category and area."""
    if view.decided_on is None:
        return
    for officer in view.officers or ():
        if problem := _problem(officer, view, view.decided_on, limits):
            yield Found("officers", problem)


def _problem(officer: OfficerView, view: DecisionView, day: date, limits: Limits) -> str:
    begun = officer.valid_from is None or officer.valid_from <= day
    lasting = officer.valid_to is None or officer.valid_to >= day
    if not (begun and lasting and officer.on_duty):
        return _("The certificate of %(name)s is not valid on the day of the decision.") % {"name": officer.name}
    # A field of enforcement may have categories of another name; some categories cover every field.
    covering = (limits.words(view.category) or {view.category}) | limits.words("any")
    if view.category and officer.categories and not covering & officer.categories:
        return _("The certificate of %(name)s does not cover this category of enforcement.") % {"name": officer.name}
    if view.area and not any(_district(area) in view.area for area in officer.areas):
        return _("The certificate of %(name)s does not cover this area.") % {"name": officer.name}
    return ""


def _district(area: str) -> str:
    """兴隆台区石油大街以北 lies in 兴隆台区; the streets of a case are not known here."""
    match = re.match(r".+?[区县旗市]", area)
    return match[0] if match else area
