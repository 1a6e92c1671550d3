"""The projection of a page by the declaration of its kind."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from pages.projection.context import ProjectionContext
from pages.projection.draft import RecordDraft
from privacy.masking import Masker
from records.permalinks import permalink
from records.types.record_type import RecordType
from records.types.registry import kind_of
from rules.numbers import UnreadableNumberError, parse_number
from rules.windows import SHANGHAI


def project(page: Any, context: ProjectionContext, visible_from: datetime) -> RecordDraft:
    """The public fields of a page. Raises ``ValidationError`` while its date or window is missing."""
    kind = kind_of(page.kind)
    if page.decided_on is None or page.expire_at is None:
        raise ValidationError(_("A record needs a date and a window rule that covers it before it can be published."))
    first = masker_for(page.public_parties(), context, page.private_names())
    draft, masker = first.consistently(lambda masker: _draft(kind, page, context, visible_from, masker))
    draft.masker = masker
    return draft


def _draft(
    kind: RecordType, page: Any, context: ProjectionContext, visible_from: datetime, masker: Masker
) -> RecordDraft:
    shown = [public_party(party, masker) for party in page.public_parties()]
    fields = {one.name: one.value(page, masker) for one in kind.shown}
    columns = {one.shown.name: one.value(page, masker) for one in kind.columns}
    doc_no = getattr(page, "doc_no", "")
    norm = getattr(page, "doc_no_norm", "")
    return RecordDraft(
        key=f"{kind.key}-{page.pk}",
        kind=kind.key,
        page_id=page.pk,
        path=context.path_of(page.url_path),
        permalink=permalink(page.agency_code, norm, kind.key),
        title=page.public_title(masker)[:255],
        doc_no=doc_no,
        doc_no_norm=norm,
        doc_no_parts=number_parts(doc_no),
        agency=page.agency_name,
        agency_code=page.agency_code,
        region=getattr(page, "region_code", "") or context.region_of(page.agency_id),
        parties=shown,
        party_text=" ".join(party["name"] for party in shown)[:1000],
        codes=[party["code"] for party in shown if party["code"]],
        amount_fen=page.amount_fen(),
        **columns,
        decided_on=page.decided_on,
        published_on=visible_from.astimezone(SHANGHAI).date(),
        visible_from=visible_from,
        visible_to=page.expire_at,
        fields={
            **fields,
            **frame_fields(page, masker),
            **_images(page),
            **corrections_of(f"{kind.key}-{page.pk}", context, masker),
        },
        body=kind.body(fields, columns),
        facets=_facets(kind, page, masker),
        position=masker(getattr(page, "position", ""))[:64],
    )


def draft_entry(
    kind: RecordType, subject: Any, context: ProjectionContext, visible_from: datetime, visible_to: datetime
) -> RecordDraft:
    """The public fields of a thing that is no page (``pages.base.subject``)."""
    first = masker_for([], context, subject.private_names())
    return first.consistently(lambda masker: _entry_draft(kind, subject, visible_from, visible_to, masker))[0]


def _entry_draft(
    kind: RecordType, subject: Any, visible_from: datetime, visible_to: datetime, masker: Masker
) -> RecordDraft:
    fields = {one.name: one.value(subject, masker) for one in kind.shown}
    agency, agency_code, region = subject.public_agency()
    return RecordDraft(
        key=subject.record_key,
        kind=kind.key,
        page_id=None,
        path=f"/{kind.section}/{subject.record_slug}/",
        title=subject.public_title(masker)[:255],
        agency=agency,
        agency_code=agency_code,
        region=region,
        decided_on=subject.decided_on,
        published_on=visible_from.astimezone(SHANGHAI).date(),
        visible_from=visible_from,
        visible_to=visible_to,
        fields={**fields, "window_basis": subject.window_basis()},
        body=kind.body(fields, {}),
        facets=_facets(kind, subject, masker),
        position=subject.record_position[:64],
    )


def corrections_of(key: str, context: ProjectionContext, masker: Masker) -> dict[str, Any]:
    """The corrections that a record carries for ever: {number, day, text}."""
    found = context.corrections_of(key)
    shown = [
        {
            "number": one.number,
            "day": one.corrected_at.astimezone(SHANGHAI).date().isoformat(),
            "text": masker(one.text),
        }
        for one in found
    ]
    return {"corrections": shown} if shown else {}


def _facets(kind: RecordType, thing: Any, masker: Masker) -> dict[str, list[str]]:
    """The values by which lists are narrowed, masked as everything else."""
    read = {facet.name: facet.values(thing) for facet in kind.facets}
    return {name: [masker(value) for value in values] for name, values in read.items() if values}


def _images(page: Any) -> dict[str, Any]:
    """The pictures that the record shows: private until then."""
    found = page.public_images()
    return {"images": [{"image": pk} for pk in found]} if found else {}


def frame_fields(page: Any, masker: Masker) -> dict[str, Any]:
    """What every record says of its publication, and its files."""
    return {
        "source": masker(page.source_name),
        "disclosure_basis": masker(page.disclosure_basis),
        "window_basis": page.window_rule.basis if page.window_rule else "",
        "window_reason": masker(page.window_reason),
        "attachments": titled(attachments_of(page), masker),
    }


def attachments_of(page: Any) -> list[dict[str, Any]]:
    """The files that a record shows: those with a field of their own, then the attachments."""
    further = [(str(item), item.document) for item in page.attachments.select_related("document")]
    return [
        {"title": title, "document": document.pk, "name": document.filename, "size": document.get_file_size()}
        for title, document in [*page.named_documents(), *further]
    ]


def titled(attachments: Sequence[dict[str, Any]], masker: Masker) -> list[dict[str, Any]]:
    """The files with their titles and names masked."""
    return [{**item, "title": masker(item["title"]), "name": masker(item["name"])} for item in attachments]


def masker_for(parties: Sequence[Any], context: ProjectionContext, further: Sequence[tuple[str, str]] = ()) -> Masker:
    """Masks parties and their representatives as the settings say, and further names as told."""
    policy = context.policy
    names = [(party.name, policy.for_category(party.category_code)) for party in parties]
    names += [(party.representative, policy.representative) for party in parties if party.representative]
    return Masker.of([*names, *further])


def public_party(party: Any, masker: Masker) -> dict[str, str]:
    """What of a party is public: never a number of a natural person."""
    person = party.category_code == "person"
    return {
        "name": masker(party.name),
        "category": party.category_code,
        "category_label": party.category.label if party.category_id else "",
        "code": "" if person else masker.code(party.credit_code),
        "registration_no": "" if person else masker.code(party.registration_no),
        "representative": "" if person else masker(party.representative),
    }


def number_parts(doc_no: str) -> list[str]:
    """Mark, year and serial of a number; empty when it cannot be read."""
    try:
        return parse_number(doc_no).parts if doc_no else []
    except UnreadableNumberError:
        return []
