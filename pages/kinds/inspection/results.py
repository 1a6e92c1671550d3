"""抽查结果: what an inspection of one drawn object found (law.md 7.2, 7.3)."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField

from pages.base.disclosure import DisclosurePage
from pages.base.parties import Party
from pages.base.titles import compose_title, digest
from rules.models.terms import Vocabulary, term_field
from rules.windows import WindowCase


class InspectionResultPage(DisclosurePage):
    """The result for one object of one task; its title follows from object and items."""

    kind = "inspection_result"

    task = models.ForeignKey(
        "pages.InspectionTask",
        verbose_name=_("Task of random inspection"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="results",
    )
    drawn_object = models.CharField(max_length=32, blank=True, editable=False)
    task_no = models.CharField(
        _("Number of task"), max_length=64, help_text=_("As on the task, e.g. 兴住建双随机〔2026〕3号.")
    )
    task_name = models.CharField(_("Name of task"), max_length=200, blank=True)
    items = models.TextField(_("Items of inspection"), help_text=_("One a line."))
    decided_on = models.DateField(_("End of the inspection"), null=True)
    inspectors = ParentalManyToManyField(
        "pages.Officer", verbose_name=_("Inspecting officers"), blank=True, related_name="+"
    )
    result = term_field(_("Result of inspection"), Vocabulary.INSPECTION_RESULT)
    findings = models.TextField(_("Problems found"), blank=True)
    handling = term_field(_("What follows"), Vocabulary.INSPECTION_HANDLING)
    handling_note = models.CharField(_("Details of what follows"), max_length=200, blank=True)

    is_copyable = False
    ends_by_withdrawal = True
    parent_page_types = ["pages.ArchiveYearPage"]
    subpage_types: list[str] = []
    is_creatable = True

    class Meta:
        verbose_name = _("Inspection result")
        verbose_name_plural = _("Inspection results")
        indexes = [models.Index(fields=["decided_on"], name="pages_inspection_decided")]

    def compute(self) -> None:
        """Title, address and natural key follow from object and task."""
        super().compute()
        self.title = self._composed_title() or self.title or self.task_no
        self.natural_key = self.key_for(self.public_parties())
        if not self.slug and self.natural_key:
            self.slug = f"result-{digest(self.natural_key)}"

    def key_for(self, parties: list[Any]) -> str | None:
        """One result for each object of a task."""
        if not parties or not self.task_no:
            return None
        return f"{self.kind}|{self.task_no}|{parties[0].credit_code or parties[0].name}"[:400]

    def item_names(self) -> list[str]:
        """The items one by one."""
        return [line.strip() for line in self.items.splitlines() if line.strip()]

    def public_parties(self) -> list[Any]:
        """The object of the inspection."""
        return list(self.parties.all())

    def window_case(self) -> WindowCase | None:
        """By the rules for inspections; a natural person's cap counts too."""
        if self.decided_on is None:
            return None
        categories = tuple(party.category_code for party in self.public_parties())
        return WindowCase(act=self.kind, decided_on=self.decided_on, party_categories=categories)

    def is_hidden(self, now: Any) -> bool:
        """A result waits for its task: one alone would show who was drawn while others are still to be inspected."""
        return self.task is not None and self.task.state != "revealed"

    def starts_at(self, start: Any) -> Any:
        """Not before the draw is revealed."""
        revealed = self.task.revealed_at if self.task is not None else None
        return max(start, revealed) if revealed else start

    def public_title(self, masker: Any) -> str:
        """Composed anew: persons are told apart as in the record's other texts."""
        return self._composed_title(masker) or super().public_title(masker)

    def _composed_title(self, masker: Any = None) -> str:
        parties = [(party.name, party.category_code) for party in self.public_parties()]
        items = self.item_names()
        return compose_title(parties, f"{items[0]}抽查结果" if items else "", end="", masker=masker)


class InspectionObject(Party):
    """The inspected object."""

    page: Any = ParentalKey(InspectionResultPage, on_delete=models.CASCADE, related_name="parties")

    # What an inspection needs of its object; identity numbers of persons are not asked for at all.

    class Meta(Party.Meta):
        verbose_name = _("Object of inspection")
        verbose_name_plural = _("Objects of inspection")
