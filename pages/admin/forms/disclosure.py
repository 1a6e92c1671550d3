"""The form of every disclosed record: authority, choices in force, a window rule that covers it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm

from pages.admin.forms.prefill import prefill
from pages.admin.forms.privacy import add_hits
from rules.models.terms import Term
from rules.windows import NoWindowRuleError


class DisclosureForm(WagtailAdminPageForm):
    """Drafts may be incomplete, but never wrong; publishing, scheduling and submitting ask for everything."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offer_terms_in_force()
        if self.instance.pk is None and not self.is_bound:
            prefill(self)

    def clean(self) -> dict[str, Any]:
        """Check the fields against each other; every message stands at its field."""
        cleaned = super().clean()
        self._take_agency(cleaned)
        for check in self.checks():
            check(cleaned)
        if not self.is_deferred_validation:
            self._refuse_hits(cleaned)
        return cleaned

    def _refuse_hits(self, cleaned: dict[str, Any]) -> None:
        add_hits(self, cleaned)

    def checks(self) -> list[Any]:
        """The checks of this form, each called with the cleaned values; subclasses add theirs."""
        return [self.check_window]

    def check_window(self, cleaned: dict[str, Any]) -> None:
        """The table of rules must cover the record, or nobody could say how long it is public."""
        if self.instance.window_reason:
            return
        case = self.window_case(cleaned)
        if case is None:
            return
        try:
            self.instance.window_table().propose(case, self.instance.becomes_public_on())
        except NoWindowRuleError as error:
            self.add_error(self._day_field(), ValidationError(str(error)))

    def window_case(self, cleaned: dict[str, Any]) -> Any:
        """What the rules ask, from the values typed: the page itself when its facts are plain columns."""
        return self.instance.window_case()

    def _day_field(self) -> str | None:
        return next((name for name in ("decided_on", "effective_on") if name in self.fields), None)

    def _offer_terms_in_force(self) -> None:
        """Choices of today, and what this record holds already."""
        today = timezone.localdate()
        for name, field in self.fields.items():
            queryset = getattr(field, "queryset", None)
            if queryset is not None and queryset.model is Term:
                held = Term.objects.filter(pk__in=_keys(self.initial.get(name)))
                field.queryset = queryset & (Term.objects.in_force(today) | held)

    def _take_agency(self, cleaned: dict[str, Any]) -> None:
        if "agency" not in self.fields:
            return
        agency = cleaned.get("agency")
        if agency is not None:
            self.instance.agency_name = agency.name
            self.instance.agency_code = agency.credit_code
        elif not self.instance.agency_name and not self.is_deferred_validation:
            self.add_error("agency", _("Choose the authority that made the decision."))


def _keys(value: Any) -> list[Any]:
    """Primary keys of what a form starts with: nothing, a key, or a collection of terms."""
    if value is None or isinstance(value, int | str):
        return [value] if value else []
    return [getattr(one, "pk", one) for one in value]
