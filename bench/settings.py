"""The product's settings with the baseline's page type beside it."""

from gongshi.settings.application import INSTALLED_APPS as _APPS
from gongshi.settings.base import shared

globals().update(shared())
INSTALLED_APPS = [*_APPS, "bench.plain"]
LOGGING_CONFIG = None
