"""The form of lists with rows."""

from typing import Any

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
