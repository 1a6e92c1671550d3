"""The form of a benchmark: grades with amounts in order."""

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from pages.admin.forms.basis import BasisForm
from pages.admin.forms.rows import refuse, rows_of


class BenchmarkForm(BasisForm):
    """Grades from light to heavy, each with its amounts."""

    def checks(self) -> list[Any]:
        """Grades too."""
        return [*super().checks(), self.check_grades]

    def check_grades(self, cleaned: dict[str, Any]) -> None:
        """The end of a grade is not below its start, and no grade starts below the one before it."""
        rows = rows_of(self, "grades") if "grades" in self.formsets else []
        if not rows and not self.is_deferred_validation:
            refuse(self, "grades", _("Enter at least one grade before this is published."))
        ordered = sorted(rows, key=lambda row: row.cleaned_data.get("ORDER") or 0)
        before: Decimal | None = None
        for row in ordered:
            least, most = row.cleaned_data.get("amount_from"), row.cleaned_data.get("amount_to")
            if least is not None and most is not None and most < least:
                row.add_error("amount_to", _("The amount to must not be below the amount from."))
            elif least is not None and before is not None and least < before:
                row.add_error("amount_from", _("A heavier grade must not start below the lighter one before it."))
            before = least if least is not None else before
