"""Forms of 双随机: the facts of a task, its roster."""

import tempfile
from pathlib import Path
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms.models import WagtailAdminModelForm

from pages.inspections.roster import (
    CellProblem,
    Line,
    as_text,
    entries_as_text,
    read_roster,
    split_lines,
)
from pages.inspections.sheets import UnreadableSheetError, read_lines
from pages.kinds.lottery.models import InspectionTask, RosterEntry
from pages.kinds.officer.models import Officer, tidy_certificate

MOST_TOLD = 20


class TaskForm(WagtailAdminModelForm):
    """What is to be inspected; closed once it was committed to."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.is_open:
            for field in self.fields.values():
                field.disabled = True

    def clean(self) -> dict[str, Any]:
        """Each message at its field."""
        cleaned = super().clean() or self.cleaned_data
        if not self.instance.is_open:
            self.add_error(None, _("This task was committed to; its facts cannot be changed any more."))
            return cleaned
        begins, ends = cleaned.get("date_from"), cleaned.get("date_to")
        if begins and ends and ends < begins:
            self.add_error("date_to", _("The inspections cannot end before they begin."))
        if cleaned.get("officers_per_object") is not None and cleaned["officers_per_object"] < 2:
            self.add_error("officers_per_object", _("An inspection needs two officers at least."))
        if not cleaned.get("category") and "category" not in self.errors:
            self.add_error("category", _("Choose the category that the officers must have."))
        self._check_number(cleaned)
        return cleaned

    def _check_number(self, cleaned: dict[str, Any]) -> None:
        ratio, number = cleaned.get("ratio"), cleaned.get("number")
        if {"ratio", "number"} & set(self.errors):
            return
        if ratio is None and number is None:
            self.add_error("ratio", _("Enter a ratio or a number."))
        elif ratio is not None and number is not None:
            self.add_error("number", _("Enter either the ratio or the number, not both."))
        elif (ratio if ratio is not None else number) == 0:
            self.add_error("ratio" if ratio is not None else "number", _("At least one object is drawn."))


class RosterForm(forms.Form):
    """Objects and conflicts as lines; a file replaces the lines, and stands in their place when something is wrong."""

    roster = forms.CharField(
        label=gettext_lazy("Roster of objects"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 12, "spellcheck": "false"}),
        help_text=gettext_lazy(
            "One a line: name, credit code, area, weight of risk (1 to 99), 自然人 if it is a person."
        ),
    )
    file = forms.FileField(
        label=gettext_lazy("Roster as a file"),
        required=False,
        help_text=gettext_lazy(
            "xlsx or csv with the header 检查对象, 统一社会信用代码, 区域, 风险权重, 对象类别. It replaces the lines."
        ),
    )
    conflicts = forms.CharField(
        label=gettext_lazy("Conflicts of interest"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false"}),
        help_text=gettext_lazy(
            "One a line: certificate number, object (name or credit code), reason. The reason stays inside."
        ),
    )

    def __init__(self, *args: Any, task: InspectionTask, **kwargs: Any) -> None:
        kwargs["initial"] = {
            "roster": entries_as_text(task.roster.all()) if task.roster.exists() else "",
            "conflicts": "\n".join(
                f"{one.officer.certificate_no}\t{one.entry.credit_code or one.entry.name}\t{one.reason}"
                for one in task.conflicts.select_related("officer", "entry").order_by("pk")
            ),
        }
        super().__init__(*args, **kwargs)
        self.entries: list[RosterEntry] = []
        self.pairs: list[tuple[Officer, int, str]] = []

    def clean(self) -> dict[str, Any]:
        """Read both lists."""
        cleaned = super().clean() or {}
        self.entries, problems = read_roster(self._lines(cleaned))
        if not self.entries and not problems and not self.errors:
            self.add_error("roster", _("The roster is empty."))
        self._tell("roster", problems)
        self._read_conflicts(split_lines(cleaned.get("conflicts") or ""))
        return cleaned

    def _lines(self, cleaned: dict[str, Any]) -> list[Line]:
        upload = cleaned.get("file")
        if not upload:
            return split_lines(cleaned.get("roster") or "")
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "roster"
            path.write_bytes(upload.read())
            try:
                lines = read_lines(path, upload.name)
            except UnreadableSheetError as error:
                self.add_error("file", str(error))
                return split_lines(cleaned.get("roster") or "")
        # What the file says stands in the lines, so that it can be mended here.
        self.data = {**self.data.dict(), "roster": as_text(lines)}  # type: ignore[attr-defined]
        return lines

    def _tell(self, field: str, problems: list[CellProblem]) -> None:
        for problem in problems[:MOST_TOLD]:
            self.add_error(field, str(problem))
        if len(problems) > MOST_TOLD:
            self.add_error(field, _("And %(count)d more.") % {"count": len(problems) - MOST_TOLD})

    def _read_conflicts(self, lines: list[Line]) -> None:
        people = {one.certificate_no: one for one in Officer.objects.all()}
        places = {key: place for place, one in enumerate(self.entries) for key in (one.credit_code, one.name) if key}
        problems, seen = [], set()
        for number, cells in lines:
            who, what, why = (*cells, "", "")[:3]
            officer, place = people.get(tidy_certificate(who)), places.get(what.upper(), places.get(what))
            if officer is None:
                problems.append(
                    CellProblem(number, _("Certificate number"), _("No officer has this certificate number."))
                )
            if place is None:
                problems.append(CellProblem(number, _("Object of inspection"), _("This object is not in the roster.")))
            if officer is not None and place is not None and (officer.pk, place) not in seen:
                seen.add((officer.pk, place))
                self.pairs.append((officer, place, why[:200]))
        self._tell("conflicts", problems)
