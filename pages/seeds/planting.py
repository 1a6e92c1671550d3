"""All first rows of this floor, in the order in which they need each other."""

from typing import Any

from pages.seeds import consistency, deadlines, groups, recipients, remedies, review, terms, window_rules


def plant(apps: Any) -> None:
    """Add what is not there yet; ``apps`` are the models of a migration."""
    term = apps.get_model("pages", "Term")
    terms.plant(term)
    window_rules.plant(apps.get_model("pages", "WindowRule"))
    deadlines.plant(apps.get_model("pages", "DeadlineRule"))
    consistency.plant(apps.get_model("pages", "ConsistencySetting"))
    consistency.plant_items(apps.get_model("pages", "PublishingItem"))
    remedies.plant(apps.get_model("pages", "RemedyRule"), term)
    recipients.plant(apps.get_model("pages", "Recipient"))
    groups.plant(apps)
    review.plant(apps)
