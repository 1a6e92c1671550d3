"""The product's settings with the baseline's page type beside it."""

from gongshi.settings.dev import *  # noqa: F403
from gongshi.settings.dev import INSTALLED_APPS as _APPS

INSTALLED_APPS = [*_APPS, "bench.plain"]
LOGGING_CONFIG = None
