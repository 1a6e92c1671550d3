"""What a draw works on. Everything here becomes public with the results, so it holds public forms only."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class RosterObject:
    """A possible object of inspection (检查对象).

    ``id`` tells it apart within the task (credit code, or the roster's number where there is none); ``name`` is the
    public form, a natural person's already masked; ``weight`` (1 to 99) is its number of tickets: riskier objects hold
    more; ``area`` empty fits every officer.
    """

    id: str
    name: str
    code: str = ""
    weight: int = 1
    area: str = ""

    def as_json(self) -> dict[str, Any]:
        return {"id": self.id, "name": self.name, "code": self.code, "weight": self.weight, "area": self.area}


@dataclass(frozen=True, slots=True)
class Officer:
    """A possible inspector. ``id`` is the certificate number; days are ISO texts and count themselves."""

    id: str
    unit: str
    categories: tuple[str, ...]
    areas: tuple[str, ...]
    valid_from: str
    valid_to: str

    def as_json(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "unit": self.unit,
            "categories": list(self.categories),
            "areas": list(self.areas),
            "valid_from": self.valid_from,
            "valid_to": self.valid_to,
        }


@dataclass(frozen=True, slots=True, order=True)
class Conflict:
    """An officer who must not inspect an object (回避)."""

    officer: str
    object: str

    def as_json(self) -> dict[str, str]:
        return {"officer": self.officer, "object": self.object}


@dataclass(frozen=True, slots=True)
class Rules:
    """How many objects are drawn, how many officers each gets, and what an officer must fit."""

    number: int
    officers_per_object: int
    category: str
    date_from: str
    date_to: str

    def as_json(self) -> dict[str, Any]:
        return {
            "number": self.number,
            "officers_per_object": self.officers_per_object,
            "category": self.category,
            "date_from": self.date_from,
            "date_to": self.date_to,
        }


@dataclass(frozen=True, slots=True)
class Task:
    """All that is sealed of a task besides the seed. ``id`` is the task's public number."""

    id: str
    rules: Rules
    objects: tuple[RosterObject, ...]
    officers: tuple[Officer, ...]
    conflicts: tuple[Conflict, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Plain JSON with every list in the order in which it is hashed: by id."""
        return {
            "task": self.id,
            "rules": self.rules.as_json(),
            "objects": [one.as_json() for one in sorted(self.objects, key=lambda one: one.id)],
            "officers": [one.as_json() for one in sorted(self.officers, key=lambda one: one.id)],
            "conflicts": [one.as_json() for one in sorted(self.conflicts)],
        }

    @classmethod
    def from_json(cls, stated: Mapping[str, Any]) -> "Task":
        """Read back what ``as_json`` gave."""
        return cls(
            stated["task"],
            Rules(**stated["rules"]),
            tuple(RosterObject(**one) for one in stated["objects"]),
            tuple(
                Officer(**{**one, "categories": tuple(one["categories"]), "areas": tuple(one["areas"])})
                for one in stated["officers"]
            ),
            tuple(Conflict(**one) for one in stated["conflicts"]),
        )


@dataclass(frozen=True, slots=True)
class DrawnObject:
    """A drawn object and its inspectors, each by id; officers in the order of their assignment."""

    object: str
    officers: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        return {"object": self.object, "officers": list(self.officers)}
