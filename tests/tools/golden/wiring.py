"""What is found by its name: commands, background tasks, the rights of groups, models with their kinds."""

from collections.abc import Iterator
from pathlib import Path

from celery import current_app
from django.apps import apps
from django.core.management import get_commands

from tests.tools.golden.canonical import write


def write_wiring(folder: Path) -> None:
    """``wiring.txt``: one sorted line for each."""
    write(folder / "wiring.txt", "\n".join(sorted(_lines())) + "\n")


def _lines() -> Iterator[str]:
    yield from (f"command {name}" for name in get_commands())
    yield from (f"task {name}" for name in current_app.tasks)
    for one in apps.get_models():
        yield f"model {one.__name__} of {one._meta.app_label}: table {one._meta.db_table}, {one._meta.verbose_name}"
    for group in apps.get_model("auth", "Group").objects.all():
        for right in group.permissions.select_related("content_type"):
            yield f"right of {group}: {right.codename} on {right.content_type.model}"
        for given in group.page_permissions.select_related("permission", "page"):
            yield f"right of {group}: {given.permission.codename} below {given.page.url_path}"
        for given in group.collection_permissions.select_related("permission", "collection"):
            yield f"right of {group}: {given.permission.codename} in {given.collection}"
