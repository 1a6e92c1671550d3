"""The form of an export."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from pages.exports.models import Recipient
from pages.exports.run import FORMATS, MAY_IDENTITY, export_kinds
from records.types import kind_of


class ExportForm(forms.Form):
    """Kind, period, format, recipient; identity numbers only for those who may."""

    kind = forms.ChoiceField(label=_("Kind of record"))
    first = forms.DateField(label=_("Decisions from"), widget=AdminDateInput)
    last = forms.DateField(label=_("Decisions to"), widget=AdminDateInput, help_text=_("Both days included."))
    file_format = forms.ChoiceField(label=_("File format"), choices=[(name, name) for name in FORMATS])
    recipient = forms.ModelChoiceField(
        label=_("Recipient"),
        queryset=Recipient.objects.none(),
        help_text=_("The register keeps who received what; a withdrawal is then told to every recipient."),
    )
    with_identity = forms.BooleanField(
        label=_("With identity numbers"), required=False, help_text=_("Items 11 and 13. Each such export is logged.")
    )

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds: Any = self.fields["kind"]
        kinds.choices = [(key, kind_of(key).label) for key in export_kinds()]
        recipients: Any = self.fields["recipient"]
        recipients.queryset = Recipient.objects.filter(enabled=True)
        if not user.has_perm(MAY_IDENTITY):
            del self.fields["with_identity"]

    def clean(self) -> dict[str, Any]:
        """The period must be one."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("first") and cleaned.get("last") and cleaned["last"] < cleaned["first"]:
            self.add_error("last", ValidationError(_("The second date comes before the first.")))
        return cleaned
