"""The form that opens the column of a new site."""

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from pages.acts.open_column import Opening
from pages.acts.site_tree import EntityFacts
from pages.kinds.agency.models import EntityPage
from records.kinds import all_kinds
from records.models import ColumnSettings


def _like(model: Any, name: str, **options: Any) -> Any:
    """A form field with the label, limits and checks of a model's field."""
    field = model._meta.get_field(name)
    return field.formfield(validators=field.validators, **options)


def _sections() -> list[tuple[str, Any]]:
    return [(kind.key, kind.label) for kind in all_kinds() if kind.key != "entity"]


class FirstRunForm(forms.Form):
    """What must be known of a column before anything can stand in it; all of it can be changed later."""

    column_name: Any = _like(ColumnSettings, "column_name")
    bureau_name: Any = _like(ColumnSettings, "bureau_name", required=True)
    credit_code: Any = _like(EntityPage, "credit_code")
    region_code: Any = _like(EntityPage, "region_code", required=True)
    site_name: Any = _like(ColumnSettings, "site_name")
    site_code: Any = _like(ColumnSettings, "site_code")
    sections = forms.MultipleChoiceField(
        label=_("Sections"),
        choices=_sections,
        widget=forms.CheckboxSelectMultiple,
        initial=lambda: [key for key, _label in _sections()],
        required=False,
        help_text=_("A section left out is made with its first record. Enforcement bodies always have one."),
    )

    def opening(self) -> Opening:
        """The act that the valid form asks for."""
        values = self.cleaned_data
        place = urlsplit(settings.SITE_URL)
        named = ("column_name", "bureau_name", "site_name", "site_code")
        return Opening(
            column=values["column_name"],
            entity=EntityFacts(values["bureau_name"], values["credit_code"], values["region_code"]),
            settings={name: values[name] for name in named},
            sections=frozenset(values["sections"]),
            hostname=place.hostname or "localhost",
            port=place.port or (443 if place.scheme == "https" else 80),
        )
