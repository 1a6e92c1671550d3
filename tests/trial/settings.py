"""The settings of the tests, with one kind more."""

from gongshi.settings.test import *  # noqa: F403
from gongshi.settings.test import INSTALLED_APPS as OF_TESTS

INSTALLED_APPS = [*OF_TESTS, "tests.trial.apps.TrialConfig"]
