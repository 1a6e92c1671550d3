"""Forms of acts on one decision."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from pages.windows import LONG_TERM


class WindowForm(forms.Form):
    """Another end of publicity with its reason."""

    last_day = forms.DateField(label=_("Public through"), widget=AdminDateInput, required=False)
    long_term = forms.BooleanField(
        label=_("Long-term"), required=False, help_text=_("Without an end, instead of a last day.")
    )
    reason = forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        help_text=_("Shown to the public together with the basis; your name is kept inside."),
    )

    def __init__(self, *args: Any, decided_on: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.decided_on = decided_on

    def clean_last_day(self) -> Any:
        """A window cannot end before the decision."""
        day = self.cleaned_data["last_day"]
        if day and self.decided_on and day < self.decided_on:
            raise ValidationError(_("The window cannot end before the decision is made."))
        return day

    def clean(self) -> dict[str, Any]:
        """A last day, or none ever."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.pop("long_term", False):
            cleaned["last_day"] = LONG_TERM
            self.errors.pop("last_day", None)
        elif not cleaned.get("last_day") and "last_day" not in self.errors:
            self.add_error("last_day", _("Choose the last public day, or long-term."))
        return cleaned


class WithdrawForm(forms.Form):
    """The public reason of a withdrawal."""

    reason = forms.CharField(
        label=_("Public reason"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=500,
        help_text=_("Stands at the address of the record from now on. Name no person."),
    )
