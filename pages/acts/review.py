"""The step of Wagtail's workflow in which somebody releases what another wrote."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.models.workflows import AbstractGroupApprovalTask

from pages.acts.release.obstacles import obstacles


class PublicityReview(AbstractGroupApprovalTask):
    """Review before publishing (公示审核): approval is offered only while nothing stands in the way of publishing.

    Wagtail publishes what is approved without asking the form again, and a draft may change after it was submitted.
    """

    class Meta:
        verbose_name = _("Review before publishing")
        verbose_name_plural = _("Reviews before publishing")

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, Any, bool]]:
        """[(name, label, whether it asks for a comment)]."""
        actions: list[tuple[str, Any, bool]] = super().get_actions(obj, user)
        if actions and obstacles(obj):
            return [action for action in actions if action[0] != "approve"]
        return actions
