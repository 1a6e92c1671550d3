"""The form of one party. Identity numbers pass through it into their own encrypted record and nowhere else."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from rules.validators import NO_CREDIT_CODE, is_credit_code

IDENTITY_FIELDS = ("personal_number", "representative_number")
_KEPT = _("Stored encrypted, shown to nobody. Leave empty to keep what is stored.")


def _identity(label: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        max_length=64,
        help_text=_KEPT,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


class PartyForm(WagtailAdminModelForm):
    """A party with its identity numbers; ``party_uid`` keeps numbers and party together through drafts."""

    personal_number = _identity(_("Identity number of the party"))
    representative_number = _identity(_("Identity number of the legal representative"))
    party_uid = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["party_uid"] = self.instance.uid
        if "category" in self.fields:
            self.fields["category"].empty_label = _("Organisation (unless chosen otherwise)")

    def has_changed(self) -> bool:
        """The hidden key alone makes no party."""
        return bool(set(self.changed_data) - {"party_uid"})

    def clean(self) -> dict[str, Any]:
        """Check the code against the category (law.md 4.4)."""
        cleaned = super().clean() or self.cleaned_data
        category = cleaned["category"].code if cleaned.get("category") else "organisation"
        code = (cleaned.get("credit_code") or "").strip().upper()
        cleaned["credit_code"] = code
        try:
            _check_code(code, category)
        except ValidationError as error:
            self.add_error("credit_code", error)
        if cleaned.get("party_uid"):
            self.instance.uid = cleaned["party_uid"]
        return cleaned

    def identity_numbers(self) -> tuple[str, str]:
        """What was typed: the party's own number and the representative's, upper case, no blanks."""
        return tuple("".join((self.cleaned_data.get(name) or "").split()).upper() for name in IDENTITY_FIELDS)  # type: ignore[return-value]


def _check_code(code: str, category: str) -> None:
    if not code:
        return
    if category == "person":
        raise ValidationError(_("A natural person has no credit code."))
    if code == NO_CREDIT_CODE and category == "sole_trader":
        return
    if not is_credit_code(code):
        raise ValidationError(
            _("The credit code is wrong: 18 places with the check digit of GB 32100-2015 are needed.")
        )
