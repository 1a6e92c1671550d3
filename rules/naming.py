"""In which form the name of a person is public: a setting (law.md 6.2: no national rule found)."""

from dataclasses import dataclass

FULL, SURNAME, HIDDEN = "full", "surname", "hidden"


@dataclass(frozen=True, slots=True)
class NamePolicy:
    """How names are shown: ``full``, ``surname`` (姓+某) or ``hidden``, by role."""

    person: str = SURNAME
    sole_trader: str = FULL
    representative: str = FULL
    officer: str = FULL

    def for_category(self, category: str) -> str:
        """The form for a party of this category (code of the vocabulary party_category)."""
        return {"person": self.person, "sole_trader": self.sole_trader}.get(category, FULL)
