"""Forms of the import screens."""

from typing import Any

from django import forms
from django.db.models import Case, When
from django.utils.translation import gettext_lazy as _

from importers.formats import KINDS
from importers.models import Channel, ImportSource
from importers.sources import Limits
from records.types import kind_of


class SendFileForm(forms.Form):
    """A file, whose it is, and whether its decisions are published at once."""

    source = forms.ModelChoiceField(
        label=_("Source"),
        queryset=ImportSource.objects.none(),
        empty_label=None,
        help_text=_("Who sends this file. Its approval decides whether decisions may be published at once."),
    )
    file = forms.FileField(
        label=_("File"),
        help_text=_(
            "A spreadsheet of the kind that the source says (双公示 for penalties and permits): .xlsx, or .csv."
        ),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.xls,.csv"}),
    )
    publish = forms.BooleanField(
        label=_("Publish what is new or changed at once"),
        required=False,
        help_text=_("Otherwise the decisions become drafts. Only for sources that an administrator has approved."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["source"]
        # The first is chosen already: decisions that come every week stand before those that come now and then.
        field.queryset = ImportSource.objects.filter(channel=Channel.UPLOAD).order_by(_place_of_kind(), "name")
        if not field.queryset.filter(approved_at__isnull=False).exists():
            del self.fields["publish"]

    def clean_file(self) -> Any:
        """Refuse what is too large before it is stored."""
        upload = self.cleaned_data["file"]
        limit = Limits.from_settings().file_bytes
        if upload.size > limit:
            raise forms.ValidationError(
                _("The file is larger than %(limit)d MB. Split it, or send it as CSV."),
                params={"limit": limit >> 20},
                code="too_big",
            )
        return upload

    def clean(self) -> dict[str, Any]:
        """Only an approved source publishes."""
        cleaned = super().clean() or {}
        source = cleaned.get("source")
        if cleaned.get("publish") and source is not None and not source.publishes:
            self.add_error("publish", _("This source is not approved for publication by import."))
        return cleaned


def _place_of_kind() -> Case:
    kinds = sorted(KINDS, key=lambda kind: kind_of(kind).order)
    return Case(*(When(kind=kind, then=place) for place, kind in enumerate(kinds)), default=len(kinds))


class ApprovalForm(forms.Form):
    """Why a source may publish."""

    reason = forms.CharField(
        label=_("Reason of the approval"),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Stands in the log, for example: rows are checked by two people before they are sent."),
    )
