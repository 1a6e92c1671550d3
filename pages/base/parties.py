"""A party (行政相对人) of a decision: items 1–13 of the 双公示 standard but for the identity numbers."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Orderable

from rules.models.terms import Vocabulary, term_field


class Party(Orderable):
    """Abstract: the same items for every kind of decision; the identity numbers (11, 13) live in ``PartyIdentity``.

    A concrete class adds ``page``, a ``ParentalKey`` with ``related_name="parties"``.
    """

    uid = models.UUIDField(default=uuid.uuid4, editable=False)
    name = models.CharField(_("Name of party"), max_length=200)
    category = term_field(_("Category of party"), Vocabulary.PARTY_CATEGORY)
    credit_code = models.CharField(_("Unified social credit code"), max_length=18, blank=True)
    registration_no = models.CharField(_("Business registration number"), max_length=50, blank=True)
    organisation_code = models.CharField(_("Organisation code"), max_length=50, blank=True)
    tax_no = models.CharField(_("Tax registration number"), max_length=50, blank=True)
    institution_no = models.CharField(_("Public institution certificate number"), max_length=50, blank=True)
    social_org_no = models.CharField(_("Social organisation certificate number"), max_length=50, blank=True)
    representative = models.CharField(_("Legal representative"), max_length=50, blank=True)
    representative_id_type = models.CharField(_("Identity document of the representative"), max_length=64, blank=True)
    id_type = models.CharField(_("Identity document"), max_length=64, blank=True)

    class Meta(Orderable.Meta):
        abstract = True
        verbose_name = _("Party")
        verbose_name_plural = _("Parties")

    def __str__(self) -> str:
        return self.name

    @property
    def category_code(self) -> str:
        """Code of the category; an organisation unless said otherwise."""
        return self.category.code if self.category_id else "organisation"
