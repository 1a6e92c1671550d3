"""Lists that are public before enforcement (事前公开): in force until they are changed (law.md 8)."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from pages.base.disclosure import DisclosurePage
from rules.windows import WindowCase


class ProactivePage(DisclosurePage):
    """Abstract base of records that are public for as long as they hold, in an order of their own."""

    effective_on = models.DateField(_("In force from"), null=True)
    position = models.CharField(
        _("Place in the list"), max_length=64, blank=True, help_text=_("Lists are in this order; empty comes first.")
    )

    is_creatable = True
    parent_page_types = ["pages.SectionIndexPage"]
    subpage_types: list[str] = []

    class Meta:
        abstract = True

    @property
    def decided_on(self) -> date | None:
        """The day from which the record holds: what windows and deadlines count from."""
        return self.effective_on

    @decided_on.setter
    def decided_on(self, day: date | None) -> None:
        self.effective_on = day

    def window_case(self) -> WindowCase | None:
        """All lists before enforcement share their rules."""
        return WindowCase(act="proactive", decided_on=self.effective_on) if self.effective_on else None
