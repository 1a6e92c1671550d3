"""Things that are public without being pages: an officer, a law. Their record follows each save and each deletion."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from modelcluster.models import ClusterableModel

from pages.base.announcing import subject_saved


class PublicSubject(ClusterableModel):
    """Abstract base. A concrete class names its ``kind`` and answers what the projection asks.

    Saving writes the public record in the same transaction; so does deleting, by whatever way.
    """

    kind = ""

    class Meta:
        abstract = True

    @property
    def record_key(self) -> str:
        """The key of its public record."""
        return f"{self.kind}-{self.pk}"

    @property
    def decided_on(self) -> date:
        """The day that its record carries as its date."""
        raise NotImplementedError

    @property
    def record_position(self) -> str:
        """Its place in the public list, at most 64 characters."""
        return ""

    @property
    def record_slug(self) -> str:
        """The last part of its public address; the key stays when names change."""
        return str(self.pk)

    def public_window(self) -> tuple[datetime, datetime] | None:
        """From when until when it is public; None: not at all."""
        raise NotImplementedError

    def public_title(self, masker: Any) -> str:
        """The title as the public reads it."""
        return str(masker(str(self)))

    def private_names(self) -> list[tuple[str, str]]:
        """Names that stand in its texts, each with its form (``privacy.masking``)."""
        return []

    def public_agency(self) -> tuple[str, str, str]:
        """Name, credit code and division of the body that it belongs to."""
        return "", "", ""

    def window_basis(self) -> str:
        """On what its window rests."""
        return ""

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save and write the record, both or neither. A partial save is Wagtail's book-keeping of revisions."""
        with transaction.atomic():
            super().save(*args, **kwargs)
            if kwargs.get("update_fields") is None:
                subject_saved.send(type(self), subject=self)


def subject_models() -> list[type[Any]]:
    """Every concrete class."""
    return [model for model in PublicSubject.__subclasses__() if not model._meta.abstract]
