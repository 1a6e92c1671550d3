"""Invented content, made through the acts of the floors below; it hangs together. Penalties come by import."""

from samples import (
    agencies as bodies,
)
from samples import (
    benchmarks,
    catalogues,
    channels,
    coercion,
    days,
    endings,
    flowcharts,
    guides,
    inspections,
    laws,
    links,
    notices,
    officers,
    others,
    permits,
    powers,
    rules,
)

# Later ones rest on earlier ones. Each module has ``load()``, which may run again and then changes nothing.
ORDER = (
    bodies,
    officers,
    laws,
    powers,
    benchmarks,
    guides,
    permits,
    coercion,
    others,
    inspections,
    notices,
    flowcharts,
    catalogues,
    rules,
    channels,
    links,
    days,
    endings,
)


def load() -> None:
    """Make everything that is missing."""
    for part in ORDER:
        part.load()
