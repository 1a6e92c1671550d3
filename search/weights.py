"""Weights of relevance as data, found on judged questions (docs/features/search.md has the figures)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """Boosts by field and kind of hit, and how much of a long question has to be met when nothing meets all of it."""

    title: float = 1.0
    names: float = 2.0
    number: float = 2.0
    body: float = 1.0
    single_characters: float = 0.5
    phrase: float = 2.0
    exact_identifier: float = 1000.0
    synonym: float = 0.5
    relaxed_share: float = 0.15
    relaxed_from: int = 6


WEIGHTS = Weights()
