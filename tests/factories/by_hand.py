"""A decision made by hand, through the acts of the admin; and every row that a decision leaves in the tables."""

from typing import Any

from django.utils import timezone
from wagtail.models import Page, PageLogEntry, ReferenceIndex, Revision

from pages.acts import Approval
from pages.acts.bulk.versions import approve
from pages.acts.release import release
from pages.acts.site_tree import place_for
from pages.base.shape import plain_columns, shape_of
from pages.base.versions import written_content
from pages.kinds.agency.models import AgencyPage
from privacy.models import PartyIdentity
from records.models import OutboxEntry, PublicRecord, Release
from records.types.decision_data import DecisionData
from rules.models import Term
from rules.models.remedies import RemedyTable

# Made anew for each row, whoever makes it; hashes and addresses made of that.
_ANEW = frozenset({"id", "key", "record_key", "uuid", "uid", "party_uid", "translation_key", "content_path_hash"})
_HASHES = frozenset({"content_hash", "personal_token", "representative_token", "fingerprint"})
_KEYS = {
    **dict.fromkeys(("page_id", "page_ptr_id", "object_id"), "page"),
    **dict.fromkeys(("revision_id", "live_revision_id", "latest_revision_id"), "revision"),
    "release_id": "release",
}


def make_by_hand(facts: DecisionData, user: Any, publish: bool = True) -> Any:
    """As a form hands it over: an unsaved page with its parts, saved below its archive, written, let out."""
    shape = shape_of(facts.kind)
    values = {name: getattr(facts, name) for name in plain_columns(shape.model, type(facts))}
    page = shape.model(live=False, owner=user, **values)
    page.agency = AgencyPage.objects.get(credit_code=facts.agency_code)
    for name, vocabulary in shape.term.items():
        setattr(page, name, Term.objects.filter(vocabulary=vocabulary, code=getattr(facts, name, "")).first())
    for name, vocabulary in shape.terms.items():
        setattr(page, name, Term.objects.filter(vocabulary=vocabulary, code__in=getattr(facts, name, ())))
    if hasattr(page, "remedy"):
        page.remedy = page.remedy or RemedyTable().proposed(facts.decided_on)
    page.parties = [_party(shape.party, party, order) for order, party in enumerate(facts.parties)]
    page.identity_numbers = {
        str(party.uid): (said.identity.personal, said.identity.representative)
        for party, said in zip(page.parties.all(), facts.parties, strict=True)
        if said.identity
    }
    approval = Approval(user.pk, "测试来源", timezone.now())
    if publish:
        approve(page, approval)
    place_for(facts.kind, facts.decided_on.year).add_child(instance=page)
    revision = page.save_revision(user=user, log_action=None if publish else "pages.import", clean=False)
    if publish:
        release([revision], user=user, approval=approval)
    return shape.model.objects.get(pk=page.pk)


def _party(model: Any, said: Any, order: int) -> Any:
    names = set(type(said).__slots__) - {"category", "identity", "silent"}
    category = Term.objects.get(vocabulary="party_category", code=said.category)
    return model(category=category, sort_order=order, **{name: getattr(said, name) for name in names})


def rows_of(page: Any) -> dict[str, list[dict[str, Any]]]:
    """All columns of everything that belongs to a page; keys are told by what they are the keys of.

    Of a version what somebody wrote: Wagtail's book-keeping in it is of the moment before it goes out, or after.
    """
    shape = shape_of(page.kind)
    found: dict[str, Any] = {
        "page": Page.objects.filter(pk=page.pk),
        "own": type(page).objects.filter(pk=page.pk),
        "parties": shape.party.objects.filter(page_id=page.pk).order_by("sort_order"),
        "revision": Revision.objects.filter(object_id=str(page.pk)),
        "log": PageLogEntry.objects.filter(page_id=page.pk).order_by("pk"),
        "references": ReferenceIndex.objects.filter(object_id=str(page.pk)).order_by("content_path", "to_object_id"),
        "identities": PartyIdentity.objects.filter(page_id=page.pk),
        "record": PublicRecord.objects.filter(page_id=page.pk),
        # A few records are searchable in the database at once; of many the worker takes care.
        "outbox": OutboxEntry.objects.filter(key=f"{page.kind}-{page.pk}").exclude(engine="database"),
        "release": Release.objects.filter(page_id=page.pk),
    }
    for name in shape.terms:
        through = shape.model._meta.get_field(name).remote_field.through
        found[name] = through.objects.filter(**{f"{page._meta.model_name}_id": page.pk}).order_by("term_id")
    keys = {
        "page": {page.pk, str(page.pk)},
        "revision": set(found["revision"].values_list("pk", flat=True)),
        "release": set(found["release"].values_list("pk", flat=True)),
    }
    parts = {str(key): str(place) for place, key in enumerate(found["parties"].values_list("pk", flat=True))}
    rows = {name: [dict(row) for row in rows.values()] for name, rows in found.items()}
    for row in rows["revision"]:
        written = written_content(row["content"])
        row["content"] = {key: _inner(value) for key, value in written.items() if key not in _ANEW | {"pk"}}
    for row in rows["references"]:
        row["content_path"] = ".".join(parts.get(part, part) for part in row["content_path"].split("."))
    return {name: [_plain(row, keys) for row in table] for name, table in rows.items()}


def _plain(row: dict[str, Any], keys: dict[str, set[Any]]) -> dict[str, Any]:
    return {name: _value(name, value, keys) for name, value in row.items() if name not in _ANEW | _HASHES}


def _value(name: str, value: Any, keys: dict[str, set[Any]]) -> Any:
    """A key of the page or of one of its parts is told by whose it is; another one as it stands."""
    whose = "page" if name.endswith("decisionpage_id") else _KEYS.get(name, "")
    return whose if whose and value in keys[whose] else value


def _inner(value: Any) -> Any:
    """Inside a version; a new part has no key yet in the version in which it was typed."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [{name: one for name, one in row.items() if name not in {"pk", "page", *_ANEW}} for row in value]
    return value
