"""Records that carry words of others: projected again when those change."""

from collections.abc import Iterable
from typing import Any

from pages.base.basis import resting_on_law
from pages.base.powers import parts_of_powers
from pages.projection.saving import project_page


def family_of(keys: Iterable[Any]) -> set[int]:
    """Pages and those whose records follow theirs: a power with what belongs to it."""
    wanted, parts = {int(key) for key in keys}, parts_of_powers()
    powers = set(_powers(parts).filter(pk__in=wanted).values_list("pk", flat=True))
    for model in parts:
        powers |= set(model.objects.filter(pk__in=wanted, power__isnull=False).values_list("power_id", flat=True))
    if not powers:
        return wanted
    for model in parts:
        wanted |= set(model.objects.filter(power_id__in=powers).values_list("pk", flat=True))
    return wanted | powers


def _powers(parts: list[Any]) -> Any:
    return parts[0]._meta.get_field("power").related_model.objects


def project_powers(*keys: Any) -> None:
    """Project powers again, which lead to what belongs to them; no key, or one that is gone, is passed over."""
    for power in _powers(parts_of_powers()).filter(pk__in={key for key in keys if key}, live=True):
        project_page(power)


def project_parts(power: Any) -> None:
    """Project what belongs to a power again, which names it."""
    for model in parts_of_powers():
        for page in model.objects.filter(power=power, live=True):
            project_page(page)


def project_resting(**articles: Any) -> None:
    """Project what rests on articles again; it shows their texts. ``articles`` are conditions (``law=…``, ``pk=…``)."""
    for model in resting_on_law():
        found = model.bases.rel.related_model._meta.get_field("article").related_model.objects.filter(**articles)
        for page in model.objects.filter(bases__article__in=found, live=True).distinct():
            project_page(page)
