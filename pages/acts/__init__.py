"""Acts on pages: each the one function that admin, API, importers and scheduler call."""

from pages.acts.bulk import apply_decisions
from pages.acts.bulk.changes import Applied, AppliedBatch, DecisionChange
from records.approval import Approval

__all__ = [
    "Applied",
    "AppliedBatch",
    "Approval",
    "DecisionChange",
    "apply_decisions",
]
