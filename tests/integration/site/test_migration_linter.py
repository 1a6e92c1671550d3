"""A new migration leaves the version before it working: nothing it reads is dropped, nothing it writes is refused.

The linter reads the SQL of PostgreSQL. On SQLite a changed table is made anew, and from that nobody can tell a dropped
column from a longer one.
"""

import pytest
from django_migration_linter import MigrationLinter

from tests.factories.grown import NAME, grow
from tests.tools.first_state.rows import read_state

pytestmark = [pytest.mark.django_db, pytest.mark.postgresql]
OURS = ("accounts", "cases", "importers", "pages", "privacy", "records", "reviews", "rules", "search")
# A migration that may, and why: {"pages.0007_short_names": "No version that is in use reads the column since …"}.
REASONS: dict[str, str] = {}


@pytest.fixture
def linter() -> MigrationLinter:
    return MigrationLinter(no_cache=True)


def later(linter: MigrationLinter) -> dict[str, object]:
    """The migrations behind the first state."""
    first = read_state().migrations
    found = linter.migration_loader.disk_migrations.items()
    return {f"{app}.{name}": one for (app, name), one in found if app in OURS and name > first.get(app, "")}


def test_no_migration_breaks_the_version_before(linter, capsys):
    for name, migration in later(linter).items():
        if name not in REASONS:
            linter.lint_migration(migration)
    assert not linter.has_errors, capsys.readouterr().out


def test_reasons_are_of_migrations_that_are_there(linter):
    assert set(REASONS) <= set(later(linter))


@pytest.mark.parametrize(
    ("operation", "said"),
    [
        ('RemoveField("DatabaseEntry", "live")', "DROPPING columns"),
        ('RenameField("DatabaseEntry", "live", "alive")', "RENAMING columns"),
        ('RenameModel("DatabaseEntry", "Entry")', "RENAMING tables"),
        ('DeleteModel("DatabaseEntry")', "DROPPING table"),
        ('AddField("DatabaseEntry", "more", models.CharField(max_length=9, default=""))', "NOT NULL"),
        ('AlterField("DatabaseEntry", "decided_on", models.DateField())', "NOT NULL"),
        ('AddField("DatabaseEntry", "more", models.CharField(max_length=9, db_default=""))', ""),
        ('AddField("DatabaseEntry", "more", models.DateField(null=True))', ""),
    ],
)
def test_what_it_says(operation, said, tmp_path, monkeypatch, settings, capsys):
    grow("search", f"migrations.{operation}", tmp_path, monkeypatch, settings)
    linter = MigrationLinter(no_cache=True)
    linter.lint_migration(later(linter)[f"search.{NAME}"])
    assert linter.has_errors is bool(said)
    assert said in capsys.readouterr().out
