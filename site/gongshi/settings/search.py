"""Public search: Elasticsearch by address; without one the database engine answers."""

from gongshi.settings import env

ELASTICSEARCH_URL = env.text(
    "GONGSHI_ELASTICSEARCH_URL", "", "address of Elasticsearch, with user and password; empty: search by the database"
)
