"""Migrations are one line in each app, and the models are what they say."""

import tomllib
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.questioner import NonInteractiveMigrationQuestioner
from django.db.migrations.state import ProjectState
from django.utils import translation

from tests.tools.first_state.meaning import digest_of_source, digests
from tests.tools.first_state.rows import read_state

ROOT = Path(settings.ROOT)
OURS = ("accounts", "cases", "importers", "pages", "privacy", "records", "reviews", "rules", "search")
FIRST = tomllib.loads((ROOT / "tests/data/first_migrations.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def loader():
    return MigrationLoader(None)


@pytest.mark.parametrize("app", OURS)
def test_each_migration_follows_exactly_one(loader, app):
    own = {key: node for key, node in loader.graph.node_map.items() if key[0] == app}
    followers = [parent.key for node in own.values() for parent in node.parents if parent.key[0] == app]
    assert len(followers) == len(set(followers)), "two migrations follow the same one"
    assert len(followers) == max(len(own) - 1, 0), "the migrations are more than one line"
    numbers = sorted(int(name.split("_")[0]) for _, name in own)
    assert numbers == list(range(1, len(own) + 1))


def test_models_need_no_further_migration(loader):
    # Migrations are written without a language; so are the names compared with them.
    with translation.override(None):
        state = ProjectState.from_apps(apps)
        questioner = NonInteractiveMigrationQuestioner(specified_apps=set(OURS))
        autodetector = MigrationAutodetector(loader.project_state(), state, questioner)
        changes = autodetector.changes(graph=loader.graph)
    wanted = {app: [str(operation) for operation in changes[app][0].operations] for app in changes if app in OURS}
    assert wanted == {}


def test_the_first_state_is_never_edited():
    assert digests(ROOT, list(FIRST["files"]), list(FIRST["values"])) == FIRST


def test_the_filled_database_stands_at_the_first_state():
    first = {tuple(name.removesuffix(".py").split("/migrations/")) for name in FIRST["files"]}
    filled = read_state().migrations
    assert {(app, name) for app, name in filled.items() if app in OURS} == {
        (app, name) for app, name in first if name == max(other for of, other in first if of == app)
    }


SOURCE = """
class Migration:
    operations = [
        CreateModel("Thing", [("name", CharField(max_length=9, verbose_name="Name"))], {"verbose_name": "Thing"}),
    ]
"""


@pytest.mark.parametrize(
    ("edit", "same"),
    [
        (("(max_length=9, ", "(  # as long as it is\n max_length=9,"), True),
        (('verbose_name="Name"', 'verbose_name="Called", help_text="In full"'), True),
        (('"verbose_name": "Thing"', ""), True),
        (("class Migration:", 'class Migration:\n    """Tables."""'), True),
        (("max_length=9", "max_length=8"), False),
        (('"name"', '"title"'), False),
        (('"verbose_name": "Thing"', '"ordering": ["name"]'), False),
    ],
)
def test_a_digest_is_of_what_a_migration_means(edit, same):
    assert (digest_of_source(SOURCE.replace(*edit)) == digest_of_source(SOURCE)) is same
