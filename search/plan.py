"""What is looked for: a question read as numbers, codes, articles of law, pinyin and words, ready for any engine.

A plan is a chain of groups that all have to be met; a group is a choice of alternatives of which one is enough.
"""

import re
from dataclasses import dataclass, field, replace
from typing import Self

from pages.numbers import DocumentNumber, UnreadableNumberError, fold_number, parse_number
from search import articles, pinyin, synonyms
from search.analysis import bigrams, fold, squeeze
from search.forms import FILTERS, Filters, SearchQuery, facet_names
from search.weights import WEIGHTS, Weights

MAX_GROUPS = 10
# GB 32100-2015: no I, O, S, V, Z; characters 3–8 are a division code.
_CREDIT_CODE = re.compile(r"^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$")
_HAS_DIGIT = re.compile(r"\d")

# Kinds of alternatives
PHRASE = "phrase"  # text: all its bigrams, better when they stand together
NUMBER = "number"  # a document number read completely: mark (or a part of it), year and serial
NUMBER_PART = "number_part"  # a fragment of the written number
CODE = "code"  # a credit code
SYLLABLES = "syllables"  # typed pinyin, cut
INITIALS = "initials"  # first letters of pinyin


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way to meet a group; ``terms`` are syllables for SYLLABLES, (mark, year, serial) for NUMBER, else empty."""

    kind: str
    text: str
    terms: tuple[str, ...] = ()
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Group:
    """One typed word and everything that meets it."""

    typed: str
    alternatives: tuple[Alternative, ...]

    @property
    def is_identifier(self) -> bool:
        """Names exactly one thing: similar ones are no answer."""
        return any(alternative.kind in {NUMBER, CODE} for alternative in self.alternatives)


@dataclass(frozen=True, slots=True)
class SearchPlan:
    """Groups, filters, filters to count, order, place in the list (``offset``, ``size``), whether a part is enough."""

    groups: tuple[Group, ...] = ()
    filters: Filters = ()
    facets: tuple[str, ...] = tuple(FILTERS)
    sort: str = "relevance"
    offset: int = 0
    size: int = 20
    relaxed: bool = False
    weights: Weights = field(default=WEIGHTS)

    @property
    def text(self) -> str:
        """Everything typed, for the loose question."""
        return " ".join(group.typed for group in self.groups)

    def relax(self) -> Self | None:
        """The loose question to ask when nothing meets the whole: only for longer words, never for identifiers."""
        long_enough = len(squeeze(self.text)) >= self.weights.relaxed_from
        if self.relaxed or not long_enough or any(group.is_identifier for group in self.groups):
            return None
        return replace(self, relaxed=True)

    @property
    def needed(self) -> int:
        """How many of the bigrams of ``text`` a loosely met record has."""
        return max(2, round(len(bigrams(self.text)) * self.weights.relaxed_share))

    @property
    def phrases(self) -> tuple[str, ...]:
        """What to mark in the results, longest first."""
        found = {
            fold(a.text)
            for group in self.groups
            for a in group.alternatives
            if a.kind in {PHRASE, NUMBER, NUMBER_PART, CODE}
        }
        return tuple(sorted((phrase for phrase in found if squeeze(phrase)), key=lambda phrase: (-len(phrase), phrase)))


def make_plan(query: SearchQuery, weights: Weights = WEIGHTS) -> SearchPlan:
    """Read the question; words that hold neither letter nor digit are left out."""
    return SearchPlan(
        groups=tuple(_groups(query.words, weights)),
        filters=query.filters,
        facets=facet_names(query.filters),
        sort=query.sort if query.words or query.sort != "relevance" else "date",
        offset=(query.page - 1) * query.size,
        size=query.size,
        weights=weights,
    )


def _groups(words: str, weights: Weights) -> list[Group]:
    number = _number(words)
    if number is not None:  # blanks inside a number are no word borders
        return [_number_group(words, number)]
    typed = [word for word in words.split() if squeeze(word)][:MAX_GROUPS]
    return [_group(word, weights) for word in typed]


def _group(word: str, weights: Weights) -> Group:
    number = _number(word)
    if number is not None:
        return _number_group(word, number)
    code = squeeze(word).upper()
    if _CREDIT_CODE.match(code):
        return Group(word, (Alternative(CODE, code, weight=weights.exact_identifier),))
    return Group(word, tuple(_word_alternatives(word, weights)))


def _word_alternatives(word: str, weights: Weights) -> list[Alternative]:
    plain = squeeze(word)
    found = [Alternative(PHRASE, plain)]
    forms = articles.spellings(plain) + synonyms.alternatives(plain)
    found += [Alternative(PHRASE, form, weight=weights.synonym) for form in dict.fromkeys(forms) if form != plain]
    if _HAS_DIGIT.search(plain):
        found.append(Alternative(NUMBER_PART, squeeze(fold_number(word))))
    if plain.isascii() and plain.isalpha() and len(plain) >= 2:
        found += [Alternative(SYLLABLES, plain, cut, weights.synonym) for cut in pinyin.readings(plain)]
        found.append(Alternative(INITIALS, plain, weight=weights.synonym))
    return found


def _number(text: str) -> DocumentNumber | None:
    try:
        return parse_number(fold(text))
    except UnreadableNumberError:
        return None


def _number_group(typed: str, number: DocumentNumber) -> Group:
    terms = (number.authority_mark, str(number.year), number.serial)
    return Group(typed, (Alternative(NUMBER, number.normalised, terms, WEIGHTS.exact_identifier),))
