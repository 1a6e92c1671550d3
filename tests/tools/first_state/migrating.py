"""A database at the first state, and from there to the newest."""

from typing import Any

from django.apps import apps
from django.core.management import call_command
from django.db.migrations.executor import MigrationExecutor
from django.db.models.signals import post_migrate

from tests.tools.first_state.rows import State, load_rows


def make_first_state(connection: Any, state: State) -> None:
    """Migrate an empty database just as far as the filled one was, and fill it."""
    executor = MigrationExecutor(connection)
    made = executor.migrate(list(state.migrations.items()))
    records = apps.get_app_config("records")
    # Its triggers are made behind each migration. Permissions, which are too, are among the rows.
    post_migrate.send(records, app_config=records, using=connection.alias, apps=made.apps, verbosity=0, plan=[])
    load_rows(connection, state.tables)


def migrate_on() -> None:
    """As at every start of a new version."""
    call_command("migrate", verbosity=0, interactive=False)
