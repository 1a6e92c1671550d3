"""Forms of the list of items and of the annual plan."""

from typing import Any

from django.utils.translation import gettext as _

from pages.admin.forms.disclosure import DisclosureForm


class InspectionListForm(DisclosureForm):
    """No row stands twice."""

    rows = "items"
    row_key: tuple[str, ...] = ("name",)

    def checks(self) -> list[Any]:
        """Rows after the window."""
        return [*super().checks(), self.check_rows]

    def check_rows(self, cleaned: dict[str, Any]) -> None:
        """The same row twice is a slip: told at the later one."""
        seen: set[tuple[Any, ...]] = set()
        for form in self.formsets[self.rows].forms:
            values = form.cleaned_data if form.is_valid() else {}
            key = tuple(values.get(name) for name in self.row_key)
            if values.get("DELETE") or not all(key):
                continue
            if key in seen:
                form.add_error(self.row_key[-1], _("This row stands above already."))
            seen.add(key)


class InspectionPlanForm(InspectionListForm):
    """One plan a year and authority."""

    rows = "rows"
    row_key = ("category", "objects_of", "item")

    def checks(self) -> list[Any]:
        """Year first."""
        return [self.check_year, *super().checks()]

    def check_year(self, cleaned: dict[str, Any]) -> None:
        """A real year with one plan; a cap of none would forbid every inspection."""
        year, model = cleaned.get("year"), type(self.instance)
        if year is not None and not 2015 <= year <= 2099:
            self.add_error("year", _("A year from 2015 on."))
        twin = model.objects.filter(year=year, agency=cleaned.get("agency")).exclude(pk=self.instance.pk).first()
        if year is not None and twin is not None:
            self.add_error("year", _("There is a plan of this year: %(title)s.") % {"title": twin.title})
        if cleaned.get("yearly_cap") == 0:
            self.add_error("yearly_cap", _("At least one."))
