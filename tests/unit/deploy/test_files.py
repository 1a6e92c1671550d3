"""The files of a deployment parse, and name what exists."""

import configparser
import re
import tomllib
from pathlib import Path

import pytest
import yaml
from django.conf import settings
from django.core.management import get_commands

from gongshi.settings import document, env

ROOT = Path(settings.ROOT)
UNITS = sorted((ROOT / "deploy" / "systemd").glob("*.service"))
COMPOSE = (ROOT / "compose.yaml").read_text(encoding="utf-8")
TEXTS = [ROOT / "compose.yaml", ROOT / "Dockerfile", ROOT / "docs" / "deploy.md", ROOT / "docs" / "runbook.md"]


class Unit(configparser.RawConfigParser):
    """A unit file: names keep their case."""

    def optionxform(self, optionstr: str) -> str:
        return optionstr


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.stem)
def test_a_unit_starts_a_program_of_ours_as_nobody_special(path):
    unit = Unit(strict=False)
    unit.read(path, encoding="utf-8")
    service = dict(unit["Service"])
    assert service["User"] == "gongshi"
    assert service["NoNewPrivileges"] == "true"
    assert service["Environment"] == "DJANGO_SETTINGS_MODULE=gongshi.settings.production"
    started = service["ExecStart"]
    assert re.search(r"\.venv/bin/(gunicorn gongshi\.wsgi|celery -A gongshi (worker|beat)|python manage\.py )", started)


def test_each_queue_has_a_worker_here_and_in_the_containers():
    units = [path.read_text(encoding="utf-8") for path in UNITS]
    composed = [" ".join(one.get("command", ())) for one in yaml.safe_load(COMPOSE)["services"].values()]
    for started in (units, composed):
        workers = [re.search(r"--queues (\w+)", text)[1] for text in started if "gongshi worker" in text]
        assert sorted(workers) == sorted([settings.CLOCK, settings.BULK])


def test_every_timer_has_its_service():
    timers = [path.stem for path in (ROOT / "deploy" / "systemd").glob("*.timer")]
    assert timers
    assert set(timers) <= {path.stem for path in UNITS}


def test_compose_starts_the_whole_house():
    services = yaml.safe_load(COMPOSE)["services"]
    assert {"web", "clock", "worker", "beat", "postgres", "redis", "elasticsearch"} <= set(services)
    for name in ("web", "clock", "worker", "beat", "prepare"):
        assert services[name]["build"] == "."
    assert services["web"]["ports"] == ["127.0.0.1:8000:8000"]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_every_variable_and_command_named_exists(path):
    document.text()
    text = path.read_text(encoding="utf-8")
    assert set(re.findall(r"\bGONGSHI_[A-Z_]+\b", text)) <= set(env.REGISTRY)
    assert set(re.findall(r"manage\.py ([a-z]\w+)", text)) <= set(get_commands())


def test_the_image_has_the_python_that_the_project_needs():
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["requires-python"]
    versions = re.findall(r"^FROM python:(\d+\.\d+)", (ROOT / "Dockerfile").read_text(), re.M)
    assert needed == ">=3.11"
    assert versions == ["3.11", "3.11"]
