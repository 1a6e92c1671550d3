"""Cleaning without a database: vocabularies from the seeds."""

import datetime as dt

from importers.formats import KINDS, ImportContext
from importers.reading import Reading, read_file
from importers.sources import Limits
from records.types.columns.words import Words
from rules.seeds import terms

TODAY = dt.date(2026, 11, 23)


def seeded_words(vocabulary):
    """One vocabulary as planted by the first migration."""
    rows = terms.ALL[vocabulary]
    return Words.of((spelling, row[0]) for row in rows for spelling in (row[1], *row[3].split("\n")))


def surroundings(**changes) -> ImportContext:
    """What cleaning asks, from the seeds."""
    values = {
        "words": {vocabulary: seeded_words(vocabulary) for vocabulary in terms.ALL},
        "agencies": {"兴隆台区住房和城乡建设局": "9121110329141777L3"},
    }
    return ImportContext(**{**values, **changes})


def read(path, **changes) -> Reading:
    """Read and clean a penalty file on a fixed day."""
    return read_file(path, KINDS["penalty"], surroundings(**changes), TODAY, Limits())
