from django.db import migrations

from pages.seeds import terms


def plant(apps, schema_editor):
    terms.plant(apps.get_model("pages", "Term"))


class Migration(migrations.Migration):
    dependencies = [("pages", "0033_privacy")]

    operations = [migrations.RunPython(plant, migrations.RunPython.noop)]
