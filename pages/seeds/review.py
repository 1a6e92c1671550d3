"""公示审核: Wagtail's own workflow has an English name, and its group is gone: nobody could approve."""

from typing import Any

from pages.seeds.groups import EXAMINERS

OLD, NAME = "Moderators approval", "公示审核"


def plant(apps: Any) -> None:
    """Lead Wagtail's workflow through a review by those who publish; a workflow that people renamed stays."""
    workflow = apps.get_model("wagtailcore", "Workflow").objects.filter(name=OLD).first()
    group = apps.get_model("auth", "Group").objects.filter(name=EXAMINERS).first()
    if workflow is None or group is None:
        return
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="pages", model="publicityreview"
    )
    reviews = apps.get_model("pages", "PublicityReview").objects
    review = reviews.create(name=NAME, active=True, content_type=content_type)
    review.groups.add(group)
    steps = apps.get_model("wagtailcore", "WorkflowTask").objects
    steps.filter(workflow=workflow).delete()
    steps.create(workflow=workflow, task_id=review.pk, sort_order=0)
    workflow.name = NAME
    workflow.save()
    apps.get_model("wagtailcore", "Task").objects.filter(name=OLD).update(active=False)
