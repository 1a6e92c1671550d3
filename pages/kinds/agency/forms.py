"""The form of an enforcement body: one code, one body; an entrusted one shows on what it rests."""

from typing import Any

from django.utils.translation import gettext as _

from pages.admin.forms.disclosure import DisclosureForm

_ENTRUSTMENT = ("entrusting_body", "entrusted_from", "entrusted_to", "entrustment")


class AgencyForm(DisclosureForm):
    """Code and entrustment."""

    def checks(self) -> list[Any]:
        """Code and entrustment first."""
        return [self.check_code, self.check_entrustment, *super().checks()]

    def check_code(self, cleaned: dict[str, Any]) -> None:
        """A code names one body."""
        code = cleaned.get("credit_code")
        twin = (
            type(self.instance).objects.filter(credit_code=code).exclude(pk=self.instance.pk).first() if code else None
        )
        if twin is not None:
            self.add_error("credit_code", _("Another body has this credit code: %(name)s.") % {"name": twin.name})

    def check_entrustment(self, cleaned: dict[str, Any]) -> None:
        """Who entrusted it, for how long and by what document is public with the body (行政处罚法 20)."""
        begins, ends = cleaned.get("entrusted_from"), cleaned.get("entrusted_to")
        if begins and ends and ends < begins:
            self.add_error("entrusted_to", _("The entrustment cannot end before it begins."))
        if cleaned.get("nature") != "entrusted" or self.is_deferred_validation:
            return
        for name in _ENTRUSTMENT:
            if not cleaned.get(name) and name not in self.errors:
                self.add_error(name, _("An entrusted organisation needs this before it can be published."))
