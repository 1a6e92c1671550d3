"""For pytest: the database that ``./test`` started, or SQLite in memory."""

from gongshi.settings import env
from gongshi.settings.base import *  # noqa: F403
from gongshi.settings.database import database

DATABASES = {
    "default": database(
        env.text("GONGSHI_TEST_DATABASE_URL", "sqlite://:memory:", "tests only: database address, set by ./test")
    )
}
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
