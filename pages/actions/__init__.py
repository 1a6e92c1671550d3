"""Acts on pages: each the one function that admin, API, importers and scheduler call."""

from pages.actions.bulk import apply_decisions
from pages.actions.bulk.changes import Applied, AppliedBatch, DecisionChange, PermitChange
from pages.actions.permits import apply_permits
from pages.approval import Approval

__all__ = [
    "Applied",
    "AppliedBatch",
    "Approval",
    "DecisionChange",
    "PermitChange",
    "apply_decisions",
    "apply_permits",
]
