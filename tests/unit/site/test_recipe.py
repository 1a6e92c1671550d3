"""Which files decide what an empty database holds: when one of them changes, no old copy is taken."""

import os
from pathlib import Path

import pytest
from wagtail import migrations as of_wagtail

from gongshi.settings import database
from importers import seeds
from pages.seeds import planting
from records import changes, protection, triggers
from rules import migrating
from rules.seeds import planting as rule_planting
from tests.factories import migrated, recipe


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_imports_of_imports_count_and_models_lead_no_further(tmp_path):
    write(
        tmp_path,
        {
            "app/__init__.py": "",
            "app/migrations/0001.py": "import django\nfrom app.seeds import planting\nimport app.models.terms",
            "app/seeds/__init__.py": "",
            "app/seeds/planting.py": "def plant():\n    from app import rows",
            "app/rows.py": "",
            "app/models/__init__.py": "",
            "app/models/terms.py": "from app import forms",
            "app/forms.py": "",
        },
    )
    found = recipe.with_imports({tmp_path / "app/migrations/0001.py"}, (tmp_path,))
    names = {str(path.relative_to(tmp_path / "app")) for path in found}
    assert names == {
        "__init__.py", "migrations/0001.py", "seeds/__init__.py", "seeds/planting.py", "rows.py",
        "models/__init__.py", "models/terms.py",
    }  # fmt: skip


@pytest.mark.parametrize(
    "module",
    [seeds, migrating, planting, rule_planting, protection, changes, triggers, database],
    ids=lambda module: module.__name__,
)
def test_first_rows_triggers_helpers_of_migrations_and_settings_count(module):
    assert Path(module.__file__) in recipe.files()


def test_migrations_of_other_packages_count():
    assert {path for path in recipe.files() if path.parent == Path(of_wagtail.__file__).parent}


def test_a_changed_file_and_another_database_change_the_key(tmp_path, monkeypatch):
    file = tmp_path / "0001.py"
    monkeypatch.setattr(recipe, "files", lambda: {file})
    keys = set()
    for text in ("", "rows = 1"):
        file.write_text(text)
        keys |= {recipe.key("15"), recipe.key("16")}
    assert len(keys) == 4


@pytest.fixture
def made(tmp_path, monkeypatch) -> list[str]:
    """What was migrated, and no longer just copied; nothing is, here."""
    addresses: list[str] = []

    def migrate(address: str, file: Path) -> None:
        addresses.append(address)
        file.touch()

    monkeypatch.setattr(migrated, "_migrate", migrate)
    monkeypatch.setattr(migrated, "cache_folder", lambda: tmp_path)
    return addresses


def test_a_run_that_distrusts_what_is_kept_makes_it_anew_once(made, monkeypatch):
    monkeypatch.setattr(migrated, "key", lambda database: "key")
    times = []
    for run in ("", "", "first", "first", "", "second"):
        assert migrated.sqlite_file(run).is_file()
        times.append(len(made))
    assert times == [1, 1, 2, 2, 2, 3]


def test_what_was_not_used_for_long_is_deleted(made, monkeypatch):
    monkeypatch.setattr(migrated, "KEPT", 2)
    for number, name in enumerate(["a", "b", "a", "c"]):
        monkeypatch.setattr(migrated, "key", lambda database, name=name: name)
        os.utime(migrated.sqlite_file("run"), (number, number))
    folder = migrated.sqlite_file().parent
    assert {path.name.split(".")[0] for path in folder.iterdir()} == {"a", "c"}
