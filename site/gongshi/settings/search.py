"""How records are found: the engines, their time-outs, and the editors' search."""

from gongshi.settings import env
from gongshi.settings.celery import CLOCK, every

ELASTICSEARCH_URL = env.text(
    "GONGSHI_ELASTICSEARCH_URL",
    "",
    "address of Elasticsearch, e.g. http://user:password@host:9200; empty: the database searches",
)
ELASTICSEARCH_INDEX = env.text(
    "GONGSHI_ELASTICSEARCH_INDEX", "gongshi-records", "name (alias) of the index in Elasticsearch"
)
ELASTICSEARCH_SHARDS = env.number("GONGSHI_ELASTICSEARCH_SHARDS", 1, "shards of a new index")
ELASTICSEARCH_REPLICAS = env.number(
    "GONGSHI_ELASTICSEARCH_REPLICAS", 0, "replicas of a new index; 1 with two nodes or more"
)
ELASTICSEARCH_CA = env.text("GONGSHI_ELASTICSEARCH_CA", "", "file with the certificate authority of an https address")
# A visitor gets an answer within two seconds even when Elasticsearch is slow: this is what it may take of them.
ELASTICSEARCH_TIMEOUT_MS = env.number(
    "GONGSHI_ELASTICSEARCH_TIMEOUT_MS", 1000, "milliseconds a search waits for Elasticsearch"
)
ELASTICSEARCH_WRITE_TIMEOUT = env.number(
    "GONGSHI_ELASTICSEARCH_WRITE_TIMEOUT", 30, "seconds a worker waits for Elasticsearch"
)
ELASTICSEARCH_PAUSE = env.number(
    "GONGSHI_ELASTICSEARCH_PAUSE", 10, "seconds searches go to the database after a failure"
)
SEARCH_DATABASE_TIMEOUT_MS = env.number(
    "GONGSHI_SEARCH_DATABASE_TIMEOUT_MS", 5000, "milliseconds a search may take on PostgreSQL; 0: any time"
)
SEARCH_CSV_ROWS = env.number("GONGSHI_SEARCH_CSV_ROWS", 100_000, "most rows of one downloaded result list")

# The stock views of the admin find every page, drafts included, by two characters.
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "pages.admin.search_backend"}}

# Takes up what a broker lost and what an engine that was down has missed.
every("sweep-outbox", "search.tasks.sweep_outbox", queue=CLOCK, seconds=10)
