"""The first rows of this floor, in the order in which they need each other."""

from typing import Any

from pages.seeds import groups, recipients, review
from rules.seeds import rows


def plant(apps: Any) -> None:
    """Put in what this database never had; ``apps`` are the models of a migration."""
    rows.plant(apps, recipients.seeds())
    groups.plant(apps)
    review.plant(apps)
