"""Which officer may inspect which object."""

from datetime import date

from pages.lottery.facts import Conflict, Officer, RosterObject, Rules


def may_inspect(officer: Officer, one: RosterObject, rules: Rules, conflicts: frozenset[Conflict]) -> bool:
    """Certificate valid on every day of the inspection, category and area fit, no conflict of interest.

    An area covers what begins with its name, as addresses do: 兴隆台区 covers 兴隆台区石油大街以北.
    """
    return (
        date.fromisoformat(officer.valid_from) <= date.fromisoformat(rules.date_from)
        and date.fromisoformat(officer.valid_to) >= date.fromisoformat(rules.date_to)
        and rules.category in officer.categories
        and (not one.area or one.area.startswith(officer.areas))
        and Conflict(officer.id, one.id) not in conflicts
    )
