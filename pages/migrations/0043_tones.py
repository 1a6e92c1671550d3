from django.db import migrations, models
from django.utils import timezone

from pages.seeds import tones, window_rules

CHUNK = 500
# Until now the note stood in the basis, which the public reads.
WRITTEN = f"（{window_rules.OURS_NOTE}）"


def colour(apps, schema_editor):
    tones.colour(apps.get_model("pages", "Term"))


def part(apps, schema_editor):
    """The basis stays, the note becomes one; what records say already is mended where it stands."""
    rules = apps.get_model("pages", "WindowRule").objects
    for rule in rules.filter(basis__contains=WRITTEN):
        rule.basis = rule.basis.replace(WRITTEN, "")
        rule.note = window_rules.OURS_NOTE
        rule.save()
    rules.filter(basis=window_rules.OURS, note="").update(note=window_rules.OURS_NOTE)
    records = apps.get_model("pages", "PublicRecord").objects
    now, keys = (
        timezone.now(),
        list(records.filter(fields__window_basis__icontains=WRITTEN).values_list("pk", flat=True)),
    )
    for start in range(0, len(keys), CHUNK):
        chunk = list(records.filter(pk__in=keys[start : start + CHUNK]).only("fields", "updated_at"))
        for record in chunk:
            record.fields["window_basis"] = record.fields["window_basis"].replace(WRITTEN, "")
            record.updated_at = now
        records.bulk_update(chunk, ["fields", "updated_at"])


class Migration(migrations.Migration):
    dependencies = [("pages", "0042_change_counter")]

    operations = [
        migrations.AddField(
            model_name="term",
            name="tone",
            field=models.CharField(
                choices=[("good", "Good"), ("neutral", "Neutral"), ("adverse", "Adverse"), ("ended", "Ended")],
                default="neutral",
                help_text="The colour in which the public sees it, the same in lists and on pages.",
                max_length=8,
                verbose_name="Tone",
            ),
        ),
        migrations.AddField(
            model_name="windowrule",
            name="note",
            field=models.TextField(
                blank=True,
                help_text="Kept inside, e.g. that no higher rule was found.",
                verbose_name="Internal note",
            ),
        ),
        migrations.AlterField(
            model_name="windowrule",
            name="basis",
            field=models.TextField(
                help_text="Shown to the public with each record that rests on this row.", verbose_name="Basis"
            ),
        ),
        migrations.RunPython(colour, migrations.RunPython.noop),
        migrations.RunPython(part, migrations.RunPython.noop),
    ]
