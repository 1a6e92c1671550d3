"""The form of a penalty decision: what must hold always, and what must hold before it is published."""

from typing import Any

from django.utils.translation import gettext as _

from pages.admin.forms.decision import DecisionForm
from rules.models.remedies import RemedyTable
from rules.windows import WindowCase


class PenaltyForm(DecisionForm):
    """Dates of service and effect; the rest are consistency rules (``rules.consistency``)."""

    def checks(self) -> list[Any]:
        """Remedies that nobody has written by hand follow the procedure."""
        return [self.follow_procedure, *super().checks()]

    def follow_procedure(self, cleaned: dict[str, Any]) -> None:
        """An import proposes the remedies before anybody has said which procedure it was."""
        text, day, procedure = (cleaned.get(name) for name in ("remedy", "decided_on", "procedure"))
        if not (text and day and procedure):
            return
        table = RemedyTable()
        if table.is_proposed(text):
            cleaned["remedy"] = table.proposed(day, procedure.code) or text

    def check_dates(self, cleaned: dict[str, Any]) -> None:
        """Service and effect follow the decision."""
        super().check_dates(cleaned)
        decided, served, effect = (cleaned.get(name) for name in ("decided_on", "served_on", "effect_until"))
        if decided and served and served < decided:
            self.add_error("served_on", _("The decision cannot be served before it is made."))
        if decided and effect and effect < decided:
            self.add_error("effect_until", _("The penalty cannot end before the decision is made."))

    def window_case(self, cleaned: dict[str, Any]) -> WindowCase | None:
        """From the values typed: the chosen terms are not on the page yet."""

        def code(name: str) -> str:
            return cleaned[name].code if cleaned.get(name) else ""

        if cleaned.get("decided_on") is None:
            return None
        return WindowCase(
            act=self.instance.kind,
            decided_on=cleaned["decided_on"],
            procedure=code("procedure"),
            penalty_types=tuple(term.code for term in cleaned.get("penalty_types") or []),
            grade=code("grade"),
            domain=code("domain"),
            declared_end=cleaned.get("declared_window_end"),
            effect_until=cleaned.get("effect_until"),
        )
