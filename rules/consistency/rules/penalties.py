"""Each penalty with what belongs to it; severity and procedure that fit the penalty."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rules.consistency.base import Found, Limits, rule
from rules.consistency.view import DecisionView


@rule("fine_amount", gettext_lazy("Amount of a fine"))
def fine_amount(view: DecisionView, limits: Limits) -> Iterator[Found]:
    """罚款 has an amount, and an amount is 罚款."""
    if "fine" in view.penalty_types and view.fine is None:
        yield Found("fine", _("A fine is chosen; give its amount."))
    if view.fine and view.penalty_types and "fine" not in view.penalty_types:
        yield Found("penalty_types", _("A fine is stated, but not chosen as penalty type."))


@rule("confiscated_amount", gettext_lazy("Amount of a confiscation"))
def confiscated_amount(view: DecisionView, limits: Limits) -> Iterator[Found]:
    """没收 has an amount."""
    if view.penalty_types & {"confiscate_gains", "confiscate_goods"} and view.confiscated is None:
        yield Found("confiscated", _("A confiscation is chosen; give its amount."))


@rule("licence_named", gettext_lazy("Licence of a suspension or revocation"))
def licence_named(view: DecisionView, limits: Limits) -> Iterator[Found]:
    """吊销 and 暂扣 name the licence (item 22)."""
    if view.penalty_types & {"revoke_licence", "suspend_licence", "suspend_or_revoke"} and not view.licence.strip():
        yield Found("licence", _("A licence is suspended or revoked; give its name and number."))


@rule("grade_procedure", gettext_lazy("Severity and procedure"))
def grade_procedure(view: DecisionView, limits: Limits) -> Iterator[Found]:
    """The summary procedure knows only small fines and warnings; grave penalties are not minor."""
    if view.procedure == "summary":
        yield from _summary(view, limits)
    grave = view.penalty_types & limits.words("grave_types")
    if grave and view.grade and view.grade in limits.words("light_grades"):
        yield Found("grade", _("This penalty does not fit the chosen severity."))


def _summary(view: DecisionView, limits: Limits) -> Iterator[Found]:
    allowed = limits.words("summary_types")
    if allowed and not view.penalty_types <= allowed:
        yield Found("procedure", _("The summary procedure allows only a warning or a small fine."))
    grades = limits.words("summary_grades")
    if grades and view.grade and view.grade not in grades:
        yield Found("grade", _("A case of this severity needs the ordinary procedure."))
    persons = bool(view.parties) and all(party.category == "person" for party in view.parties)
    most = limits.number("person_fine" if persons else "organisation_fine")
    if most is not None and view.fine is not None and view.fine > most:
        yield Found(
            "procedure",
            _("In the summary procedure the fine is at most %(most)s yuan for this party.") % {"most": most},
        )
