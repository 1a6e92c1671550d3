"""Bring the sample in by the way that every file takes."""

from django.core.management.base import CommandError

from importers.commanding import Order, run_order
from importers.models import ImportRun, RunState
from samples.files import FILE


def load_decisions() -> ImportRun:
    """Import the sample spreadsheet and publish it; a second time it changes nothing. Raises ``CommandError``."""
    run = run_order(Order(FILE, "penalty", publish=True))
    if run.state != RunState.DONE:
        raise CommandError(run.error)
    return run
