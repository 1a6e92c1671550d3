"""What is public already was let out before releases were kept: each such record gets a row that says so."""

from django.db import migrations
from django.utils import timezone

from pages.versions import content_hash


def fill(apps, schema_editor):
    record_model, release_model = apps.get_model("pages", "PublicRecord"), apps.get_model("pages", "Release")
    for record in record_model.objects.filter(state="public", release__isnull=True).iterator(chunk_size=200):
        revision = _revision(apps, record.page_id)
        record.release = release_model.objects.create(
            record_key=record.key,
            page_id=record.page_id,
            revision_id=revision.pk if revision else None,
            content_hash=content_hash(revision.content) if revision else record.content_hash,
            act="found",
            source="升级前已公示",
            released_at=timezone.now(),
        )
        record.save(update_fields=["release"])


def _revision(apps, page_id):
    if page_id is None:
        return None
    revisions = apps.get_model("wagtailcore", "Revision").objects
    live = apps.get_model("wagtailcore", "Page").objects.filter(pk=page_id).values_list("live_revision_id", flat=True)
    found = revisions.filter(pk__in=[key for key in live if key]).first()
    waiting = revisions.filter(base_content_type__app_label="wagtailcore", object_id=str(page_id))
    return found or waiting.filter(approved_go_live_at__isnull=False).order_by("approved_go_live_at").first()


class Migration(migrations.Migration):
    dependencies = [("pages", "0036_releases")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
