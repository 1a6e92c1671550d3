"""The first rows of this floor, in the order in which they need each other."""

from collections.abc import Iterator
from typing import Any

from rules.seeds import consistency, deadlines, remedies, rows, terms, window_rules
from rules.seeds.rows import Seed


def seeds(apps: Any) -> Iterator[Seed]:
    """All of them; ``apps`` are the models of a migration."""
    yield from terms.seeds()
    yield from window_rules.seeds()
    yield from deadlines.seeds()
    yield from consistency.seeds()
    yield from consistency.item_seeds()
    yield from remedies.seeds(apps.get_model("rules", "Term"))


def plant(apps: Any) -> None:
    """Put in what this database never had."""
    rows.plant(apps, seeds(apps))
