"""What the database engines index of a record, and what they ask for: the same short tokens on every database.

Beside the pairs of characters of its text a record has marked tokens: those of its number, year and serial, credit
codes, syllables and initials of its pinyin. The marks are private-use characters, which stand in no text.
"""

from dataclasses import dataclass
from itertools import pairwise

from records.analysis import grams, query_grams, spoken, squeeze
from records.models import PublicRecord
from search.plan import CODE, INITIALS, NUMBER, NUMBER_PART, PHRASE, SYLLABLES, WHOLE, Alternative, Group, SearchPlan

NUMBER_MARK, YEAR_MARK, SERIAL_MARK, CODE_MARK, SYLLABLE_MARK, INITIAL_MARK, EXACT_MARK = (
    "\ue000\ue001\ue002\ue003\ue004\ue005\ue006"
)
#: Stands in front of tokens of the head where an index cannot tell head and body apart.
HEAD_MARK = "\ue007"
PREFIX = "*"

#: All tokens of one choice are needed; one choice of a group is enough; all groups are needed.
Choice = tuple[str, ...]
Expression = tuple[tuple[Choice, ...], ...]


@dataclass(frozen=True, slots=True)
class RecordTokens:
    """``head``: title, names, number, codes, pinyin. ``body``: the text. With repetitions, in order."""

    head: list[str]
    body: list[str]


def record_tokens(record: PublicRecord) -> RecordTokens:
    names = [str(party.get("name", "")) for party in record.parties]
    head = [
        token
        for text in (record.title, record.party_text, record.doc_no, record.agency, *record.codes)
        for token in grams(text)
    ]
    number = squeeze(record.doc_no_norm)
    head += grams(number) + [NUMBER_MARK + pair for pair in grams(number)]
    head += [CODE_MARK + code.lower() for code in record.codes]
    if len(record.doc_no_parts) >= 2:
        year, serial = record.doc_no_parts[-2:]
        head += [f"{YEAR_MARK}{year}", SERIAL_MARK + _plain(str(serial)), EXACT_MARK + number]
    for parts in spoken(record.title, names):
        head += _pinyin(parts)
    return RecordTokens(head, grams(record.body))


def _pinyin(parts: tuple[str, ...]) -> list[str]:
    joined = [SYLLABLE_MARK + part for part in parts] + [f"{SYLLABLE_MARK}{one}1{two}" for one, two in pairwise(parts)]
    return joined + [INITIAL_MARK + gram for gram in grams("".join(part[0] for part in parts))]


def _plain(serial: str) -> str:
    return squeeze(serial.replace("-", "x"))


def expression(plan: SearchPlan) -> Expression:
    """What a plan asks for, strictly."""
    return tuple(_choices(group) for group in plan.groups)


def whole_number(number: str) -> Expression:
    """The records whose number is exactly this one."""
    return (((EXACT_MARK + squeeze(number),),),)


def group_expression(group: Group) -> Expression:
    """The records that meet one group."""
    return (_choices(group),)


def _choices(group: Group) -> tuple[Choice, ...]:
    return tuple(dict.fromkeys(choice for a in group.alternatives if (choice := _choice(a))))


def _choice(found: Alternative) -> Choice:
    return _CHOICES[found.kind](found)


def _phrase(found: Alternative) -> Choice:
    return tuple(query_grams(found.text)) or (squeeze(found.text) + PREFIX,)


def _number(found: Alternative) -> Choice:
    mark, year, serial = found.terms
    return (YEAR_MARK + year, SERIAL_MARK + _plain(serial), *(NUMBER_MARK + pair for pair in query_grams(mark)))


def _whole(found: Alternative) -> Choice:
    return (EXACT_MARK + squeeze(found.text),)


def _number_part(found: Alternative) -> Choice:
    pairs = query_grams(found.text)
    return tuple(NUMBER_MARK + pair for pair in pairs) or (NUMBER_MARK + squeeze(found.text) + PREFIX,)


def _code(found: Alternative) -> Choice:
    return (CODE_MARK + found.text.lower(),)


def _syllables(found: Alternative) -> Choice:
    return tuple(f"{SYLLABLE_MARK}{one}1{two}" for one, two in pairwise(found.terms)) or (
        SYLLABLE_MARK + found.terms[0],
    )


def _initials(found: Alternative) -> Choice:
    return tuple(INITIAL_MARK + gram for gram in query_grams(found.text))


_CHOICES = {
    PHRASE: _phrase,
    NUMBER: _number,
    WHOLE: _whole,
    NUMBER_PART: _number_part,
    CODE: _code,
    SYLLABLES: _syllables,
    INITIALS: _initials,
}
