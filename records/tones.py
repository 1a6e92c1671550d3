"""What a value says at a glance, wherever it stands: a term's tone from its vocabulary, a state's from its declaration.

The tones of all terms are read once and kept in the process as long as a public answer may be kept (a change shows
within that time; in the process that makes it, at once).
"""

import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from django.conf import settings
from django.db.models.signals import post_delete, post_save

from rules.models.terms import Term, Tone

# Reads the tone of a value as a record holds it.
Reader = Callable[[Any], Tone]
# {vocabulary: {code or spelling: tone}}
Table = Mapping[str, Mapping[str, Tone]]
# The code of a vocabulary's rest, which speaks for what was typed by hand.
REST = "other"


class Tag(NamedTuple):
    """A short text with its tone; ``amount``: whole fen told after it."""

    text: str
    tone: Tone
    amount: int | None = None


class _Kept:
    """The table and the second until which it holds."""

    def __init__(self) -> None:
        self.table: Table | None = None
        self.until = 0.0

    def clear(self, **_: Any) -> None:
        """Read it again at the next question."""
        self.table = None


_kept = _Kept()
for _signal in (post_save, post_delete):
    _signal.connect(_kept.clear, sender=Term, weak=False, dispatch_uid="records.tones")


def forget() -> None:
    """Read the terms again at the next question: somebody changed one."""
    _kept.clear()


def neutral(value: Any) -> Tone:
    """The tone of what is neither good nor bad."""
    return Tone.NEUTRAL


def of_states(tones: Mapping[str, Tone]) -> Reader:
    """The tones that a kind declares for its own states."""
    return lambda value: tones.get(str(value), Tone.NEUTRAL)


def of_terms(vocabulary: str) -> Reader:
    """The tones of a vocabulary, by code or any spelling; what is none of its terms has the tone of its rest."""

    def read(value: Any) -> Tone:
        terms = _table().get(vocabulary, {})
        return terms.get(str(value)) or terms.get(REST, Tone.NEUTRAL)

    return read


def _table() -> Table:
    if _kept.table is None or time.monotonic() >= _kept.until:
        _kept.table, _kept.until = _read(), time.monotonic() + settings.PUBLIC_CACHE_SECONDS
    return _kept.table


def _read() -> Table:
    table: dict[str, dict[str, Tone]] = defaultdict(dict)
    for term in Term.objects.only("vocabulary", "code", "label", "aliases", "tone"):
        names = dict.fromkeys((term.code, *term.spellings), Tone(term.tone))
        table[term.vocabulary] = {**names, **table[term.vocabulary]}
    return table
