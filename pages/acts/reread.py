"""Many decision pages read at once, and those among them whose rows say just what was let out.

The projection is made from the released version. Reading the tables is many times faster, and the same where the rows
equal that version; the others are read from it one by one.
"""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from wagtail.models import COMMENTS_RELATION_NAME, Revision

from pages.acts.bulk.build import hold_children
from pages.acts.bulk.content import revision_content
from pages.base.shape import PARTIES, DecisionShape
from pages.base.versions import content_hash, written_content
from records.models import Release

# The title is masked anew with each change of the settings, and the slug follows the place in the tree.
_OWN_WAYS = frozenset({"title", "slug", PARTIES})


@dataclass(frozen=True, slots=True)
class Children:
    """Parties and terms by page, and the pages that have anything else (files, officers, articles)."""

    shape: DecisionShape
    parties: dict[int, list[Any]]
    terms: dict[str, dict[int, list[Any]]]
    with_more: set[int]

    @classmethod
    def load(cls, shape: DecisionShape, keys: list[int]) -> "Children":
        """One query for each relation of the page type."""
        parties: dict[int, list[Any]] = defaultdict(list)
        found = shape.party.objects.filter(page_id__in=keys).select_related("category")
        for party in found.order_by("sort_order", "pk"):
            parties[party.page_id].append(party)
        return cls(shape, parties, {name: _terms(shape, name, keys) for name in shape.terms}, _with_more(shape, keys))

    def terms_of(self, key: int) -> dict[str, list[Any]]:
        """The choices of several terms of one page."""
        return {name: found[key] for name, found in self.terms.items()}

    def hand_to(self, page: Any) -> None:
        """Let a page that has nothing else answer from memory."""
        others: dict[str, list[Any]] = {name: [] for name in self.shape.others}
        hold_children(page, {**others, PARTIES: self.parties[page.pk], **self.terms_of(page.pk)})


def _terms(shape: DecisionShape, name: str, keys: list[int]) -> dict[int, list[Any]]:
    field = shape.model._meta.get_field(name)
    page_id, term = field.m2m_column_name(), field.m2m_reverse_field_name()
    found: dict[int, list[Any]] = defaultdict(list)
    rows = field.remote_field.through.objects.filter(**{f"{page_id}__in": keys}).select_related(term)
    for row in rows.order_by(f"{term}__weight", f"{term}_id"):
        found[getattr(row, page_id)].append(getattr(row, term))
    return found


def _with_more(shape: DecisionShape, keys: list[int]) -> set[int]:
    found: set[int] = set()
    for name in shape.others:
        if name != COMMENTS_RELATION_NAME:
            asked = shape.model.objects.filter(pk__in=keys, **{f"{name}__isnull": False})
            found.update(asked.values_list("pk", flat=True))
    return found


def released_rows(pages: dict[Any, Any], children: Children) -> set[int]:
    """Keys of those pages whose rows equal their released version and that have nothing but parties and terms."""
    asked = {key: page for key, page in pages.items() if key not in children.with_more and page.live_revision_id}
    revisions = Revision.objects.in_bulk([page.live_revision_id for page in asked.values()])
    pinned = _pinned(revisions)
    found = set()
    for key, page in asked.items():
        row = revision_content(children.shape, page, children.parties[key], children.terms_of(key))
        revision = revisions.get(page.live_revision_id)
        if page.live_revision_id in pinned and revision and _equal(children.shape, row, revision.content):
            found.add(key)
    return found


def _pinned(revisions: dict[Any, Revision]) -> set[int]:
    """Versions that were let out just as they stand."""
    newest = Release.objects.filter(revision_id__in=revisions).order_by("pk").values_list("revision_id", "content_hash")
    return {key for key, digest in dict(newest).items() if content_hash(revisions[key].content) == digest}


def _equal(shape: DecisionShape, row: dict[str, Any], held: dict[str, Any]) -> bool:
    named = [name for name in written_content(row) if name not in _OWN_WAYS and name not in shape.terms]
    return (
        all(row[name] == held.get(name, [] if name in shape.others else None) for name in named)
        and all(sorted(row[name]) == sorted(held.get(name, [])) for name in shape.terms)
        and [_party(one) for one in row[PARTIES]] == [_party(one) for one in held.get(PARTIES, [])]
    )


def _party(values: dict[str, Any]) -> dict[str, Any]:
    """A new party has no key yet in the version in which it was typed."""
    return {name: value for name, value in values.items() if name not in {"pk", "page"}}
