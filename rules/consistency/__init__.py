"""Consistency rules (一致性检查): pure checks over a frozen view of a decision; what each weighs is a dated setting."""

from rules.consistency import rules as rules  # importing them registers them
from rules.consistency.base import Finding, Rule, Severity
from rules.consistency.run import examine
from rules.consistency.view import ArticleView, BenchmarkView, DecisionView, OfficerView, PartyView

__all__ = [
    "ArticleView",
    "BenchmarkView",
    "DecisionView",
    "Finding",
    "OfficerView",
    "PartyView",
    "Rule",
    "Severity",
    "examine",
]
