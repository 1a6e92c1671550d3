"""The form that opens the column of a new site."""

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from pages.acts.open_portal_section import Opening
from pages.acts.site_tree import AgencyData
from pages.kinds.agency.models import AgencyPage
from records.models import PortalSettings
from records.types import all_kinds


def _like(model: Any, name: str, **options: Any) -> Any:
    """A form field with the label, limits and checks of a model's field."""
    field = model._meta.get_field(name)
    return field.formfield(validators=field.validators, **options)


def _sections() -> list[tuple[str, Any]]:
    return [(kind.key, kind.label) for kind in all_kinds() if not kind.is_founding]


class FirstRunForm(forms.Form):
    """What must be known of a column before anything can stand in it; all of it can be changed later."""

    section_name: Any = _like(PortalSettings, "section_name")
    bureau_name: Any = _like(PortalSettings, "bureau_name", required=True)
    credit_code: Any = _like(AgencyPage, "credit_code")
    region_code: Any = _like(AgencyPage, "region_code", required=True)
    site_name: Any = _like(PortalSettings, "site_name")
    site_code: Any = _like(PortalSettings, "site_code")
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
        named = ("section_name", "bureau_name", "site_name", "site_code")
        return Opening(
            column=values["section_name"],
            agency=AgencyData(values["bureau_name"], values["credit_code"], values["region_code"]),
            settings={name: values[name] for name in named},
            sections=frozenset(values["sections"]),
            hostname=place.hostname or "localhost",
            port=place.port or (443 if place.scheme == "https" else 80),
        )
