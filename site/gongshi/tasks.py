"""Background tasks of the project itself."""

from celery import shared_task

from gongshi.health import alarm
from gongshi.health.checks import examine


@shared_task(name="gongshi.ping")
def ping() -> None:
    """Do nothing: shows that tasks pass from sender to worker."""


@shared_task(name="gongshi.check_health", ignore_result=True)
def check_health() -> None:
    """Look and tell. When worker or scheduler are what is ill, the operating system's timer looks instead."""
    alarm.tell(examine())
