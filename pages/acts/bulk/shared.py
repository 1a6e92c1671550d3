"""What all rows of one mass act share, read once."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Locale, Page, Revision

from pages.acts.bulk import writer
from pages.base.deadlines import DeadlineTable
from pages.base.shape import DecisionShape
from pages.examination.imported import ImportedTexts
from pages.kinds.agency.models import AgencyPage
from pages.projection.context import ProjectionContext
from records.approval import Approval
from records.models.publication import ENDED_FOR_GOOD, PublicRecord
from rules.models import Term
from rules.models.remedies import RemedyTable


@dataclass(slots=True)
class BulkContext:
    """Caches of one act; ``now`` is its one clock."""

    shape: DecisionShape
    now: datetime
    user: Any
    publish: bool
    approval: Approval | None
    context: ProjectionContext
    terms: dict[tuple[str, str], Term]
    agencies: dict[str, int]
    page_type: ContentType
    base_type: ContentType
    locale_id: int
    deadlines: DeadlineTable
    privacy: ImportedTexts
    remedies: RemedyTable
    # Natural keys whose records a person ended for good: no new page brings them back.
    ended: frozenset[str]
    has_remedy: bool
    # Every column at its default.
    blank_page: Any
    blank_party: Any
    base_types: dict[type, int] = field(default_factory=dict)

    @classmethod
    def load(
        cls, shape: DecisionShape, now: datetime, user: Any, publish: bool, approval: Approval | None
    ) -> "BulkContext":
        """Read the caches."""
        agencies: dict[str, int] = {}
        for pk, code, name in AgencyPage.objects.values_list("pk", "credit_code", "name"):
            agencies[code] = agencies[name] = pk
        context = ProjectionContext.load(now, many=True)
        return cls(
            shape=shape,
            now=now,
            user=user,
            publish=publish,
            approval=approval,
            context=context,
            terms={(term.vocabulary, term.code): term for term in Term.objects.all()},
            agencies=agencies,
            page_type=ContentType.objects.get_for_model(shape.model),
            base_type=ContentType.objects.get_for_model(Page),
            locale_id=Locale.get_default().pk,
            deadlines=DeadlineTable(),
            privacy=ImportedTexts(context),
            remedies=RemedyTable(),
            ended=_ended(shape.model.kind) if publish else frozenset(),
            has_remedy=any(one.name == "remedy" for one in shape.model._meta.concrete_fields),
            blank_page=shape.model(),
            blank_party=shape.party(),
        )

    def revision(self, pk: int, page: Any, content: str) -> writer.Row:
        """A revision row; ``content`` is JSON text."""
        return writer.row(
            Revision,
            id=pk,
            content_type_id=self.page_type.pk,
            base_content_type_id=self.base_type.pk,
            object_id=str(page.pk),
            created_at=self.now,
            user_id=self.user.pk if self.user else None,
            object_str=page.title,
            content=content,
        )


def _ended(kind: str) -> frozenset[str]:
    """Keys of the records that were withdrawn or ended after credit repair; there are few of them."""
    ended = PublicRecord.objects.filter(kind=kind, state__in=ENDED_FOR_GOOD).exclude(doc_no_norm="")
    rows = ended.values_list("agency_code", "agency", "doc_no_norm")
    return frozenset(f"{kind}|{code or name}|{number}" for code, name, number in rows)
