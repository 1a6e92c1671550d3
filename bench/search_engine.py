"""One part of ``bench.search``: a database with its own engine, PostgreSQL also with Elasticsearch. Prints JSON."""

import json
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from typing import Any

from bench.runner import note, seconds, site

#: What people type: common words, rare ones, parts of names and addresses, numbers, codes, pinyin, a question.
WORDS = (
    "施工许可证", "扬尘污染", "未取得施工许可证擅自施工", "物业服务", "商品房预售许可", "擅自挖掘城市道路", "质量监督",
    "建筑法第四十三条", "违建", "装饰装修", "鹤汀", "鹤汀装饰", "路118号", "砚岚市政工程有限公司", "王某", "合同价款",
    "兴住建罚决字〔2025〕501号", "〔2026〕99001号", "罚决字2024", "91211103", "heting", "htzs", "珊瑚礁",
    "物业公司擅自改变物业用房用途怎么处罚",
)  # fmt: skip
ADDRESS = "/search/"


def main() -> None:
    """Fill, ask, print."""
    database, rows, repeat = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    with site("postgres" if database == "postgres" else "sqlite"):
        figures = _database(database, rows, repeat)
        if database == "postgres":
            figures |= _elasticsearch(rows, repeat)
    print(json.dumps(figures, ensure_ascii=False))


def _database(name: str, rows: int, repeat: int) -> dict[str, Any]:
    from django.db import connection
    from django.utils import timezone

    from bench.search_records import fill
    from records.models import PublicRecord
    from search import engines

    now = timezone.now()
    fill(rows, now)
    note(f"{name}: {rows} records, indexing")
    engine = engines.database_engine()
    filling = seconds(lambda: engine.write(PublicRecord.objects.iterator(chunk_size=500), now))
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
    figures = {f"{name}: indexed a second": rows / filling}
    figures |= _percentiles(f"{name}: view", _view(), repeat)
    return figures | _percentiles(f"{name}: engine alone", _engine(engine), repeat)


def _elasticsearch(rows: int, repeat: int) -> dict[str, Any]:
    from django.conf import settings
    from django.utils import timezone

    from gongshi.servers import start_elasticsearch
    from records.models import PublicRecord
    from search import engines

    note("elasticsearch: starting and indexing")
    server = start_elasticsearch()
    try:
        settings.ELASTICSEARCH_URL = server.url
        settings.ELASTICSEARCH_TIMEOUT_MS = 20_000
        engine: Any = engines.elasticsearch_engine()
        records = PublicRecord.objects.iterator(chunk_size=500)
        filling = seconds(lambda: engine.rebuild(records, timezone.now()))
        figures = {"elasticsearch: indexed a second": rows / filling}
        bare = _percentiles("elasticsearch: bare query", _bare(engine), repeat)
        view = _percentiles("elasticsearch: view", _view(), repeat)
        figures |= bare | view
        for rank in ("p50", "p95"):
            ratio = view[f"elasticsearch: view {rank} ms"] / bare[f"elasticsearch: bare query {rank} ms"]
            figures[f"elasticsearch: view / bare query {rank}"] = ratio
        return figures
    finally:
        server.stop()


def _view() -> Callable[[str], None]:
    from django.test import Client

    client = Client(SERVER_NAME="localhost")

    def ask(words: str) -> None:
        response = client.get(ADDRESS, {"q": words})
        assert response.status_code == 200, response.status_code

    return ask


def _engine(engine: Any) -> Callable[[str], None]:
    from django.utils import timezone

    from search.forms import SearchQuery
    from search.plan import make_plan

    return lambda words: engine.search(make_plan(SearchQuery.of(words)), timezone.now())


def _bare(engine: Any) -> Callable[[str], None]:
    """The compiled query sent by the client, nothing else: no plan, no records, no page."""
    from django.utils import timezone

    from search.compiler import compile_search
    from search.forms import SearchQuery
    from search.plan import make_plan

    bodies = {words: compile_search(make_plan(SearchQuery.of(words)), timezone.now()).to_dict() for words in WORDS}
    client = engine._read.options(request_timeout=20)
    return lambda words: client.search(index=engine.alias, body=bodies[words])


def _percentiles(name: str, ask: Callable[[str], Any], repeat: int) -> dict[str, float]:
    """p50 and p95 over all words, each asked ``repeat`` times in mixed order after one warm-up."""
    for words in WORDS:
        ask(words)
    times = sorted(_times(ask, repeat))
    cuts = statistics.quantiles(times, n=100)
    return {f"{name} p50 ms": statistics.median(times), f"{name} p95 ms": cuts[94]}


def _times(ask: Callable[[str], Any], repeat: int) -> Iterable[float]:
    order = list(WORDS) * repeat
    random.Random(1).shuffle(order)
    slowest: dict[str, float] = {}
    for words in order:
        start = time.perf_counter()
        ask(words)
        took = (time.perf_counter() - start) * 1000
        slowest[words] = max(took, slowest.get(words, 0))
        yield took
    note("slowest: " + ", ".join(f"{w} {t:.0f} ms" for w, t in sorted(slowest.items(), key=lambda p: -p[1])[:5]))


if __name__ == "__main__":
    main()
