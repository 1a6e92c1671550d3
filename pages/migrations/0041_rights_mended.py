"""Files can be uploaded by those who write, and the account of the sample's acts is no way in."""

from django.conf import settings
from django.db import migrations

from pages.seeds import accounts, groups


def mend(apps, schema_editor):
    groups.mend_files(apps)
    accounts.retire_sample(apps)


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("pages", "0040_clock_slots"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
    ]
    # Backwards: nobody wants the wrong rights or the open account back.
    operations = [migrations.RunPython(mend, migrations.RunPython.noop)]
