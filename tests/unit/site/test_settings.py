"""Configuration: documented, read through one door, strong in production."""

import base64
import os
import re
import secrets
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from gongshi.settings import base, celery, document, env, mail, search
from gongshi.settings.database import database
from gongshi.settings.secrets import weaknesses
from gongshi.settings.security import DEV_IDENTITY_KEY, DEV_SECRET_KEY

ROOT = Path(settings.ROOT)
STRONG = secrets.token_urlsafe(50)
KEY = base64.urlsafe_b64encode(os.urandom(32)).decode()
SOURCES = [
    path
    for folder in ("site", "accounts", "rules", "privacy", "pages", "search", "importers", "reviews", "cases")
    for path in (ROOT / folder).rglob("*.py")
]


def in_fresh_python(code: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run code in a new interpreter with only these GONGSHI_ variables."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GONGSHI_", "DJANGO_"))}
    return subprocess.run(
        [sys.executable, "-c", code], env={**kept, **variables}, capture_output=True, text=True, check=False, cwd=ROOT
    )


def test_the_page_of_settings_says_what_the_code_reads():
    code = "from gongshi.settings import document; print(document.text(), end='')"
    done = in_fresh_python(code)
    assert done.stdout == document.TARGET.read_text(encoding="utf-8"), f"run `make docs`\n{done.stderr}"


def test_no_variable_is_read_behind_the_registrys_back():
    door = {"env.py"}
    named = {
        name
        for path in SOURCES
        if path.name not in door
        for name in re.findall(r"""["'](GONGSHI_[A-Z0-9_]+)["']""", path.read_text(encoding="utf-8"))
    }
    document.text()
    assert named
    assert named <= set(env.REGISTRY)


def test_every_variable_has_a_meaning():
    document.text()
    assert [name for name, variable in env.REGISTRY.items() if len(variable.help) < 10] == []


def test_every_file_with_settings_is_a_topic():
    tools, environments = {"__init__", "base", "document", "env", "secrets"}, {"dev", "production", "test"}
    files = {path.stem for path in Path(base.__file__).parent.glob("*.py")}
    assert {topic.__name__.rpartition(".")[2] for topic in base.TOPICS} == files - tools - environments


def test_an_environment_has_what_the_topics_say_and_what_it_says_itself():
    shared = base.shared()
    assert [name for name in shared if not hasattr(settings, name)] == []
    assert (settings.EMAIL_TIMEOUT, shared["EMAIL_TIMEOUT"]) == (mail.EMAIL_TIMEOUT, mail.EMAIL_TIMEOUT)
    assert (settings.CELERY_BROKER_URL, shared["CELERY_BROKER_URL"]) == ("memory://", celery.CELERY_BROKER_URL)


def test_two_topics_cannot_give_one_name_two_values(monkeypatch):
    monkeypatch.setattr(search, "EMAIL_TIMEOUT", mail.EMAIL_TIMEOUT + 1, raising=False)
    with pytest.raises(ImproperlyConfigured, match="EMAIL_TIMEOUT"):
        base.shared()


@pytest.mark.parametrize(
    ("secret", "keys", "complaint"),
    [
        (DEV_SECRET_KEY, (KEY,), "GONGSHI_SECRET_KEY"),
        ("short", (KEY,), "GONGSHI_SECRET_KEY"),
        ("ab" * 40, (KEY,), "GONGSHI_SECRET_KEY"),
        (STRONG, (), "GONGSHI_IDENTITY_KEYS"),
        (STRONG, (DEV_IDENTITY_KEY,), "GONGSHI_IDENTITY_KEYS"),
        (STRONG, (KEY, "not-a-key"), "GONGSHI_IDENTITY_KEYS"),
    ],
    # The secrets are drawn anew in every process; the names of the tests must not be.
    ids=["default-secret", "short", "repeated", "no-key", "default-key", "no-fernet-key"],
)
def test_a_weak_secret_is_named(secret, keys, complaint):
    assert [found.split()[0] for found in weaknesses(secret, keys)] == [complaint]


def test_strong_secrets_pass():
    assert weaknesses(STRONG, (KEY,)) == []


def test_production_refuses_to_start_without_secrets_and_starts_with_them():
    code = "import gongshi.settings.production"
    refused = in_fresh_python(code)
    assert refused.returncode != 0
    assert "GONGSHI_SECRET_KEY is missing or weak" in refused.stderr
    assert in_fresh_python(code, GONGSHI_SECRET_KEY=STRONG, GONGSHI_IDENTITY_KEYS=KEY).returncode == 0


def test_production_passes_djangos_own_deployment_checks():
    code = "from django.core.management import execute_from_command_line as run; "
    code += "run(['manage.py', 'check', '--deploy', '--fail-level', 'WARNING'])"
    done = in_fresh_python(
        code,
        DJANGO_SETTINGS_MODULE="gongshi.settings.production",
        GONGSHI_SECRET_KEY=STRONG,
        GONGSHI_IDENTITY_KEYS=KEY,
        GONGSHI_SITE_URL="https://example.gov.cn",
        GONGSHI_HOSTS="example.gov.cn",
    )
    assert done.returncode == 0, done.stderr


def test_sqlite_lets_three_processes_write_at_once():
    options = database("sqlite:///var/x.sqlite3")
    assert options["NAME"] == ROOT / "var" / "x.sqlite3"
    assert options["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert options["OPTIONS"]["timeout"] >= 10
    assert "journal_mode=WAL" in options["OPTIONS"]["init_command"]


def test_an_absolute_sqlite_path_stays_absolute():
    assert str(database("sqlite:////srv/gongshi/x.sqlite3")["NAME"]) == "/srv/gongshi/x.sqlite3"


def test_postgres_comes_from_its_address():
    parsed = database("postgres://user:pass@db.example:5433/gongshi")
    assert (parsed["HOST"], parsed["PORT"], parsed["NAME"], parsed["USER"]) == ("db.example", 5433, "gongshi", "user")


@pytest.mark.parametrize(("raw", "meaning"), [("1", True), ("Yes", True), ("on", True), ("0", False), ("nein", False)])
def test_flags(monkeypatch, raw, meaning):
    monkeypatch.setenv("GONGSHI_X_FLAG", raw)
    assert env.flag("GONGSHI_X_FLAG", not meaning, "a flag of this test") is meaning
    env.REGISTRY.pop("GONGSHI_X_FLAG")


def test_an_empty_variable_counts_as_unset(monkeypatch):
    monkeypatch.setenv("GONGSHI_X_NUMBER", "")
    assert env.number("GONGSHI_X_NUMBER", 7, "a number of this test") == 7
    env.REGISTRY.pop("GONGSHI_X_NUMBER")
