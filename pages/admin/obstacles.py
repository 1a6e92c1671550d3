"""What stands in the way of publishing the latest draft of a page, wherever it is published from."""

from collections.abc import Sequence
from typing import Any

from pages.admin.findings import findings_of
from pages.consistency.weights import Weight, weights
from pages.models import DisclosurePage, NumberedDecisionPage
from pages.privacy.gate import problems
from pages.publication.context import ProjectionContext


def obstacles(page: Any) -> list[str]:
    """Sentences for the editor: errors of consistency, possible personal information, files not yet checked."""
    page = page.specific
    if not isinstance(page, DisclosurePage):
        return []
    return obstacles_of([page.get_latest_revision_as_object()])[0]


def obstacles_of(drafts: Sequence[Any]) -> list[list[str]]:
    """Sentences for each of some drafts, in their order; what all share is read once."""
    if not drafts:
        return []
    settings, context = weights(), ProjectionContext.load()
    return [_of(draft, settings, context) for draft in drafts]


def _of(draft: Any, settings: Sequence[Weight], context: ProjectionContext) -> list[str]:
    if not isinstance(draft, DisclosurePage):
        return []
    findings = findings_of(draft, settings) if isinstance(draft, NumberedDecisionPage) else []
    return [*(f"{one.label}: {one.message}" for one in findings if one.is_error), *problems(draft, context)]
