"""Background tasks of the project itself."""

from celery import shared_task


@shared_task(name="gongshi.ping")
def ping() -> None:
    """Do nothing: shows that tasks pass from sender to worker."""
