"""Migrations are one line in each app, and the models are what they say."""

import pytest
from django.apps import apps
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.questioner import NonInteractiveMigrationQuestioner
from django.db.migrations.state import ProjectState
from django.utils import translation

OURS = ("accounts", "pages", "search", "importers", "reviews", "cases")


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
