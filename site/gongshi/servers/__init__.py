"""Real servers on free loopback ports: PostgreSQL, Redis and Elasticsearch for tests, Elasticsearch for ``./run``.

Knows nothing of Django, so that a server runs before settings are read.
"""

from gongshi.servers.elasticsearch import start_elasticsearch
from gongshi.servers.postgres import start_postgres
from gongshi.servers.process import Server, ServerError
from gongshi.servers.redis import start_redis

__all__ = ["Server", "ServerError", "start_elasticsearch", "start_postgres", "start_redis"]
