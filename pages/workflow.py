"""Where a workflow of Wagtail ends. It imports this while its own models load: nothing else can be imported yet."""

from typing import Any


def finish_review(workflow_state: Any, user: Any = None) -> None:
    """Let out what was approved (``WAGTAIL_FINISH_WORKFLOW_ACTION``)."""
    from pages.release.reviews import release_approved

    release_approved(workflow_state, user=user)
