"""Projection of penalty decisions: the allow-list of what the public sees, masked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from pages.base.titles import compose_title
from pages.kinds.penalty.models import PenaltyDecisionPage, PenaltyParty
from pages.projection.context import ProjectionContext
from pages.projection.draft import RecordDraft
from pages.projection.project import (
    attachments_of,
    corrections_of,
    masker_for,
    number_parts,
    permalink,
    public_party,
    titled,
)
from pages.projection.projectors import projects
from privacy.masking import Masker
from records.types import kind_of
from rules.models import Term
from rules.windows import SHANGHAI


@dataclass(frozen=True)
class _Parts:
    """What belongs to a decision in rows of its own."""

    parties: Sequence[PenaltyParty]
    types: Sequence[Term]
    attachments: Sequence[dict[str, Any]]


@projects("penalty")
def project_penalty(
    page: PenaltyDecisionPage,
    context: ProjectionContext,
    visible_from: datetime,
) -> RecordDraft:
    """Build the public fields of a decision. Identity numbers are in none of the inputs."""
    officers = [(one.name, context.policy.officer) for one in page.officers.all()]
    parts = _Parts(page.public_parties(), list(page.penalty_types.all()), attachments_of(page))
    first = masker_for(parts.parties, context, officers)
    draft, masker = first.consistently(lambda masker: _draft(page, parts, context, visible_from, masker))
    draft.masker = masker
    return draft


def _draft(
    page: PenaltyDecisionPage, parts: _Parts, context: ProjectionContext, visible_from: datetime, masker: Masker
) -> RecordDraft:
    if page.decided_on is None or page.expire_at is None:
        raise ValidationError(_("A decision needs a date and a window rule that covers it before it can be published."))
    shown = [public_party(party, masker) for party in parts.parties]
    title = compose_title([(p.name, p.category_code) for p in parts.parties], page.violation_kind, masker=masker)
    detail = _detail(page, masker)
    detail["attachments"] = titled(parts.attachments, masker)
    detail |= corrections_of(f"penalty-{page.pk}", context, masker)
    detail.update({one.name: one.value(page, masker) for one in kind_of("penalty").shown})
    decided_on: Any = page.decided_on
    labels = [term.label for term in parts.types] + ([masker(page.other_penalty)] if page.other_penalty else [])
    return RecordDraft(
        key=f"penalty-{page.pk}",
        kind="penalty",
        page_id=page.pk,
        path=context.path_of(page.url_path),
        permalink=permalink(page.agency_code, page.doc_no_norm),
        title=masker(title)[:255],
        doc_no=page.doc_no,
        doc_no_norm=page.doc_no_norm,
        doc_no_parts=number_parts(page.doc_no),
        agency=page.agency_name,
        agency_code=page.agency_code,
        region=context.region_of(page.agency_id),
        parties=shown,
        party_text=" ".join(party["name"] for party in shown)[:1000],
        codes=[party["code"] for party in shown if party["code"]],
        penalty_types=labels,
        result=masker(page.result)[:400],
        amount_fen=amount_fen(page.fine, page.confiscated),
        decided_on=decided_on,
        published_on=visible_from.astimezone(SHANGHAI).date(),
        visible_from=visible_from,
        visible_to=page.expire_at,
        fields=detail,
        body=_body(detail, labels),
    )


def amount_fen(*amounts: Decimal | None) -> int | None:
    """Sum of amounts in yuan, as fen; None when none is stated."""
    stated = [Decimal(amount) for amount in amounts if amount is not None]
    return int(sum(stated) * 100) if stated else None


def _detail(page: PenaltyDecisionPage, masker: Masker) -> dict[str, Any]:
    texts = ("violation_kind", "facts", "basis", "result", "licence", "orders", "remedy")
    return {
        **{name: masker(getattr(page, name)) for name in texts},
        "procedure": page.procedure.label if page.procedure_id else "",
        "grade": page.grade.label if page.grade_id else "",
        "domain": page.domain.label if page.domain_id else "",
        "fine": _money(page.fine),
        "confiscated": _money(page.confiscated),
        "served_on": _day(page.served_on),
        "effect_until": _day(page.effect_until),
        "source": masker(page.source_name),
        "disclosure_basis": masker(page.disclosure_basis),
        "window_basis": page.window_rule.basis if page.window_rule else "",
        "window_reason": masker(page.window_reason),
    }


def _body(detail: dict[str, Any], labels: list[str]) -> str:
    texts = (detail[name] for name in ("violation_kind", "facts", "basis", "result", "orders", "licence", "domain"))
    return "\n".join(text for text in (*texts, " ".join(labels)) if text)


def _money(amount: Decimal | None) -> str | None:
    return None if amount is None else format(Decimal(amount), ".2f")


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
