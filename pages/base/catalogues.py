"""Lists that bear a title of their own and have rows."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from pages.base.proactive import ProactivePage
from pages.base.titles import digest


class CataloguePage(ProactivePage):
    """Abstract base of lists that bear a title of their own and have rows."""

    slug_prefix = "list"

    note = models.TextField(_("Note"), blank=True, help_text=_("Stands above the table."))

    class Meta:
        abstract = True

    def compute(self) -> None:
        """An address of its own: two editions of a list may bear the same title."""
        if not self.slug and self.title:
            self.slug = f"{self.slug_prefix}-{digest(f'{self.title}{uuid.uuid4()}')}"
        super().compute()
