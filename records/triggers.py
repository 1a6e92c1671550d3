"""Triggers of the database that this floor relies on: which are there, and what to say of one that is not."""

from collections.abc import Iterable
from typing import Any

from django.core.checks import Error
from django.utils.translation import gettext as _


def present(connection: Any) -> set[str]:
    """Names of all triggers."""
    query = (
        "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
        if connection.vendor == "postgresql"
        else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        return {row[0] for row in cursor.fetchall()}


def errors(names: Iterable[str], check: str) -> list[Error]:
    """One error of ``manage.py check`` for each missing trigger; ``check`` is its id."""
    hint = _("Run manage.py migrate --skip-checks: it makes the triggers again.")
    return [Error(_("The trigger %(name)s is missing.") % {"name": name}, hint=hint, id=check) for name in names]
