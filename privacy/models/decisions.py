"""What people decided about personal information: single hits in texts, and files."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
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
        indexes = [models.Index(fields=["page", "digest"], name="privacy_privacy_page_digest")]

    def __str__(self) -> str:
        return f"{self.page_id} {self.field} {self.kind} {self.decision}"


class FileState(models.TextChoices):
    """What the check of a file found; it waits until a worker has looked."""

    WAITING = "waiting", _("Being checked")
    CLEAN = "clean", _("Nothing found")
    HITS = "hits", _("Personal information found")
    UNCHECKED = "unchecked", _("Not checked")
    UNREADABLE = "unreadable", _("Unreadable")


class FileReason(models.TextChoices):
    """Why a file cannot be read, or published as it is."""

    ENCRYPTED = "encrypted", _("it is encrypted; take the password away and attach it again.")
    BROKEN = "broken", _("it is broken and cannot be opened; save it anew as a PDF and attach that.")
    TOO_LARGE = "too_large", _("it is too large to be checked; attach it in parts, or with smaller pictures.")
    UNKNOWN_KIND = "unknown_kind", _("files of this kind are not read; attach it as a PDF.")
    TOO_SLOW = "too_slow", _("its check took too long; save it anew as a plain PDF and attach that.")
    NO_COPY = "no_copy", _("its copy for the public could not be made; save it as a PDF again and attach that.")


class FileCheckQuerySet(models.QuerySet["FileCheck"]):
    """What a worker has to do."""

    def due(self, now: datetime) -> "FileCheckQuerySet":
        """Waiting to be looked at, or passed and without its public copy; nobody works at it now."""
        passed = Q(state=FileState.CLEAN) | Q(confirmed_by__isnull=False, state__in=_CONFIRMED)
        open_work = Q(state=FileState.WAITING) | (passed & Q(public_copy="", reason="", is_pdf=True))
        return self.filter(open_work).filter(Q(leased_until__isnull=True) | Q(leased_until__lte=now))


_CONFIRMED = (FileState.HITS, FileState.UNCHECKED)


class FileCheck(models.Model):
    """The check of one file as it is (by its hash), its confirmation by a second person, and its public copy.

    ``pages`` is ``[{"page": 1, "text": true, "kinds": ["mobile"]}]``; nothing of the text is kept.
    """

    document = models.ForeignKey("privacy.BureauDocument", on_delete=models.CASCADE, related_name="checks")
    file_hash = models.CharField(max_length=40)
    state = models.CharField(_("State"), max_length=12, choices=FileState.choices, default=FileState.WAITING)
    reason = models.CharField(_("Reason"), max_length=16, choices=FileReason.choices, blank=True)
    is_pdf = models.BooleanField(default=False)
    attempts = models.PositiveSmallIntegerField(default=0)
    leased_until = models.DateTimeField(null=True)
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

    objects = FileCheckQuerySet.as_manager()

    class Meta:
        verbose_name = _("File check")
        verbose_name_plural = _("File checks")
        constraints = [models.UniqueConstraint(fields=["document", "file_hash"], name="privacy_file_checked_once")]

    def __str__(self) -> str:
        return f"{self.document_id} {self.state}"

    @property
    def is_passed(self) -> bool:
        """Whether a copy may be made for the public."""
        return self.state == FileState.CLEAN or (self.confirmed_by_id is not None and self.state in _CONFIRMED)
