"""Databases and backups of before the first release: their tables grew another way, so they are not taken over."""

from collections.abc import Iterable
from typing import Any

from django.core.checks import Error, Tags, register
from django.core.management.base import CommandError
from django.db import connections
from django.db.migrations.recorder import MigrationRecorder
from django.utils.translation import gettext as _

FIRST, OWN = "records.0001_house", "pages."


def applied_migrations(connection: Any) -> list[str]:
    """``app.name`` of each, sorted."""
    return sorted(f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations())


def refuse_older(applied: Iterable[str]) -> None:
    """Raises ``CommandError`` for a history that began before the tables of today."""
    if _is_older(applied):
        raise CommandError(_sentence())


def _is_older(applied: Iterable[str]) -> bool:
    names = set(applied)
    return FIRST not in names and any(name.startswith(OWN) for name in names)


def _sentence() -> str:
    return _(
        "This is of a version from before the first release and cannot be taken over. Begin with an empty database."
    )


@register(Tags.database)
def check_history(app_configs: Any, databases: Any = None, **kwargs: Any) -> list[Error]:
    """``manage.py migrate`` stops at it."""
    older = [alias for alias in databases or [] if _is_older(applied_migrations(connections[alias]))]
    return [Error(_sentence(), id="gongshi.E001", obj=alias) for alias in older]
