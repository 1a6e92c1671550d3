"""What is worked out once and kept in a cache under a key that never comes back: nothing kept is ever taken out.

A cache that does not answer holds nothing: the database has everything.
"""

import logging
from typing import Any

from django.core.cache import caches

logger = logging.getLogger(__name__)


def recall(key: str, cache: str = "default") -> Any:
    """What is kept under a key; None when nothing is."""
    try:
        return caches[cache].get(key)
    except Exception as error:
        logger.warning("The cache does not answer: %s", error)
        return None


def keep(key: str, value: Any, seconds: int, cache: str = "default") -> None:
    """Keep a value for so long at most; a full cache drops what it likes."""
    try:
        caches[cache].set(key, value, seconds)
    except Exception as error:
        logger.warning("The cache does not answer: %s", error)
