"""What the command line asks of the importers, also for other commands that bring files in."""

import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from importers.defaults import source_of
from importers.engine import carry_on
from importers.models import Channel, ImportRun, ImportSource, RunState
from importers.sending import blocks_of, send_file

_PAUSE = 0.5


@dataclass(frozen=True, slots=True)
class Order:
    """One call of the command line. ``user`` ``None`` stands for the service account."""

    path: Path
    kind: str
    user: Any = None
    publish: bool = False
    dry_run: bool = False


def run_order(order: Order) -> ImportRun:
    """Import a file here and now, or only check it; raises ``CommandError`` when the order itself is wrong."""
    if not order.path.is_file():
        raise CommandError(_("There is no file %(path)s.") % {"path": order.path})
    _demand_rights(order)
    run = send_file(
        blocks_of(order.path),
        order.path.name,
        source=command_source(order.kind),
        user=order.user,
        publish=order.publish,
        state=RunState.CHECKING if order.dry_run else RunState.APPLYING,
    )
    _finish(run)
    if run.state == RunState.CHECKED:
        # A dry run from the command line is a question; nobody is to confirm it later.
        ImportRun.objects.filter(pk=run.pk).update(state=RunState.CANCELLED)
        run.refresh_from_db()
    return run


def _finish(run: ImportRun) -> None:
    """Carry the run on to its end; where the sweeper was quicker to take it up, wait for it."""
    while run.is_working:
        if not carry_on(run):
            time.sleep(_PAUSE)
        run.refresh_from_db()


def _demand_rights(order: Order) -> None:
    """A named user needs the rights that the same act needs in the admin; the service account is the machine's."""
    if order.user is None:
        return
    needed = ["importers.add_importrun", *(["importers.publish_importrun"] if order.publish else [])]
    if not order.user.has_perms(needed):
        raise CommandError(_("The user “%(name)s” may not do this import.") % {"name": order.user.get_username()})


def command_source(kind: str) -> ImportSource:
    """The source under which the command line's imports are listed."""
    return source_of(Channel.COMMAND, kind)
