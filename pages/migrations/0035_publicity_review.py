import django.db.models.deletion
from django.db import migrations, models

OLD, NAME = "Moderators approval", "公示审核"


def plant(apps, schema_editor):
    """Wagtail's own workflow has an English name, and its group is gone: nobody could approve."""
    workflow = apps.get_model("wagtailcore", "Workflow").objects.filter(name=OLD).first()
    group = apps.get_model("auth", "Group").objects.filter(name="审核").first()
    if workflow is None or group is None:
        return
    content_type, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="pages", model="publicityreview"
    )
    review = apps.get_model("pages", "PublicityReview").objects.create(
        name=NAME, active=True, content_type=content_type
    )
    review.groups.add(group)
    _lead_through(apps, workflow, review.pk, NAME)
    apps.get_model("wagtailcore", "Task").objects.filter(name=OLD).update(active=False)


def uproot(apps, schema_editor):
    """Back to Wagtail's own step; the reviews that were held stay in its tables."""
    workflow = apps.get_model("wagtailcore", "Workflow").objects.filter(name=NAME).first()
    old = apps.get_model("wagtailcore", "Task").objects.filter(name=OLD).first()
    if workflow is None or old is None:
        return
    _lead_through(apps, workflow, old.pk, OLD)
    apps.get_model("wagtailcore", "Task").objects.filter(pk=old.pk).update(active=True)
    apps.get_model("pages", "PublicityReview").objects.all().delete()


def _lead_through(apps, workflow, task, name):
    steps = apps.get_model("wagtailcore", "WorkflowTask").objects
    steps.filter(workflow=workflow).delete()
    steps.create(workflow=workflow, task_id=task, sort_order=0)
    workflow.name = name
    workflow.save()


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("pages", "0034_published_in_error"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
    ]

    operations = [
        migrations.CreateModel(
            name="PublicityReview",
            fields=[
                (
                    "task_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.task",
                    ),
                ),
                (
                    "groups",
                    models.ManyToManyField(
                        help_text="Pages/snippets at this step in a workflow will be moderated or approved by these groups of users",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
            ],
            options={
                "verbose_name": "Review before publishing",
                "verbose_name_plural": "Reviews before publishing",
            },
            bases=("wagtailcore.task",),
        ),
        migrations.RunPython(plant, uproot),
    ]
