"""Hits in a draft, with what people decided about them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pages.examination.texts import TypedText, known_names, typed_texts
from pages.kinds.agency.models import AgencyPage, InternalUnit
from pages.projection.context import ProjectionContext
from privacy import crypto
from privacy.detection import Hit, detect
from privacy.detection.plain import plain, squeeze
from privacy.models.decisions import HitDecision, PrivacyDecision
from records.models.portal import PortalSettings
from rules.naming import FULL

_AROUND = 24


@dataclass(frozen=True)
class DraftHit:
    """A hit in a field; ``cleared`` by somebody with that right, ``digest`` names it without telling it."""

    typed: TypedText
    hit: Hit
    digest: str
    cleared: bool

    @property
    def is_open(self) -> bool:
        """Whether somebody must decide before the draft may be published."""
        return not self.hit.certain and not self.cleared

    @property
    def before(self) -> str:
        """What stands before it."""
        return self.typed.text[max(0, self.hit.start - _AROUND) : self.hit.start]

    @property
    def after(self) -> str:
        """What stands after it."""
        return self.typed.text[self.hit.end : self.hit.end + _AROUND]


def hits_of(page: Any, context: ProjectionContext | None = None) -> list[DraftHit]:
    """All hits of a draft in the order of the document."""
    return hits_in(page, typed_texts(page), context or ProjectionContext.load())


def hits_in(page: Any, texts: Iterable[TypedText], context: ProjectionContext) -> list[DraftHit]:
    """Hits in some texts of a draft."""
    if context.phones is None:
        context.phones = public_numbers()
    known = known_names(page, context) | context.phones | own_numbers(page)
    representatives = context.policy.representative != FULL
    found = [(typed, hit) for typed in texts for hit in detect(typed.text, known, representatives)]
    if not found:
        return []
    cleared = cleared_digests(page.pk)
    return [DraftHit(typed, hit, digest_of(hit), digest_of(hit) in cleared) for typed, hit in found]


def open_hits(page: Any, context: ProjectionContext | None = None) -> list[DraftHit]:
    """Hits that keep the draft from being published."""
    return [one for one in hits_of(page, context) if one.is_open]


def digest_of(hit: Hit) -> str:
    """A keyed hash: the same hit is known again in another place, but cannot be read or guessed."""
    return crypto.fingerprint("privacy", hit.kind.value, squeeze(plain(hit.text)))


def public_numbers() -> frozenset[str]:
    """Phones of the bureau: they are there to be called."""
    phones = [
        *AgencyPage.objects.values_list("phone", flat=True),
        *InternalUnit.objects.values_list("phone", flat=True),
    ]
    phones += [column.phone for column in PortalSettings.objects.all()]
    return _numbers(phones)


def own_numbers(page: Any) -> frozenset[str]:
    """Phones that a body gives for itself and its units in just this version."""
    if not isinstance(page, AgencyPage):
        return frozenset()
    return _numbers([page.phone, *(unit.phone for unit in page.internal_units.all())])


def _numbers(phones: Iterable[str]) -> frozenset[str]:
    return frozenset(squeeze(plain(part)) for phone in phones for part in phone.replace("、", "，").split("，") if part)


def cleared_digests(page_id: int | None) -> set[str]:
    """What was cleared for a page."""
    if page_id is None:
        return set()
    rows = PrivacyDecision.objects.filter(page_id=page_id, decision=HitDecision.CLEARED)
    return set(rows.values_list("digest", flat=True))
