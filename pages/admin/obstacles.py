"""What stands in the way of publishing the latest draft of a page, wherever it is published from."""

from typing import Any

from pages.admin.findings import findings_of
from pages.models import DisclosurePage, NumberedDecisionPage
from pages.privacy.gate import problems


def obstacles(page: Any) -> list[str]:
    """Sentences for the editor: errors of consistency, possible personal information, files not yet checked."""
    page = page.specific
    if not isinstance(page, DisclosurePage):
        return []
    draft = page.get_latest_revision_as_object()
    findings = findings_of(draft) if isinstance(draft, NumberedDecisionPage) else []
    return [*(f"{one.label}: {one.message}" for one in findings if one.is_error), *problems(draft)]
