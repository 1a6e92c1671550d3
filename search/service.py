"""From a question to an answer: the first engine that answers, the records themselves from the projection."""

import logging
from dataclasses import dataclass
from datetime import datetime

from records.models import PublicRecord
from search import engines
from search.engines.base import Engine, EngineUnavailableError, Hits
from search.forms import SearchQuery
from search.plan import SearchPlan, make_plan

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found: records of the page in order, all counts, who answered, and whether another one should have."""

    query: SearchQuery
    plan: SearchPlan
    hits: Hits
    records: list[PublicRecord]
    engine: str
    degraded: bool = False


def find(query: SearchQuery, now: datetime, only: str | None = None) -> Answer:
    """Ask the engines in turn (or one only); raises ``EngineUnavailableError`` when none answers."""
    plan = make_plan(query)
    tried = (only,) if only else engines.names()
    for number, name in enumerate(tried):
        try:
            plan, hits = _ask(engines.engine(name), plan, now)
        except EngineUnavailableError as error:
            logger.warning("Search on %s: %s", name, error)
            continue
        return Answer(query, plan, hits, in_order(hits.keys, now), name, degraded=number > 0)
    raise EngineUnavailableError("no engine answered")


def _ask(engine: Engine, plan: SearchPlan, now: datetime) -> tuple[SearchPlan, Hits]:
    hits = engine.search(plan, now)
    loose = plan.relax() if not hits.total else None
    return (plan, hits) if loose is None else (loose, engine.search(loose, now))


def all_keys(query: SearchQuery, now: datetime, most: int) -> list[str]:
    """Keys of the whole result list, for downloads."""
    answer = find(query, now)
    for name in (answer.engine, engines.DATABASE):
        try:
            return engines.engine(name).keys(answer.plan, now, most)
        except EngineUnavailableError as error:
            logger.warning("Download on %s: %s", name, error)
    raise EngineUnavailableError("no engine answered")


def in_order(keys: tuple[str, ...] | list[str], now: datetime) -> list[PublicRecord]:
    """The records of these keys that are visible now. An index may be behind; the projection is not."""
    found = {record.key: record for record in PublicRecord.objects.public(now).filter(key__in=keys)}
    return [found[key] for key in keys if key in found]
