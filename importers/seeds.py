"""First rights of this floor."""

from typing import Any

from pages.seeds import groups

SEND = [("importers", "importrun", f"{act}_importrun") for act in ("view", "add")]


def plant(apps: Any) -> None:
    """All three groups send the weekly file and read its report; that a source publishes nobody may say by a seed."""
    groups.grant(apps, groups.ALL, SEND)
