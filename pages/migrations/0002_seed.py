"""First rows of vocabularies and window rules."""

from django.db import migrations

from pages.seeds import terms, window_rules


def plant(apps, schema_editor):
    terms.plant(apps.get_model("pages", "Term"))
    window_rules.plant(apps.get_model("pages", "WindowRule"))


class Migration(migrations.Migration):
    dependencies = [("pages", "0001_initial")]
    # Backwards: rows stay; they may be in use and the tables go with 0001.
    operations = [migrations.RunPython(plant, migrations.RunPython.noop)]
