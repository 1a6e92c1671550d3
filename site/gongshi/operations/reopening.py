"""After a restore: replay the journal, build a fresh index, and only then open."""

from dataclasses import dataclass, field

from django.core.management.base import CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from gongshi.operations import journal
from gongshi.operations.closed import open_site
from records import changes
from search import engines, rebuilding
from search.engines.base import EngineUnavailableError


@dataclass(slots=True)
class Reopened:
    """What had to be done: take-downs replayed, records in each engine."""

    taken_down: int
    indexed: dict[str, int] = field(default_factory=dict)


def reopen() -> Reopened:
    """Make the public side right and open it; it stays closed when an engine cannot be built (``CommandError``)."""
    changes.restart()
    done = Reopened(journal.replay(timezone.now()))
    for name in engines.names():
        try:
            done.indexed[name] = rebuilding.rebuild(engines.engine(name))
        except (EngineUnavailableError, rebuilding.RebuildRunningError) as error:
            raise CommandError(
                _("The index of %(engine)s could not be built, the site stays closed: %(reason)s")
                % {"engine": name, "reason": error}
            ) from error
    open_site()
    return done
