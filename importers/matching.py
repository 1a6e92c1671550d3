"""Which of a page's parties a row means: persons may bear one name, and their identity numbers part them."""

from collections.abc import Mapping, Sequence

from importers.formats.parties import PERSON
from privacy.crypto import decrypt, fingerprint
from privacy.models import PartyIdentity
from records.types.decision_data import PartyData

_MARK = 10


class NamesakeError(Exception):
    """The page has a person of this name with another identity number, and nothing tells who of them is meant."""


def identity_mark(parties: Sequence[PartyData], sealed: Sequence[PartyIdentity | None] = ()) -> str:
    """Keyed hash of all identity numbers of a decision, to tell a mended number from an unchanged file.

    ``sealed`` are the numbers where the parties are those of a page, in their order.
    """
    numbers = sorted((party.name, *_numbers(party, held)) for party, held in _paired(parties, sealed))
    return fingerprint(*(text for one in numbers if any(one[1:]) for text in one))


def namesake_mark(said: PartyData, parties: Sequence[PartyData]) -> str:
    """What parts a person from others of the same name in one decision; empty where nobody else has it."""
    others = [one for one in parties if one.name == said.name and not one.credit_code]
    return f":{fingerprint(said.identity.personal)[:_MARK]}" if said.identity.personal and len(others) > 1 else ""


class Matcher:
    """The parties of a decision in a file against those of its page; each of the page's is found once.

    ``spoken`` says that the page holds just the numbers that this source named last, which it may mend.
    """

    def __init__(
        self,
        said: Sequence[PartyData],
        held: Sequence[PartyData],
        sealed: Sequence[PartyIdentity | None],
        spoken: bool,
    ) -> None:
        self.said, self.held, self.spoken = said, held, spoken
        self.numbers = [fingerprint(_numbers(party, one)[0]) for party, one in _paired(held, sealed)]
        self.claimed = {fingerprint(one.identity.personal) for one in said if one.identity.personal}
        self.free = list(range(len(held)))

    def find(self, said: PartyData) -> int | None:
        """The place among the page's parties, ``None`` for one that it has not; raises ``NamesakeError``."""
        at = self._by_code(said)
        if at is None:
            candidates = self._by_name(said)
            at = self._person(said, candidates) if said.category == PERSON else next(iter(candidates), None)
        if at is not None:
            self.free.remove(at)
        return at

    def _by_code(self, said: PartyData) -> int | None:
        return next(
            (at for at in self.free if said.credit_code and self.held[at].credit_code == said.credit_code), None
        )

    def _by_name(self, said: PartyData) -> list[int]:
        """Those of the same name, of the same category first."""
        named = [at for at in self.free if self.held[at].name == said.name]
        return sorted(named, key=lambda at: self.held[at].category != said.category)

    def _person(self, said: PartyData, candidates: list[int]) -> int | None:
        number = fingerprint(said.identity.personal)
        own = next((at for at in candidates if number and self.numbers[at] == number), None)
        if own is not None:
            return own
        # Whose number another row of this decision names is another person.
        others = [at for at in candidates if self.numbers[at] not in self.claimed]
        if not others:
            return None
        return self._without_number(said, others) if not number else self._with_other_number(said, others)

    def _without_number(self, said: PartyData, others: list[int]) -> int:
        if len(others) == 1 or not any(self.numbers[at] for at in others):
            return others[0]
        alike = [at for at in others if _says_as_much(said, self.held[at])]
        if not alike:
            raise NamesakeError
        return alike[0]

    def _with_other_number(self, said: PartyData, others: list[int]) -> int:
        """One whose number is not held yet; else the source mends its own word, when only one person can be meant."""
        unsealed = [at for at in others if not self.numbers[at]]
        if unsealed:
            return unsealed[0]
        alone = all(sum(one.name == said.name for one in parties) == 1 for parties in (self.said, self.held))
        if alone and self.spoken:
            return others[0]
        raise NamesakeError


def by_party(uids: Sequence[str], sealed: Mapping[str, PartyIdentity]) -> list[PartyIdentity | None]:
    """The sealed numbers in the order of the page's parties."""
    return [sealed.get(uid) for uid in uids]


def _paired(
    parties: Sequence[PartyData], sealed: Sequence[PartyIdentity | None]
) -> list[tuple[PartyData, PartyIdentity | None]]:
    return [(party, sealed[at] if at < len(sealed) else None) for at, party in enumerate(parties)]


def _numbers(party: PartyData, held: PartyIdentity | None) -> tuple[str, str]:
    if held is None:
        return party.identity.personal, party.identity.representative
    return decrypt(held.personal_token), decrypt(held.representative_token)


def _says_as_much(said: PartyData, held: PartyData) -> bool:
    """Whether a row would change nothing of a party."""
    names = (name for name in PartyData.__slots__ if name not in {"identity", "silent"} and name not in said.silent)
    return all(getattr(said, name) == getattr(held, name) for name in names)
