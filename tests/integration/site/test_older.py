"""What grew before the first release is refused in one sentence, and nothing of it is touched."""

import pytest
from django.core.checks import Tags, run_checks
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from gongshi.operations.older import applied_migrations, check_history, refuse_older

pytestmark = pytest.mark.django_db


def test_a_database_of_today_is_taken():
    refuse_older(applied_migrations(connection))
    refuse_older([])
    assert [
        error.id for error in run_checks(tags=[Tags.database], databases=["default"]) if error.id == "gongshi.E001"
    ] == []


# Before the tables were made anew, and before they stood in floors of their own.
@pytest.mark.parametrize("name", ["0044_weekly_publishing", "0001_house"])
def test_an_older_database_is_refused(name):
    MigrationRecorder.Migration.objects.filter(app__in=["pages", "records"]).delete()
    MigrationRecorder(connection).record_applied("pages", name)
    assert [error.id for error in check_history(None, ["default"])] == ["gongshi.E001"]
    with pytest.raises(CommandError, match=r"首个正式版本|first release"):
        call_command("prepare_site")
    rows = MigrationRecorder.Migration.objects.filter(app__in=["pages", "records"])
    assert list(rows.values_list("name", flat=True)) == [name]
