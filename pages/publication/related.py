"""A power's page leads to its benchmarks and guides: it is projected again when one of them changes."""

from typing import Any

from pages.publication.sync import sync_page


def sync_power(*keys: Any) -> None:
    """Project powers again; keys that are None or gone are passed over."""
    from pages.models.powers import PowerPage

    for power in PowerPage.objects.filter(pk__in={key for key in keys if key}, live=True):
        sync_page(power)
