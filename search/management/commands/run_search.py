"""Ask what the public search page would show."""

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from search import engines, results, service
from search.engines.base import EngineUnavailableError
from search.forms import MAX_SIZE, PAGE_SIZE, SearchQuery, filter_names
from search.management.commands._output import give
from search.service import Answer


class Command(BaseCommand):
    help = "Search the public records as the public page does."

    def add_arguments(self, parser: CommandParser) -> None:
        """See docs/cli.md."""
        parser.add_argument("words")
        parser.add_argument("--engine", choices=[engines.ELASTICSEARCH, engines.DATABASE], help="ask this engine only")
        parser.add_argument("--size", type=int, default=PAGE_SIZE, help=f"results to give, {MAX_SIZE} at most")
        parser.add_argument("--page", type=int, default=1)
        parser.add_argument(
            "--filter", action="append", default=[], metavar="NAME=VALUE", help=", ".join(filter_names())
        )
        parser.add_argument("--json", action="store_true", help="one JSON object on standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        """Search and print."""
        query = SearchQuery.of(
            options["words"], _filters(options["filter"]), page=options["page"], size=options["size"]
        )
        started = time.perf_counter()
        try:
            answer = service.find(query, timezone.now(), options["engine"])
        except (EngineUnavailableError, KeyError) as error:
            raise CommandError(f"No answer: {error}") from error
        found = as_dict(answer, time.perf_counter() - started)
        if answer.degraded:
            self.stderr.write("Elasticsearch did not answer; the database did.")
        give(self, found, options["json"], _text(found))


def _filters(given: list[str]) -> dict[str, list[str]]:
    filters: dict[str, list[str]] = {}
    for pair in given:
        name, _equals, value = pair.partition("=")
        if name not in filter_names() or not value:
            raise CommandError(f"--filter {pair}: NAME=VALUE with one of {', '.join(filter_names())}")
        filters.setdefault(name, []).append(value)
    return filters


def as_dict(answer: Answer, seconds: float) -> dict[str, Any]:
    """The answer as other programs rely on it (docs/cli.md); numbers beyond 10,000 on the database are bounded."""
    hits = answer.hits
    found: dict[str, Any] = {
        "total": hits.shown(hits.total),
        "engine": answer.engine,
        "seconds": round(seconds, 3),
        "results": [
            {
                "key": record.key,
                "kind": record.kind,
                "title": record.title,
                "doc_no": record.doc_no,
                "url": results.url_of(record),
                "visible_from": record.visible_from.isoformat(),
                "visible_to": record.visible_to.isoformat(),
            }
            for record in answer.records
        ],
        "facets": {name: {value: hits.shown(n) for value, n in counts.items()} for name, counts in hits.facets.items()},
    }
    return {**found, "bounded": True} if hits.bounded(hits.total) else found


def _text(found: dict[str, Any]) -> str:
    lines = [f"{found['total']}{'+' if found.get('bounded') else ''} ({found['engine']}, {found['seconds']} s)"]
    lines += [f"{result['doc_no']}  {result['title']}  {result['url']}" for result in found["results"]]
    return "\n".join(lines)
