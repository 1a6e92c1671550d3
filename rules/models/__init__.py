"""What the law says as dated rows, and the settings that choose among them."""

from rules.models.consistency import ConsistencySetting, ConsistencySeverity, PublishingItem
from rules.models.deadlines import AnnouncedYear, CalendarDay, DeadlineRule, DeadlineUnit
from rules.models.publication_settings import PublicationSettings
from rules.models.remedies import RemedyRule
from rules.models.seeds import PlantedSeed
from rules.models.terms import Term, Vocabulary
from rules.models.windows import WindowRule

__all__ = [
    "AnnouncedYear",
    "CalendarDay",
    "ConsistencySetting",
    "ConsistencySeverity",
    "DeadlineRule",
    "DeadlineUnit",
    "PlantedSeed",
    "PublicationSettings",
    "PublishingItem",
    "RemedyRule",
    "Term",
    "Vocabulary",
    "WindowRule",
]
