"""Parties of decisions whose names stand in other texts."""

from typing import Any

from django.db.models import F, TextField, Value
from django.db.models.functions import Length, StrIndex

from pages.models.decisions import PenaltyParty
from pages.models.permits import PermitParty
from pages.models.publication_settings import PublicationSettings

_MODELS: tuple[Any, ...] = (PenaltyParty, PermitParty)


def names_of(decisions: list[int]) -> list[tuple[str, str]]:
    """Names of the parties and representatives of decisions, each with the form in which it is public."""
    if not decisions:
        return []
    policy = PublicationSettings.load().name_policy()
    parties = [
        party for model in _MODELS for party in model.objects.filter(page_id__in=decisions).select_related("category")
    ]
    names = [(party.name, policy.for_category(party.category_code)) for party in parties]
    return names + [(party.representative, policy.representative) for party in parties if party.representative]


def named_without_decision(text: str, decisions: set[int]) -> set[str]:
    """Names of parties in a text, of decisions that are not among those given (one query for each kind of decision)."""
    squeezed = "".join(text.split())
    found: set[str] = set()
    for model in _MODELS:
        # The database looks for each name in the text: there are many names and one text.
        named = (
            model.objects.annotate(letters=Length("name"), place=StrIndex(Value(squeezed, TextField()), F("name")))
            .filter(place__gt=0, letters__gt=1)
            .values_list("name", "page_id")
        )
        rows = list(named)
        told = {name for name, page in rows if page in decisions}
        found |= {name for name, _page in rows} - told
    return found
