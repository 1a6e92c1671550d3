"""The first rows of this floor, in the order in which they need each other."""

from typing import Any

from pages.seeds import groups, recipients, review


def plant(apps: Any) -> None:
    """Add what is not there yet; ``apps`` are the models of a migration."""
    recipients.plant(apps.get_model("pages", "Recipient"))
    groups.plant(apps)
    review.plant(apps)
