"""What belongs to a power: benchmarks and guides."""

from typing import Any

from django.db import transaction

from pages.base.announcing import part_of_power_saved
from records.types import all_kinds


class PartOfPower:
    """A page with a ``power`` whose public page leads to it."""

    pk: Any
    power: Any
    power_id: Any

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Save and project its power again, and the power that it left."""
        with transaction.atomic():
            kept = type(self).objects.filter(pk=self.pk)  # type: ignore[attr-defined]
            before = kept.values_list("power_id", flat=True).first() if self.pk else None
            result = super().save(*args, **kwargs)  # type: ignore[misc]
            if kwargs.get("update_fields") is None:
                part_of_power_saved.send(type(self), page=self, left=before)
        return result


def parts_of_powers() -> list[Any]:
    """The page types that belong to powers."""
    return [kind.model for kind in all_kinds() if kind.model and issubclass(kind.model, PartOfPower)]
