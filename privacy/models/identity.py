"""Identity numbers of parties, encrypted, apart from every page, revision, projection and log."""

from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _

from privacy import crypto


class PartyIdentity(models.Model):
    """Items 13 and 11 for one party of one page. Only a permitted, logged export may read them."""

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="+")
    party_uid = models.UUIDField()
    personal_token = models.TextField(blank=True)
    representative_token = models.TextField(blank=True)
    fingerprint = models.CharField(
        max_length=64, help_text="HMAC of both numbers: tells a change without reading them."
    )

    class Meta:
        verbose_name = _("Identity numbers of a party")
        verbose_name_plural = _("Identity numbers of parties")
        constraints = [models.UniqueConstraint(fields=["page", "party_uid"], name="privacy_identity_once")]
        permissions = [("export_identity", "May export identity numbers")]

    def __str__(self) -> str:
        return f"{self.party_uid} (***)"

    @classmethod
    def seal(cls, page_id: int, party_uid: UUID, personal: str, representative: str) -> "PartyIdentity":
        """An unsaved record of two numbers, encrypted."""
        return cls(
            page_id=page_id,
            party_uid=party_uid,
            personal_token=crypto.encrypt(personal),
            representative_token=crypto.encrypt(representative),
            fingerprint=crypto.fingerprint(personal, representative),
        )
