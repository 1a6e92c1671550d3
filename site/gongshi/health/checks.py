"""All checks in order. One that breaks is ill itself and stops no other.

Why no library: docs/decisions/0007-health-checks-of-our-own.md.
"""

import logging
from collections.abc import Callable

from django.db import DatabaseError, OperationalError

from gongshi.health import parts, waiting
from gongshi.health.finding import Finding

logger = logging.getLogger(__name__)
Check = Callable[[], Finding]
# Name of the check, the symptom of one that breaks, and the check.
CHECKS: tuple[tuple[str, str, Check], ...] = (
    ("database", "database-down", parts.database),
    ("broker", "broker-down", parts.broker),
    ("search", "search-down", parts.search),
    ("open", "site-closed", parts.closed),
    ("column", "site-not-set-up", parts.column),
    ("journal", "journal-lost", parts.journal),
    ("disk", "disk-full", parts.disk),
    ("scheduler", "scheduler-late", waiting.scheduler),
    ("worker", "worker-late", waiting.worker),
    ("outbox", "outbox-late", waiting.outbox),
    ("imports", "imports-wait", waiting.imports),
    ("clock", "clock-wrong", waiting.clock),
)


def examine() -> list[Finding]:
    """What each check finds now."""
    return [_run(name, symptom, check) for name, symptom, check in CHECKS]


def _run(name: str, symptom: str, check: Check) -> Finding:
    try:
        return check()
    except (DatabaseError, OperationalError) as error:
        return Finding(name, "database-down", 1, type(error).__name__)
    except Exception as error:
        logger.exception("The check %s broke", name)
        return Finding(name, symptom, 1, type(error).__name__)
