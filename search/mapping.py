"""The Elasticsearch index: fields, analysis and the document made of a record. Core features only, on every 9.x server.

Text comes cut by ``analysis.fragments`` (letters and digits apart), so the standard tokenizer gives single characters
and the shingle filter makes bigrams of them; ``.uni`` keeps the single ones for phrases and one-character words.
"""

import hashlib
import json
from typing import Any

from elasticsearch.dsl import Mapping, analyzer, token_filter
from elasticsearch.dsl.field import Date, Keyword, Long, Text

from records import facets
from records.analysis import fragments, spoken, squeeze
from records.models import PublicRecord

TOMBSTONE = "tombstone"
#: Raise this when ``document`` fills the same fields with something else.
DOCUMENT_VERSION = 1

_PAIRS = token_filter(
    "zh2",
    "shingle",
    min_shingle_size=2,
    max_shingle_size=2,
    token_separator="",
    output_unigrams=False,
    output_unigrams_if_no_shingles=True,
)
_ZH = analyzer("zh", tokenizer="standard", filter=["lowercase", _PAIRS])
_UNI = analyzer("uni", tokenizer="standard", filter=["lowercase"])
_ANALYSIS = {
    "filter": {"zh2": _PAIRS.get_definition()},
    "analyzer": {"zh": _ZH.get_definition(), "uni": _UNI.get_definition()},
}
_KEYWORDS = (
    "key", "title_raw", "doc_no", "doc_no_norm", "doc_no_parts", "party", "uscc", "agency_code", "region", "facets",
    "result", "state", "content_hash",
)  # fmt: skip
_TEXTS = ("title", "names", "number", "body")


def index_mapping() -> Mapping:
    """All fields; an unknown one is an error (``dynamic: strict``)."""
    mapping = Mapping()
    mapping.meta("dynamic", "strict")
    for name in _TEXTS:
        mapping.field(name, Text(analyzer=_ZH, fields={"uni": Text(analyzer=_UNI)}))
    for name in ("pinyin", "initials"):
        mapping.field(name, Text(analyzer=_UNI))
    for name in _KEYWORDS:
        mapping.field(name, Keyword(ignore_above=1024))
    for name in ("decided_on", "published_on", "visible_from", "visible_to"):
        mapping.field(name, Date())
    mapping.field("amount_fen", Long())
    mapping.field("version", Long())
    return mapping


def _mapping_version() -> str:
    described = {"mapping": index_mapping().to_dict(), "analysis": _ANALYSIS, "document": DOCUMENT_VERSION}
    return hashlib.sha256(json.dumps(described, sort_keys=True).encode()).hexdigest()[:12]


#: Kept in each index: one with another value was made for other fields, and is built anew before it is used.
MAPPING_VERSION = _mapping_version()


def mark(name: str, value: str) -> str:
    """``unit=质量站``: one value of a filter in the field that all of them share."""
    return f"{name}={value}"


def index_settings(shards: int, replicas: int) -> dict[str, Any]:
    """Settings of a new index."""
    return {"number_of_shards": shards, "number_of_replicas": replicas, "refresh_interval": "1s", "analysis": _ANALYSIS}


def document(record: PublicRecord) -> dict[str, Any]:
    """The record as Elasticsearch holds it: only what the projection allows, names masked as they are there."""
    names = [str(party.get("name", "")) for party in record.parties]
    spelled = spoken(record.title, names)
    return {
        "key": record.key,
        "title": fragments(record.title),
        "title_raw": record.title,
        "names": fragments(" ".join([record.party_text, *record.codes, record.agency])),
        "number": fragments(f"{squeeze(record.doc_no_norm)} {record.doc_no}"),
        "body": fragments(record.body),
        "pinyin": [" ".join(parts) for parts in spelled],
        "initials": [" ".join(part[0] for part in parts) for parts in spelled],
        "doc_no": record.doc_no,
        "doc_no_norm": record.doc_no_norm,
        "doc_no_parts": [str(part) for part in record.doc_no_parts],
        "party": names,
        "uscc": list(record.codes),
        "agency_code": record.agency_code,
        "region": record.region,
        "facets": [mark(name, value) for name, values in facets.values_of(record).items() for value in values],
        "result": record.result,
        "amount_fen": record.amount_fen,
        "decided_on": record.decided_on.isoformat(),
        "published_on": record.published_on.isoformat(),
        "visible_from": record.visible_from.isoformat(),
        "visible_to": record.visible_to.isoformat(),
        "state": record.state,
        "version": record.version,
        "content_hash": record.content_hash,
    }


def tombstone(key: str, version: int) -> dict[str, Any]:
    """What stays of a record that is not public: it refuses late older writes (a delete is forgotten after 60 s)."""
    return {"key": key, "version": version, "state": TOMBSTONE}
