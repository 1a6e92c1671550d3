"""The form of a rules document."""

from typing import Any

from django.utils.translation import gettext as _

from pages.admin.forms.catalogue import CatalogueForm


class RulesDocumentForm(CatalogueForm):
    """Dates of a document in their order."""

    def checks(self) -> list[Any]:
        """Dates after the window."""
        return [*super().checks(), self.check_dates]

    def check_dates(self, cleaned: dict[str, Any]) -> None:
        """Written, in force, repealed; a repealed document says when."""
        written, begins, ends = (cleaned.get(name) for name in ("written_on", "effective_on", "repealed_on"))
        if written and begins and begins < written:
            self.add_error("effective_on", _("A document cannot be in force before its date."))
        if ends and begins and ends < begins:
            self.add_error("repealed_on", _("A document cannot be repealed before it is in force."))
        if cleaned.get("status") == "repealed" and not ends:
            self.add_error("repealed_on", _("Say when the document was repealed."))
        if cleaned.get("status") == "in_force" and ends:
            self.add_error("status", _("A document with a date of repeal is not in force."))
