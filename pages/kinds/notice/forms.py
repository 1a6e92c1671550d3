"""The form of a notice."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from pages.admin.forms.disclosure import DisclosureForm
from pages.kinds.notice.parties import named_without_decision
from pages.kinds.notice.text import plain_text


class NoticeForm(DisclosureForm):
    """A party is named only together with its decision."""

    def checks(self) -> list[Any]:
        """Parties after the window."""
        return [self.check_date, *super().checks(), self.check_parties]

    def check_date(self, cleaned: dict[str, Any]) -> None:
        """No notice of tomorrow."""
        if cleaned.get("issued_on") and cleaned["issued_on"] > timezone.localdate():
            self.add_error("issued_on", _("This date is in the future."))

    def check_parties(self, cleaned: dict[str, Any]) -> None:
        """Whoever is a party of a decision of ours is named with that decision or not at all."""
        if self.is_deferred_validation:
            return
        title, summary = cleaned.get("title") or "", cleaned.get("summary") or ""
        text = "\n".join([title, summary, plain_text(cleaned.get("body"))])
        named = named_without_decision(text, self._chosen())
        if named:
            names = "、".join(sorted(named)[:5])
            self.add_error(
                "body",
                _("The text names %(names)s, party of a decision. Add the decision below, or take the name out.")
                % {"names": names},
            )

    def _chosen(self) -> set[int]:
        forms = self.formsets["decisions"].forms
        cleaned = [one.cleaned_data for one in forms if getattr(one, "cleaned_data", None)]
        return {one["decision"].pk for one in cleaned if one.get("decision") and not one.get("DELETE")}
