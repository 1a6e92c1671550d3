"""Write ``docs/settings.md`` from the registered variables: ``python -m gongshi.settings.document``."""

import importlib
from pathlib import Path

from gongshi.settings import env
from gongshi.settings.paths import ROOT

TARGET = ROOT / "docs" / "settings.md"
# Whoever reads variables, besides the topic files that base imports.
READERS = ("gongshi.settings.base", "gongshi.settings.test", "gongshi.servers.places", "gongshi.start")
_HEAD = """# Settings

Everything is configured by environment variables; an empty one counts as unset. `./run` needs none of them.
This page is written by `make docs` from the places that read them, and a test compares the two.

| variable | default | meaning |
|---|---|---|
"""
_TAIL = """
`./run` makes `GONGSHI_SECRET_KEY` and `GONGSHI_IDENTITY_KEYS` itself and keeps them in `var/secrets.env` (mode 0600).
Production (`DJANGO_SETTINGS_MODULE=gongshi.settings.production`) refuses to start while either is missing or weak.
"""


def text() -> str:
    """The page as it should be now."""
    for reader in READERS:
        importlib.import_module(reader)
    rows = [_row(variable) for _, variable in sorted(env.REGISTRY.items())]
    return _HEAD + "".join(rows) + _TAIL


def _row(variable: env.Variable) -> str:
    # No page names the folder of the machine that wrote it.
    default = variable.default.replace(f"{Path.home()}/", "~/").replace(f"{ROOT}/", "")
    shown = f"`{default}`" if default not in {"", "()"} else ""
    return f"| `{variable.name}` | {shown} | {variable.help} |\n"


if __name__ == "__main__":
    TARGET.write_text(text(), encoding="utf-8")
