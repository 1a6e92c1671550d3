"""For pytest: the database that ``./test`` started, or SQLite in a file; tasks run when a test calls them."""

import tempfile
from pathlib import Path
from typing import Any

from gongshi.catalogues import compile_catalogues
from gongshi.settings import env
from gongshi.settings.base import shared
from gongshi.settings.database import database

globals().update(shared())
DATABASES = {
    "default": database(
        env.text("GONGSHI_TEST_DATABASE_URL", "sqlite://:memory:", "tests only: database address, set by ./test")
    )
}
TEST_REDIS_URL = env.text("GONGSHI_TEST_REDIS_URL", "", "tests only: address of a Redis, set by ./test")
TEST_ELASTICSEARCH_URL = env.text(
    "GONGSHI_TEST_ELASTICSEARCH_URL", "", "tests only: address of an Elasticsearch, set by ./test"
)
ELASTICSEARCH_URL = ""
# Nothing that a test writes lands in the var/ of a site somebody runs from this checkout.
VAR_DIR = Path(tempfile.mkdtemp(prefix="gongshi-test-"))
if DATABASES["default"]["ENGINE"] == "gongshi.sqlite":
    # In a file, as where it is in use: each connection is one of several.
    DATABASES["default"]["TEST"] = {"NAME": str(VAR_DIR / "test.sqlite3")}
MEDIA_ROOT = VAR_DIR / "media"
STATIC_ROOT = VAR_DIR / "static"
# A page that was kept has no context to look into; tests of keeping switch it on.
KEEP_PAGES = False
CELERY_BROKER_URL = "memory://"
CELERY_BROKER_TRANSPORT_OPTIONS: dict[str, Any] = {}
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Its backend wants a request, which the test client's login does not have; its own tests switch it on.
AXES_ENABLED = False
WHITENOISE_AUTOREFRESH = True
# Django reads the catalogues once, at its first translation.
compile_catalogues()
