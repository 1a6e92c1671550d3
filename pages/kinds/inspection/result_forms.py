"""The form of an inspection result."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from pages.admin.forms.disclosure import DisclosureForm

LEAST_OFFICERS = 2  # 行政处罚法 42
# Results after which something must follow, and what then cannot be 「无需处理」.
_FOUND = {"corrected", "pending", "uncooperative"}


class InspectionResultForm(DisclosureForm):
    """Date, officers, result and what follows fit each other."""

    def checks(self) -> list[Any]:
        """Dates and officers first."""
        return [self.check_date, self.check_officers, self.check_twin, *super().checks(), self.check_result]

    def check_date(self, cleaned: dict[str, Any]) -> None:
        """No inspection of tomorrow has ended."""
        if cleaned.get("decided_on") and cleaned["decided_on"] > timezone.localdate():
            self.add_error("decided_on", _("This date is in the future."))

    def check_officers(self, cleaned: dict[str, Any]) -> None:
        """Two at least, each with a certificate that was valid on that day."""
        chosen = list(cleaned.get("inspectors") or [])
        if len(chosen) < LEAST_OFFICERS and not self.is_deferred_validation:
            self.add_error("inspectors", _("An inspection needs two officers at least."))
        day = cleaned.get("decided_on")
        if not chosen or day is None:
            return
        valid = set(type(chosen[0]).objects.valid_on(day).values_list("pk", flat=True))
        over = [officer.name for officer in chosen if officer.pk not in valid]
        if over:
            names = "、".join(over)
            self.add_error("inspectors", _("Without a valid certificate on that day: %(names)s.") % {"names": names})

    def check_twin(self, cleaned: dict[str, Any]) -> None:
        """One result for each object of a task."""
        number, parties = cleaned.get("task_no"), self._parties()
        if not number or not parties:
            return
        self.instance.task_no = number
        key = self.instance.key_for(parties)
        twin = type(self.instance).objects.filter(natural_key=key).exclude(pk=self.instance.pk).first()
        if twin is not None:
            self.add_error("task_no", _("This object has a result in this task: %(title)s.") % {"title": twin.title})

    def check_result(self, cleaned: dict[str, Any]) -> None:
        """Nothing is published without a result; a problem found is told and something follows."""
        if self.is_deferred_validation:
            return
        result, handling = cleaned.get("result"), cleaned.get("handling")
        if result is None:
            self.add_error("result", _("Choose the result of the inspection."))
        elif result.code in _FOUND:
            if not cleaned.get("findings"):
                self.add_error("findings", _("Say which problems were found."))
            if handling is None or handling.code == "none":
                self.add_error("handling", _("A problem was found: say what follows."))

    def _parties(self) -> list[Any]:
        forms = self.formsets["parties"].forms
        return [form.instance for form in forms if form.is_valid() and form.cleaned_data.get("name")]
