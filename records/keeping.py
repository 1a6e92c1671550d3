"""What is worked out once and kept in a cache under a key that never comes back: nothing kept is ever taken out.

A cache that does not answer holds nothing: the database has everything.
"""

import hashlib
import logging
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.cache import caches

logger = logging.getLogger(__name__)

# What a kept thing is made by, apart from the data.
_PROGRAM = ("accounts", "locale", "pages", "privacy", "records", "rules", "search", "site")
_SUFFIXES = {".py", ".html", ".mo", ".css", ".js", ".svg"}


def recall(key: str, cache: str = "counts") -> Any:
    """What is kept under a key; None when nothing is."""
    try:
        return caches[cache].get(f"{_program()}:{key}")
    except Exception as error:
        logger.warning("The cache does not answer: %s", error)
        return None


def keep(key: str, value: Any, seconds: int, cache: str = "counts") -> None:
    """Keep a value for so long at most; a full cache drops what it likes."""
    try:
        caches[cache].set(f"{_program()}:{key}", value, seconds)
    except Exception as error:
        logger.warning("The cache does not answer: %s", error)


@cache
def _program() -> str:
    """A digest of the program and its settings: another version of it reads nothing that this one has kept."""
    digest = hashlib.sha256(settings.KEEP_UNDER.encode())
    for folder in _PROGRAM:
        for path in sorted(Path(settings.ROOT, folder).rglob("*")):
            if path.suffix in _SUFFIXES:
                digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
