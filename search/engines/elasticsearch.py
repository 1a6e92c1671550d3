"""Records in Elasticsearch: an alias over one index, written with external versions, read with a small time-out."""

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from elasticsearch import ApiError, Elasticsearch, NotFoundError, TransportError
from elasticsearch.dsl import Search
from elasticsearch.helpers import streaming_bulk

from pages.models import PublicRecord
from search.compiler import compile_keys, compile_search, value_of
from search.engines.base import EngineUnavailableError, Held, Hits, RecordRefusedError, belongs
from search.engines.breaker import Breaker
from search.mapping import TOMBSTONE, document, index_mapping, index_settings, tombstone
from search.plan import SearchPlan

logger = logging.getLogger(__name__)
NAME = "elasticsearch"
BATCH = 1000
KEEP_ALIVE = "2m"
CONFLICT = 409
BUSY = {408, 429}


class ElasticsearchEngine:
    """Reads through the alias ``name``; writes to all indices behind ``name`` and ``name-next`` (while rebuilding)."""

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
        self.alias, self.next = alias, f"{alias}-next"
        self._read = client.options(request_timeout=timeout, max_retries=0, retry_on_timeout=False)
        self._write = client.options(request_timeout=write_timeout, max_retries=1)
        self._shards, self._replicas = shards, replicas
        self.breaker = Breaker(pause)

    def search(self, plan: SearchPlan, now: datetime) -> Hits:
        """See ``Engine.search``; counts are exact."""
        if not self.breaker.allows():
            raise EngineUnavailableError("paused after a failure")
        try:
            with _unavailable():
                answer = self._run(compile_search(plan, now))
        except EngineUnavailableError:
            self.breaker.failed()
            raise
        self.breaker.succeeded()
        found = answer["hits"]
        facets = {name: _counts(name, answer["aggregations"][name]["values"]["buckets"]) for name in plan.facets}
        return Hits(tuple(hit["_id"] for hit in found["hits"]), found["total"]["value"], facets, plan.relaxed)

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
            self.ensure()
            targets = self.targets()
            self._send(action for record in records for action in _actions(record, targets, now))

    def bury(self, keys: dict[str, int], now: datetime) -> None:
        """See ``Engine.bury``."""
        with _unavailable():
            self.ensure()
            targets = self.targets()
            self._send(
                _action(index, key, version, tombstone(key, version))
                for key, version in keys.items()
                for index in targets
            )

    def _send(self, actions: Iterable[dict[str, Any]]) -> None:
        for ok, answer in streaming_bulk(self._write, actions, chunk_size=BATCH, raise_on_error=False, max_retries=0):
            result = next(iter(answer.values()))
            status = result.get("status", 500)
            if ok or status == CONFLICT:  # a newer version is there already, which is as good
                continue
            if status in BUSY or status >= 500:
                raise EngineUnavailableError(f"{result.get('_id')}: {result.get('error')}")
            raise RecordRefusedError(f"{result.get('_id')}: {result.get('error')}")

    def targets(self) -> list[str]:
        """The indices that writes go to now."""
        known = self._write.indices.get_alias(
            name=f"{self.alias}*"
        ).body  # a plain name that is missing would be an error
        return sorted(index for index, found in known.items() if {self.alias, self.next} & set(found["aliases"]))

    def ensure(self) -> None:
        """Make the first index when there is none, so that nothing makes one with guessed fields."""
        if not self._write.indices.exists_alias(name=self.alias):
            self._create(self._fresh_name(), self.alias)

    def _fresh_name(self) -> str:
        taken = set(self._write.indices.get(index=f"{self.alias}-v*", allow_no_indices=True).body)
        return next(name for number in range(1, 10**9) if (name := f"{self.alias}-v{number:06d}") not in taken)

    def _create(self, index: str, alias: str) -> None:
        self._write.indices.create(
            index=index,
            settings=index_settings(self._shards, self._replicas),
            mappings=index_mapping().to_dict(),
            aliases={alias: {}},
        )

    def held(self) -> Iterator[tuple[str, Held]]:
        """See ``Engine.held``."""
        with _unavailable():
            self.ensure()
            self._write.indices.refresh(index=self.alias)
            query = {"bool": {"must_not": [{"term": {"state": TOMBSTONE}}]}}
            body = {"query": query, "_source": ["version", "content_hash"], "sort": [{"key": "asc"}]}
            for hit in self._scroll(body):
                yield hit["_id"], Held(hit["_source"]["version"], hit["_source"]["content_hash"])

    def rebuild(self, records: Iterable[PublicRecord], now: datetime) -> int:
        """See ``Engine.rebuild``: the alias switches in one act; what a broken rebuild left is removed first."""
        with _unavailable():
            self._drop_behind(self.next)
            fresh = self._fresh_name()
            self._create(fresh, self.next)
            self._send(action for record in records for action in _actions(record, [fresh], now))
            self._write.indices.refresh(index=fresh)
            self._switch(fresh)
            return int(self._write.count(index=self.alias, query={"term": {"state": "public"}})["count"])

    def _switch(self, fresh: str) -> None:
        old = [index for index in self._behind(self.alias) if index != fresh]
        actions: list[dict[str, Any]] = [{"remove": {"index": index, "alias": self.alias}} for index in old]
        actions += [{"remove": {"index": fresh, "alias": self.next}}, {"add": {"index": fresh, "alias": self.alias}}]
        self._write.indices.update_aliases(actions=actions)
        for index in old:
            self._write.indices.delete(index=index)

    def _behind(self, alias: str) -> list[str]:
        try:
            return sorted(self._write.indices.get_alias(name=alias).body)
        except NotFoundError:
            return []

    def _drop_behind(self, alias: str) -> None:
        for index in self._behind(alias):
            self._write.indices.delete(index=index)

    def forget_tombstones(self, live: set[str]) -> None:
        """Remove tombstones of keys not in ``live``. Only for the reconciler, long after any late write could come."""
        with _unavailable():
            query = {"query": {"term": {"state": TOMBSTONE}}, "_source": ["version"], "sort": [{"key": "asc"}]}
            old = [(hit["_id"], hit["_source"]["version"]) for hit in self._scroll(query) if hit["_id"] not in live]
            self._send(_deletion(index, key, version) for index in self.targets() for key, version in old)

    def answers(self) -> bool:
        """Is the server there? For health checks."""
        try:
            with _unavailable():
                return bool(self._read.cluster.health().body)
        except EngineUnavailableError:
            return False

    def drop(self) -> None:
        """Remove everything of this alias (tests, benches)."""
        for alias in (self.alias, self.next):
            self._drop_behind(alias)


@contextmanager
def _unavailable() -> Iterator[None]:
    """Say every fault of the server or the way to it as one: the engine is not available."""
    try:
        yield
    except (ApiError, TransportError) as error:
        logger.warning("Elasticsearch: %s", error)
        raise EngineUnavailableError(str(error)) from error


def _counts(name: str, buckets: list[dict[str, Any]]) -> dict[str, int]:
    return {value_of(name, str(bucket["key"])): bucket["doc_count"] for bucket in buckets if bucket["key"] != ""}


def _actions(record: PublicRecord, targets: list[str], now: datetime) -> Iterator[dict[str, Any]]:
    body = document(record) if belongs(record, now) else tombstone(record.key, record.version)
    return (_action(index, record.key, record.version, body) for index in targets)


def _action(index: str, key: str, version: int, body: dict[str, Any]) -> dict[str, Any]:
    return {
        "_op_type": "index",
        "_index": index,
        "_id": key,
        "version": version,
        "version_type": "external_gte",
        "_source": body,
    }


def _deletion(index: str, key: str, version: int) -> dict[str, Any]:
    return {"_op_type": "delete", "_index": index, "_id": key, "version": version, "version_type": "external_gte"}
