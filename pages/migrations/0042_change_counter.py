"""The counter that every transaction raises which writes a public record; its triggers are made after each migration."""

from django.db import connections, migrations, models

from pages.publication import changes


def take_triggers(apps, schema_editor):
    changes.uninstall(connections[schema_editor.connection.alias])


class Migration(migrations.Migration):
    dependencies = [("pages", "0041_rights_mended")]

    operations = [
        migrations.CreateModel(
            name="ChangeCounter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("value", models.BigIntegerField()),
            ],
            options={"verbose_name": "Change counter", "verbose_name_plural": "Change counters"},
        ),
        migrations.RunPython(migrations.RunPython.noop, take_triggers),
    ]
