"""The form of a penalty decision: what must hold always, and what must hold before it is published."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm

from pages.admin.forms.prefill import prefill
from pages.numbers import UnreadableNumberError, parse_number
from pages.windows import NoWindowRuleError, WindowCase, propose_window


class DecisionForm(WagtailAdminPageForm):
    """Drafts may be incomplete, but never wrong; publishing, scheduling and submitting ask for everything."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offer_terms_in_force()
        if self.instance.pk is None and not self.is_bound:
            prefill(self)

    def clean(self) -> dict[str, Any]:
        """Check the fields against each other; every message stands at its field."""
        cleaned = super().clean()
        self._take_authority(cleaned)
        for check in (self._check_number, self._check_dates, self._check_amounts, self._check_window):
            check(cleaned)
        return cleaned

    def save(self, commit: bool = True) -> Any:
        """Save, and hand the identity numbers over to be sealed once the page has its key."""
        self.instance.identity_numbers = {
            str(form.instance.uid): form.identity_numbers()
            for form in self.formsets["parties"].forms
            if hasattr(form, "cleaned_data") and any(form.identity_numbers()) and not form.cleaned_data.get("DELETE")
        }
        return super().save(commit=commit)

    def _offer_terms_in_force(self) -> None:
        """Choices of today, and what this decision holds already."""
        today = timezone.localdate()
        for name in ("procedure", "grade", "domain", "penalty_types"):
            field = self.fields.get(name)
            if field is not None:
                terms = field.queryset.model.objects
                held = terms.filter(pk__in=_keys(self.initial.get(name)))
                field.queryset = field.queryset & (terms.in_force(today) | held)

    def _take_authority(self, cleaned: dict[str, Any]) -> None:
        authority = cleaned.get("authority")
        if authority is not None:
            self.instance.authority_name = authority.name
            self.instance.authority_code = authority.credit_code
        elif not self.instance.authority_name and not self.is_deferred_validation:
            self.add_error("authority", _("Choose the authority that made the decision."))

    def _check_number(self, cleaned: dict[str, Any]) -> None:
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

    def _check_dates(self, cleaned: dict[str, Any]) -> None:
        today, decided, served = timezone.localdate(), cleaned.get("decided_on"), cleaned.get("served_on")
        for name, day in (("decided_on", decided), ("served_on", served)):
            if day and day > today:
                self.add_error(name, _("This date is in the future."))
        if decided and served and served < decided:
            self.add_error("served_on", _("The decision cannot be served before it is made."))
        effect = cleaned.get("effect_until")
        if decided and effect and effect < decided:
            self.add_error("effect_until", _("The penalty cannot end before the decision is made."))

    def _check_amounts(self, cleaned: dict[str, Any]) -> None:
        if self.is_deferred_validation:
            return
        chosen = {term.code for term in cleaned.get("penalty_types") or []}
        if "fine" in chosen and cleaned.get("fine") is None:
            self.add_error("fine", _("A fine is chosen; give its amount."))
        if chosen & {"confiscate_gains", "confiscate_goods"} and cleaned.get("confiscated") is None:
            self.add_error("confiscated", _("A confiscation is chosen; give its amount."))

    def _check_window(self, cleaned: dict[str, Any]) -> None:
        """The table of rules must cover the decision, or nobody could say how long it is public."""
        decided = cleaned.get("decided_on")
        if decided is None or self.instance.window_reason:
            return
        try:
            propose_window(self._case(cleaned), self.instance.window_rules())
        except NoWindowRuleError as error:
            self.add_error("decided_on", ValidationError(str(error)))

    def _case(self, cleaned: dict[str, Any]) -> WindowCase:
        def code(name: str) -> str:
            return cleaned[name].code if cleaned.get(name) else ""

        return WindowCase(
            act=self.instance.kind,
            decided_on=cleaned["decided_on"],
            procedure=code("procedure"),
            penalty_types=tuple(term.code for term in cleaned.get("penalty_types") or []),
            grade=code("grade"),
            domain=code("domain"),
            declared_end=cleaned.get("declared_window_end"),
        )


def _keys(value: Any) -> list[Any]:
    """Primary keys of what a form starts with: nothing, a key, or a collection of terms."""
    if value is None or isinstance(value, int | str):
        return [value] if value else []
    return [getattr(one, "pk", one) for one in value]
