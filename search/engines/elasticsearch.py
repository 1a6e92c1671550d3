"""Records in Elasticsearch: an alias over one index, written with external versions, read with a small time-out."""

import logging
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.utils import timezone
from elasticsearch import ApiError, ConnectionError, ConnectionTimeout, Elasticsearch, NotFoundError, TransportError
from elasticsearch.dsl import Search
from elasticsearch.helpers import streaming_bulk

from records.batches import batched
from records.models import PublicRecord
from search.compiler import compile_keys, compile_search, value_of
from search.engines.base import (
    EngineUnavailableError,
    Held,
    Hits,
    IndexLostError,
    QuestionRefusedError,
    RecordRefusedError,
    belongs,
)
from search.engines.breaker import Breaker
from search.engines.indices import Indices
from search.mapping import TOMBSTONE, document, tombstone
from search.plan import SearchPlan

logger = logging.getLogger(__name__)
NAME = "elasticsearch"
BATCH = 1000
KEEP_ALIVE = "2m"
ABSENT, CONFLICT = 404, 409
BUSY = {408, 429}
#: A write follows the aliases so many times; they move once in a rebuild.
SWITCHES = 5
#: Whether the index is the one that this program made is looked at so often by each process that searches.
SOUND_SECONDS = 10
#: key, version and fields
Document = tuple[str, int, dict[str, Any]]


class ElasticsearchEngine:
    """Reads through the alias; writes through it and, while a rebuild runs, through ``alias-next`` as well."""

    name = NAME

    def __init__(
        self,
        client: Elasticsearch,
        alias: str,
        *,
        timeout: float,
        write_timeout: float,
        shards: int,
        replicas: int,
        pause: float,
    ) -> None:
        self.alias = alias
        self._read = client.options(request_timeout=timeout, max_retries=0, retry_on_timeout=False)
        self._write = client.options(request_timeout=write_timeout, max_retries=1)
        self.indices = Indices(self._write, alias, shards, replicas)
        self._looked_at = Indices(self._read, alias, shards, replicas)
        self._sound_until = 0.0
        self.breaker = Breaker(pause, is_ill)

    def search(self, plan: SearchPlan, now: datetime) -> Hits:
        """See ``Engine.search``; counts are exact."""
        with _unavailable(), self.breaker.asking():
            self._require_sound(now)
            answer = self._run(compile_search(plan, now))
        found = answer["hits"]
        facets = {name: _counts(name, answer["aggregations"][name]["values"]["buckets"]) for name in plan.facets}
        return Hits(tuple(hit["_id"] for hit in found["hits"]), found["total"]["value"], facets, plan.relaxed)

    def _require_sound(self, now: datetime) -> None:
        """An index that is lost, empty or of another version would say “nothing found”; looked at now and then."""
        if time.monotonic() < self._sound_until:
            return
        reason = self._looked_at.lost(now)
        if reason:
            raise IndexLostError(reason)
        self._sound_until = time.monotonic() + SOUND_SECONDS

    def _run(self, search: Search) -> dict[str, Any]:
        return self._read.search(index=self.alias, body=search.to_dict()).body

    def keys(self, plan: SearchPlan, now: datetime, most: int) -> list[str]:
        """See ``Engine.keys``; read from one frozen point in time."""
        with _unavailable():
            return [hit["_id"] for hit in self._scroll(compile_keys(plan, now).to_dict(), most)]

    def _scroll(self, body: dict[str, Any], most: int | None = None) -> Iterator[dict[str, Any]]:
        point = self._write.open_point_in_time(index=self.alias, keep_alive=KEEP_ALIVE)["id"]
        seen, after = 0, None
        try:
            while most is None or seen < most:
                size = BATCH if most is None else min(BATCH, most - seen)
                asked = {
                    **body,
                    "size": size,
                    "pit": {"id": point, "keep_alive": KEEP_ALIVE},
                    "track_total_hits": False,
                }
                found = self._write.search(body=asked if after is None else {**asked, "search_after": after})["hits"][
                    "hits"
                ]
                if not found:
                    return
                yield from found
                seen, after = seen + len(found), found[-1]["sort"]
        finally:
            self._write.close_point_in_time(id=point)

    def write(self, records: Iterable[PublicRecord], now: datetime) -> None:
        """See ``Engine.write``."""
        with _unavailable():
            for batch in batched(records, BATCH):
                self._deliver([_document(record, now) for record in batch])

    def bury(self, keys: dict[str, int], now: datetime) -> None:
        """See ``Engine.bury``."""
        with _unavailable():
            self._deliver([(key, version, tombstone(key, version)) for key, version in keys.items()])

    def _deliver(self, documents: list[Document]) -> None:
        """Send to what the aliases point to, and look again: a switch meanwhile has left the new index without them."""
        targets = self.indices.ready_targets()
        for _attempt in range(SWITCHES):
            arrived = self._send(_action(alias, *one) for one in documents for alias in targets)
            before, targets = targets, self.indices.ready_targets()
            if arrived and before == targets:
                return
        raise EngineUnavailableError("the index was switched again and again")

    def _send(self, actions: Iterable[dict[str, Any]]) -> bool:
        """False when an alias was no longer there for some of them."""
        arrived = True
        for ok, answer in streaming_bulk(
            self._write, actions, chunk_size=BATCH, raise_on_error=False, max_retries=0, require_alias=True
        ):
            result = next(iter(answer.values()))
            status = result.get("status", 500)
            if ok or status == CONFLICT:  # a newer version is there already, which is as good
                continue
            if status == ABSENT:
                arrived = False
            elif status in BUSY or status >= 500:
                raise EngineUnavailableError(f"{result.get('_id')}: {result.get('error')}")
            else:
                raise RecordRefusedError(f"{result.get('_id')}: {result.get('error')}")
        return arrived

    def held(self) -> Iterator[tuple[str, Held]]:
        """See ``Engine.held``."""
        with _unavailable():
            self.indices.ready_targets()
            self._write.indices.refresh(index=self.alias)
            query = {"bool": {"must_not": [{"term": {"state": TOMBSTONE}}]}}
            body = {"query": query, "_source": ["version", "content_hash"], "sort": [{"key": "asc"}]}
            for hit in self._scroll(body):
                yield hit["_id"], Held(hit["_source"]["version"], hit["_source"]["content_hash"])

    def rebuild(self, records: Iterable[PublicRecord], now: datetime) -> int:
        """See ``Engine.rebuild``: the alias switches in one act; what a broken rebuild left is removed first."""
        with _unavailable():
            fresh, filled = self.indices.make_next(), self.indices.next
            # ``records`` is asked from here on only: whoever writes from now on writes to the new index too.
            if not self._send(_action(filled, *_document(record, now)) for record in records):
                raise EngineUnavailableError(f"{fresh} was taken away while it was filled")
            self._write.indices.refresh(index=fresh)
            self.indices.switch(fresh)
            return self.count(now)

    def lost(self) -> str:
        """See ``Engine.lost``."""
        with _unavailable():
            return self.indices.lost(timezone.now())

    def count(self, now: datetime) -> int:
        """See ``Engine.count``."""
        with _unavailable():
            self._write.indices.refresh(index=self.alias)
            return self.indices.count(now)

    def tidy(self) -> None:
        """See ``Engine.tidy``."""
        with _unavailable():
            self.indices.drop_leftovers()

    def untidy(self) -> bool:
        """See ``Engine.untidy``."""
        with _unavailable():
            return self.indices.has_leftovers()

    def answers(self) -> bool:
        """Is the server there? For health checks."""
        try:
            with _unavailable():
                return bool(self._read.cluster.health().body)
        except EngineUnavailableError:
            return False

    def drop(self) -> None:
        """Remove everything of this alias (tests, benches)."""
        self.indices.drop_all()


def is_ill(error: BaseException) -> bool:
    """Does this speak of the server or the way to it, not of what it was asked?"""
    if isinstance(error, ApiError):
        return error.status_code in BUSY or error.status_code >= 500
    return isinstance(error, ConnectionError | ConnectionTimeout)


@contextmanager
def _unavailable() -> Iterator[None]:
    """Say every fault of the server, the way to it or the question as one: no answer from this engine."""
    try:
        yield
    except NotFoundError as error:
        raise IndexLostError(str(error)) from error
    except (ApiError, TransportError) as error:
        if is_ill(error):
            logger.warning("Elasticsearch: %s", error)
            raise EngineUnavailableError(str(error)) from error
        logger.error("Elasticsearch refuses what it is asked: %s", error)
        raise QuestionRefusedError(str(error)) from error


def _counts(name: str, buckets: list[dict[str, Any]]) -> dict[str, int]:
    return {value_of(name, str(bucket["key"])): bucket["doc_count"] for bucket in buckets}


def _document(record: PublicRecord, now: datetime) -> Document:
    body = document(record) if belongs(record, now) else tombstone(record.key, record.version)
    return record.key, record.version, body


def _action(alias: str, key: str, version: int, body: dict[str, Any]) -> dict[str, Any]:
    return {
        "_op_type": "index",
        "_index": alias,
        "_id": key,
        "version": version,
        "version_type": "external_gte",
        "_source": body,
    }
