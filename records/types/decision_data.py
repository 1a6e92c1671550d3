"""What a source says about a decision, before it is a page: the common language of importers and acts."""

import hashlib
import json
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field, fields, make_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, cast

from rules.numbers import normalise_number
from rules.windows import WindowCase


@dataclass(frozen=True, slots=True)
class PartyIdentityNumbers:
    """Items 13 and 11 of the 双公示 standard: never printed, compared or hashed with the facts."""

    personal: str = ""
    representative: str = ""

    def __repr__(self) -> str:
        return "PartyIdentityNumbers(***)"

    def __bool__(self) -> bool:
        return bool(self.personal or self.representative)


@dataclass(frozen=True, slots=True)
class PartyData:
    """A party (行政相对人), items 1–13 of the standard; ``category`` is a code of the vocabulary party_category.

    ``silent`` names the items about which the source says nothing: their values are what a new record starts with.
    """

    name: str
    category: str = "organisation"
    credit_code: str = ""
    registration_no: str = ""
    organisation_code: str = ""
    tax_no: str = ""
    institution_no: str = ""
    social_org_no: str = ""
    representative: str = ""
    representative_id_type: str = ""
    id_type: str = ""
    identity: PartyIdentityNumbers = field(default=PartyIdentityNumbers(), compare=False, repr=False)
    silent: frozenset[str] = field(default=frozenset(), compare=False)


class DecisionData:
    """What every kind of decision has: number, day, authority, parties; the form of a kind declares the columns.

    Money is in yuan with two places, choices are codes of their vocabularies. ``silent`` names the columns about which
    the source says nothing, which is not the same as "empty".
    """

    __slots__ = ()
    subject_field: ClassVar[str] = ""
    if TYPE_CHECKING:
        __dataclass_fields__: ClassVar[dict[str, Any]]
        kind: str
        doc_no: str
        decided_on: date
        parties: tuple[PartyData, ...]
        agency_name: str
        agency_code: str
        silent: frozenset[str]

        def __init__(self, *args: Any, **said: Any) -> None: ...
        def __getattr__(self, name: str) -> Any: ...

    @property
    def subject(self) -> str:
        """What, with the party, makes the title."""
        return str(getattr(self, self.subject_field))

    def window_case(self) -> WindowCase:
        """What the rule table asks about a decision of which nothing else is known."""
        return WindowCase(
            act=self.kind,
            decided_on=self.decided_on,
            penalty_types=getattr(self, "penalty_types", ()),
            party_categories=tuple(party.category for party in self.parties),
            declared_end=getattr(self, "declared_window_end", None),
            effect_until=getattr(self, "effect_until", None),
            valid_until=getattr(self, "valid_until", None),
        )

    def natural_key(self) -> str:
        """Authority + normalised document number + kind: what makes two rows the same decision.

        Raises ``rules.numbers.UnreadableNumberError``.
        """
        return compose_natural_key(self.kind, self.agency_code or self.agency_name, self.doc_no)

    def canonical(self, with_parties: bool = True) -> dict[str, Any]:
        """All facts that are said, as plain JSON values, identity numbers left out."""
        left_out = {"parties", "silent", *self.silent}
        names = _names(cast(Hashable, type(self)))
        values = {name: _plain(getattr(self, name)) for name in names if name not in left_out}
        if with_parties:
            values["parties"] = [_party(party) for party in self.parties]
        return values

    def content_hash(self, with_parties: bool = True) -> str:
        """SHA-256 (hex) over ``canonical``: equal hash, nothing to write."""
        return hashlib.sha256(_encode(self.canonical(with_parties)).encode()).hexdigest()


def decision_data(kind: str, subject: str, required: Sequence[str], more: Mapping[str, Any]) -> type[DecisionData]:
    """The facts of a kind as a class: ``required`` ones first, then its parties, then ``more`` with their defaults.

    ``subject`` is the fact that, with the party, makes the title.
    """
    silent: Any = field(default=frozenset(), compare=False)
    items: list[Any] = [(name, Any) for name in (*required, "parties")]
    items += [(name, Any, default) for name, default in {**more, "kind": kind}.items()]
    made: Any = make_dataclass(
        f"{kind.capitalize()}Data",
        [*items, ("silent", frozenset, silent)],
        bases=(DecisionData,),
        namespace={"subject_field": subject},
        frozen=True,
        slots=True,
    )
    return cast(type[DecisionData], made)


def compose_natural_key(kind: str, agency: str, doc_no: str) -> str:
    """Join the parts of a natural key, e.g. ``penalty|9121…|兴住建罚决字〔2026〕1号``."""
    return f"{kind}|{agency}|{normalise_number(doc_no)}"


_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


@cache
def _names(data: Any) -> tuple[str, ...]:
    return tuple(one.name for one in fields(data))


def _plain(value: Any) -> Any:
    if type(value) is str:
        return value
    if isinstance(value, Decimal):
        return format(value.quantize(Decimal("0.01")), "f")
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _party(party: PartyData) -> dict[str, Any]:
    left_out = {"identity", "silent", *party.silent}
    return {name: getattr(party, name) for name in _names(PartyData) if name not in left_out}
