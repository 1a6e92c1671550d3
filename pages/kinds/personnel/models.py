"""The list of enforcement officers of a body (行政执法人员清单): the page; its rows are the officers public now."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from pages.base.proactive import ProactivePage
from pages.base.titles import digest

_NAME = "行政执法人员清单"


class PersonnelListPage(ProactivePage):
    """A list names no officer itself: it shows those of its body whose record is public at the moment of reading."""

    kind = "personnel_list"

    note = models.TextField(
        _("Note"), blank=True, help_text=_("Stands above the table, e.g. whom to ask about an officer.")
    )

    class Meta:
        verbose_name = _("List of officers")
        verbose_name_plural = _("Lists of officers")

    def compute(self) -> None:
        """The body's name makes the title."""
        self.title = f"{self.agency_name}{_NAME}"
        self.slug = self.slug or f"personnel-{digest(f'{self.agency_code}{uuid.uuid4()}')}"
        super().compute()
