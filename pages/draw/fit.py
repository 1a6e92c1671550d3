"""Which officer may inspect which object."""

from datetime import date

from pages.draw.facts import Conflict, Officer, RosterObject, Rules


def may_inspect(officer: Officer, one: RosterObject, rules: Rules, conflicts: frozenset[Conflict]) -> bool:
    """Certificate valid on every day of the inspection, category and area fit, no conflict of interest."""
    return (
        date.fromisoformat(officer.valid_from) <= date.fromisoformat(rules.date_from)
        and date.fromisoformat(officer.valid_to) >= date.fromisoformat(rules.date_to)
        and rules.category in officer.categories
        and (not one.area or one.area in officer.areas)
        and Conflict(officer.id, one.id) not in conflicts
    )
