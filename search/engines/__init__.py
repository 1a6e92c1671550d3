"""The engines of this installation: the database's own always, Elasticsearch when its address is set."""

from collections.abc import Callable
from functools import cache
from typing import Any

from django.conf import settings
from django.db import connection

from search.engines.base import Engine
from search.engines.pending import NAME as DATABASE

ELASTICSEARCH = "elasticsearch"


@cache
def database_engine() -> Engine:
    if connection.vendor == "postgresql":
        from search.engines.postgres import PostgresEngine

        return PostgresEngine()
    from search.engines.sqlite import SQLiteEngine

    return SQLiteEngine()


@cache
def _elasticsearch(url: str, alias: str) -> Engine:
    from elasticsearch import Elasticsearch

    from search.engines.elasticsearch import ElasticsearchEngine

    secure: dict[str, Any] = {"ca_certs": settings.ELASTICSEARCH_CA} if settings.ELASTICSEARCH_CA else {}
    return ElasticsearchEngine(
        Elasticsearch(url, **secure),
        alias,
        timeout=settings.ELASTICSEARCH_TIMEOUT_MS / 1000,
        write_timeout=settings.ELASTICSEARCH_WRITE_TIMEOUT,
        shards=settings.ELASTICSEARCH_SHARDS,
        replicas=settings.ELASTICSEARCH_REPLICAS,
        pause=settings.ELASTICSEARCH_PAUSE,
    )


def elasticsearch_engine() -> Engine | None:
    """The engine on Elasticsearch; None without an address."""
    url = settings.ELASTICSEARCH_URL
    return _elasticsearch(url, settings.ELASTICSEARCH_INDEX) if url else None


def engine(name: str) -> Engine:
    """An engine by name; raises ``KeyError`` for one that this installation does not have."""
    made: dict[str, Callable[[], Engine | None]] = {DATABASE: database_engine, ELASTICSEARCH: elasticsearch_engine}
    found = made[name]()
    if found is None:
        raise KeyError(name)
    return found


def names() -> tuple[str, ...]:
    """Engines that are kept filled, the first one answering the public."""
    return (ELASTICSEARCH, DATABASE) if settings.ELASTICSEARCH_URL else (DATABASE,)
