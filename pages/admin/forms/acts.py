"""Forms of acts on one decision."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from rules.models import Term
from rules.models.terms import Vocabulary
from rules.windows import LONG_TERM


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
    """Ground, day, deciding document and public reason of a withdrawal."""

    ground: Any = forms.ModelChoiceField(label=_("Ground"), queryset=None)
    arisen_on = forms.DateField(
        label=_("Ground arose on"),
        widget=AdminDateInput,
        help_text=_("The law gives three working days from that day (行政处罚法 48, 85)."),
    )
    deciding_body = forms.CharField(label=_("Body that decided so"), max_length=200, required=False)
    deciding_no = forms.CharField(label=_("Number of that document"), max_length=128, required=False)
    reason = forms.CharField(
        label=_("Public reason"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=500,
        help_text=_("Stands at the address of the record from now on. Name no person."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["ground"]
        field.queryset = Term.objects.of(Vocabulary.WITHDRAWAL_GROUND).in_force(timezone.localdate())

    def clean_arisen_on(self) -> Any:
        """A ground of tomorrow is none."""
        return _not_ahead(self.cleaned_data["arisen_on"])


class RepairForm(forms.Form):
    """The decision on which a credit repair rests."""

    decided_on = forms.DateField(label=_("Repair decided on"), widget=AdminDateInput)
    deciding_body = forms.CharField(label=_("Body that decided so"), max_length=200)
    deciding_no = forms.CharField(label=_("Number of that document"), max_length=128, required=False)

    def clean_decided_on(self) -> Any:
        """Decided already."""
        return _not_ahead(self.cleaned_data["decided_on"])


class RepublishForm(forms.Form):
    """Why an ended record is public again."""

    reason = forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=500,
        help_text=_(
            "Stands in the public list of withdrawals. The newest saved version is made public. Name no person."
        ),
    )


class CorrectForm(forms.Form):
    """The public text of a correction."""

    text = forms.CharField(
        label=_("What was wrong and what is right"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        help_text=_(
            "Change and save the fields first; the correction publishes them. It stays with the record and cannot be "
            "removed. Name no person."
        ),
    )


class CloseTaskForm(forms.Form):
    """How a recipient was told."""

    note = forms.CharField(label=_("How it was told"), widget=forms.Textarea(attrs={"rows": 3}), max_length=500)


def _not_ahead(day: Any) -> Any:
    if day > timezone.localdate():
        raise ValidationError(_("This date is in the future."))
    return day
