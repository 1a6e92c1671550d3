"""What the rules see of a decision: plain frozen values, gathered before by whoever has them (form, page, import)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class PartyView:
    """A party; ``category`` is a code of the vocabulary, ``has_person_items`` whether items 12–13 are filled."""

    name: str
    category: str = "organisation"
    credit_code: str = ""
    other_codes: bool = False
    representative: str = ""
    id_type: str = ""
    has_person_number: bool = False


@dataclass(frozen=True, slots=True)
class OfficerView:
    """An officer with the certificate's term; ``categories`` are codes, ``on_duty`` is judged for the day at hand."""

    key: int
    name: str
    valid_from: date | None
    valid_to: date | None
    categories: frozenset[str] = frozenset()
    areas: tuple[str, ...] = ()
    on_duty: bool = True


@dataclass(frozen=True, slots=True)
class BenchmarkView:
    """A grade of the discretion benchmark with its amounts in yuan; an open end is None."""

    name: str
    least: Decimal | None = None
    most: Decimal | None = None


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article of a law with its days in force, both included; an open end is None."""

    name: str
    in_force_from: date | None = None
    in_force_to: date | None = None


@dataclass(frozen=True, slots=True)
class DecisionView:
    """A decision of any kind (``act`` is its kind); codes are those of the vocabularies, amounts are yuan.

    ``area`` is the jurisdiction of the authority, ``publish_on`` the day on which it becomes public, if known.
    None for ``officers``, ``articles`` and ``benchmark`` says that the source has no such items (an import); an empty
    tuple says that none is chosen.
    """

    act: str
    doc_no: str = ""
    agency: str = ""
    area: str = ""
    parties: tuple[PartyView, ...] = ()
    facts: str = ""
    basis: str = ""
    procedure: str = ""
    grade: str = ""
    category: str = ""
    penalty_types: frozenset[str] = frozenset()
    result: str = ""
    fine: Decimal | None = None
    confiscated: Decimal | None = None
    licence: str = ""
    remedy: str = ""
    filed_on: date | None = None
    notified_on: date | None = None
    decided_on: date | None = None
    served_on: date | None = None
    publish_on: date | None = None
    officers: tuple[OfficerView, ...] | None = None
    benchmark: BenchmarkView | None = None
    benchmark_reason: str = ""
    articles: tuple[ArticleView, ...] | None = None
    # Kind of permit, measure or decision; its own words when it is 其他; names of all items that are filled.
    kind_code: str = ""
    kind_named: str = ""
    filled: frozenset[str] = frozenset()
    # Validity of a permit or term of a measure; ``term_due`` is the last day that the law allows for the term.
    term_from: date | None = None
    term_until: date | None = None
    term_due: date | None = None
