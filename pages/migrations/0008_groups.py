"""The first groups of editors."""

from django.db import migrations

from pages.seeds import groups


def plant(apps, schema_editor):
    groups.plant(apps)


class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0007_hand_entry"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        # They hand on rights to choose files, once; what is granted here must not be there before.
        ("wagtaildocs", "0011_add_choose_permissions"),
        ("wagtailimages", "0023_add_choose_permissions"),
    ]
    # Backwards: the groups stay; people belong to them.
    operations = [migrations.RunPython(plant, migrations.RunPython.noop)]
