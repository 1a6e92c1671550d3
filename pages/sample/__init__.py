"""The invented content of this floor's lists and decisions, which hang together; penalties come by import."""

from importlib import import_module

# Later ones rest on earlier ones. Each module has ``load()``, which may run again and then changes nothing.
ORDER = (
    "bodies",
    "officers",
    "laws",
    "powers",
    "benchmarks",
    "guides",
    "permits",
    "coercion",
    "others",
    "inspections",
    "notices",
    "flowcharts",
    "catalogues",
    "rules",
    "channels",
    "links",
    "days",
    "endings",
)


def load() -> None:
    """Make everything that is missing."""
    for name in ORDER:
        import_module(f"pages.sample.{name}").load()
