"""Many penalty pages read at once, and those among them whose rows say just what was let out.

The projection is made from the released version. Reading the tables is many times faster, and the same where the rows
equal that version; the others are read from it one by one.
"""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from wagtail.models import Revision

from pages.acts.bulk.content import revision_content
from pages.base.attachments import DecisionAttachment
from pages.base.decision_links import PenaltyArticle
from pages.base.versions import content_hash, written_content
from pages.kinds.penalty.models import PenaltyDecisionPage, PenaltyParty
from records.models import Release

# The title is masked anew with each change of the settings, and the slug follows the place in the tree.
_OWN_WAYS = frozenset({"title", "slug", "parties", "penalty_types"})


@dataclass(frozen=True, slots=True)
class Children:
    """Parties and penalty types by page, and the pages that have files, officers or articles."""

    parties: dict[int, list[Any]]
    types: dict[int, list[Any]]
    with_more: set[int]

    @classmethod
    def load(cls, keys: list[int]) -> "Children":
        """Five queries."""
        parties: dict[int, list[Any]] = defaultdict(list)
        found = PenaltyParty.objects.filter(page_id__in=keys).select_related("category")
        for party in found.order_by("sort_order", "pk"):
            parties[party.page_id].append(party)
        types: dict[int, list[Any]] = defaultdict(list)
        through: Any = PenaltyDecisionPage.penalty_types.through
        ordered = through.objects.filter(penaltydecisionpage_id__in=keys).select_related("term")
        for row in ordered.order_by("term__vocabulary", "term__weight", "term_id"):
            types[row.penaltydecisionpage_id].append(row.term)
        return cls(parties, types, _with_more(keys))


def _with_more(keys: list[int]) -> set[int]:
    officers: Any = PenaltyDecisionPage.officers.through
    return {
        *DecisionAttachment.objects.filter(page_id__in=keys).values_list("page_id", flat=True),
        *PenaltyArticle.objects.filter(page_id__in=keys).values_list("page_id", flat=True),
        *officers.objects.filter(penaltydecisionpage_id__in=keys).values_list("penaltydecisionpage_id", flat=True),
    }


def released_rows(pages: dict[Any, PenaltyDecisionPage], children: Children) -> set[int]:
    """Keys of those pages whose rows equal their released version and that have nothing but parties and types."""
    asked = {key: page for key, page in pages.items() if key not in children.with_more and page.live_revision_id}
    revisions = Revision.objects.in_bulk([page.live_revision_id for page in asked.values()])
    pinned = _pinned(revisions)
    found = set()
    for key, page in asked.items():
        row = revision_content(page, children.parties[key], children.types[key], {})
        if page.live_revision_id in pinned and _equal(row, revisions[page.live_revision_id]):
            found.add(key)
    return found


def _pinned(revisions: dict[Any, Revision]) -> set[int]:
    """Versions that were let out just as they stand."""
    newest = Release.objects.filter(revision_id__in=revisions).order_by("pk").values_list("revision_id", "content_hash")
    return {key for key, digest in dict(newest).items() if content_hash(revisions[key].content) == digest}


def _equal(row: dict[str, Any], revision: Revision) -> bool:
    held = revision.content
    named = [name for name in written_content(row) if name not in _OWN_WAYS]
    return (
        all(row[name] == held.get(name) for name in named)
        and sorted(row["penalty_types"]) == sorted(held.get("penalty_types", []))
        and [_party(one) for one in row["parties"]] == [_party(one) for one in held.get("parties", [])]
    )


def _party(values: dict[str, Any]) -> dict[str, Any]:
    """A new party has no key yet in the version in which it was typed."""
    return {name: value for name, value in values.items() if name not in {"pk", "page"}}
