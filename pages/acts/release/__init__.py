"""The only way out: everything public was let out here, and nothing else makes a version public.

``release`` lets versions out, ``start_scheduled`` is the clock's half of it. See docs/decisions/0004-one-release.md.
"""

from pages.acts.release.act import RIGHTS, Held, ReleaseResult, release, release_one
from pages.acts.release.clock import start_scheduled
from pages.acts.release.errors import ReleaseRefusedError
from pages.acts.release.obstacles import obstacles, obstacles_of

__all__ = [
    "RIGHTS",
    "Held",
    "ReleaseRefusedError",
    "ReleaseResult",
    "obstacles",
    "obstacles_of",
    "release",
    "release_one",
    "start_scheduled",
]
