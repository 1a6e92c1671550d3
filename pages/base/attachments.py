"""Files shown with a record."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable


class DecisionAttachment(Orderable):
    """A file shown with a record while that record is public. The parent is any disclosed page."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="attachments")
    title = models.CharField(_("Title"), max_length=200, blank=True)
    document = models.ForeignKey(
        "privacy.BureauDocument", verbose_name=_("File"), on_delete=models.PROTECT, related_name="+"
    )

    panels = [FieldPanel("title"), FieldPanel("document")]

    class Meta(Orderable.Meta):
        verbose_name = _("Attachment")
        verbose_name_plural = _("Attachments")

    def __str__(self) -> str:
        return self.title or self.document.title
