"""The form of a decision with a document number and parties."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from pages.admin.forms.consistency import add_findings
from pages.admin.forms.disclosure import DisclosureForm
from rules.numbers import UnreadableNumberError, parse_number


class DecisionForm(DisclosureForm):
    """Number, dates, parties with their identity numbers."""

    def clean(self) -> dict[str, Any]:
        """Before publishing the decision must fit itself; a draft reads of it in the panel."""
        cleaned = super().clean()
        if not self.is_deferred_validation:
            add_findings(self, cleaned)
        return cleaned

    def checks(self) -> list[Any]:
        """Number and dates first."""
        return [self.check_number, self.check_dates, *super().checks()]

    def save(self, commit: bool = True) -> Any:
        """Save, and hand the identity numbers over to be sealed once the page has its key."""
        self.instance.identity_numbers = {
            str(form.instance.uid): form.identity_numbers()
            for form in self.formsets["parties"].forms
            if hasattr(form, "cleaned_data") and any(form.identity_numbers()) and not form.cleaned_data.get("DELETE")
        }
        return super().save(commit=commit)

    def check_number(self, cleaned: dict[str, Any]) -> None:
        """A readable number that no other decision of this authority has."""
        text = cleaned.get("doc_no")
        if not text:
            return
        try:
            number = parse_number(text)
        except UnreadableNumberError as error:
            self.add_error("doc_no", str(error))
            return
        key = self.instance.key_for(number)
        twin = type(self.instance).objects.filter(natural_key=key).exclude(pk=self.instance.pk).first() if key else None
        if twin is not None:
            self.add_error("doc_no", _("This number is entered already: %(title)s.") % {"title": twin.title})

    def check_dates(self, cleaned: dict[str, Any]) -> None:
        """Nothing is decided or served in the future."""
        today = timezone.localdate()
        for name in ("decided_on", "served_on"):
            if cleaned.get(name) and cleaned[name] > today:
                self.add_error(name, _("This date is in the future."))
