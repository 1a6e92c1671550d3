from django.db import migrations

from rules.seeds import planting


def plant(apps, schema_editor):
    planting.plant(apps)


class Migration(migrations.Migration):
    dependencies = [("rules", "0001_house")]
    operations = [migrations.RunPython(plant, migrations.RunPython.noop)]
