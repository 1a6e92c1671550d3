"""Forms of the catalogues."""

from typing import Any

from django.utils.translation import gettext as _

from pages.admin.forms.disclosure import DisclosureForm


class CatalogueForm(DisclosureForm):
    """A list; its rows are checked one by one."""

    def checks(self) -> list[Any]:
        """Rows last."""
        return [*super().checks(), self.check_rows]

    def check_rows(self, cleaned: dict[str, Any]) -> None:
        """Call ``check_row`` with each row that stays."""
        for form in self.formsets["rows"].forms if "rows" in self.formsets else ():
            # The form of a row has not been validated yet when the page's own form is; asking for errors does it.
            if form.is_valid() and form.has_changed() and not form.cleaned_data.get("DELETE"):
                self.check_row(form)

    def check_row(self, form: Any) -> None:
        """Add errors to a row; lists say what must hold."""


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


class MonitoringForm(CatalogueForm):
    """Devices are reviewed before their location is made public (行政处罚法 41)."""

    def check_row(self, form: Any) -> None:
        """Both reviews come first."""
        since = form.cleaned_data.get("public_since")
        for name in ("legal_review_on", "technical_review_on"):
            reviewed = form.cleaned_data.get(name)
            if since and reviewed and reviewed > since:
                form.add_error(name, _("The review must be done before the location is made public (行政处罚法 41)."))
