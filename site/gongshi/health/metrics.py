"""Gauges of our own beside django-prometheus' counters of requests."""

import os
from collections.abc import Iterator

from django.utils import timezone
from prometheus_client import REGISTRY, CollectorRegistry, generate_latest, multiprocess
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from gongshi.health.checks import examine
from importers.models import ImportRun
from records.models import OutboxEntry, PublicRecord


class HouseCollector(Collector):
    """Asked anew at each scrape, so that the numbers are of now and the same in every process."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Health by check, records that are public, work that waits."""
        yield from _health()
        now = timezone.now()
        yield _one("gongshi_public_records", "Records that are public now", PublicRecord.objects.public(now).count())
        yield _one("gongshi_outbox_entries", "Changes that wait for a search engine", OutboxEntry.objects.count())
        working = ImportRun.objects.working().count()
        yield _one("gongshi_import_runs_working", "Imports under way or waiting for a worker", working)


def _one(name: str, meaning: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(name, meaning, value=value)


def _health() -> Iterator[GaugeMetricFamily]:
    well = GaugeMetricFamily("gongshi_healthy", "1 when the check is well, else 0", labels=["check"])
    value = GaugeMetricFamily("gongshi_health_value", "What the check measured, in its own unit", labels=["check"])
    for finding in examine():
        well.add_metric([finding.name], float(finding.well))
        value.add_metric([finding.name], finding.value)
    yield well
    yield value


def text() -> bytes:
    """Everything in Prometheus' text format; of all web processes when they share a folder (gunicorn.conf.py)."""
    requests = REGISTRY
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        requests = CollectorRegistry()
        multiprocess.MultiProcessCollector(requests)
    house = CollectorRegistry()
    house.register(HouseCollector())
    return generate_latest(requests) + generate_latest(house)
