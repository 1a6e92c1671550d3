"""One migration more in an app, which only a test knows."""

import importlib
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import LazySettings

NAME = "9999_of_a_test"


def grow(app: str, operations: str, folder: Path, patch: pytest.MonkeyPatch, settings: LazySettings) -> None:
    """Let a migration with these operations follow the newest one of an app."""
    own = Path(apps.get_app_config(app).path, "migrations")
    last = max(path.stem for path in own.glob("0*.py"))
    package = folder / f"grown_{app}_{folder.name.replace('-', '_')}"
    package.mkdir()
    (package / "__init__.py").write_text(f"__path__.append({str(own)!r})\n", encoding="utf-8")
    (package / f"{NAME}.py").write_text(
        "from django.db import migrations, models\n\n\nclass Migration(migrations.Migration):\n"
        f"    dependencies = [({app!r}, {last!r})]\n    operations = [{operations}]\n",
        encoding="utf-8",
    )
    patch.syspath_prepend(folder)
    importlib.invalidate_caches()
    settings.MIGRATION_MODULES = {app: package.name}
