"""The first rows of this floor, in the order in which they need each other."""

from typing import Any

from rules.seeds import consistency, deadlines, remedies, terms, window_rules


def plant(apps: Any) -> None:
    """Add what is not there yet; ``apps`` are the models of a migration."""
    term = apps.get_model("rules", "Term")
    terms.plant(term)
    window_rules.plant(apps.get_model("rules", "WindowRule"))
    deadlines.plant(apps.get_model("rules", "DeadlineRule"))
    consistency.plant(apps.get_model("rules", "ConsistencySetting"))
    consistency.plant_items(apps.get_model("rules", "PublishingItem"))
    remedies.plant(apps.get_model("rules", "RemedyRule"), term)
