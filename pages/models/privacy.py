"""What people decided about personal information: single hits in texts, and files."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class HitDecision(models.TextChoices):
    """What was done about a hit."""

    MASKED = "masked", _("Masked")
    CLEARED = "cleared", _("Cleared")


class PrivacyDecision(models.Model):
    """One decided hit of one page. ``digest`` is keyed: the text itself is stored nowhere beside the draft."""

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="privacy_decisions")
    field = models.CharField(_("Field"), max_length=100)
    digest = models.CharField(max_length=64, db_index=True)
    kind = models.CharField(_("Kind"), max_length=20)
    decision = models.CharField(_("Decision"), max_length=10, choices=HitDecision.choices)
    reason = models.TextField(_("Reason"), blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("Decided by"), on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(_("Decided at"), auto_now_add=True)

    class Meta:
        verbose_name = _("Decision on personal information")
        verbose_name_plural = _("Decisions on personal information")
        permissions = [("clear_privacy_hit", _("Can clear possible personal information for publication"))]
        indexes = [models.Index(fields=["page", "digest"], name="pages_privacy_page_digest")]

    def __str__(self) -> str:
        return f"{self.page_id} {self.field} {self.kind} {self.decision}"


class FileState(models.TextChoices):
    """What the check of a file found."""

    CLEAN = "clean", _("Nothing found")
    HITS = "hits", _("Personal information found")
    UNCHECKED = "unchecked", _("Not checked")
    UNREADABLE = "unreadable", _("Unreadable")


class FileCheck(models.Model):
    """The check of one file as it is (by its hash), its confirmation by a second person, and its public copy.

    ``pages`` is ``[{"page": 1, "text": true, "kinds": ["mobile"]}]``; nothing of the text is kept.
    """

    document = models.ForeignKey("pages.BureauDocument", on_delete=models.CASCADE, related_name="checks")
    file_hash = models.CharField(max_length=40)
    state = models.CharField(_("State"), max_length=12, choices=FileState.choices)
    pages = models.JSONField(_("Pages of the file"), default=list)
    checked_at = models.DateTimeField(_("Checked at"), auto_now_add=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("Confirmed by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    confirmed_at = models.DateTimeField(_("Confirmed at"), null=True, blank=True)
    public_copy = models.FileField(_("Public copy"), upload_to="public_copies/", blank=True, max_length=255)

    class Meta:
        verbose_name = _("File check")
        verbose_name_plural = _("File checks")
        constraints = [models.UniqueConstraint(fields=["document", "file_hash"], name="pages_file_checked_once")]

    def __str__(self) -> str:
        return f"{self.document_id} {self.state}"

    @property
    def is_passed(self) -> bool:
        """Whether a copy may be made for the public."""
        return self.state == FileState.CLEAN or (
            self.confirmed_by_id is not None and self.state in (FileState.HITS, FileState.UNCHECKED)
        )
