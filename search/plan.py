"""What is looked for: a question read as numbers, codes, articles of law, pinyin and words, ready for any engine.

A plan is a chain of groups that all have to be met; a group is a choice of alternatives of which one is enough. Where a
number or a credit code stands in the question it is what is asked for; the words beside it only say what comes first.
"""

import re
from dataclasses import dataclass, field, replace
from typing import Self

from records import pinyin
from records.analysis import bigrams, fold, squeeze
from rules.numbers import DocumentNumber, UnreadableNumberError, find_numbers, fold_number, parse_number
from search import articles, synonyms
from search.forms import FILTERS, Filters, SearchQuery, facet_names
from search.weights import WEIGHTS, Weights

MAX_GROUPS = 10
# GB 32100-2015: no I, O, S, V, Z; characters 3–8 are a division code.
_SIGN = "[0-9a-hj-npqrtuwxy]"
_CREDIT_CODE = re.compile(
    rf"(?<![0-9a-z])(?:{_SIGN}[ -]?){{2}}(?:\d[ -]?){{6}}(?:{_SIGN}[ -]?){{9}}{_SIGN}(?![0-9a-z])"
)
# Letters before a bracket that hold none of these are no mark of an authority.
_OF_MARKS = re.compile("[字罚决处书告令函通许责催]")
_HAS_DIGIT = re.compile(r"\d")

# Kinds of alternatives
PHRASE = "phrase"  # text: all its bigrams, better when they stand together
NUMBER = "number"  # a document number read completely: mark (or a part of it), year and serial
WHOLE = "whole"  # exactly this document number
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
        return any(alternative.kind in {NUMBER, WHOLE, CODE} for alternative in self.alternatives)


@dataclass(frozen=True, slots=True)
class SearchPlan:
    """Groups, filters, filters to count, order, place in the list (``offset``, ``size``), whether a part is enough.

    What meets a group of ``beside`` too comes before what does not.
    """

    groups: tuple[Group, ...] = ()
    beside: tuple[Group, ...] = ()
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
        return " ".join(group.typed for group in (*self.groups, *self.beside))

    @property
    def named(self) -> list[str]:
        """The numbers of the documents that may be meant, the likeliest first."""
        found = [a for group in self.groups for a in group.alternatives if a.kind == WHOLE]
        return [one.text for one in sorted(found, key=lambda one: -one.weight)]

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
            for group in (*self.groups, *self.beside)
            for a in group.alternatives
            if a.kind in {PHRASE, NUMBER, NUMBER_PART, CODE}
        }
        return tuple(sorted((phrase for phrase in found if squeeze(phrase)), key=lambda phrase: (-len(phrase), phrase)))


def make_plan(query: SearchQuery, weights: Weights = WEIGHTS) -> SearchPlan:
    """Read the question; words that hold neither letter nor digit are left out."""
    identifiers, rest = _identifiers(query.words, weights)
    words = tuple(_group(word, weights) for word in rest.split() if squeeze(word))[:MAX_GROUPS]
    return SearchPlan(
        groups=(identifiers,) if identifiers else words,
        beside=words if identifiers else (),
        filters=query.filters,
        facets=facet_names(query.filters),
        sort=query.sort if query.words or query.sort != "relevance" else "date",
        offset=(query.page - 1) * query.size,
        size=query.size,
        weights=weights,
    )


def _identifiers(words: str, weights: Weights) -> tuple[Group | None, str]:
    """All numbers and codes in the question as one choice, and the words around them."""
    folded, spans = fold(words), []
    alternatives: list[Alternative] = []
    for found in find_numbers(folded):
        spans.append((found.start, found.end))
        alternatives += _number_alternatives(found.number, weights, found.forms, found.apart)
    for match in _CREDIT_CODE.finditer(_without(folded, spans)):
        spans.append(match.span())
        alternatives.append(Alternative(CODE, squeeze(match[0]).upper(), weight=weights.exact_identifier))
    whole = _number(words)  # one that is written in a way that is understood only when nothing stands around it
    if (
        whole is not None
        and "号" not in whole.serial
        and not any(a.terms[1:] == (str(whole.year), whole.serial) for a in alternatives)
    ):
        spans = spans or [(0, len(words))]
        alternatives += _number_alternatives(whole, weights, [whole.normalised])
    if not alternatives:
        return None, words
    typed = " ".join(words[start:end].strip() for start, end in spans)
    return Group(typed, tuple(dict.fromkeys(alternatives))), _without(words, spans)


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with blanks in the places of these spans."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _number_alternatives(
    number: DocumentNumber, weights: Weights, forms: list[str], apart: bool = False
) -> list[Alternative]:
    """Numbers whose mark holds the letters before the bracket, and those whose mark is the end of these letters."""
    mark, place = number.agency_mark, (str(number.year), number.serial)
    found = [Alternative(NUMBER, number.normalised, (mark, *place), weights.exact_identifier)]
    if mark and (not _OF_MARKS.search(mark) or (apart and not mark.endswith("字"))):
        found.append(Alternative(NUMBER, number.normalised.removeprefix(mark), ("", *place), weights.exact_identifier))
    return found + [Alternative(WHOLE, form, weight=weights.exact_identifier * len(form)) for form in forms]


def _group(word: str, weights: Weights) -> Group:
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
