"""A file of officers that was checked: its rows wait here for the confirmation, so that nothing sent is lost."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class OfficerFile(models.Model):
    """One file. Only the cells of the list's own columns are kept, as text."""

    file_name = models.CharField(_("File"), max_length=255)
    user: Any = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("Sent by"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    rows = models.JSONField(default=list, help_text="[{sheet, line, cells: {column: text}}].")
    columns = models.JSONField(default=list, help_text="The columns that the file has.")
    warnings = models.JSONField(default=list)
    applied_at = models.DateTimeField(null=True)
    report = models.JSONField(default=dict, help_text="{created, changed, unchanged, waiting}, once it is applied.")

    class Meta:
        verbose_name = _("File of officers")
        verbose_name_plural = _("Files of officers")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.file_name
