"""What a member of each seeded group sees of the admin: status, menus, texts, fields of forms, heads of tables."""

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import transaction
from django.test import Client

from tests.tools.golden import screens
from tests.tools.golden.canonical import file_name, without_apps, write
from tests.tools.golden.reading import menus, read, reads_as_page
from tests.tools.golden.rooms import Rooms


def write_admin(folder: Path) -> None:
    """``admin/<user>/``: a file a screen, ``statuses.txt`` and ``menus.txt``."""
    logging.disable(logging.WARNING)
    for user in members():
        Visit(user, folder / "admin" / user.username).walk()
    logging.disable(logging.NOTSET)


def members() -> list[Any]:
    """The first active member of each group who is no superuser."""
    people = get_user_model()._default_manager.filter(is_active=True, is_superuser=False).order_by("pk")
    groups = apps.get_model("auth", "Group").objects.order_by("name")
    return [user for group in groups for user in people.filter(groups=group)[:1]]


class Visit:
    """One person's walk: what the models say there is, then what links lead to."""

    def __init__(self, user: Any, folder: Path) -> None:
        self._client, self._folder = Client(), folder
        self._client.force_login(user)
        self._rooms = Rooms()
        self._said: list[str] = []

    def walk(self) -> None:
        """Look at everything once and write it down."""
        for address in screens.addresses():
            self._rooms.enter(address)
            self._look(address)
        while address := self._rooms.next():
            self._look(address)
        write(self._folder / "statuses.txt", "".join(sorted(set(self._said))))

    def _look(self, address: str) -> None:
        # What a look leaves behind (a session of editing, a first visit) is nobody else's business.
        with transaction.atomic():
            response = self._client.get(address)
            content = b"".join(response) if response.streaming else response.content
            transaction.set_rollback(True)
        self._said.append(self._line(address, response))
        self._rooms.found(response.headers.get("Location", ""), address)
        if content and reads_as_page(response):
            self._keep(address, content.decode())

    def _line(self, address: str, response: Any) -> str:
        told = (response.headers.get(name, "-") for name in ("Content-Type", "Location"))
        return without_apps("\t".join([address, str(response.status_code), *told])) + "\n"

    def _keep(self, address: str, html: str) -> None:
        page = read(html)
        for link in page.links:
            self._rooms.found(link, address)
        write(self._folder / file_name(without_apps(address.removeprefix("/admin")), ".txt"), page.text)
        if address == "/admin/":
            write(self._folder / "menus.txt", without_apps("".join(_lines(menus(html)))))


def _lines(entries: list[Any], depth: int = 0) -> Iterator[str]:
    for label, address, inner in entries:
        yield f"{'  ' * depth}{label}\t{address}\n"
        yield from _lines(inner, depth + 1)
