"""Officers in the first groups' hands."""

from django.db import migrations

from pages.seeds import groups


def plant(apps, schema_editor):
    groups.plant_officers(apps)


class Migration(migrations.Migration):
    dependencies = [("pages", "0022_inspections")]
    # Backwards: permissions of a model that goes go with it.
    operations = [migrations.RunPython(plant, migrations.RunPython.noop)]
