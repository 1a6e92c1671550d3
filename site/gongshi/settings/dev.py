"""Embedded defaults: one machine, no other server."""

from gongshi.settings.base import *  # noqa: F403

DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
