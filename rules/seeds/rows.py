"""Our rows, each with a code of its own, and how they get into a database: once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any

LEDGER = "rules.PlantedSeed"


@dataclass(frozen=True, slots=True)
class Seed:
    """A row as we deliver it; ``model``: ``rules.Term``. Its ``code`` stays, whatever a person does to the row."""

    model: str
    code: str
    values: Mapping[str, Any]


def plant(apps: Any, seeds: Iterable[Seed]) -> None:
    """Put in those that this database never had; ``apps`` are the models of a migration.

    A later migration calls it again when there are more of them. What a person has changed or deleted stays so.
    """
    ledger = apps.get_model(LEDGER)
    known = set(ledger.objects.values_list("model", "code"))
    new = (one for one in seeds if (one.model, one.code) not in known)
    for model, group in groupby(new, attrgetter("model")):
        table, rows = apps.get_model(model), list(group)
        table.objects.bulk_create([table(**row.values) for row in rows])
        ledger.objects.bulk_create([ledger(model=model, code=row.code) for row in rows])
