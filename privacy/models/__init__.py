"""Files of the bureau, what was decided about personal information, sealed identity numbers."""

from privacy.models.decisions import FileCheck, FileState, HitDecision, PrivacyDecision
from privacy.models.files import BureauDocument, BureauImage, BureauRendition
from privacy.models.identity import PartyIdentity

__all__ = [
    "BureauDocument",
    "BureauImage",
    "BureauRendition",
    "FileCheck",
    "FileState",
    "HitDecision",
    "PartyIdentity",
    "PrivacyDecision",
]
