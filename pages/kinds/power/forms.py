"""The form of powers."""

from typing import Any

from django.utils.translation import gettext as _

from pages.admin.forms.basis import BasisForm


class PowerForm(BasisForm):
    def checks(self) -> list[Any]:
        """The code first."""
        return [self.check_code, self.check_type, *super().checks()]

    def check_code(self, cleaned: dict[str, Any]) -> None:
        """A code names one power, and the message says which."""
        code = cleaned.get("code")
        twin = type(self.instance).objects.filter(code=code).exclude(pk=self.instance.pk).first() if code else None
        if twin is not None and "code" not in self.errors:
            self.add_error("code", _("Another power has this code: %(name)s.") % {"name": twin.name})

    def check_type(self, cleaned: dict[str, Any]) -> None:
        """One of the ten types, before it is published (中办发〔2015〕21号)."""
        if not cleaned.get("power_type") and "power_type" not in self.errors and not self.is_deferred_validation:
            self.add_error("power_type", _("Choose the type of the power."))
