"""Kind of party, its codes and identity items (items 1–13 of the 双公示 standard)."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rules.consistency.base import Found, Limits, rule
from rules.consistency.view import DecisionView, PartyView
from rules.validators import NO_CREDIT_CODE


@rule("party_kind", gettext_lazy("Kind of party, code and identity items"), ("penalty", "permit", "coercion", "other"))
def party_kind(view: DecisionView, limits: Limits) -> Iterator[Found]:
    """Nobody is a natural person and a company at once."""
    for index, party in enumerate(view.parties):
        for name, message in _of(party):
            yield Found(f"parties-{index}-{name}", message)


def _of(party: PartyView) -> Iterator[tuple[str, str]]:
    if party.category == "person":
        if party.credit_code or party.other_codes:
            yield "category", _("A party cannot be a natural person and a company: a natural person has no codes.")
        if party.representative:
            yield "representative", _("A natural person has no legal representative.")
        return
    if party.category == "organisation" and (party.id_type or party.has_person_number):
        yield (
            "category",
            _("A party cannot be a company and a natural person: an organisation has no identity document of its own."),
        )
    if party.category == "organisation" and party.credit_code == NO_CREDIT_CODE:
        yield "credit_code", _("17 zeros and X stand for “no credit code” of a sole trader only.")


@rule(
    "party_complete", gettext_lazy("Code and representative of the party"), ("penalty", "permit", "coercion", "other")
)
def party_complete(view: DecisionView, limits: Limits) -> Iterator[Found]:
    """What the standard demands of organisations and sole traders."""
    for index, party in enumerate(view.parties):
        if party.category == "person":
            continue
        if not party.credit_code:
            yield Found(f"parties-{index}-credit_code", _("The standard demands the credit code of an organisation."))
        if not party.representative:
            yield Found(f"parties-{index}-representative", _("The standard demands the legal representative."))
