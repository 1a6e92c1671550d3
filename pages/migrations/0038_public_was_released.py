"""Nothing public without its release; who may make public again what a person ended."""

from django.db import migrations, models

from pages.seeds.groups import grant_acts


def grant(apps, schema_editor):
    grant_acts(apps, "管理员", ("withdrawal", "republish_record"))


class Migration(migrations.Migration):
    dependencies = [("pages", "0037_releases_found")]
    operations = [
        migrations.AddConstraint(
            model_name="publicrecord",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "public"), _negated=True), ("release__isnull", False), _connector="OR"
                ),
                name="pages_record_public_was_released",
            ),
        ),
        migrations.RunPython(grant, migrations.RunPython.noop),
    ]
