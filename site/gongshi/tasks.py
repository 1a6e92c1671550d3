"""Background tasks of the project itself."""

from celery import shared_task

from gongshi.health import alarm
from gongshi.health.checks import examine
from records.ticks import clock_task


@shared_task(name="gongshi.ping")
def ping() -> None:
    """Do nothing: shows that tasks pass from sender to worker."""


@clock_task("gongshi.check_health")
def check_health() -> None:
    """Look and tell, from the clock's worker: sees that the other one stands still."""
    alarm.tell(examine(), "clock")


@clock_task("gongshi.check_health_from_bulk")
def check_health_from_bulk() -> None:
    """Look and tell, from the other worker. When both stand still, the operating system's timer looks."""
    alarm.tell(examine(), "bulk")
