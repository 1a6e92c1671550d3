"""A fresh site with the sample content, in a test database and a folder of its own."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

# Not the var/ of a site that somebody runs from this checkout.
os.environ["GONGSHI_VAR_DIR"] = tempfile.mkdtemp(prefix="gongshi-golden-")
os.environ["GONGSHI_LOG_LEVEL"] = "ERROR"
os.environ["DJANGO_SETTINGS_MODULE"] = "gongshi.settings.test"

import django

django.setup()

from celery import current_app  # noqa: E402
from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from tests.tools.golden.chance import LOOKED_AT, PREPARED, Clock  # noqa: E402


@contextmanager
def opened(clock: Clock) -> Iterator[None]:
    """Prepare the site as ``./run`` does, let each job of the clock run once, and look at it five minutes later."""
    named = connection.settings_dict["NAME"]
    try:
        with clock.at(PREPARED):
            connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
            call_command("prepare_site")
            _work_off()
        with clock.at(LOOKED_AT):
            yield
    finally:
        connection.creation.destroy_test_db(named, verbosity=0)
        for folder in (os.environ["GONGSHI_VAR_DIR"], settings.VAR_DIR):
            shutil.rmtree(folder, ignore_errors=True)


def _work_off() -> None:
    current_app.loader.import_default_modules()
    for name, entry in settings.CELERY_BEAT_SCHEDULE.items():
        # Health tells of this machine.
        if not name.startswith("health"):
            current_app.tasks[entry["task"]].apply(throw=True)
