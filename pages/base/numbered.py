"""What all decisions with a document number have in common: number, dates, natural key, title, address."""

import uuid
from typing import Any

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from pages.base.disclosure import DisclosurePage
from pages.base.titles import compose_slug, compose_title, digest
from privacy.sealing import seal_numbers
from records.types.registry import all_kinds
from rules.models.publication_settings import PublicationSettings
from rules.numbers import DocumentNumber, UnreadableNumberError, parse_number
from rules.windows import WindowCase


def decision_kinds() -> list[str]:
    """Keys of the kinds that are decisions with a number."""
    return [kind.key for kind in all_kinds() if kind.model and issubclass(kind.model, NumberedDecisionPage)]


class NumberedDecisionPage(DisclosurePage):
    """Abstract base of decisions. Concrete classes have children ``parties`` (``pages.base.parties.Party``)."""

    doc_no = models.CharField(
        _("Document number"), max_length=128, help_text=_("As on the document, e.g. 兴住建罚决字〔2026〕1号.")
    )
    doc_no_norm = models.CharField(max_length=128, blank=True, editable=False, db_index=True)
    decided_on = models.DateField(_("Date of decision"), null=True)
    remark = models.TextField(_("Remark"), blank=True)

    exclude_fields_in_copy = [*DisclosurePage.exclude_fields_in_copy, "doc_no", "doc_no_norm"]
    parent_page_types = ["pages.ArchiveYearPage"]
    subpage_types: list[str] = []
    is_creatable = True

    ends_by_withdrawal = True
    # The name of the fact that, with the party's, makes the title; concrete classes say.
    subject_field = ""
    # What ends such a title: 案 for cases.
    title_end = ""

    class Meta:
        abstract = True

    def compute(self) -> None:
        """Normalised number, natural key, title and slug follow from the facts."""
        super().compute()
        self._compute_number()
        title = self.composed_title()
        self.title = title or self.title or self.doc_no or gettext("Decision without number")
        if not self.pk or not self.slug:
            self.slug = self._free_slug(self.slug or compose_slug(self.doc_no, self.natural_key))

    def composed_title(self, policy: Any = None, masker: Any = None) -> str:
        """Party (masked where it must be) and what the decision is about; empty while neither is known."""
        parties = [(party.name, party.category_code) for party in self.parties.all()]
        return compose_title(parties, getattr(self, self.subject_field, ""), policy, self.title_end, masker)

    def public_title(self, masker: Any) -> str:
        """Composed anew: persons are told apart as in the record's other texts."""
        return self.composed_title(masker=masker) or super().public_title(masker)

    def _free_slug(self, slug: str) -> str:
        """Two authorities can have decisions with the same year and serial: the later one gets a mark of its key."""
        parent = self.get_parent() if self.path else None
        if not slug:
            slug = digest(f"{self.doc_no}{self.title}{uuid.uuid4()}") if parent else ""
        if not slug or parent is None or type(self)._slug_is_available(slug, parent, self):
            return slug
        return f"{slug}-{digest(self.natural_key or str(uuid.uuid4()))}"

    def _compute_number(self) -> None:
        try:
            number = parse_number(self.doc_no or "")
        except UnreadableNumberError:
            self.doc_no_norm, self.natural_key = "", None
            return
        self.doc_no_norm = number.normalised
        self.natural_key = self.key_for(number)

    def key_for(self, number: DocumentNumber) -> str | None:
        """The natural key of this record with a number; None while its authority is unknown."""
        agency = self.agency_code or self.agency_name
        return f"{self.kind}|{agency}|{number.normalised}" if agency else None

    def after_revision(self) -> None:
        """Seal the identity numbers that the form handed over."""
        numbers = self.__dict__.pop("identity_numbers", None)
        if numbers:
            seal_numbers(self.pk, numbers)

    def window_case(self) -> WindowCase | None:
        """The facts of this decision that its publicity window depends on."""
        if self.decided_on is None:
            return None
        categories = tuple(party.category_code for party in self.parties.all())
        return WindowCase(act=self.kind, decided_on=self.decided_on, party_categories=categories)

    def public_parties(self) -> list[Any]:
        """The parties in their order."""
        return list(self.parties.all())

    def private_names(self) -> list[tuple[str, str]]:
        """The officers of a decision that names them, as the settings show them."""
        officers = self.officers.all() if hasattr(self, "officers") else []
        names = [officer.name for officer in officers]
        form = PublicationSettings.load().officer_name if names else ""
        return [(name, form) for name in names]

    def attachment_documents(self) -> list[int]:
        """Ids of the documents that this record would show."""
        return [attachment.document_id for attachment in self.attachments.all()]
