"""The form of what rests on law: nothing is published without a basis."""

from typing import Any

from django.utils.translation import gettext as _

from pages.admin.forms.disclosure import DisclosureForm
from pages.admin.forms.rows import refuse, rows_of


class BasisForm(DisclosureForm):
    """At least one article before publishing."""

    def checks(self) -> list[Any]:
        """The basis first."""
        return [self.check_basis, *super().checks()]

    def check_basis(self, cleaned: dict[str, Any]) -> None:
        """Official lists name the basis of each item (行政处罚法 39; 行政许可法 30)."""
        if "bases" not in self.formsets:
            return
        rows = rows_of(self, "bases")
        if not rows and not self.is_deferred_validation:
            refuse(self, "bases", _("Name at least one article of law before this is published."))
        seen = set()
        for row in rows:
            article = row.cleaned_data.get("article")
            if article in seen:
                row.add_error("article", _("This article has been named already."))
            seen.add(article)
