"""Acts on pages: each the one function that admin, API, importers and scheduler call."""

from pages.acts.bulk import apply_decisions
from pages.acts.bulk.changes import Applied, AppliedBatch, DecisionChange, PermitChange
from pages.acts.permits import apply_permits
from records.approval import Approval

__all__ = [
    "Applied",
    "AppliedBatch",
    "Approval",
    "DecisionChange",
    "PermitChange",
    "apply_decisions",
    "apply_permits",
]
