"""The kinds of records that the bureau discloses, one folder each: its tables, its declaration, its form."""

import importlib
import pkgutil


def discover() -> None:
    """Import each kind's declaration, which registers it."""
    for kind in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{kind.name}.kind")
