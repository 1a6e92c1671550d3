"""What pages ask of the floors above them. Wagtail imports this while its models load: it imports nothing of theirs."""

from typing import Any

from django.core.checks import Error, Tags, register

from rules.socket import Socket

# (revision, user, …): the one release; raises ``ReleaseRefusedError``, ``PermissionDenied``.
release = Socket("the release of a version")
# (request, page): the response that shows a draft as the public would see it.
preview = Socket("the preview of a draft")
# (workflow state, user): lets out what was approved.
finish_review = Socket("the end of a review")
_ALL = (release, preview, finish_review)


def finish_workflow(workflow_state: Any, user: Any = None) -> None:
    """What Wagtail makes a method of its workflow states (``WAGTAIL_FINISH_WORKFLOW_ACTION``)."""
    finish_review(workflow_state, user=user)


@register(Tags.models)
def check_sockets(app_configs: Any, **kwargs: Any) -> list[Error]:
    """An act that nobody answers would be found by an official."""
    return [Error(f"Nobody answers {one.name}.", id="pages.E012") for one in _ALL if not one.is_plugged]
