from django.conf import settings
from django.db import migrations

from importers import seeds


def plant(apps, schema_editor):
    seeds.plant(apps)


class Migration(migrations.Migration):
    dependencies = [
        ("importers", "0001_house"),
        ("pages", "0002_seeds"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [migrations.RunPython(plant, migrations.RunPython.noop)]
