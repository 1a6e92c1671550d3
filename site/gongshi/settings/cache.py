"""What is kept of public pages and counts: in each process by default, in a Redis by address for all of them."""

from typing import Any

from gongshi.settings import env

CACHE_URL = env.text(
    "GONGSHI_CACHE_URL",
    "",
    "Redis that keeps counts and rendered pages for all processes, redis://HOST:PORT/1; empty: each keeps its own",
)
KEEP_PAGES = env.flag("GONGSHI_KEEP_PAGES", True, "keep rendered public pages and check each time that they are true")

# Whatever is kept was made under these settings.
KEEP_UNDER = env.digest()


def _in_process(name: str, most: int) -> dict[str, Any]:
    """A full one drops a third, whatever it is: what a stranger makes us keep never grows beyond this."""
    backend = "django.core.cache.backends.locmem.LocMemCache"
    return {"BACKEND": backend, "LOCATION": name, "OPTIONS": {"MAX_ENTRIES": most}}


def _shared(name: str, most: int) -> dict[str, Any]:
    if not CACHE_URL:
        return _in_process(name, most)
    return {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": CACHE_URL,
        "KEY_PREFIX": f"gongshi-{name}",
        # A Redis that does not answer is a cache that holds nothing: nobody waits for it.
        "OPTIONS": {"socket_timeout": 0.3, "socket_connect_timeout": 0.3},
    }


CACHES = {
    # Wagtail's own, which has no answer for a server that is down.
    "default": _in_process("default", 300),
    "counts": _shared("counts", 3_000),
    # Apart from the counts, so that pages never push them out.
    "pages": _shared("pages", 1_000),
}
