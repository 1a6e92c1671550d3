"""The index of the editors' search; everything in it can be made again."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AdminEntry(models.Model):
    """What editors find a page by, drafts included: title, number, parties and codes, folded. No identity numbers."""

    page = models.OneToOneField("wagtailcore.Page", primary_key=True, on_delete=models.CASCADE, related_name="+")
    text = models.TextField()

    class Meta:
        verbose_name = _("Entry of the editors' search")
        verbose_name_plural = _("Entries of the editors' search")

    def __str__(self) -> str:
        return self.text[:80]
