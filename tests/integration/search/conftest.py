"""Each engine in turn, with an index of its own; records made through the product's acts."""

import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.utils import timezone

from records.outbox import engines as fed_engines
from search import engines, outbox, service
from search.engines.base import Engine
from search.forms import SearchQuery
from search.service import Answer

ENGINES = [engines.DATABASE, engines.ELASTICSEARCH]


@pytest.fixture
def elasticsearch(settings: Any, es_url: str) -> Iterator[Engine]:
    """A real Elasticsearch, fed from the outbox, with an index of this test's own."""
    settings.ELASTICSEARCH_URL = es_url
    settings.ELASTICSEARCH_INDEX = f"test-{uuid.uuid4().hex[:12]}"
    settings.ELASTICSEARCH_TIMEOUT_MS = 5000
    fed_engines.register(engines.ELASTICSEARCH)
    engine: Any = engines.engine(engines.ELASTICSEARCH)
    engine.rebuild([], timezone.now())
    yield engine
    fed_engines.unregister(engines.ELASTICSEARCH)
    engine.drop()


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Engine:
    """Every engine, one after the other."""
    if request.param == engines.ELASTICSEARCH:
        return request.getfixturevalue("elasticsearch")
    return engines.database_engine()


def settle(engine: Engine) -> None:
    """Let the worker catch up and the index show it."""
    outbox.feed(engine.name)
    refresh(engine)


def refresh(engine: Engine) -> None:
    """Make Elasticsearch show what was written."""
    client = getattr(engine, "_write", None)
    if client is not None:
        client.indices.refresh(index=f"{engine.alias}*")  # type: ignore[attr-defined]


@pytest.fixture
def find(engine: Engine) -> Callable[..., Answer]:
    """Search on this engine after it has caught up."""

    def ask(words: str, now: Any = None, **options: Any) -> Answer:
        settle(engine)
        return service.find(SearchQuery.of(words, **options), now or timezone.now(), engine.name)

    return ask
