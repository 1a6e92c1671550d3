from django.conf import settings
from django.db import migrations

from pages.inspections import guard
from pages.seeds import planting


def plant(apps, schema_editor):
    planting.plant(apps)


def keep(apps, schema_editor):
    guard.install(schema_editor.connection)


def let_go(apps, schema_editor):
    guard.remove(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [
        ("pages", "0001_house"),
        ("records", "0001_house"),
        ("rules", "0002_seeds"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        # They hand on rights to choose files, once; what is granted here must not be there before.
        ("wagtaildocs", "0011_add_choose_permissions"),
        ("wagtailimages", "0023_add_choose_permissions"),
    ]
    # Backwards: the groups stay; people belong to them.
    operations = [
        migrations.RunPython(plant, migrations.RunPython.noop),
        migrations.RunPython(keep, let_go),
    ]
