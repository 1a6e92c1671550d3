"""The end of a review: what was approved goes out, not whatever is newest by then."""

from typing import Any

from wagtail.models import TaskState, WorkflowState
from wagtail.workflows import publish_workflow_state

from pages.acts.release.act import release_one
from pages.base.disclosure import DisclosurePage


def release_approved(workflow_state: WorkflowState, user: Any = None) -> None:
    """Raises ``ReleaseRefusedError`` when something stands in the way."""
    page = workflow_state.content_object
    page = getattr(page, "specific", page)
    if not isinstance(page, DisclosurePage):
        publish_workflow_state(workflow_state, user=user)
        return
    approved = _last_approval(workflow_state)
    release_one(approved.revision, user=user, examiner=approved.finished_by)


def _last_approval(workflow_state: WorkflowState) -> TaskState:
    done = workflow_state.task_states.filter(status=TaskState.STATUS_APPROVED)
    return done.select_related("revision", "finished_by").latest("finished_at", "pk")
